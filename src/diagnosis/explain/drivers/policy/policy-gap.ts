import { z } from 'zod';
import type { Series } from '../../../../data/observation.ts';
import { endOfDay, type Instant } from '../../../../data/time.ts';
import { wilsonInterval } from '../../../../measures/wilson-interval.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { type Draw, dayAt, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { caseRows, type MonthlyGap, monthlyGaps } from './monthly-gaps.ts';
import { POLICY_GAP_FORMULAS } from './policy-gap-formulas.ts';
import { type EconomySeries, economyBy, LONG_RUN_HIGH, LONG_RUN_LOW, rulePath } from './rule-path.ts';

const YIELD = 'us-2y';
const RULE = ['effr', 'pce-core', 'unemployment-rate'] as const;
const EQUITY = 'sp500';
const LEVEL = 0.95;
const FEWEST = 5;
const CLOSES_IN = 6;
const REBOUND_IN = 3;

const schema = z.object({
  date: isoDay.nullable(),
  market: figureSchema,
  rate: figureSchema,
  inflation: figureSchema,
  unemployment: figureSchema,
  rule: figureSchema,
  gap: figureSchema,
  excess: figureSchema,
  rank: figureSchema,
  /** Past cases with as large a gap to the same side. */
  cases: z.number().int(),
  closed: figureSchema,
  rebound: figureSchema,
  base: figureSchema,
  /** Whether the record of the rebound differs from its base rate. */
  proven: z.boolean(),
});

/** Whether the market's path of the policy rate lies away from a rule's, and what came of it before. */
export const policyGap = explainPart({
  id: 'policy-gap',
  title: { 'zh-Hans': '政策预期是否过度', 'zh-Hant': '政策預期是否過度', en: 'Overpricing of policy' },
  series: [YIELD, ...RULE, EQUITY],
  schema,
  formulas: POLICY_GAP_FORMULAS,
  async compute({ view, figure }) {
    const all = await view.seriesMany([YIELD, ...RULE, EQUITY]);
    const market = all.get(YIELD)!;
    const economy: EconomySeries = {
      rate: all.get('effr')!,
      prices: all.get('pce-core')!,
      unemployment: all.get('unemployment-rate')!,
    };
    const past = monthlyGaps(market, economy, view.instant);
    const draw = drawing(figure, [YIELD, ...RULE]);
    const now = levelFigures(draw, market, economy, view.instant);
    return { ...now, ...recordFigures(draw, past, all.get(EQUITY)!) };
  },
});

function levelFigures(draw: Draw, market: Series, all: EconomySeries, instant: Instant) {
  const last = market.dates.length - 1;
  const day = market.dates[last];
  const economy =
    day === undefined
      ? { rate: Number.NaN, inflation: Number.NaN, unemployment: Number.NaN }
      : economyBy(all, day, instant);
  const value = market.values[last] ?? Number.NaN;
  const rule = rulePath(economy);
  const ends = [rulePath(economy, LONG_RUN_LOW), rulePath(economy, LONG_RUN_HIGH)] as const;
  const whole = Number.isFinite(rule + value);
  const band = (low: number, high: number) =>
    whole ? { band: { low, high, level: 1, how: 'range of the long-run parameters' } } : {};
  const input = (path: 'rate' | 'inflation' | 'unemployment') =>
    draw(path, economy[path], path === 'rate' ? 'fraction-per-year' : 'fraction', 'gap-inputs', {
      why: 'not published, or older than half a year',
    });
  const why = 'the rule lacks an input, or the market a yield';
  return {
    date: dayAt(market.dates, last),
    market: draw('market', value, 'fraction-per-year', 'gap-market', { flags: ['proxy'], why }),
    rate: input('rate'),
    inflation: input('inflation'),
    unemployment: input('unemployment'),
    rule: draw('rule', rule, 'fraction-per-year', 'gap-rule', { ...band(...ends), why }),
    gap: draw('gap', value - rule, 'fraction-per-year', 'gap-gap', {
      ...band(value - ends[1], value - ends[0]),
      flags: ['proxy'],
      why,
    }),
  };
}

function recordFigures(draw: Draw, gaps: readonly MonthlyGap[], shares: Series) {
  const now = gaps.at(-1)?.excess ?? Number.NaN;
  const before = gaps.slice(0, -1).filter(({ excess }) => Number.isFinite(excess));
  const cases = Number.isFinite(now) ? caseRows(gaps, now, CLOSES_IN) : [];
  const closed = cases.filter((row) =>
    gaps
      .slice(row + 1, row + 1 + CLOSES_IN)
      .some(({ excess }) => Math.abs(excess) <= Math.abs(gaps[row]!.excess) / 2),
  );
  const later = (row: number) => priceAt(shares, gaps[row + REBOUND_IN]) / priceAt(shares, gaps[row]) - 1;
  const after = cases.map(later).filter(Number.isFinite);
  const any = gaps.flatMap((_, row) => (row % REBOUND_IN === 0 ? [later(row)] : [])).filter(Number.isFinite);
  const base = any.filter((move) => move > 0).length / any.length;
  const rebound = shareOf(after.filter((move) => move > 0).length, after.length);
  const proven = rebound.band !== undefined && (rebound.band.low > base || rebound.band.high < base);
  const none = 'fewer than three years of gaps before';
  const few = `fewer than ${FEWEST} past cases with as large a gap`;
  const halved = shareOf(closed.length, cases.length);
  return {
    excess: draw('excess', now, 'fraction-per-year', 'gap-excess', { flags: ['proxy'], why: none }),
    rank: draw(
      'rank',
      Number.isFinite(now) && before.length > 0
        ? before.filter(({ excess }) => Math.abs(excess) < Math.abs(now)).length / before.length
        : Number.NaN,
      'fraction',
      'gap-rank',
      { params: { months: before.length }, why: none },
    ),
    cases: cases.length,
    closed: draw('closed', halved.value, 'fraction', 'gap-closed', { ...halved.rest, why: few }),
    rebound: draw('rebound', rebound.value, 'fraction', 'gap-rebound', {
      ...rebound.rest,
      flags: proven ? [] : ['unproven'],
      why: few,
    }),
    base: draw('base', base, 'fraction', 'gap-rebound', { params: { n: any.length }, why: none }),
    proven,
  };
}

function shareOf(hits: number, n: number) {
  if (n < FEWEST) return { value: Number.NaN, band: undefined, rest: { params: { n } } };
  const band = { ...wilsonInterval(hits, n, LEVEL), level: LEVEL, how: 'Wilson' };
  return { value: hits / n, band, rest: { params: { n }, band } };
}

/** Latest close by the end of a month's day; NaN without one in the week before. */
function priceAt({ dates, values }: Series, gap: MonthlyGap | undefined): number {
  if (gap === undefined) return Number.NaN;
  const row = rowAtOrBefore(dates, gap.day);
  return row >= 0 && endOfDay(dates[row]!) > endOfDay(gap.day - 7) ? values[row]! : Number.NaN;
}
