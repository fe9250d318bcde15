import { studentTCdf } from '../../../math/distributions.ts';
import { holm } from '../../../math/holm.ts';
import { type ClarkWest, clarkWest } from '../../../measures/clark-west.ts';
import { type LeadLagTest, leadLagTest } from '../../../measures/lead-lag.ts';
import { localProjection, type ProjectedResponse } from '../../../measures/local-projection.ts';
import { isRefused } from '../../../measures/refused.ts';

/** Weeks of lead or lag that are searched. */
export const MOST_LAG = 12;
/** Weeks over which the response is followed. */
export const HORIZON = 13;
const CONTROLS = 2;
export const DRAWS = 999;
export const SEED = 20_250_303;
/** What all tests together may claim by chance. */
export const SIZE = 0.05;
/** Two years of weekly changes: below, no verdict. */
export const LEAST_WEEKS = 104;
/** Changes of liquidity that a forecast rests on. */
export const FORECAST_WEEKS = 4;

export type Verdict = 'signal' | 'no-signal' | 'too-short';

export interface ConformityTest {
  readonly weeks: number;
  readonly verdict: Verdict;
  readonly leadLag: LeadLagTest | undefined;
  readonly responses: readonly ProjectedResponse[];
  readonly forecast: ClarkWest | undefined;
  /** Holm-adjusted p of the search over lags, of the responses (each times their number) and of the forecast; NaN where not measured. */
  readonly adjusted: { readonly leadLag: number; readonly response: number; readonly forecast: number };
  /** Least of them: of "the asset and liquidity have nothing to do with each other". */
  readonly p: number;
}

/**
 * Whether weekly changes of an asset go with weekly changes of liquidity, before, in or after the same week. Three tests, none on levels,
 * each corrected for its own search, then Holm's correction over the three, so that two independent random walks make a signal in at most
 * one draw of twenty.
 * `liquidity`, `asset` relative changes week by week, NaN where not known.
 */
export function conformityTest(
  liquidity: Float64Array,
  asset: Float64Array,
  draws = DRAWS,
  seed = SEED,
): ConformityTest {
  const weeks = asset.filter((value, t) => !Number.isNaN(value + liquidity[t]!)).length;
  const tooShort = { responses: [], leadLag: undefined, forecast: undefined, p: Number.NaN } as const;
  const none = { leadLag: Number.NaN, response: Number.NaN, forecast: Number.NaN };
  if (weeks < LEAST_WEEKS) return { ...tooShort, weeks, verdict: 'too-short', adjusted: none };
  const search = leadLagTest(liquidity, asset, { most: MOST_LAG, draws, seed });
  if (isRefused(search)) return { ...tooShort, weeks, verdict: 'too-short', adjusted: none };
  const projected = localProjection(asset, liquidity, [], {
    lags: CONTROLS,
    horizon: HORIZON,
    cumulative: true,
  });
  const responses = isRefused(projected) ? [] : projected;
  const forecast = forecastGain(liquidity, asset) ?? undefined;
  const least = responses.reduce((low, one) => Math.min(low, pOf(one)), 1);
  const response = responses.length === 0 ? Number.NaN : Math.min(1, responses.length * least);
  const [a, b, c] = holm([search.p, response, forecast?.p ?? Number.NaN]) as [number, number, number];
  const p = Math.min(...[a, b, c].filter((value) => !Number.isNaN(value)));
  return {
    weeks,
    verdict: p <= SIZE ? 'signal' : 'no-signal',
    leadLag: search,
    responses,
    forecast,
    adjusted: { leadLag: a, response: b, forecast: c },
    p,
  };
}

/**
 * Two-sided p with as many degrees of freedom as there are spans of h + 1 weeks that do not overlap: with a normal one a response over a
 * quarter is found too often where years are few.
 */
export function pOf({ h, beta, standardError, rows }: ProjectedResponse): number {
  return 2 * studentTCdf(-Math.abs(beta / standardError), rows / (h + 1));
}

/**
 * Forecasts of each week's change from the changes of liquidity over the four weeks known before it (the last balance sheet comes a day
 * after its Wednesday, so it is left out), refitted every week on all weeks before, beside the mean of those weeks.
 */
export function forecastGain(liquidity: Float64Array, asset: Float64Array): ClarkWest | null {
  const n = asset.length;
  const nested = new Float64Array(n).fill(Number.NaN);
  const larger = new Float64Array(n).fill(Number.NaN);
  const known = liquidity.map((_, t) => sumBefore(liquidity, t));
  let [rows, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (let t = 0; t < n; t++) {
    const [u, v] = [known[t]!, asset[t]!];
    const variance = xx - (x * x) / rows;
    if (rows >= LEAST_FITTED && variance > 0 && !Number.isNaN(u)) {
      const slope = (xy - (x * y) / rows) / variance;
      nested[t] = y / rows;
      larger[t] = y / rows + slope * (u - x / rows);
    }
    if (Number.isNaN(u + v)) continue;
    rows++;
    x += u;
    y += v;
    xx += u * u;
    xy += u * v;
  }
  return clarkWest(asset, nested, larger);
}

const LEAST_FITTED = 52;

/** Changes t − 1 − FORECAST_WEEKS … t − 2: what is known on the Wednesday from which change t is counted. */
function sumBefore(changes: Float64Array, t: number): number {
  if (t - 1 - FORECAST_WEEKS < 0) return Number.NaN;
  let sum = 0;
  for (let s = t - 1 - FORECAST_WEEKS; s <= t - 2; s++) sum += changes[s]!;
  return sum;
}
