import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import { type WaterfallPanel, waterfall, waterfallHeight } from '../charts/waterfall.ts';
import { cell, column, head } from '../compose/cells.ts';
import { block, NARROW, WIDE } from '../compose/charts.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, ChartBlock, TableBlock } from '../document.ts';
import { drawnSplit } from '../drawn.ts';
import { type Inline, strong } from '../inline.ts';
import { MINUS } from '../numbers.ts';
import { bandCell, banded, pointsOf, pointText, sharesOf } from './amounts.ts';
import { type CascadeDesk, leadOf, ofAsset, shocked } from './desk.ts';
import { markedFrame } from './marked.ts';

type Cause = CascadeAnswer['causes'][number];

/** The parts of a fall as printed: the shock first, then the sellers in order; they add to the whole. */
interface Printed {
  readonly whole: string;
  readonly shock: string;
  readonly sellers: readonly string[];
}

function printed({ whole, shock, sellers }: Cause): Printed | undefined {
  const parts = [shock, ...sellers.map(({ share }) => share)];
  if (!hasValue(whole) || !parts.every(hasValue)) return undefined;
  const [first, ...rest] = pointsOf(
    parts.map(({ value }) => value ?? 0),
    whole.value,
  ) as [string, ...string[]];
  return { whole: pointText(100 * whole.value), shock: first, sellers: rest };
}

/** What the sellers sell in all, and what each adds to the fall. */
export function saleLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer } = desk;
  const { total, bySeller, bought } = answer.forced;
  if (!hasValue(total) || bySeller.every(({ share }) => !share.value)) return [words.sale.nothing];
  const shares = sharesOf(bySeller.map(({ share }) => share.value ?? 0));
  const parts = bySeller.flatMap(({ title, share }, k) =>
    share.value
      ? [
          {
            name: words.inSentence(title[desk.language]),
            value: desk.w.as(share, shares[k]!),
            size: share.value,
          },
        ]
      : [],
  );
  return [
    words.sale.total(banded(desk, total, 'money')),
    words.sale.shares(parts.sort((a, b) => b.size - a.size)),
    ...(hasValue(bought) && bought.value > 0 ? [words.sale.bought(banded(desk, bought, 'money'))] : []),
  ];
}

/** What the fall of the first asset is made of, in a sentence. */
export function causeLines(desk: CascadeDesk): readonly Inline[] {
  if (desk.answer.parameters.causes === 'none') return [desk.words.sale.noCauses];
  const cause = ofAsset(desk.answer.causes, leadOf(desk));
  const texts = cause && printed(cause);
  if (!cause || !texts || cause.sellers.length === 0) return [];
  const parts = cause.sellers.map(({ title, share }, k) => ({
    name: desk.words.inSentence(title[desk.language]),
    value: desk.w.as(share, texts.sellers[k]!),
    shown: texts.sellers[k] !== pointText(0),
  }));
  return [
    desk.words.sale.cause({
      name: desk.name(cause.asset),
      whole: desk.w.as(cause.whole, texts.whole),
      shock: desk.w.as(cause.shock, texts.shock),
      parts: parts.filter(({ shown }) => shown),
    }),
  ];
}

/** Every seller of the catalogue: on or not, what it sells, what it adds to the fall of the first asset. */
export function sellerTable(desk: CascadeDesk): TableBlock {
  const { words, answer, language } = desk;
  const { columns: c } = words;
  const { bySeller } = answer.forced;
  const cause = ofAsset(answer.causes, leadOf(desk));
  const texts = cause && printed(cause);
  const shares = sharesOf(bySeller.map(({ share }) => share.value ?? 0));
  const causeCell = (id: string): Cell => {
    const k = cause?.sellers.findIndex((one) => one.id === id) ?? -1;
    const text = texts?.sellers[k];
    return text === undefined ? cell() : cell(desk.w.as(cause!.sellers[k]!.share, text));
  };
  const rows = answer.sellers.map(({ id, title, summary, state }) => {
    const k = bySeller.findIndex((one) => one.id === id);
    const sold = bySeller[k];
    return {
      cells: [
        cell(title[language]),
        cell(words.states[state]),
        sold ? bandCell(desk, sold.usd, 'money') : cell(),
        sold && hasValue(sold.share) ? cell(desk.w.as(sold.share, shares[k]!)) : cell(),
        causeCell(id),
        cell(summary[language]),
      ],
    };
  });
  const ends = texts
    ? [
        row(words.shockRow, cell(), cell(), cell(desk.w.as(cause!.shock, texts.shock))),
        row(
          words.total,
          bandCell(desk, answer.forced.total, 'money'),
          cell(bySeller.some(({ share }) => share.value) ? '100.0%' : ''),
          cell(strong(desk.w.as(cause!.whole, texts.whole))),
        ),
      ]
    : [];
  return table(desk, {
    id: 'cascade-sellers',
    label: '',
    title: words.sellers.title,
    measure: words.sellers.measure(desk.name(leadOf(desk))),
    columns: [
      head('seller', c.seller),
      column('state', c.state),
      column('sold', c.sold, { phone: true }),
      column('share', c.share),
      column('cause', c.cause, { phone: true }),
      column('rule', c.rule, { align: 'start' }),
    ],
    groups: [{ rows }, ...(ends.length > 0 ? [{ rows: ends }] : [])],
  });
}

function row(name: string, ...[sold, share, cause]: readonly [Cell, Cell, Cell]) {
  return { cells: [cell(name), cell(), sold, share, cause, cell()] };
}

/** Three of them fit beside one another; a phone has them one by one. */
const MOST_PANELS = 3;

/** What the falls are made of: the shocked assets first, then those that fall furthest. */
export function causeChart(desk: CascadeDesk): readonly ChartBlock[] {
  const { words, answer, language } = desk;
  const named = shocked(desk);
  const order = (one: Cause) => (named.includes(one.asset) ? 1 : 0);
  const causes = [...answer.causes]
    .filter((one) => printed(one) !== undefined && one.sellers.length > 0)
    .sort((a, b) => order(b) - order(a) || (b.whole.value ?? 0) - (a.whole.value ?? 0))
    .slice(0, MOST_PANELS);
  const [first] = causes;
  if (!first) return [];
  const texts = printed(first)!;
  const shown = {
    id: 'cascade-causes',
    number: desk.nextChart(),
    title: words.waterfall.title({
      name: desk.name(first.asset),
      whole: desk.w.as(first.whole, texts.whole),
      shock: desk.w.as(first.shock, texts.shock),
    }),
    measure: words.waterfall.measure,
  };
  const shownAt = first.sellers.flatMap((_, k) => (causes.some((one) => addsAt(one, k)) ? [k] : []));
  const rows = [words.shockRow, ...shownAt.map((k) => first.sellers[k]!.title[language])];
  const panels = causes.map((one) => panelOf(desk, one, shownAt));
  const height = waterfallHeight(rows.length);
  const picture = (
    width: 'wide' | 'narrow',
    pixels: number,
    part: string,
    some: readonly WaterfallPanel[],
  ) => ({
    width,
    svg: waterfall(markedFrame(desk, shown, { width: pixels, height, part }), {
      rows,
      grey: 0,
      total: words.total,
      panels: some,
    }),
  });
  return [
    block(desk, shown, {
      layout: 'one',
      draw: () => [
        picture('wide', WIDE, 'wide', panels),
        ...panels.map((panel, k) => picture('narrow', NARROW, `narrow-${k + 1}`, [panel])),
      ],
      drawn: drawnSplit(words.columns.seller, { rows, total: words.total, panels }),
    }),
  ];
}

/** Whether the seller's share is printed as more or less than nothing. */
function addsAt(cause: Cause, seller: number): boolean {
  return printed(cause)?.sellers[seller] !== pointText(0);
}

function panelOf(desk: CascadeDesk, one: Cause, shownAt: readonly number[]): WaterfallPanel {
  const texts = printed(one)!;
  const parts = [texts.shock, ...shownAt.map((k) => texts.sellers[k]!)];
  const depths = [one.shock, ...shownAt.map((k) => one.sellers[k]!.share)].map(({ value }) => value ?? 0);
  return {
    name: desk.name(one.asset),
    steps: depths.map((depth, k) => (parts[k] === pointText(0) ? null : -depth)),
    texts: [...parts, texts.whole].map(asChange),
  };
}

/** A depth as a change of the price: the sign turned. */
function asChange(depth: string): string {
  if (/^0\.0*%$/.test(depth)) return depth;
  return depth.startsWith(MINUS) ? `+${depth.slice(1)}` : `${MINUS}${depth}`;
}
