import { parseDay } from '../../data/time.ts';
import { paragraph } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { COINBASE_PREMIUM } from '../messages/explain/coinbase-premium.ts';
import { basisPoints, shiftPoint } from '../numbers.ts';
import { afterLine } from './after.ts';
import { barsChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Premium = PartAnswer<'flows', 'coinbasePremium'>;

const TOLD_AFTER = 20;

export const tellCoinbasePremium: Teller<Premium> = (desk, part) => {
  const { date, streak } = part;
  const premium = part.basis === 'raw' ? part.raw : part.corrected;
  if (!date || !streak.from || !streak.sign || !hasValue(premium)) return { headline: [], blocks: [] };
  const m = COINBASE_PREMIUM[desk.language];
  const { w } = desk;
  const level = m.level({
    coin: desk.name(part.asset),
    day: w.day(date),
    premium: bp(desk, premium),
    streak: w.count(streak.days),
    sign: streak.sign,
    from: w.day(streak.from),
  });
  const corrected = hasValue(part.corrected) ? m.corrected(bp(desk, part.corrected)) : m.notCorrected;
  return {
    headline: [level, corrected],
    blocks: [
      paragraph(desk, level, [corrected], ranksOf(desk, part), turnsOf(desk, part), dipsOf(desk, part), [
        m.meaning,
      ]),
      chartOf(desk, part, date, premium),
    ],
  };
};

export function bp({ w }: ExplainDesk, figure: Figure, decimals = 1): FigureSpan {
  return w.as(
    figure,
    figure.value === null ? '' : basisPoints(figure.value, { decimals, signed: true, lines: [0] }),
  );
}

/** The lowest since a few days ago is no news. */
const FAR_DAYS = 10;

function isFar({ date, lowestSince }: Premium): boolean {
  return date !== null && lowestSince !== null && parseDay(date) - parseDay(lowestSince) >= FAR_DAYS;
}

function ranksOf(desk: ExplainDesk, part: Premium): readonly Inline[] {
  const m = COINBASE_PREMIUM[desk.language];
  const { w } = desk;
  const { streak, ofYear, percentileYear } = part;
  const long = part.negative.at(-1);
  const area = w.as(
    streak.area,
    m.bpDays(basisPoints(streak.area.value ?? 0, { decimals: 0, signed: true, lines: [0] })),
  );
  return [
    ...(hasValue(percentileYear) ? [m.rank({ year: w.percentile(percentileYear), z: w.z(part.z) })] : []),
    ...(streak.sign === 'below' && part.lowestSince && isFar(part)
      ? [m.lowest(w.day(part.lowestSince))]
      : []),
    ...(ofYear
      ? [
          m.ofYear({
            year: ofYear.year,
            streaks: ofYear.streaks,
            length: ofYear.lengthRank,
            depth: ofYear.depthRank,
            sign: streak.sign!,
          }),
        ]
      : []),
    ...(streak.depthDate
      ? [m.depth({ depth: bp(desk, streak.depth), day: w.day(streak.depthDate), area })]
      : []),
    ...(long && hasValue(long.count) ? [m.negative({ days: long.days, count: w.count(long.count) })] : []),
  ];
}

function turnsOf(desk: ExplainDesk, { turns }: Premium): readonly Inline[] {
  const m = COINBASE_PREMIUM[desk.language];
  return turns.flatMap(({ closes, on, since, triggers, undone, after }) =>
    on === null || !since || !hasValue(undone)
      ? []
      : [
          m.turn({ closes, on, since: desk.w.day(since), triggers, undone: desk.w.share(undone) }),
          ...afterLine(
            desk,
            after.find(({ days }) => days === TOLD_AFTER),
          ),
        ],
  );
}

function dipsOf(desk: ExplainDesk, { dips }: Premium): readonly Inline[] {
  if (!hasValue(dips.score)) return [];
  const { w } = desk;
  return [
    COINBASE_PREMIUM[desk.language].dips({
      n: dips.days,
      rose: w.share(dips.premiumRose),
      roseBase: w.share(dips.premiumRoseBase),
      inflow: w.share(dips.inflowNext),
      inflowBase: w.share(dips.inflowNextBase),
      more: dips.score.value > 0,
    }),
  ];
}

function chartOf(desk: ExplainDesk, part: Premium, date: string, premium: Figure): ChartBlock {
  const m = COINBASE_PREMIUM[desk.language].chart;
  const { dates, premium: values } = part.series;
  const shownValues = values.map((value) => (value === null ? null : shiftPoint(value, 4)));
  return barsChart(
    desk,
    {
      id: 'coinbase-premium-chart',
      title: m.title({ day: desk.w.day(date), premium: bp(desk, premium) }),
      measure: m.measure,
      height: 220,
    },
    {
      dates,
      values: shownValues,
      format: (value) => basisPoints(shiftPoint(value, -4), { decimals: 0 }),
    },
  );
}
