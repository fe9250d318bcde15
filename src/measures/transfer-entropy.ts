import { z } from 'zod';
import { quantiles } from '../math/quantile.ts';
import { type RandomStream, stream } from '../math/random.ts';
import { columnsOf } from './columns.ts';
import { checkLagged } from './lagged-design.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isConstant, type Refused } from './refused.ts';
import { overOrderedWindows } from './windows.ts';

/** Rows whose triple is whole, at least. */
const LEAST_TRIPLES = 30;

/**
 * Transfer entropy from a source to a target, in bits: what the source's last symbol says of the target's next beyond the target's own last.
 *
 * TE = Σ p(b′, b, a) log₂[p(b′ | b, a) / p(b′ | b)], b′ = target at t + 1, b, a = target and source at t; plug-in frequencies over the T − 1
 * triples; symbols {≤ q_1, (q_1, q_2], …, > q_m} by type 7 quantiles of each series
 *
 * `source` and `target` T rows. 0 nothing; at most log₂(m + 1). Biased upwards in small samples: see `effectiveTransferEntropy`.
 * NaN policy: triples with a hole are left out; NaN below 30 of them and when a series does not vary.
 * @throws RangeError when lengths differ, a value is infinite or the quantiles are not ascending in (0, 1).
 * @see Schreiber (2000), Measuring information transfer, Physical Review Letters 85(2), eq. 4; as R's RTransferEntropy calc_te
 */
export function transferEntropy(
  source: Float64Array,
  target: Float64Array,
  at: readonly number[] = [0.05, 0.95],
): number {
  checkLagged({ source, target }, 1);
  checkQuantiles(at);
  if (isConstant(source) || isConstant(target)) return Number.NaN;
  return ofSymbols(symbolsOf(source, at), symbolsOf(target, at), at.length + 1);
}

export interface EffectiveTransferEntropy {
  readonly transferEntropy: number;
  /** Less the mean of shuffled sources: the bias of a finite sample taken off. Below 0 when there is nothing. */
  readonly effective: number;
  readonly bias: number;
  /** Share of bootstrap sources, with the source's own dynamics but no link to the target, whose transfer entropy is as large. */
  readonly p: number;
  readonly draws: number;
}

export interface EffectiveOptions {
  readonly quantiles?: readonly number[];
  /** Shuffles, and bootstrap draws. Default 300. */
  readonly draws?: number;
  readonly seed: number;
}

/**
 * Effective transfer entropy: TE less its mean over shuffles of the source, with a p-value from sources simulated as a Markov chain with the
 * source's own transition frequencies; (1 + count)/(1 + draws). Same seed, same answer. Refused below 30 triples and for a constant
 * series.
 * @throws RangeError as `transferEntropy`, and when draws is no whole number ≥ 1.
 * @see Marschinski & Kantz (2002), European Physical Journal B 30; Dimpfl & Peter (2013), Studies in Nonlinear Dynamics & Econometrics 17
 */
export function effectiveTransferEntropy(
  source: Float64Array,
  target: Float64Array,
  { quantiles: at = [0.05, 0.95], draws = 300, seed }: EffectiveOptions,
): EffectiveTransferEntropy | Refused {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`draws must be a whole number of at least 1, came ${draws}`);
  }
  const observed = transferEntropy(source, target, at);
  if (isConstant(source) || isConstant(target)) return { refused: 'constant_series' };
  if (Number.isNaN(observed)) return { refused: 'insufficient_data' };
  const S = at.length + 1;
  const [a, b] = [symbolsOf(source, at), symbolsOf(target, at)];
  const bias = shuffledMean(a, b, S, ordersOf(draws, seed));
  let exceeding = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (ofSymbols(simulated(a, S, stream(seed, 2 * draw + 1)), b, S) >= observed) exceeding++;
  }
  return {
    transferEntropy: observed,
    effective: observed - bias,
    bias,
    p: (1 + exceeding) / (1 + draws),
    draws,
  };
}

/** Mean transfer entropy over shuffles of the source's symbols, holes in their places. */
function shuffledMean(a: Int8Array, b: Int8Array, S: number, orders: Orders): number {
  const places = Int32Array.from(a.keys()).filter((t) => a[t]! >= 0);
  const shuffles = orders(places.length);
  const shuffled = a.slice();
  let sum = 0;
  for (const order of shuffles) {
    for (let k = 0; k < order.length; k++) shuffled[places[k]!] = a[places[order[k]!]!]!;
    sum += ofSymbols(shuffled, b, S);
  }
  return sum / shuffles.length;
}

/** Random orders of n places. */
type Orders = (n: number) => readonly Int32Array[];

/** The orders of `draws` streams of a seed; those of the last length asked for are kept, since most windows are alike. */
function ordersOf(draws: number, seed: number): Orders {
  let [length, orders] = [-1, [] as Int32Array[]];
  return (n) => {
    if (n !== length) {
      orders = Array.from({ length: draws }, (_, draw) => stream(seed, 2 * draw).permutation(n));
      length = n;
    }
    return orders;
  };
}

/** Symbol 0 … m of each value; −1 where it is missing. */
function symbolsOf(values: Float64Array, at: readonly number[]): Int8Array {
  const edges = quantiles(
    values.filter((v) => !Number.isNaN(v)),
    at,
  );
  return Int8Array.from(values, (v) => {
    if (Number.isNaN(v)) return -1;
    let symbol = 0;
    while (symbol < edges.length && v > edges[symbol]!) symbol++;
    return symbol;
  });
}

function ofSymbols(a: Int8Array, b: Int8Array, S: number): number {
  const triples = new Float64Array(S * S * S);
  let n = 0;
  for (let t = 0; t + 1 < b.length; t++) {
    if (a[t]! < 0 || b[t]! < 0 || b[t + 1]! < 0) continue;
    triples[(b[t + 1]! * S + b[t]!) * S + a[t]!]!++;
    n++;
  }
  if (n < LEAST_TRIPLES) return Number.NaN;
  const [pairsNext, pairsNow, singles] = [
    new Float64Array(S * S),
    new Float64Array(S * S),
    new Float64Array(S),
  ];
  for (let at = 0; at < triples.length; at++) {
    const [next, now, other] = [Math.floor(at / (S * S)), Math.floor(at / S) % S, at % S];
    pairsNext[next * S + now]! += triples[at]!;
    pairsNow[now * S + other]! += triples[at]!;
    singles[now]! += triples[at]!;
  }
  let sum = 0;
  for (let at = 0; at < triples.length; at++) {
    const count = triples[at]!;
    if (count === 0) continue;
    const [next, now, other] = [Math.floor(at / (S * S)), Math.floor(at / S) % S, at % S];
    sum +=
      count * Math.log2((count * singles[now]!) / (pairsNow[now * S + other]! * pairsNext[next * S + now]!));
  }
  return sum / n;
}

/** A path of the Markov chain with the transition frequencies of the symbols, holes in their places. */
function simulated(a: Int8Array, S: number, random: RandomStream): Int8Array {
  const counts = new Float64Array(S * S);
  const alone = new Float64Array(S);
  for (let t = 0; t < a.length; t++) {
    if (a[t]! < 0) continue;
    alone[a[t]!]!++;
    if (t > 0 && a[t - 1]! >= 0) counts[a[t - 1]! * S + a[t]!]!++;
  }
  let last = -1;
  return a.map((symbol) => {
    const row = last < 0 ? alone : counts.subarray(last * S, last * S + S);
    last = drawn(row.some((count) => count > 0) ? row : alone, random);
    return symbol < 0 ? symbol : last;
  });
}

function drawn(weights: Float64Array, random: RandomStream): number {
  let left = random.uniform() * weights.reduce((a, b) => a + b, 0);
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    left -= weights[i]!;
    if (left < 0) break;
  }
  return last;
}

function checkQuantiles(at: readonly number[]): void {
  const ascending = at.every((q, i) => q > 0 && q < 1 && (i === 0 || q > at[i - 1]!));
  if (!ascending || at.length === 0 || at.length > 20) {
    throw new RangeError(`quantiles must be 1 to 20 ascending numbers in (0, 1), came ${at.join(', ')}`);
  }
}

const params = z.object({
  window: windowParam(500, [120, 2520], 'rows in the window'),
  tail: z.number().min(0.01).max(0.4).default(0.05).meta({
    unit: 'fraction',
    description: 'share of rows in each of the two outer symbols: falls, the rest, rises',
  }),
});

const effectiveParams = params.extend({
  draws: z.number().int().min(10).max(500).default(30).meta({
    unit: 'count',
    description: 'shuffles of the source whose mean is taken off',
  }),
  seed: z.number().int().min(0).max(1_000_000).default(1).meta({
    unit: 'seed',
    description: 'seed of the shuffles; every window has the same',
  }),
});

/**
 * Rolling transfer entropy from the first column to the second less that from the second to the first. NaN on the first w − 1 rows, on a row
 * with a hole, and where a column does not vary or fewer than 30 triples are whole.
 */
export const netTransferEntropy: Measure<typeof params> = {
  id: 'net-transfer-entropy',
  title: { 'zh-Hans': '净转移熵', 'zh-Hant': '淨轉移熵', en: 'Net transfer entropy' },
  group: 'dependence',
  unit: 'ratio',
  range: [-Math.log2(3), Math.log2(3)],
  input: 'changes',
  columns: [2, 2],
  formula:
    'TE_{1→2} − TE_{2→1} in bits; TE_{a→b} = Σ p(b′, b, a) log₂[p(b′ | b, a)/p(b′ | b)] over rows t−w+1 … t; symbols by the quantiles tail and 1 − tail of the window',
  reading:
    'Above 0 the first series says more of the second’s next step than the other way round, below 0 less. In small samples both sides are biased upwards; only the difference is shown, and near 0 it says nothing.',
  params,
  source: {
    citation: 'Schreiber (2000), Measuring information transfer, Physical Review Letters 85(2)',
    doi: '10.1103/PhysRevLett.85.461',
    equation: '4',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, tail }) {
    const at = [tail, 1 - tail];
    return overOrderedWindows(columnsOf(panel, this), window, ([first, second]) => {
      return transferEntropy(first!, second!, at) - transferEntropy(second!, first!, at);
    });
  },
};

/**
 * Rolling `effectiveTransferEntropy().effective` from the first column to the second. NaN on the first w − 1 rows, on a row with a hole, and
 * where a column does not vary or fewer than 30 triples are whole.
 */
export const effectiveTransferEntropyMeasure: Measure<typeof effectiveParams> = {
  id: 'effective-transfer-entropy',
  title: { 'zh-Hans': '有效转移熵', 'zh-Hant': '有效轉移熵', en: 'Effective transfer entropy' },
  group: 'dependence',
  unit: 'ratio',
  range: [-Math.log2(3), Math.log2(3)],
  input: 'changes',
  columns: [2, 2],
  formula:
    'TE_{1→2} − mean over shuffles s of TE_{s(1)→2}, in bits, over rows t−w+1 … t; TE as in net-transfer-entropy; the same seeded shuffles in every window',
  reading:
    'What the first series says of the second’s next step beyond its own past, less what a shuffled series of the same values seems to say: near or below 0 nothing, at 1 one yes-or-no question a row. Precedence, not causation, and in one direction only.',
  params: effectiveParams,
  source: {
    citation:
      'Marschinski & Kantz (2002), Analysing the information flow between financial time series, European Physical Journal B 30',
    doi: '10.1140/epjb/e2002-00379-2',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, tail, draws, seed }) {
    const at = [tail, 1 - tail];
    const orders = ordersOf(draws, seed);
    return overOrderedWindows(columnsOf(panel, this), window, ([source, target]) => {
      const observed = transferEntropy(source!, target!, at);
      if (Number.isNaN(observed)) return Number.NaN;
      const [a, b] = [symbolsOf(source!, at), symbolsOf(target!, at)];
      return observed - shuffledMean(a, b, at.length + 1, orders);
    });
  },
};
