import { cell, column, head } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { ORDER_BOOK } from '../messages/explain/order-book.ts';
import { basisPoints, decimal, percent, shiftPoint } from '../numbers.ts';
import { moneySpan } from './amounts.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type OrderBook = PartAnswer<'flows', 'orderBook'>;

export const tellOrderBook: Teller<OrderBook> = (desk, part) => {
  const widest = part.bands.at(-1);
  if (!part.date || !part.lowest || !widest) return { headline: [], blocks: [] };
  const m = ORDER_BOOK[desk.language];
  const { w } = desk;
  const lowest = m.lowest({
    day: w.day(part.date),
    time: clock(part.lowest),
    bids: moneySpan(desk, widest.bids.low),
    before: moneySpan(desk, widest.bids.before),
    ratio: w.share(part.ratio, 1),
  });
  const old = part.age.flags.includes('stale') ? [m.stale(w.day(part.date))] : [];
  const back = recoveryLines(desk, part, widest);
  return {
    headline: hasValue(part.ratio) ? [lowest, ...old] : old,
    blocks: [
      ...(hasValue(part.ratio) ? [paragraph(desk, lowest, old, back)] : []),
      depthChart(desk, part, widest),
      marksTable(desk, part),
      bandsTable(desk, part),
    ],
  };
};

function recoveryLines(
  desk: ExplainDesk,
  part: OrderBook,
  widest: OrderBook['bands'][number],
): readonly Inline[] {
  const m = ORDER_BOOK[desk.language];
  const { w } = desk;
  const { halfLife, regained, marks } = part;
  return [
    ...(bidsWentFurther(part, widest)
      ? [m.asks({ before: moneySpan(desk, widest.asks.before), low: moneySpan(desk, widest.asks.low) })]
      : []),
    ...(part.last && part.last !== part.lowest
      ? [
          m.recovered({
            time: clock(part.last),
            bids: moneySpan(desk, widest.bids.last),
            regained: w.share(regained),
          }),
        ]
      : []),
    ...(hasValue(halfLife) && halfLife.band
      ? [
          m.halfLife({
            hours: w.as(halfLife, hours(desk, halfLife.value)),
            range: desk.m.range(hours(desk, halfLife.band.low), hours(desk, halfLife.band.high)),
            beyond: halfLife.flags.includes('extrapolated'),
          }),
        ]
      : []),
    ...(part.frozen.length > 0 || marks.some(({ reading, bids }) => reading !== null && !hasValue(bids))
      ? [m.frozen]
      : []),
  ];
}

function bidsWentFurther({ ratio }: OrderBook, { asks }: OrderBook['bands'][number]): boolean {
  if (!hasValue(asks.low) || !hasValue(asks.before) || !hasValue(ratio)) return false;
  return asks.low.value / asks.before.value > ratio.value;
}

/** Minute of an instant, UTC. */
function clock(instant: string): string {
  return instant.slice(11, 16);
}

function hours(desk: ExplainDesk, days: number): string {
  return ORDER_BOOK[desk.language].hours(decimal(days * 24, { decimals: 1 }));
}

function depthChart(
  desk: ExplainDesk,
  { series }: OrderBook,
  widest: OrderBook['bands'][number],
): ChartBlock {
  const m = ORDER_BOOK[desk.language].chart;
  const millions = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : shiftPoint(value, -6)));
  return linesChart(
    desk,
    {
      id: 'order-book',
      title: m.title({ before: moneySpan(desk, widest.bids.before), low: moneySpan(desk, widest.bids.low) }),
      measure: m.measure,
    },
    {
      dates: series.dates,
      lines: [
        { name: m.bids, values: millions(series.bids) },
        { name: m.asks, values: millions(series.asks) },
      ],
      format: (value) => decimal(value, { decimals: 0 }),
      zero: true,
    },
  );
}

function marksTable(desk: ExplainDesk, { marks }: OrderBook): TableBlock {
  const m = ORDER_BOOK[desk.language].marks;
  return table(desk, {
    id: 'book-marks',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('time', m.time),
      column('bids', m.bids, { phone: true }),
      column('asks', m.asks, { phone: true }),
      column('imbalance', m.imbalance),
      column('cost', m.cost),
    ],
    groups: [
      {
        rows: marks.map(({ time, bids, asks, imbalance, cost }) => ({
          cells: [
            cell(clock(time)),
            cell(moneySpan(desk, bids)),
            cell(moneySpan(desk, asks)),
            cell(desk.w.ratio(imbalance)),
            cell(desk.w.as(cost, basisPoints(cost.value ?? 0, { decimals: 1 }))),
          ],
        })),
      },
    ],
  });
}

function bandsTable(desk: ExplainDesk, { bands }: OrderBook): TableBlock {
  const m = ORDER_BOOK[desk.language].bands;
  const row = (name: string, { before, low, last }: OrderBook['bands'][number]['bids']) => ({
    cells: [cell(name), ...[before, low, last].map((figure) => cell(moneySpan(desk, figure)))],
  });
  const within = (fraction: number) => percent(fraction, { decimals: 0 });
  return table(desk, {
    id: 'book-bands',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('within', m.within),
      column('before', m.before, { phone: true }),
      column('low', m.low, { phone: true }),
      column('last', m.last),
    ],
    groups: [
      { rows: bands.map((band) => row(m.bid(within(band.within)), band.bids)) },
      { rows: bands.map((band) => row(m.ask(within(band.within)), band.asks)) },
    ],
  });
}
