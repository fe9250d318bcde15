import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { SPREADS } from '../messages/explain/spreads.ts';
import { basisPoints, decimal } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Spreads = PartAnswer<'flows', 'spreads'>;
type Pair = Spreads['pairs'][number];

export const tellSpreads: Teller<Spreads> = (desk, { pairs, leadLags }) => {
  const known = pairs.filter(({ largest }) => hasValue(largest));
  const widest = known.toSorted((a, b) => Math.abs(b.largest.value!) - Math.abs(a.largest.value!))[0];
  if (!widest) return { headline: [], blocks: leadLagTable(desk, leadLags) };
  const m = SPREADS[desk.language];
  const key = m.widest({
    pair: nameOf(desk, widest),
    largest: points(desk, widest.largest),
    at: widest.largestAt!.replace('T', ' ').replace('Z', ' UTC'),
    median: points(desk, widest.median),
    p95: points(desk, widest.p95),
  });
  return {
    headline: [key],
    blocks: [
      paragraph(desk, key, pairLines(desk, widest), leadLines(desk, leadLags)),
      pairChart(desk, widest),
      pairTable(desk, known),
      ...leadLagTable(desk, leadLags),
    ],
  };
};

function nameOf({ language }: ExplainDesk, { id }: Pair): string {
  return SPREADS[language].names[id] ?? id;
}

function points({ w }: ExplainDesk, figure: Figure, decimals = 1): FigureSpan {
  return figure.value === null ? w.change(figure) : w.as(figure, basisPoints(figure.value, { decimals }));
}

function duration({ language, w }: ExplainDesk, figure: Figure): FigureSpan {
  if (figure.value === null) return w.change(figure);
  const m = SPREADS[language];
  const minutes = figure.value * 1440;
  if (minutes < 90) return w.as(figure, m.minutes(decimal(minutes, { decimals: minutes < 10 ? 1 : 0 })));
  if (minutes < 2880) return w.as(figure, m.hours(decimal(minutes / 60, { decimals: 1 })));
  return w.as(figure, m.days(decimal(figure.value, { decimals: 1 })));
}

function pairLines(desk: ExplainDesk, pair: Pair): readonly Inline[] {
  const m = SPREADS[desk.language];
  return [
    m.arbitrage({
      pair: nameOf(desk, pair),
      share: desk.w.share(pair.beyondFees, 1),
      fees: basisPoints(Number(pair.beyondFees.of.params?.fees), { decimals: 1 }),
      net: points(desk, pair.net, 2),
    }),
    ...(hasValue(pair.halfLife)
      ? [m.halfLife({ pair: nameOf(desk, pair), time: duration(desk, pair.halfLife) })]
      : []),
  ];
}

function leadLines(desk: ExplainDesk, leadLags: Spreads['leadLags']): readonly Inline[] {
  const m = SPREADS[desk.language];
  const told = leadLags.flatMap(({ first, second, minutes, lags, leads }) => {
    const same = lags.find(({ lag }) => lag === 0)!.correlation;
    if (!hasValue(same)) return [];
    const names = { first: desk.name(first), second: desk.name(second) };
    return [m.leads({ ...names, bar: m.bar(minutes), same: desk.w.ratio(same), leads })];
  });
  const daily = leadLags.some(({ asynchronous, lags }) => asynchronous && hasValue(lags[0]!.correlation));
  return [...told, ...(daily ? [m.clock] : [])];
}

function pairChart(desk: ExplainDesk, pair: Pair): Block {
  const m = SPREADS[desk.language].chart;
  return linesChart(
    desk,
    { id: 'venue-spread', title: m.title(nameOf(desk, pair)), measure: m.measure },
    {
      dates: pair.series.dates,
      lines: [{ name: '', values: pair.series.values.map((value) => (value === null ? null : 1e4 * value)) }],
      format: (value) => decimal(value, { decimals: 1 }),
      zero: true,
    },
  );
}

function pairTable(desk: ExplainDesk, pairs: readonly Pair[]): TableBlock {
  const m = SPREADS[desk.language].table;
  const bare = (figure: Figure): FigureSpan =>
    figure.value === null
      ? desk.w.change(figure)
      : desk.w.as(figure, decimal(1e4 * figure.value, { decimals: 1 }));
  return table(desk, {
    id: 'venue-spreads',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('pair', m.pair),
      column('median', m.median, { phone: true }),
      column('p95', m.p95),
      column('largest', m.largest, { phone: true }),
      column('half-life', m.halfLife),
      column('beyond', m.beyond),
    ],
    groups: [
      {
        rows: pairs.map((pair) => ({
          cells: [
            cell(nameOf(desk, pair)),
            cell(bare(pair.median)),
            cell(bare(pair.p95)),
            cell(bare(pair.largest)),
            cell(duration(desk, pair.halfLife)),
            cell(desk.w.share(pair.beyondFees, 1)),
          ],
        })),
      },
    ],
  });
}

/** The lags that every pair has. */
const SHOWN = [-2, -1, 0, 1, 2];

function leadLagTable(desk: ExplainDesk, leadLags: Spreads['leadLags']): readonly TableBlock[] {
  const known = leadLags.filter(({ lags }) => lags.some(({ correlation }) => hasValue(correlation)));
  if (known.length === 0) return [];
  const { matrix: m, bar } = SPREADS[desk.language];
  const text = (value: number) => decimal(value, { decimals: 2 });
  return [
    table(desk, {
      id: 'lead-lag',
      label: '',
      title: m.title,
      measure: m.measure,
      columns: [
        head('pair', m.pair),
        ...SHOWN.map((lag) =>
          column(`lag${lag}`, decimal(lag, { decimals: 0, signed: true }), { phone: Math.abs(lag) < 2 }),
        ),
      ],
      groups: [
        {
          rows: known.map(({ first, second, minutes, lags }) => ({
            cells: [
              under([`${desk.name(first)} · ${desk.name(second)}`], bar(minutes)),
              ...SHOWN.map((shown) => {
                const { correlation } = lags.find(({ lag }) => lag === shown)!;
                const { band } = correlation;
                return band
                  ? under([desk.w.ratio(correlation)], desk.m.range(text(band.low), text(band.high)))
                  : cell(desk.w.ratio(correlation));
              }),
            ],
          })),
        },
      ],
    }),
  ];
}
