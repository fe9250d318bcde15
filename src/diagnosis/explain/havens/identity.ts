import { z } from 'zod';
import type { FigureDraft, FigureMaker } from '../../../data/figure.ts';
import { changes } from '../../../data/panel.ts';
import { epochDay, formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { normalQuantile } from '../../../math/distributions.ts';
import { mean } from '../../../math/moments.ts';
import { stream } from '../../../math/random.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { betaBreaks } from '../../../measures/beta-breaks.ts';
import { isAbsent } from '../../../measures/connectedness/absence.ts';
import { pearson } from '../../../measures/correlation.ts';
import { fisherInterval } from '../../../measures/fisher-interval.ts';
import { principalComponents } from '../../../measures/principal-components.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { trailingScale } from '../../scan/trailing-scale.ts';
import { explainPart } from '../part.ts';
import { type FactorShares, factorShares, START } from './factor-shares.ts';
import { IDENTITY_FORMULAS } from './identity-formulas.ts';
import { havenReturns, seriesBehind } from './returns.ts';

export const COIN = 'btc-usd';
const FACTORS = ['technology', 'gold', 'dollar'] as const;
const SHARES = [...FACTORS, 'own'] as const;
const TECHNOLOGY = 'nasdaq-100';
const SERIES_OF = { technology: TECHNOLOGY, gold: 'gold-front', dollar: 'dollar-index' } as const;

/** What the global risk factor is made of. */
const RISK = ['sp500', TECHNOLOGY, 'russell-2000', 'eem', 'efa', 'hyg', 'copper-front'] as const;

const ROWS = 2520;
const WINDOW = 120;
const STEP = 5;
const LEVEL = 0.9;
const SEED = 20240111;
const DRAWS = 200;
const BLOCK = 5;
/** First session of the US spot funds: from here on institutions hold it through them. */
const FUNDS = epochDay(2024, 1, 11);

const path = z.array(z.number().nullable());
const schema = z.object({
  /** Latest session with all four returns; null: none. */
  date: isoDay.nullable(),
  betas: z.array(z.object({ factor: z.enum(FACTORS), beta: figureSchema })),
  /** Shares of the variance; they sum to 1. */
  shares: z.array(z.object({ part: z.enum(SHARES), share: figureSchema })),
  /** The last break of the beta to technology, and the beta before and after; null without a break. */
  change: z.object({ date: isoDay, before: figureSchema, after: figureSchema }).nullable(),
  /** R² on the global risk factor: now, its rank in its own past, and its mean before and since the spot funds. */
  risk: z.object({
    rSquared: figureSchema,
    percentile: figureSchema,
    beforeFunds: figureSchema,
    sinceFunds: figureSchema,
  }),
  series: z.object({
    dates: z.array(isoDay),
    technology: path,
    gold: path,
    own: path,
    rSquared: path,
    rSquaredLow: path,
    rSquaredHigh: path,
  }),
});

/** What bitcoin is: technology, gold or its own, and how much of it the global risk factor takes. */
export const identity = explainPart({
  id: 'identity',
  title: { 'zh-Hans': '比特币的身份', 'zh-Hant': '比特幣的身分', en: 'What bitcoin is' },
  series: [...new Set([...seriesBehind(COIN), ...Object.values(SERIES_OF), ...RISK])],
  schema,
  formulas: IDENTITY_FORMULAS,
  covers: (asset) => asset === COIN,
  async compute({ view, figure }) {
    const sample = await sampleOf(view);
    const found = factorShares(sample.coin, sample.factors, sample.scale);
    const last = sample.days.length - 1;
    const window = last < 0 ? undefined : { from: sample.days[0]!, to: sample.days[last]!, n: last + 1 };
    const draw = drawing(figure, window);
    const rSquared = riskPath(sample);
    return {
      date: sample.days[last] ?? null,
      betas: FACTORS.map((factor, k) => ({ factor, beta: betaFigure(draw, factor, k, found) })),
      shares: SHARES.map((part, k) => ({
        part,
        share: draw(`share.${part}`, found?.shares[k]?.[last] ?? Number.NaN, 'identity-share', {
          unit: 'fraction',
        }),
      })),
      change: changeOf(sample, draw),
      risk: riskFigures(sample, rSquared, draw),
      series: pathsOf(sample, found, rSquared),
    };
  },
});

interface Sample {
  readonly days: readonly string[];
  readonly dates: Int32Array;
  readonly coin: Float64Array;
  readonly factors: readonly Float64Array[];
  readonly risk: readonly Float64Array[];
  /** Trailing robust scale of the coin, known before each row. */
  readonly scale: Float64Array;
}

/** Rows on which the coin and its three factors are measured; those of the risk factor may have holes. */
async function sampleOf(view: View): Promise<Sample> {
  const returns = await havenReturns(view);
  const { dates } = returns;
  const none = new Float64Array(0);
  const panel =
    dates.length === 0
      ? undefined
      : await view.panel({
          ids: RISK,
          from: dates[0]!,
          to: dates.at(-1)!,
          join: { calendar: 'new-york' },
        });
  const risk = panel ? panel.columns.map(changes) : RISK.map(() => none);
  const coin = returns.of(COIN);
  const scale = trailingScale(coin, 126, 60);
  const factors = [risk[RISK.indexOf(TECHNOLOGY)]!, returns.of('gold-front'), returns.of('dollar-index')];
  const rows: number[] = [];
  for (let t = dates.length - 1; t >= 0 && rows.length < ROWS; t--) {
    if ([coin, scale, ...factors].every((column) => Number.isFinite(column[t]!))) rows.push(t);
  }
  const at = Int32Array.from(rows.reverse());
  return {
    days: Array.from(at, (t) => formatDay(dates[t]!)),
    dates: Int32Array.from(at, (t) => dates[t]!),
    coin: valuesAt(coin, at),
    factors: factors.map((one) => valuesAt(one, at)),
    risk: risk.map((one) => valuesAt(one, at)),
    scale: valuesAt(scale, at),
  };
}

type Draw = ReturnType<typeof drawing>;

const FEW = `fewer than ${2 * START} sessions with bitcoin and its factors`;

function drawing(figure: FigureMaker, window: FigureDraft['window']) {
  return (path: string, value: number, formula: string, more: Partial<FigureDraft> = {}) =>
    figure({
      path,
      value,
      unit: 'ratio',
      of: { formula, series: [...seriesBehind(COIN), ...Object.values(SERIES_OF)] },
      ...(window ? { window } : {}),
      why: FEW,
      ...more,
    });
}

function betaFigure(draw: Draw, factor: string, k: number, found: FactorShares | undefined) {
  const beta = found?.betas[k]?.at(-1) ?? Number.NaN;
  const reach = normalQuantile((1 + LEVEL) / 2) * Math.sqrt(found?.variances[k]?.at(-1) ?? Number.NaN);
  return draw(`beta.${factor}`, beta, 'identity-beta', {
    ...(Number.isFinite(reach)
      ? { band: { low: beta - reach, high: beta + reach, level: LEVEL, how: 'Kalman filter' } }
      : {}),
  });
}

function changeOf({ days, coin, factors, scale }: Sample, draw: Draw) {
  const technology = factors[0]!;
  if (coin.length < 2 * START) return null;
  const { breaks } = betaBreaks(coin, technology, { scale, step: 5 });
  const at = breaks.at(-1);
  if (at === undefined) return null;
  const from = breaks.at(-2) ?? 0;
  const drawn = (path: string, a: number, b: number) =>
    draw(
      `change.${path}`,
      slope(coin.subarray(a, b), technology.subarray(a, b), scale.subarray(a, b)),
      'identity-change',
      {
        of: { formula: 'identity-change', series: [...seriesBehind(COIN), TECHNOLOGY] },
        window: { from: days[a]!, to: days[b - 1]!, n: b - a },
      },
    );
  return { date: days[at]!, before: drawn('before', from, at), after: drawn('after', at, coin.length) };
}

/** Σ m r / s² over Σ m² / s². */
function slope(r: Float64Array, m: Float64Array, s: Float64Array): number {
  let [cross, square] = [0, 0];
  for (let t = 0; t < r.length; t++) {
    cross += (m[t]! * r[t]!) / s[t]! ** 2;
    square += (m[t]! / s[t]!) ** 2;
  }
  return cross / square;
}

/** R² of the coin on the first component of the risk assets over 120 rows, on every fifth row counted back from the last; else NaN. */
function riskPath(sample: Sample): Float64Array {
  const out = new Float64Array(sample.coin.length).fill(Number.NaN);
  for (let t = out.length - 1; t >= WINDOW - 1; t -= STEP) {
    const rows = riskRows(sample, t);
    if (rows.length >= WINDOW / 2) out[t] = rSquaredOn(sample, rows);
  }
  return out;
}

/** Of the 120 rows to row t those on which all risk assets are measured. */
function riskRows({ risk }: Sample, t: number): Int32Array {
  const from = t - WINDOW + 1;
  return Int32Array.from({ length: WINDOW }, (_, k) => from + k).filter((row) =>
    risk.every((column) => !Number.isNaN(column[row]!)),
  );
}

function rSquaredOn({ coin, risk }: Sample, rows: Int32Array): number {
  const found = principalComponents(risk.map((column) => valuesAt(column, rows)));
  if (isAbsent(found)) return Number.NaN;
  const width = found.used.length;
  const first = Float64Array.from({ length: found.rows }, (_, row) => found.scores[row * width]!);
  return pearson(first, valuesAt(coin, rows)) ** 2;
}

/** Percentile band of the latest R²: rows of the window are drawn in blocks, coin and risk assets together. */
function rSquaredBand(sample: Sample) {
  const rows = riskRows(sample, sample.coin.length - 1);
  const random = stream(SEED);
  const at = new Int32Array(rows.length);
  const draws = Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(rows.length, BLOCK, random, at);
    return rSquaredOn(
      sample,
      at.map((k) => rows[k]!),
    );
  });
  const { low, high } = percentileBand(draws, LEVEL);
  return { low, high, level: LEVEL, how: 'stationary bootstrap' };
}

/** Ends of the 90 % interval of each R² by Fisher's z of its root, over 120 rows. */
function fisherEnds(path: Float64Array): { readonly low: Float64Array; readonly high: Float64Array } {
  const ends = Array.from(path, (r2) => fisherInterval(Math.sqrt(r2), WINDOW, LEVEL));
  return {
    low: Float64Array.from(ends, ([low]) => (low < 0 ? 0 : low * low)),
    high: Float64Array.from(ends, ([, high]) => high * high),
  };
}

function riskFigures(sample: Sample, path: Float64Array, draw: Draw) {
  const { dates } = sample;
  const known = [...path.keys()].filter((t) => !Number.isNaN(path[t]!));
  const now = path.at(-1) ?? Number.NaN;
  const of = (formula: string) => ({
    of: { formula, series: [...seriesBehind(COIN), ...RISK], params: { sessions: WINDOW } },
    unit: 'fraction' as const,
    why: `fewer than ${WINDOW} sessions with bitcoin and the risk assets`,
  });
  const meanOf = (rows: readonly number[]) => (rows.length < 20 ? Number.NaN : mean(valuesAt(path, rows)));
  return {
    rSquared: draw('risk.r-squared', now, 'identity-r-squared', {
      ...of('identity-r-squared'),
      ...(Number.isNaN(now) ? {} : { band: rSquaredBand(sample) }),
    }),
    percentile: draw(
      'risk.percentile',
      known.length < 20 ? Number.NaN : known.filter((t) => path[t]! <= now).length / known.length,
      'identity-r-squared-percentile',
      of('identity-r-squared-percentile'),
    ),
    beforeFunds: draw(
      'risk.before-funds',
      meanOf(known.filter((t) => dates[t]! < FUNDS)),
      'identity-r-squared-mean',
      of('identity-r-squared-mean'),
    ),
    sinceFunds: draw(
      'risk.since-funds',
      meanOf(known.filter((t) => dates[t - WINDOW + 1]! >= FUNDS)),
      'identity-r-squared-mean',
      of('identity-r-squared-mean'),
    ),
  };
}

function pathsOf({ days }: Sample, found: FactorShares | undefined, rSquared: Float64Array) {
  const ends = fisherEnds(rSquared);
  const rows = [...days.keys()].filter((t) => (days.length - 1 - t) % STEP === 0);
  const shown = (values: Float64Array | undefined) =>
    rows.map((t) => (values && Number.isFinite(values[t]!) ? values[t]! : null));
  return {
    dates: rows.map((t) => days[t]!),
    technology: shown(found?.shares[0]),
    gold: shown(found?.shares[1]),
    own: shown(found?.shares[3]),
    rSquared: shown(rSquared),
    rSquaredLow: shown(ends.low),
    rSquaredHigh: shown(ends.high),
  };
}
