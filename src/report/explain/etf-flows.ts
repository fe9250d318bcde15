import { paragraph } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import { ETF_FLOWS } from '../messages/explain/etf-flows.ts';
import { count } from '../numbers.ts';
import { barsChart, linesChart } from './flow-charts.ts';
import { fundTable, moneyTable } from './flow-tables.ts';
import { coins, flowScale, flowSize, monthWords, worthTelling } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

/** Sessions of a year under which its line shows no more than the sentence says. */
const FEWEST_POINTS = 6;

type EtfFlows = PartAnswer<'flows', 'etfFlows'>;

export const tellEtfFlows: Teller<EtfFlows> = (desk, part) => {
  const today = part.days.at(-1);
  if (!today || !part.date) return { headline: [], blocks: [] };
  const m = ETF_FLOWS[desk.language];
  const { w } = desk;
  const latest = m.latest({
    coin: desk.name(part.asset),
    day: w.day(today.date),
    flow: flowSize(desk, today.flow),
    side: part.streak.side,
    since: today.since && worthTelling(today) ? w.day(today.since) : null,
    first: today.since === null && part.streak.side !== 'none',
  });
  const month = monthLines(desk, part);
  const key = [...streakLines(desk, part), ...month];
  return {
    headline: [latest, ...month.slice(0, 1)],
    blocks: [
      paragraph(desk, latest, key, stateLines(desk, part), shareLines(desk, part), gapLines(desk, part)),
      moneyTable(desk, part),
      ...charts(desk, part),
      ...fundTable(desk, part),
    ],
  };
};

function streakLines(desk: ExplainDesk, { streak, days }: EtfFlows): readonly Inline[] {
  const m = ETF_FLOWS[desk.language];
  const one = streak.sessions.value === 1;
  if (!hasValue(streak.sessions) || streak.side === 'none' || (one && !days.at(-1)!.reversal)) return [];
  const { w } = desk;
  return [m.streak({ side: streak.side, n: w.count(streak.sessions), one, sum: flowSize(desk, streak.sum) })];
}

function monthLines(desk: ExplainDesk, { month }: EtfFlows): readonly Inline[] {
  if (!month.start || !hasValue(month.rank)) return [];
  const m = ETF_FLOWS[desk.language];
  const { w } = desk;
  return [
    m.monthLine({
      month: monthWords(desk, month.start),
      n: month.sessions,
      flow: w.money(month.toDate),
      rank: w.count(month.rank),
      only: month.record === null,
    }),
    ...(month.record
      ? [
          m.record({
            month: monthWords(desk, month.record.start),
            flow: w.money(month.record.flow),
            beyond: month.beyond,
            projected: month.projectedBeyond,
            projection: w.money(month.projection),
            left: month.left,
          }),
        ]
      : []),
  ];
}

function stateLines(desk: ExplainDesk, part: EtfFlows): readonly Inline[] {
  const m = ETF_FLOWS[desk.language];
  const { w } = desk;
  const { reversals, persistence, volatility, volatilityPercentile, year } = part;
  return [
    ...(hasValue(reversals.last20) && hasValue(persistence)
      ? [
          m.reversals({
            n: w.count(reversals.last20),
            rate: w.share(reversals.rate),
            persistence: w.ratio(persistence),
            range: w.range(persistence),
            persists: (persistence.band?.low ?? 0) > 0,
          }),
        ]
      : []),
    ...(hasValue(volatilityPercentile)
      ? [
          m.volatility({
            volatility: flowSize(desk, volatility),
            percentile: w.percentile(volatilityPercentile),
          }),
        ]
      : []),
    ...(hasValue(year.thisYear.coins) && hasValue(year.lastYear.coins)
      ? [
          m.year({
            year: Number(part.date!.slice(0, 4)),
            coins: coins(desk, year.thisYear.coins),
            last: coins(desk, year.lastYear.coins),
          }),
        ]
      : []),
  ];
}

function shareLines(desk: ExplainDesk, { shares, month }: EtfFlows): readonly Inline[] {
  const m = ETF_FLOWS[desk.language];
  const { w } = desk;
  const [largest] = shares.funds;
  if (!largest || !hasValue(largest.flowShare) || !hasValue(largest.assetShare)) return [];
  const bleeding = shares.funds.filter(({ bleeds }) => bleeds).map(({ ticker }) => ticker);
  const sameSide = largest.flowShare.value > 0;
  return [
    ...(sameSide
      ? [
          m.leading({
            fund: largest.ticker,
            share: w.share(largest.flowShare),
            weight: w.share(largest.assetShare),
            out: (month.toDate.value ?? 0) < 0,
          }),
        ]
      : []),
    ...(bleeding.length > 0 ? [m.bleeding(bleeding.join(desk.language === 'en' ? ', ' : '、'))] : []),
    m.concentration({ hhi: w.ratio(shares.concentration) }),
    m.proxy,
  ];
}

function gapLines(desk: ExplainDesk, { awaited, unreported }: EtfFlows): readonly Inline[] {
  const m = ETF_FLOWS[desk.language];
  const list = (days: readonly string[]) => days.map(desk.w.day).join(desk.language === 'en' ? ', ' : '、');
  return [
    ...(awaited.length > 0 ? [m.awaited(list(awaited))] : []),
    ...(unreported.length > 0 ? [m.unreported(list(unreported))] : []),
  ];
}

function charts(desk: ExplainDesk, { series, month, year, days }: EtfFlows): readonly Block[] {
  const m = ETF_FLOWS[desk.language];
  const { shown, format } = flowScale(desk);
  const today = days.at(-1)!;
  const unit = year.thisYear.coins.unit.toUpperCase();
  return [
    barsChart(
      desk,
      {
        id: 'etf-days',
        title: m.days.title({ flow: desk.w.money(today.flow), day: desk.w.day(today.date) }),
        measure: m.days.measure,
      },
      {
        dates: series.dates,
        values: shown(series.values),
        format,
        line: { name: m.days.mean, values: shown(series.mean) },
      },
    ),
    barsChart(
      desk,
      {
        id: 'etf-months',
        title: m.months.title({
          month: monthWords(desk, month.start!),
          flow: desk.w.money(month.toDate),
        }),
        measure: m.months.measure,
      },
      { dates: month.bars.dates, values: shown(month.bars.values), format },
    ),
    ...(hasValue(year.thisYear.coins) && year.lines.dates.length >= FEWEST_POINTS
      ? [
          linesChart(
            desk,
            {
              id: 'etf-years',
              title: m.years.title({ coins: coins(desk, year.thisYear.coins) }),
              measure: m.years.measure(unit),
            },
            {
              dates: year.lines.dates,
              lines: [
                { name: year.lines.dates[0]!.slice(0, 4), values: year.lines.thisYear },
                { name: String(Number(year.lines.dates[0]!.slice(0, 4)) - 1), values: year.lines.lastYear },
              ],
              format: count,
              zero: true,
            },
          ),
        ]
      : []),
  ];
}
