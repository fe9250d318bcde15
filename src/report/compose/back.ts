import { entryOf } from '../../data/series/index.ts';
import type { HeadDesk } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import { textsOf } from '../document.ts';
import type { Inline } from '../inline.ts';
import { figuresOf } from '../inline.ts';
import { SECTION_WORDS } from '../messages/explain/sections.ts';
import { GLOSSARY } from '../messages/shape/glossary.ts';
import { SHAPE } from '../messages/shape/index.ts';
import { cell, head } from './cells.ts';
import { heading } from './paragraph.ts';

/** Catalogue ids of every series that a shown figure was made from, first seen first. */
function seriesShown(blocks: readonly Block[]): readonly string[] {
  const ids = blocks.flatMap((block) =>
    textsOf(block).flatMap((text) => figuresOf(text).flatMap(({ figure }) => figure.of.series)),
  );
  return [...new Set(ids)];
}

/** One item a provider and licence, with the provider's own names of what was shown. */
function sourceItems(desk: HeadDesk, ids: readonly string[]): readonly Inline[] {
  const groups = new Map<string, { provider: string; licence: string; items: string[] }>();
  for (const id of ids) {
    const first = entryOf(id)?.sources[0];
    if (!first || id.includes('.')) continue;
    const licence = first.licence || desk.m.noLicence;
    const key = `${first.provider}|${licence}`;
    const group = groups.get(key) ?? { provider: first.provider, licence, items: [] };
    group.items.push(first.symbol);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => [desk.m.sourceOf(group)]);
}

/** What the end of a report says of its chapters. */
export interface Ends {
  readonly methods: readonly string[];
  /** What was asked, in words. */
  readonly parameters: readonly string[];
  /** What must be said of the data, where the front says it in brief. */
  readonly warnings: readonly Inline[];
  /** Parts without a value, and what they say of that. */
  readonly unchecked: readonly Inline[];
  /** Series that are missing. */
  readonly needs: readonly Inline[];
}

interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Sources with licences, method, what could not be checked, disclaimer. Simulated data have one source: the program. */
function endParts(desk: HeadDesk, blocks: readonly Block[], ends: Ends): readonly Part[] {
  const { m, answer } = desk;
  const words = SHAPE[desk.language];
  const sources = answer.simulated ? [[m.simulated.sentence]] : sourceItems(desk, seriesShown(blocks));
  const list = (items: readonly Inline[]): Block => ({ kind: 'list', look: 'plain', items });
  return [
    { title: m.back.sources, blocks: [list(sources)] },
    { title: m.back.methods, blocks: [list(ends.methods.map((text) => [text])), madeBy(desk, ends)] },
    ...some(m.warnings.title, ends.warnings, (items) => [list(items)]),
    ...some(words.unchecked.title, ends.unchecked, (items) => [
      { kind: 'paragraph', text: [words.unchecked.lead] },
      list(items),
    ]),
    ...some(SECTION_WORDS[desk.language].needs, ends.needs, (items) => [list(items)]),
    { title: m.back.disclaimer, blocks: [{ kind: 'paragraph', text: [m.back.disclaimerText] }] },
  ];
}

function some(
  title: string,
  items: readonly Inline[],
  blocksOf: (items: readonly Inline[]) => readonly Block[],
): readonly Part[] {
  return items.length === 0 ? [] : [{ title, blocks: blocksOf(items) }];
}

/** What makes the same report again: instant, parameters with the seed, data, engine. */
function madeBy({ m, answer }: HeadDesk, { parameters }: Ends): Block {
  const asOf = m.asOf(answer.asOf.replace('T', ' ').replace('Z', ' UTC'));
  const line = [asOf, ...parameters, m.versions(answer.dataVersion, answer.engine)].join(' · ');
  return { kind: 'paragraph', text: [line] };
}

function glossary(desk: HeadDesk): TableBlock {
  const { glossary: words } = SHAPE[desk.language];
  const titles = ['简体', '繁體', 'English'] as const;
  const [first, ...others] = titles.map((title, k) => head(`term-${k}`, title));
  return {
    kind: 'table',
    id: 'glossary',
    label: '',
    title: [],
    measure: [words.measure],
    columns: [first!, ...others],
    groups: [{ rows: GLOSSARY.map((terms) => ({ cells: terms.map((term) => cell(term)) })) }],
    notes: [],
  };
}

/** The end of an answer that stands alone: its parts under headings of their own. */
export function backBlocks(desk: HeadDesk, blocks: readonly Block[], ends: Ends): readonly Block[] {
  return endParts(desk, blocks, ends).flatMap((part) => [heading(2, '', part.title), ...part.blocks]);
}

/** Chapter 7, the end of a report, with its terms. */
export function endBlocks(desk: HeadDesk, blocks: readonly Block[], ends: Ends): readonly Block[] {
  const terms = { title: SHAPE[desk.language].glossary.title, blocks: [glossary(desk)] };
  const parts = [...endParts(desk, blocks, ends), terms].flatMap((part, k) => [
    heading(3, `7.${k + 1}`, part.title),
    ...part.blocks,
  ]);
  return [heading(2, '7', SHAPE[desk.language].end), ...parts];
}
