import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { logOf, stepsOf } from '../factors.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import { trendFlow } from './trend-flow.ts';

export const SHOCKS = ['policy', 'carry', 'programme'] as const;
export type Shock = (typeof SHOCKS)[number];

const TWO_YEAR = 'us-2y';
/** Treasuries of one to three years with interest, which have a close on the day itself. */
const SHORT_BONDS = 'shy-adjusted';
const YEN = 'usd-jpy';
/** What trend followers hold of risk. */
const HELD = [
  'sp500',
  'nasdaq-100',
  'russell-2000',
  'gold-front',
  'silver-front',
  'copper-front',
  'brent-front',
  'btc-usd',
] as const;
const SERIES = [TWO_YEAR, SHORT_BONDS, YEN, ...HELD];

/** Sessions before each on which its scale is measured, at most and at least. */
const SCALE = 250;
const FEWEST = 120;
/** Fewest markets of a flow. */
const LEAST_HELD = 3;
/** Sessions of the picture. */
const SHOWN = 20;
/** Rows that are read: past windows, their scale and the longest trend before. */
const ROWS = 1600;
/** From here on a shock is called large. */
const LARGE = 2;

const schema = z.object({
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  shocks: z.array(
    z.object({
      shock: z.enum(SHOCKS),
      series: z.array(z.string()),
      /** Of the window as a whole, and the share of past windows that were at least as large to its side. */
      window: figureSchema,
      rarity: figureSchema,
      largest: z.object({ date: isoDay, z: figureSchema }).nullable(),
      /** Share of the sessions before the window beyond two. */
      base: figureSchema,
    }),
  ),
  /** Sessions of the window, the last first. */
  sessions: z.array(z.object({ date: isoDay, z: z.array(figureSchema) })),
  /** The largest shock of the window that tightens; null: none measured, or none above one. */
  leading: z.enum(SHOCKS).nullable(),
  history: z.object({ dates: z.array(isoDay), z: z.array(z.array(z.number().nullable())) }),
  standing: z.literal('unproven'),
});

const SCORE = `z_t = s_t / √(mean of s² over the ${SCALE} sessions before, at least ${FEWEST}); above 0 it tightens`;

/** Three shocks by session: policy priced anew, the yen, and programmes that sell with the trend. */
export const threeShocks = explainPart({
  id: 'three-shocks',
  title: { 'zh-Hans': '三重流动性冲击', 'zh-Hant': '三重流動性衝擊', en: 'Three liquidity shocks by day' },
  series: SERIES,
  schema,
  formulas: [
    formula(
      'shock-policy',
      '政策重新定价',
      '政策重新定價',
      'Policy priced anew',
      `${SCORE}; s the change of the US 2-year yield where it is known for the last session, else over all sessions −1 times the log total return of SHY, a fund of Treasuries of one to three years (a proxy)`,
    ),
    formula(
      'shock-carry',
      '日元套息',
      '日圓利差交易',
      'Yen carry',
      `${SCORE}; s −1 times the log return of the dollar in yen: a stronger yen makes positions that are funded in it dearer`,
    ),
    formula(
      'shock-programme',
      '程序化卖出',
      '程式化賣出',
      'Programme selling',
      `${SCORE}; s −1 times the mean over ${HELD.length} markets (at least ${LEAST_HELD} of them) of what a trend follower would trade, flow_t = (x_t − x_{t−1}) σ_{t−1}, x_t = ⅓ Σ_L sign(ln P_t/P_{t−L})/σ_t, L 21, 63, 252 sessions. A model of rules that many follow, no data of what was sold`,
      'Moskowitz, Ooi & Pedersen (2012), Time series momentum, Journal of Financial Economics 104(2), eq. 1 and 5; Hurst, Ooi & Pedersen (2017), A century of evidence on trend-following investing',
    ),
    formula(
      'shock-window',
      '窗口内的冲击',
      '視窗內的衝擊',
      'Shock of the window',
      'Σ z_t / √w over the w sessions of the window',
    ),
    formula(
      'shock-rarity',
      '同样大的窗口',
      '同樣大的視窗',
      'Windows as large',
      'share of the windows that ended before this one began, one ending in each session, whose Σ z_t / √w is at least as large to the same side',
    ),
    formula(
      'shock-base',
      '大冲击的基准频率',
      '大衝擊的基準頻率',
      'Base rate of a large shock',
      `share of the sessions before the window with z ≥ ${LARGE}`,
    ),
  ],
  async compute({ view, figure, window }) {
    const sessions = tailOf(await readSessions(view, SERIES, window));
    const { dates } = sessions;
    const measured = SHOCKS.map((shock) => measure(sessions, shock));
    const last = lastMeasured(measured, dates.length);
    const first = last - window;
    const inside = Array.from({ length: Math.max(0, Math.min(window, last + 1)) }, (_, k) => last - k);
    const span = first < 0 ? {} : spanOf(dates, first, last, window);
    const totals = measured.map(({ z: scores }) => totalsOf(scores, window));
    const one = (k: number, t: number) => {
      const { shock, series, z: scores, proxy } = measured[k]!;
      return drawing(figure, series)(
        `${shock}.${dayAt(dates, t)}`,
        scores[t] ?? Number.NaN,
        'sigma',
        `shock-${shock}`,
        { flags: proxy ? ['proxy', 'unproven'] : ['unproven'], why: NO_DAY },
      );
    };
    const days = inside.map((t) => ({ date: formatDay(dates[t]!), z: SHOCKS.map((_, k) => one(k, t)) }));
    return {
      from: dayAt(dates, first),
      date: dayAt(dates, last),
      shocks: measured.map(({ shock, series, z: scores, proxy }, k) => {
        const draw = drawing(figure, series);
        const total = totals[k]![last] ?? Number.NaN;
        const past = totals[k]!.subarray(0, Math.max(0, first + 1)).filter(Number.isFinite);
        const before = scores.subarray(0, Math.max(0, first + 1)).filter(Number.isFinite);
        const top = largestOf(scores, inside);
        const flags = proxy ? (['proxy', 'unproven'] as const) : (['unproven'] as const);
        return {
          shock,
          series: [...series],
          window: draw(`${shock}.window`, total, 'sigma', 'shock-window', { ...span, flags, why: NO_WINDOW }),
          rarity: draw(`${shock}.rarity`, rarityOf(total, past), 'fraction', 'shock-rarity', {
            params: { windows: past.length },
            why: FEW_PAST,
          }),
          largest: top === undefined ? null : { date: days[top]!.date, z: days[top]!.z[k]! },
          base: draw(
            `${shock}.base`,
            before.length < SCALE
              ? Number.NaN
              : before.filter((score) => score >= LARGE).length / before.length,
            'fraction',
            'shock-base',
            { params: { sessions: before.length }, why: FEW_PAST },
          ),
        };
      }),
      sessions: days,
      leading: leadingOf(totals.map((total) => total[last] ?? Number.NaN)),
      history: {
        dates: [...dates.subarray(-SHOWN)].map(formatDay),
        z: measured.map(({ z: scores }) => pointsOf(scores.subarray(-SHOWN))),
      },
      standing: 'unproven' as const,
    };
  },
});

const NO_DAY = 'the shock is not measured in the session, or too short a history before it';
const NO_WINDOW = 'the shock is not measured in every session of the window';
const FEW_PAST = `fewer than ${SCALE} windows or sessions before the window`;

interface Measured {
  readonly shock: Shock;
  readonly series: readonly string[];
  readonly z: Float64Array;
  readonly proxy: boolean;
}

/** Last session in which any shock is measured: closes of the very last one may not be in the store yet. */
function lastMeasured(measured: readonly Measured[], sessions: number): number {
  for (let t = sessions - 1; t >= 0; t--) if (measured.some(({ z }) => Number.isFinite(z[t]!))) return t;
  return sessions - 1;
}

function tailOf({ dates, get }: Sessions): Sessions {
  const tail = <T extends { subarray(from: number): T }>(values: T) => values.subarray(-ROWS);
  return {
    dates: tail(dates),
    get: (id) => {
      const column = get(id);
      return (
        column && { values: tail(column.values), times: tail(column.times), source: tail(column.source) }
      );
    },
  };
}

function measure(sessions: Sessions, shock: Shock): Measured {
  const log = (id: string) => levelOf(sessions, id, logOf);
  if (shock === 'carry') {
    return { shock, series: [YEN], z: scoresOf(stepOf(log(YEN)).map((step) => -step)), proxy: false };
  }
  if (shock === 'programme') {
    const flows = HELD.map((id) => trendFlow(log(id).level));
    const sold = Float64Array.from(sessions.dates, (_, t) => -meanOf(flows.map((flow) => flow[t]!)));
    return { shock, series: HELD, z: scoresOf(sold), proxy: true };
  }
  const yields = levelOf(sessions, TWO_YEAR, (value) => value);
  return Number.isFinite(yields.level.at(-1) ?? Number.NaN)
    ? { shock, series: [TWO_YEAR], z: scoresOf(stepOf(yields)), proxy: false }
    : {
        shock,
        series: [SHORT_BONDS],
        z: scoresOf(stepOf(log(SHORT_BONDS)).map((step) => -step)),
        proxy: true,
      };
}

interface Level {
  readonly level: Float64Array;
  readonly source: Uint8Array;
}

function levelOf({ dates, get }: Sessions, id: string, of: (value: number) => number): Level {
  const column = get(id);
  const level = column?.values.map(of) ?? new Float64Array(dates.length).fill(Number.NaN);
  return { level, source: column?.source ?? new Uint8Array(dates.length) };
}

function stepOf({ level, source }: Level): Float64Array {
  return stepsOf(level, source);
}

function meanOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.length < LEAST_HELD ? Number.NaN : known.reduce((sum, one) => sum + one, 0) / known.length;
}

/** Each value over the root mean square of the 250 before it. */
function scoresOf(values: Float64Array): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  let [squares, count] = [0, 0];
  const add = (value: number | undefined, weight: 1 | -1) => {
    if (value === undefined || !Number.isFinite(value)) return;
    squares += weight * value * value;
    count += weight;
  };
  for (let t = 0; t < values.length; t++) {
    if (count >= FEWEST && squares > 0) out[t] = values[t]! / Math.sqrt(squares / count);
    add(values[t], 1);
    add(values[t - SCALE], -1);
  }
  return out;
}

/** Σ z / √w of the window that ends in each row; NaN with a hole. */
function totalsOf(scores: Float64Array, window: number): Float64Array {
  return scores.map((_, t) =>
    t + 1 < window
      ? Number.NaN
      : scores.subarray(t + 1 - window, t + 1).reduce((sum, one) => sum + one, 0) / Math.sqrt(window),
  );
}

function rarityOf(total: number, past: Float64Array): number {
  if (past.length < SCALE || !Number.isFinite(total)) return Number.NaN;
  return past.filter((one) => (total < 0 ? one <= total : one >= total)).length / past.length;
}

/** Place among the rows of the one with the largest score. */
function largestOf(scores: Float64Array, rows: readonly number[]): number | undefined {
  const known = [...rows.keys()].filter((place) => Number.isFinite(scores[rows[place]!] ?? Number.NaN));
  if (known.length === 0) return undefined;
  return known.reduce((best, place) => (scores[rows[place]!]! > scores[rows[best]!]! ? place : best));
}

function leadingOf(totals: readonly number[]): Shock | null {
  const known = totals.map((total) => (total > 1 ? total : 0));
  const top = Math.max(...known);
  return top > 0 ? SHOCKS[known.indexOf(top)]! : null;
}
