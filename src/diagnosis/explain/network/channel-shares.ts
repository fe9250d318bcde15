import { stream } from '../../../math/random.ts';
import { ols } from '../../../math/regression.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { completeRows } from '../../../measures/connectedness/complete-rows.ts';
import { totalOf } from '../../../measures/connectedness/connectedness-table.ts';
import { momentsSolver } from '../../../measures/connectedness/moments-solver.ts';
import { usableSeries } from '../../../measures/connectedness/usable-series.ts';
import { WindowMoments } from '../../../measures/connectedness/window-moments.ts';
import { shapleyValues } from '../../../measures/shapley-values.ts';
import type { Rows } from '../../scan/rows.ts';
import { HORIZON, LAG, MAX_GAP_DAYS, WINDOW } from './fit.ts';

export const CHANNELS = ['mood', 'funding', 'information'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Common factors of a channel, regressed out of every return; information has none, it is what comes with a lag. */
export const CHANNEL_FACTORS = {
  mood: ['vix', 'hyg'],
  funding: ['usd-jpy', 'move'],
  information: [],
} as const;

/** Stretches that are left out in turn for the bands. */
const STRETCHES = 10;
/** Orders of the sessions by which what lags would make by chance is found. */
export const ORDERS = 19;
const SEED = 20260212;

export interface ChannelSplit {
  /** In the order of CHANNELS, as fractions of total spillover; NaN where the factors of a channel are not all there. */
  readonly shares: readonly number[];
  readonly errors: readonly number[];
  /** Mean share of information over sessions put in random orders, and the share of orders that gave as much. */
  readonly byChance: number;
  readonly p: number;
}

/**
 * Total spillover shared out among channels: the Shapley value of v(S) = 1 − T_S / T, T_S the total of what is left when the channels of S are
 * taken out.
 *
 * Mood and funding are taken out by least squares of each return on the channel's factors of the same session; information by shares of one step
 * ahead, in which no shock has yet passed from one market to another. Errors by leaving out a tenth of the sessions at a time:
 * SE² = (g − 1)/g Σ (φ_(i) − φ̄)². Undefined below 250 rows, for fewer than two markets, and where a total has no solution.
 * @see Shapley (1953); Diebold & Yilmaz (2012), eq. 4; Künsch (1989), The jackknife and the bootstrap for general stationary observations,
 * Annals of Statistics 17(3) (blocks)
 */
export function channelSplit(rows: Rows): ChannelSplit | undefined {
  const to = rows.dates.length;
  if (to < WINDOW) return undefined;
  const market = marketOf(rows);
  const dates = rows.dates.subarray(to - WINDOW);
  const left = leftOfSets(market, [...dates.keys()]);
  const shares = left && sharesOf(left, dates);
  if (!left || !shares) return undefined;
  const parts = Array.from({ length: STRETCHES }, (_, k) => sharesWithout(market, dates, k));
  const chance = byChance(left);
  return {
    shares: CHANNELS.map((channel, k) => (market.present.includes(channel) ? shares[k]! : Number.NaN)),
    errors: CHANNELS.map((_, k) => jackknifeError(parts.map((one) => one?.[k] ?? Number.NaN))),
    byChance: chance.reduce((sum, one) => sum + one, 0) / chance.length,
    p: (1 + chance.filter((one) => one >= shares[LED]!).length) / (1 + chance.length),
  };
}

const LED = CHANNELS.indexOf('information');

/** The 250 rows of the window: returns of usable markets, and the factors of the channels that have all of theirs. */
interface Market {
  readonly returns: readonly Float64Array[];
  readonly factors: ReadonlyMap<Channel, readonly Float64Array[]>;
  readonly present: readonly Channel[];
}

function marketOf({ ids, columns }: Rows): Market {
  const all: readonly string[] = Object.values(CHANNEL_FACTORS).flat();
  const recent = columns.map((column) => column.subarray(-WINDOW));
  const returns = recent.filter((_, k) => !all.includes(ids[k]!));
  const present = CHANNELS.filter((channel) => CHANNEL_FACTORS[channel].every((id) => ids.includes(id)));
  const factors = present.map(
    (channel) => [channel, CHANNEL_FACTORS[channel].map((id) => recent[ids.indexOf(id)]!)] as const,
  );
  const { kept } = usableSeries(returns, completeRows(returns));
  return { returns: kept.map((k) => returns[k]!), present, factors: new Map(factors) };
}

/** Returns of some rows with every set of the channels before information taken out; undefined where a regression has no solution. */
function leftOfSets(market: Market, at: readonly number[]): readonly (readonly Float64Array[])[] | undefined {
  if (market.returns.length < 2) return undefined;
  const returns = market.returns.map((column) => valuesAt(column, at));
  const sets = Array.from({ length: 2 ** LED }, (_, set) => {
    const factors = CHANNELS.flatMap((channel, k) =>
      (set & (1 << k)) === 0 ? [] : (market.factors.get(channel) ?? []),
    );
    return leftOf(returns, at, factors);
  });
  return sets.every((set) => set !== undefined) ? sets : undefined;
}

function leftOf(
  returns: readonly Float64Array[],
  at: readonly number[],
  factors: readonly Float64Array[],
): readonly Float64Array[] | undefined {
  if (factors.length === 0) return returns;
  const k = factors.length + 1;
  const x = new Float64Array(at.flatMap((row) => [1, ...factors.map((factor) => factor[row]!)]));
  const left = returns.map((column) => ols(column, x, at.length, k)?.residuals);
  return left.every((column) => column !== undefined) ? left : undefined;
}

/** Shapley shares in the order of CHANNELS; undefined where a total has no solution. Without dates every row follows the one before. */
function sharesOf(left: readonly (readonly Float64Array[])[], dates?: Int32Array): Float64Array | undefined {
  const totals = new Float64Array(2 ** CHANNELS.length);
  for (const [set, columns] of left.entries()) {
    const rows = completeRows(columns, dates && { dates, maxGapDays: MAX_GAP_DAYS });
    const moments = new WindowMoments(columns, rows, LAG);
    moments.slide(0, columns[0]!.length);
    for (const [horizon, place] of [
      [HORIZON, set],
      [1, set | (1 << LED)],
    ] as const) {
      const shares = momentsSolver(moments, horizon)();
      if (!shares) return undefined;
      totals[place] = totalOf(shares, columns.length);
    }
  }
  return shapleyValues(
    totals.map((total) => 1 - total / totals[0]!),
    CHANNELS.length,
  );
}

/** Shares without the k-th stretch; a lag does not cross the hole. */
function sharesWithout(market: Market, dates: Int32Array, k: number): Float64Array | undefined {
  const at = [...dates.keys()].filter((t) => Math.floor((t * STRETCHES) / WINDOW) !== k);
  const left = leftOfSets(market, at);
  return (
    left &&
    sharesOf(
      left,
      Int32Array.from(at, (t) => dates[t]!),
    )
  );
}

/** Shares of information when the sessions stand in random orders, in which none can lead. */
function byChance(left: readonly (readonly Float64Array[])[]): readonly number[] {
  const random = stream(SEED, 0);
  return Array.from({ length: ORDERS }, () => {
    const order = random.permutation(WINDOW);
    const shuffled = left.map((set) => set.map((column) => valuesAt(column, order)));
    return sharesOf(shuffled)?.[LED] ?? Number.NaN;
  }).filter(Number.isFinite);
}

/** NaN when a stretch has no value. */
function jackknifeError(values: readonly number[]): number {
  const g = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / g;
  return Math.sqrt(((g - 1) / g) * values.reduce((sum, one) => sum + (one - mean) ** 2, 0));
}
