import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { CRYPTO_FUNDING } from '../messages/explain/crypto-funding.ts';
import { decimal, money, percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Funding = PartAnswer<'flows', 'cryptoFunding'>;

export const tellCryptoFunding: Teller<Funding> = (desk, part) => {
  const measured = part.gauges.filter(({ z }) => hasValue(z));
  const known = part.leverage.filter(({ value }) => hasValue(value));
  if (measured.length === 0 && known.length === 0) return { headline: [], blocks: [] };
  const m = CRYPTO_FUNDING[desk.language];
  const { w } = desk;
  const day = w.day(part.date);
  const counts = { measured: measured.length, all: part.gauges.length };
  const state = hasValue(part.score)
    ? m.score({ day, score: z(desk, part.score), loose: part.score.value > 0, ...counts })
    : m.noScore({ day, ...counts });
  const rank = hasValue(part.percentile) ? [m.percentile(w.percentile(part.percentile))] : [];
  return {
    headline: [state, ...rank],
    blocks: [
      ...plain(desk, [state], rank, largestOf(desk, part), hasValue(part.score) ? [m.meaning] : []),
      ...(hasValue(part.score) ? [chartOf(desk, part, day)] : []),
      gaugeTable(desk, part),
      stackTable(desk, part),
    ],
  };
};

function z({ w }: ExplainDesk, figure: Figure): FigureSpan {
  return w.as(
    figure,
    figure.value === null ? '' : decimal(figure.value, { decimals: 2, signed: true, lines: [0] }),
  );
}

function largestOf(desk: ExplainDesk, { gauges, score }: Funding): readonly Inline[] {
  if (!hasValue(score)) return [];
  const [largest] = gauges
    .filter(({ contribution }) => hasValue(contribution))
    .sort((a, b) => Math.abs(b.contribution.value!) - Math.abs(a.contribution.value!));
  if (!largest) return [];
  return [
    CRYPTO_FUNDING[desk.language].largest({
      gauge: largest.gauge,
      contribution: z(desk, largest.contribution),
    }),
  ];
}

/** A level, which has no sign, in the words of its unit. */
function levelled(desk: ExplainDesk, figure: Figure): FigureSpan {
  if (figure.unit === 'usd') return desk.w.as(figure, money(figure.value ?? 0, desk.language));
  return figure.unit === 'fraction' ? desk.w.share(figure, 2) : valued(desk, figure);
}

/** A value in the words of its unit. */
function valued(desk: ExplainDesk, figure: Figure): FigureSpan {
  const { w } = desk;
  const value = figure.value ?? 0;
  switch (figure.unit) {
    case 'usd':
      return w.money(figure);
    case 'btc':
      return w.as(figure, CRYPTO_FUNDING[desk.language].coins(decimal(value, { decimals: 0 })));
    case 'fraction-per-8h':
      return w.as(figure, percent(value, { decimals: 4, signed: true, lines: [0] }));
    case 'fraction-per-year':
      return w.as(figure, percent(value, { decimals: 1, signed: true, lines: [0] }));
    case 'fraction':
      return w.change(figure, 2);
    default:
      return w.ratio(figure);
  }
}

function gaugeTable(desk: ExplainDesk, { gauges, score }: Funding): TableBlock {
  const m = CRYPTO_FUNDING[desk.language];
  return table(desk, {
    id: 'crypto-funding-gauges',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('gauge', m.table.gauge),
      column('date', m.table.date),
      column('value', m.table.value, { phone: true }),
      column('z', 'z', { phone: true }),
      column('contribution', m.table.contribution),
    ],
    groups: [
      {
        rows: [
          ...gauges.map(({ gauge, date, value, z: own, contribution }) => ({
            cells: [
              cell(m.gauges[gauge]),
              date ? cell(desk.w.tableDay(date)) : cell(),
              cell(valued(desk, value)),
              cell(z(desk, own)),
              cell(z(desk, contribution)),
            ],
          })),
          { cells: [cell(m.table.sum), cell(), cell(), cell(), cell(z(desk, score))] },
        ],
      },
    ],
  });
}

function stackTable(desk: ExplainDesk, { leverage }: Funding): TableBlock {
  const m = CRYPTO_FUNDING[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'leverage-stack',
    label: '',
    title: m.stack.title,
    measure: m.stack.measure,
    columns: [
      head('row', m.stack.row),
      column('date', m.stack.date),
      column('value', m.stack.value, { phone: true }),
      column('change', m.stack.change, { phone: true }),
    ],
    groups: [
      {
        rows: leverage.map(({ id, date, value, change }) => {
          const day = date ? w.tableDay(date) : '';
          return {
            cells: [
              cell(m.leverage[id]),
              value.flags.includes('stale') ? under([day], m.stack.stale) : cell(day),
              cell(levelled(desk, value)),
              cell(w.change(change)),
            ],
          };
        }),
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, part: Funding, day: string): ChartBlock {
  const m = CRYPTO_FUNDING[desk.language].chart;
  return linesChart(
    desk,
    {
      id: 'crypto-funding-chart',
      title: m.title({ day, score: z(desk, part.score) }),
      measure: m.measure,
      height: 220,
    },
    {
      dates: part.series.dates,
      lines: [{ name: '', values: part.series.score }],
      format: (value) => decimal(value, { decimals: 1, signed: true }),
      zero: true,
    },
  );
}
