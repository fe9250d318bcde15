import { parseDay } from '../../data/time.ts';
import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import { paragraph } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import { FUND_SUMS } from '../messages/explain/fund-sums.ts';
import { decimal } from '../numbers.ts';
import { barsChart, linesChart } from './flow-charts.ts';
import { flowScale, monthWords } from './flow-words.ts';
import type { ExplainDesk, Teller } from './story.ts';

type Flows = NonNullable<ExplainAnswer['flows']>['parts'];
type GoldFlows = NonNullable<Flows['goldFlows']>;
type EquityFlows = NonNullable<Flows['equityFlows']>;

/** Bars under which a chart shows no more than the sentence says. */
const FEWEST_BARS = 6;

function tickers(desk: ExplainDesk, latest: GoldFlows['latest']): string {
  return latest.map(({ ticker }) => ticker).join(desk.language === 'en' ? ', ' : '、');
}

export const tellGoldFlows: Teller<GoldFlows> = (desk, part) => {
  const m = FUND_SUMS[desk.language];
  const { month, world } = part;
  const { w } = desk;
  const funds = month.start
    ? [
        m.gold({
          funds: tickers(desk, part.latest),
          month: monthWords(desk, month.start),
          flow: w.money(month.flow),
          coverage: w.share(month.coverage),
          rank: w.count(month.rank),
          first: w.day(month.first!),
        }),
      ]
    : [];
  const counted =
    world.month && hasValue(world.flow)
      ? [
          m.world({
            month: monthWords(desk, world.month),
            flow: w.money(world.flow),
            rank: w.count(world.rank),
            since: world.since ? monthWords(desk, world.since) : null,
          }),
        ]
      : [];
  const headline = [...counted, ...funds, ...ratioLines(desk, part)];
  const [key, ...rest] = headline;
  if (!key) return { headline: [], blocks: [] };
  return {
    headline: headline.slice(0, 2),
    blocks: [
      paragraph(desk, key, rest, funds.length > 0 ? [m.weak] : []),
      ...monthChart(desk, part),
      ...ratioChart(desk, part),
    ],
  };
};

function ratioLines(desk: ExplainDesk, { ratio }: GoldFlows): readonly Inline[] {
  if (!ratio.date || !hasValue(ratio.percentile)) return [];
  const m = FUND_SUMS[desk.language];
  const { w } = desk;
  return [
    m.ratio({
      day: w.day(ratio.date),
      percentile: w.percentile(ratio.percentile),
      change: w.change(ratio.change),
    }),
    ...(ratio.mania === null ? [] : [m.mania(ratio.mania)]),
  ];
}

function monthChart(desk: ExplainDesk, { month }: GoldFlows): readonly Block[] {
  if (!month.start || month.bars.dates.length < FEWEST_BARS) return [];
  const { months: m } = FUND_SUMS[desk.language];
  const { shown, format } = flowScale(desk);
  return [
    barsChart(
      desk,
      {
        id: 'gold-months',
        title: m.title({ month: monthWords(desk, month.start), flow: desk.w.money(month.flow) }),
        measure: m.measure,
      },
      { dates: month.bars.dates, values: shown(month.bars.values), format },
    ),
  ];
}

function ratioChart(desk: ExplainDesk, { ratio }: GoldFlows): readonly Block[] {
  if (!hasValue(ratio.percentile)) return [];
  const { line: m } = FUND_SUMS[desk.language];
  return [
    linesChart(
      desk,
      { id: 'gld-ratio', title: m.title(desk.w.percentile(ratio.percentile)), measure: m.measure },
      {
        dates: ratio.series.dates,
        lines: [{ name: m.name, values: ratio.series.values }],
        format: (value) => decimal(value, { decimals: 0 }),
      },
    ),
  ];
}

export const tellEquityFlows: Teller<EquityFlows> = (desk, part) => {
  const { latest, week } = part;
  if (!week.start || !week.first) return { headline: [], blocks: [] };
  const m = FUND_SUMS[desk.language];
  const { w } = desk;
  const flow = m.equity({
    funds: tickers(desk, latest),
    day: w.day(week.start),
    flow: w.money(week.flow),
    coverage: w.share(week.coverage),
  });
  const since = sinceLines(desk, week);
  return {
    headline: [flow, ...since],
    blocks: [paragraph(desk, flow, [...since, m.weak]), ...weekChart(desk, part)],
  };
};

/** As large as in a week just before is no news. */
const FAR_DAYS = 28;

function sinceLines(
  { language, w }: ExplainDesk,
  { start, since, first }: EquityFlows['week'],
): readonly Inline[] {
  const m = FUND_SUMS[language];
  if (!since) return [m.none(w.day(first!))];
  return parseDay(start!) - parseDay(since) < FAR_DAYS ? [] : [m.since(w.day(since))];
}

function weekChart(desk: ExplainDesk, { week }: EquityFlows): readonly Block[] {
  if (!week.start || week.bars.dates.length < FEWEST_BARS) return [];
  const { weeks: m } = FUND_SUMS[desk.language];
  const { shown, format } = flowScale(desk);
  const title = m.title({ day: desk.w.day(week.start), flow: desk.w.money(week.flow) });
  return [
    barsChart(
      desk,
      { id: 'equity-weeks', title, measure: m.measure },
      { dates: week.bars.dates, values: shown(week.bars.values), format },
    ),
  ];
}
