import { cell, column, head, optional } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { POSITIONING } from '../messages/explain/positioning.ts';
import { decimal } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Positioning = PartAnswer<'flows', 'positioning'>;
type Contract = Positioning['contracts'][number];
type Order = NonNullable<Positioning['order']>;

export const tellPositioning: Teller<Positioning> = (desk, { contracts, order }) => {
  const known = contracts.filter(({ net }) => hasValue(net));
  const told = known.slice(0, 1).flatMap((one) => reportOf(desk, one));
  const first = order ? orderOf(desk, order) : [];
  const { meaning } = POSITIONING[desk.language];
  return {
    headline: [...told.slice(0, 1), ...first.slice(0, 1)],
    blocks: [
      ...plain(desk, told, first, first.length > 0 ? [meaning] : []),
      ...(known.length > 0 ? [contractTable(desk, known)] : []),
      ...(order?.from && order.to && first.length > 0 ? [orderTable(desk, order, order.from, order.to)] : []),
    ],
  };
};

function bare({ w }: ExplainDesk, figure: Figure, signed: boolean): FigureSpan {
  return w.as(figure, figure.value === null ? '' : decimal(figure.value, { decimals: 0, signed }));
}

function reportOf(desk: ExplainDesk, one: Contract): readonly Inline[] {
  const month = one.changes.find(({ weeks }) => weeks === 4)?.value;
  if (!one.date || !one.published || one.ageDays === null || !hasValue(one.net)) return [];
  if (!hasValue(month) || !hasValue(one.changePercentile)) return [];
  const m = POSITIONING[desk.language];
  const { w } = desk;
  const size = decimal(Math.abs(one.net.value), { decimals: 0 });
  return [
    m.report({
      contract: one.contract,
      day: w.day(one.date),
      long: one.net.value >= 0,
      net: w.as(one.net, m.contracts(size)),
      change: bare(desk, month, true),
      percentile: w.percentile(one.changePercentile),
    }),
    m.age({ days: one.ageDays, published: w.day(one.published.slice(0, 10)) }),
  ];
}

function orderOf(desk: ExplainDesk, { tests, from, to }: Order): readonly Inline[] {
  if (!from || !to || tests.every(({ p }) => !hasValue(p))) return [];
  const m = POSITIONING[desk.language];
  const holding = tests.filter(({ holds }) => holds);
  if (holding.length === 0) return [m.none({ from: desk.w.day(from), to: desk.w.day(to) })];
  return holding.map(({ first, second, p }) => m.first({ first, second, p: pValue(desk, p) }));
}

function contractTable(desk: ExplainDesk, contracts: readonly Contract[]): TableBlock {
  const m = POSITIONING[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'futures-positioning',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('contract', m.table.contract),
      column('date', m.table.date),
      column('net', m.table.net, { phone: true }),
      ...contracts[0]!.changes.map(({ weeks }) =>
        column(`w${weeks}`, m.table.change(weeks), { phone: weeks > 1 }),
      ),
      column('percentile', m.table.percentile, { phone: true }),
      column('change-percentile', m.table.changePercentile),
      column('share', m.table.share),
    ],
    groups: [
      {
        rows: contracts.map((one) => ({
          cells: [
            cell(m.names[one.contract]),
            cell(w.tableDay(one.date!)),
            cell(bare(desk, one.net, true)),
            ...one.changes.map(({ value }) => cell(bare(desk, value, true))),
            cell(w.percentile(one.percentile)),
            cell(w.percentile(one.changePercentile)),
            optional(one.share ?? undefined, (figure) => w.change(figure)),
          ],
        })),
      },
    ],
  });
}

function orderTable(desk: ExplainDesk, { tests, lags }: Order, from: string, to: string): TableBlock {
  const m = POSITIONING[desk.language];
  return table(desk, {
    id: 'who-first',
    label: '',
    title: m.order.title,
    measure: m.order.measure({ from: desk.w.tableDay(from), to: desk.w.tableDay(to), lags }),
    columns: [
      head('first', m.order.first),
      column('second', m.order.second, { align: 'start', phone: true }),
      column('p', 'p', { phone: true }),
      column('holds', m.order.holds, { phone: true }),
    ],
    groups: [
      {
        rows: tests.map(({ first, second, p, holds }) => ({
          cells: [
            cell(m.groups[first]),
            cell(m.groups[second]),
            cell(hasValue(p) ? pValue(desk, p) : desk.w.ratio(p)),
            cell(holds ? m.order.yes : m.order.no),
          ],
        })),
      },
    ],
  });
}
