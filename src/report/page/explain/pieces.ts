import type { Frame } from '../../charts/svg.ts';
import { block, frame, NARROW } from '../../compose/charts.ts';
import { hasValue } from '../../desk.ts';
import type { Block, ChartBlock, TableBlock } from '../../document.ts';
import { storiesOfParts } from '../../explain/index.ts';
import type { ExplainDesk } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import type { Inline } from '../../inline.ts';
import { sentBlock, sentInline } from '../sending.ts';
import type { SentBar, SentBlock } from '../sent.ts';

type Marked = ChartBlock | TableBlock;

/** Blocks of a part that stand at the head of the page, in the order of the ids; those that it does not have are left out. */
export function blocksOf(desk: ExplainDesk, part: string, ids: readonly string[]): readonly Marked[] {
  const all = storiesOfParts(desk, [part]).flatMap(({ blocks }) => blocks);
  return ids.flatMap((id) => all.find((one): one is Marked => isMarked(one) && one.id === id) ?? []);
}

function isMarked(one: Block): one is Marked {
  return one.kind === 'chart' || one.kind === 'table';
}

/** A chart or a table under a rule; its finding is the title of the panel. */
export function panelOf(desk: ExplainDesk, shown: Marked, after: readonly SentBlock[] = []): SentBlock {
  const { title, measure = [], ...rest } = shown;
  return {
    kind: 'panel',
    id: `panel-${shown.id}`,
    title: sentInline(desk, title),
    ...(measure.length > 0 ? { measure: sentInline(desk, measure) } : {}),
    blocks: [sentBlock(desk, { ...rest, title: [], measure: [] } as Marked), ...after],
  };
}

export function panel(
  desk: ExplainDesk,
  id: string,
  { title, measure }: { title: string; measure?: string },
  blocks: readonly SentBlock[],
): SentBlock {
  return {
    kind: 'panel',
    id: `panel-${id}`,
    title: sentInline(desk, [title]),
    ...(measure === undefined ? {} : { measure: [measure] }),
    blocks,
  };
}

/** Width of one of three pictures beside one another. */
const THIRD = 388;

/** Pictures of one size beside one another, one below the other where there is no room. */
export function multiples(
  desk: ExplainDesk,
  words: { readonly id: string; readonly title: Inline; readonly measure: string },
  pictures: readonly { readonly height: number; readonly svg: (frameOf: Frame) => string }[],
  told: Pick<ChartBlock, 'table' | 'drawn'>,
): ChartBlock {
  const shown = { ...words, number: desk.nextChart() };
  return block(desk, shown, {
    layout: 'multiples',
    draw: () =>
      pictures.flatMap(({ height, svg }, k) => [
        { width: 'wide', svg: svg(frame(desk, shown, { width: THIRD, height, part: String(k + 1) })) },
        {
          width: 'narrow',
          svg: svg(frame(desk, shown, { width: NARROW, height, part: `narrow-${k + 1}` })),
        },
      ]),
    ...told,
  });
}

/** Sentences of one paragraph, small. */
export function small(desk: ExplainDesk, ...sentences: readonly Inline[]): SentBlock {
  const text = sentences.flatMap((one, k) => (k === 0 ? one : [desk.m.gap, ...one]));
  return { kind: 'paragraph', text: sentInline(desk, text), look: 'small' };
}

export function sentences(desk: ExplainDesk, ...all: readonly Inline[]): Inline {
  return all.flatMap((one, k) => (k === 0 ? one : [desk.m.gap, ...one]));
}

/** The bar of a figure beside those of its column; none without a value. */
export function barOf(figure: Figure, all: readonly Figure[]): { readonly bar?: SentBar } {
  if (!hasValue(figure)) return {};
  const longest = Math.max(...all.map(({ value }) => Math.abs(value ?? 0)));
  const share = longest === 0 ? 0 : figure.value / longest;
  return { bar: { share, tone: share === 0 ? 'flat' : share < 0 ? 'down' : 'up' } };
}
