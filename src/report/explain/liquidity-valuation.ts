import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { LIQUIDITY_VALUATION } from '../messages/explain/liquidity-valuation.ts';
import { level, percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { monthWords, pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Valuation = PartAnswer<'liquidity', 'liquidityValuation'>;

const SIGNIFICANT = 0.05;

export const tellLiquidityValuation: Teller<Valuation> = (desk, part) => {
  const technology = part.technology.flatMap((one) => technologyLines(desk, one));
  const money = moneyLines(desk, part);
  const headline = [...technology.slice(0, 1), ...money.slice(0, 1)];
  const rest = [...technology.slice(1), ...money.slice(1), ...otherLines(desk, part)];
  if (headline.length + rest.length === 0) return { headline: [], blocks: [] };
  const { meaning } = LIQUIDITY_VALUATION[desk.language];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, rest, [[meaning]]),
      ...moneyChart(desk, part),
      ...segmentTable(desk, part),
    ],
  };
};

function technologyLines(desk: ExplainDesk, one: Valuation['technology'][number]): readonly Inline[] {
  const { w } = desk;
  const m = LIQUIDITY_VALUATION[desk.language];
  const { liquidity, realYield } = one;
  if (!one.date || !hasValue(liquidity) || !hasValue(realYield)) return [];
  return [
    m.technology({
      name: desk.name(one.target),
      day: w.day(one.date),
      actual: w.change(one.actual),
      fitted: w.change(one.fitted),
      residual: w.change(one.residual),
      r2: w.ratio(one.rSquared),
    }),
    m.slopes({
      liquidity: per(desk, liquidity, 0.01),
      realYield: per(desk, realYield, 0.001),
      zero: liquidity.band !== undefined && liquidity.band.low <= 0 && liquidity.band.high >= 0,
    }),
  ];
}

/** A slope as the change that goes with a step of its regressor. */
function per({ w }: ExplainDesk, figure: Figure, step: number) {
  return w.as(figure, percent((figure.value ?? 0) * step, { decimals: 2, signed: true }));
}

function moneyLines(desk: ExplainDesk, { debasement }: Valuation): readonly Inline[] {
  const { month, fair, deviation, cointegrationP, segments } = debasement;
  if (!month || !hasValue(fair) || !hasValue(cointegrationP)) return [];
  const { w } = desk;
  const m = LIQUIDITY_VALUATION[desk.language];
  const { band } = fair;
  return [
    m.money({
      month: monthWords(desk, month),
      deviation: w.change(deviation, 0),
      fair: w.priced(fair),
      range: band ? desk.m.range(level(band.low), level(band.high)) : '',
      cointegrated: cointegrationP.value < SIGNIFICANT,
      p: pValue(desk, cointegrationP),
    }),
    m.segments(segments.length),
  ];
}

function otherLines(desk: ExplainDesk, { mortgage, velocity }: Valuation): readonly Inline[] {
  const { w } = desk;
  const m = LIQUIDITY_VALUATION[desk.language];
  return [
    ...(mortgage.date && hasValue(mortgage.spread)
      ? [m.mortgage({ day: w.day(mortgage.date), spread: w.size(mortgage.spread) })]
      : []),
    ...(velocity.date && hasValue(velocity.change)
      ? [
          m.velocity({
            day: w.day(velocity.date),
            level: w.ratio(velocity.level),
            change: w.change(velocity.change),
          }),
        ]
      : []),
  ];
}

function moneyChart(desk: ExplainDesk, { debasement }: Valuation): readonly Block[] {
  const { month, history } = debasement;
  if (!month) return [];
  const m = LIQUIDITY_VALUATION[desk.language].chart;
  return [
    linesChart(
      desk,
      { id: 'liquidity-valuation-chart', title: m.title(monthWords(desk, month)), measure: m.measure },
      {
        dates: history.dates,
        lines: [
          { name: m.price, values: history.price },
          { name: m.fair, values: history.fair },
        ],
        format: level,
      },
    ),
  ];
}

function segmentTable(desk: ExplainDesk, { debasement }: Valuation): readonly Block[] {
  if (debasement.segments.length < 2) return [];
  const m = LIQUIDITY_VALUATION[desk.language].table;
  return [
    table(desk, {
      id: 'liquidity-valuation-table',
      label: '',
      title: m.title,
      measure: m.measure,
      columns: [head('stretch', m.stretch), column('growth', m.growth, { phone: true })],
      groups: [
        {
          rows: debasement.segments.map(({ from, to, growth }) => ({
            cells: [
              cell(m.span(monthWords(desk, from), monthWords(desk, to))),
              cell(desk.w.as(growth, percent(growth.value ?? 0, { decimals: 0, signed: true }))),
            ],
          })),
        },
      ],
    }),
  ];
}
