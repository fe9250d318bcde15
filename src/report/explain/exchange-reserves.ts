import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { EXCHANGE_RESERVES } from '../messages/explain/exchange-reserves.ts';
import { decimal, level as price } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Reserves = PartAnswer<'flows', 'exchangeReserves'>;

const TOLD = 20;

export const tellExchangeReserves: Teller<Reserves> = (desk, part) => {
  const { date, level } = part;
  if (!date || !part.peakDate || !hasValue(level)) {
    return {
      headline: [],
      blocks: part.venues.length === 0 ? [] : [paragraph(desk, [], venuesOf(desk, part))],
    };
  }
  const m = EXCHANGE_RESERVES[desk.language];
  const { w } = desk;
  const fact = m.level({
    day: w.day(date),
    level: coins(desk, level),
    gap: w.gap(part.fromPeak),
    peak: w.day(part.peakDate),
  });
  const stale = level.flags.includes('stale') && part.ageDays !== null ? [m.stale(part.ageDays)] : [];
  return {
    headline: [fact, ...stale],
    blocks: [
      paragraph(desk, fact, stale, yearOf(desk, part), venuesOf(desk, part), signsOf(desk, part)),
      chartOf(desk, part, date),
      ...(part.months.length === 0 ? [] : [monthTable(desk, part)]),
      signTable(desk, part),
    ],
  };
};

function coins({ w, language }: ExplainDesk, figure: Figure, signed = false): FigureSpan {
  const text = figure.value === null ? '' : decimal(figure.value, { decimals: 0, signed });
  return w.as(figure, EXCHANGE_RESERVES[language].coins(text));
}

function yearOf(desk: ExplainDesk, { changes, migration }: Reserves): readonly Inline[] {
  const m = EXCHANGE_RESERVES[desk.language];
  const year = changes.at(-1);
  return [
    ...(year && hasValue(year.growth)
      ? [m.year({ growth: desk.w.change(year.growth), net: coins(desk, year.net, true) })]
      : []),
    ...(hasValue(migration.elsewhere)
      ? [
          m.migration({
            left: coins(desk, migration.left, true),
            funds: coins(desk, migration.toFunds, true),
            elsewhere: coins(desk, migration.elsewhere, true),
          }),
        ]
      : []),
  ];
}

function venuesOf(desk: ExplainDesk, { venues }: Reserves): readonly Inline[] {
  const m = EXCHANGE_RESERVES[desk.language];
  return venues.map(({ venue, date, level, net30 }) =>
    m.venue({
      name: desk.name(`btc-exchange-reserve-${venue}`),
      day: desk.w.day(date),
      level: coins(desk, level),
      net: coins(desk, net30, true),
    }),
  );
}

function signsOf(desk: ExplainDesk, { signs }: Reserves): readonly Inline[] {
  const [inflow, outflow] = [signs.inflow, signs.outflow].map((side) =>
    side.find(({ days }) => days === TOLD),
  );
  const difference = signs.difference.find(({ days }) => days === TOLD)?.value;
  if (!inflow || !outflow || !hasValue(difference) || signs.speaksFor === null) return [];
  const { w } = desk;
  return [
    EXCHANGE_RESERVES[desk.language].signs({
      days: TOLD,
      inflow: [w.change(inflow.mean)],
      outflow: [w.change(outflow.mean)],
      difference: w.banded(difference),
      speaksFor: signs.speaksFor,
    }),
  ];
}

function monthTable(desk: ExplainDesk, { months }: Reserves): TableBlock {
  const m = EXCHANGE_RESERVES[desk.language].months;
  return table(desk, {
    id: 'exchange-months',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('month', m.month),
      column('net', m.net, { phone: true }),
      column('price', m.price),
      column('value', m.value, { phone: true }),
    ],
    groups: [
      {
        rows: months.map(({ month, complete, net, price: mean, value }) => ({
          cells: [
            complete ? cell(month) : under([month], m.unfinished),
            cell(desk.w.as(net, net.value === null ? '' : decimal(net.value, { decimals: 0, signed: true }))),
            mean === null ? cell() : cell(price(mean)),
            cell(desk.w.money(value)),
          ],
        })),
      },
    ],
  });
}

function signTable(desk: ExplainDesk, { signs }: Reserves): TableBlock {
  const m = EXCHANGE_RESERVES[desk.language].tests;
  const { w } = desk;
  return table(desk, {
    id: 'exchange-signs',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('days', m.days),
      column('inflow', m.inflow, { phone: true }),
      column('outflow', m.outflow, { phone: true }),
      column('base', m.base),
      column('difference', m.difference, { phone: true }),
    ],
    groups: [
      {
        rows: signs.difference.map(({ days, value }, row) => ({
          cells: [
            cell(String(days)),
            cell(w.change(signs.inflow[row]!.mean)),
            cell(w.change(signs.outflow[row]!.mean)),
            cell(w.change(signs.inflow[row]!.baseMean)),
            under([w.change(value)], w.range(value)),
          ],
        })),
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, part: Reserves, date: string): ChartBlock {
  const m = EXCHANGE_RESERVES[desk.language].chart;
  return linesChart(
    desk,
    {
      id: 'exchange-reserves-chart',
      title: m.title({ day: desk.w.day(date), level: coins(desk, part.level) }),
      measure: m.measure,
      height: 220,
    },
    {
      dates: part.series.dates,
      lines: [{ name: '', values: part.series.reserve }],
      format: (value) => decimal(value, { decimals: 0 }),
    },
  );
}
