import { z } from 'zod';
import { chiSquareUpperTail, regularisedBeta } from '../math/distributions.ts';
import { columnsOf } from './columns.ts';
import { historicalVar, tailParam } from './historical-risk.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isConstant } from './refused.ts';
import { overWindows } from './windows.ts';

export interface LikelihoodRatio {
  readonly statistic: number;
  readonly p: number;
}

export interface VarBacktest {
  /** Rows with a return and a forecast. */
  readonly rows: number;
  /** Rows with r < −VaR. */
  readonly violations: number;
  readonly rate: number;
  /** Unconditional coverage, χ²₁. */
  readonly kupiec: LikelihoodRatio;
  /** Independence of violations from those of the row before, χ²₁. */
  readonly independence: LikelihoodRatio;
  /** Conditional coverage: the sum of both, χ²₂. */
  readonly conditionalCoverage: LikelihoodRatio;
  /** Pairs of neighbouring rows without (0) and with (1) a violation. */
  readonly transitions: {
    readonly n00: number;
    readonly n01: number;
    readonly n10: number;
    readonly n11: number;
  };
  /** Pr(at least so many violations) under the model, binomial. */
  readonly binomialUpperTail: number;
  /** Basel's light; undefined but for 250 rows at 99 %. */
  readonly trafficLight: 'green' | 'yellow' | 'red' | undefined;
}

/**
 * Back-test of VaR forecasts.
 *
 * Kupiec LR_uc = −2 ln[(1 − α)^{n−x} α^x / ((1 − x/n)^{n−x} (x/n)^x)]; Christoffersen LR_ind = −2 ln[L(p) / L(p_01, p_11)] over the n − 1
 * transitions, p = (n_01 + n_11)/(n − 1), p_11 = 0 without a violation to follow; LR_cc = LR_uc + LR_ind; 0 ln 0 = 0
 *
 * `returns` and `VaR` (positive = loss) of the same rows, α the tail probability.
 * NaN policy: a row without a return or a forecast is left out, and its neighbours then meet. NaN statistics for fewer than 2 rows.
 * @throws RangeError when lengths differ or α is outside (0, 1).
 * @see Kupiec (1995), J. Derivatives 3(2); Christoffersen (1998), International Economic Review 39(4), eq. 3–14; Basel Committee (1996)
 */
export function backtestVar(returns: Float64Array, VaR: Float64Array, alpha: number): VarBacktest {
  checkBacktest(returns, VaR, alpha);
  const hits = violationsOf(returns, VaR);
  const n = hits.length;
  const x = hits.reduce((sum, hit) => sum + hit, 0);
  const uc = 2 * (bernoulli(x, n, x / n) - bernoulli(x, n, alpha));
  const transitions = transitionsOf(hits);
  const ind = n > 1 ? independence(transitions) : Number.NaN;
  return {
    rows: n,
    violations: x,
    rate: x / n,
    kupiec: ratio(uc, 1),
    independence: ratio(ind, 1),
    conditionalCoverage: ratio(uc + ind, 2),
    transitions,
    binomialUpperTail: x === 0 ? 1 : regularisedBeta(alpha, x, n - x + 1),
    trafficLight: trafficLight(x, n, alpha),
  };
}

function violationsOf(returns: Float64Array, VaR: Float64Array): number[] {
  return Array.from(returns.keys())
    .filter((t) => !Number.isNaN(returns[t]! + VaR[t]!))
    .map((t) => (returns[t]! < -VaR[t]! ? 1 : 0));
}

/** ln of (1 − p)^{n − x} p^x. */
function bernoulli(x: number, n: number, p: number): number {
  return times(n - x, Math.log1p(-p)) + times(x, Math.log(p));
}

/** a·b with 0·∞ = 0. */
function times(a: number, b: number): number {
  return a === 0 ? 0 : a * b;
}

function transitionsOf(hits: readonly number[]): VarBacktest['transitions'] {
  const counts = { n00: 0, n01: 0, n10: 0, n11: 0 };
  for (let t = 1; t < hits.length; t++) {
    counts[`n${hits[t - 1]!}${hits[t]!}` as keyof typeof counts]++;
  }
  return counts;
}

function independence({ n00, n01, n10, n11 }: VarBacktest['transitions']): number {
  const pairs = n00 + n01 + n10 + n11;
  const together = bernoulli(n01 + n11, pairs, (n01 + n11) / pairs);
  const afterCalm = n00 + n01 > 0 ? bernoulli(n01, n00 + n01, n01 / (n00 + n01)) : 0;
  const afterHit = n10 + n11 > 0 ? bernoulli(n11, n10 + n11, n11 / (n10 + n11)) : 0;
  return 2 * (afterCalm + afterHit - together);
}

function ratio(statistic: number, df: number): LikelihoodRatio {
  // Rounding can leave a hair below 0.
  const value = Math.max(0, statistic);
  return { statistic: value, p: chiSquareUpperTail(value, df) };
}

function trafficLight(x: number, n: number, alpha: number): VarBacktest['trafficLight'] {
  if (n !== 250 || Math.abs(alpha - 0.01) > 1e-12) return undefined;
  return x <= 4 ? 'green' : x <= 9 ? 'yellow' : 'red';
}

export interface ShortfallBacktest {
  /** Mean of r/ES over violations, plus 1; NaN without a violation. */
  readonly z1: number;
  /** 1 + mean(r·1[r < −VaR]) / (α·ES). */
  readonly z2: number;
  readonly violations: number;
  readonly rows: number;
}

/**
 * Back-test of expected shortfall: Z_1 = mean_{hits}(r_t/ES_t) + 1, Z_2 = Σ r_t I_t/(n α ES_t) + 1; 0 expected when the model is right,
 * below 0 when losses exceed it. At n = 250 and 2.5 % Z_2 falls below −0.70 with probability 5 % and below −1.8 with 0.01 %.
 *
 * `returns`, `VaR` and `ES` (positive = loss) of the same rows.
 * NaN policy: rows with a hole in any of the three are left out.
 * @throws RangeError when lengths differ or α is outside (0, 1).
 * @see Acerbi & Székely (2014), Backtesting expected shortfall, Risk, eq. 5 and 6
 */
export function backtestShortfall(
  returns: Float64Array,
  VaR: Float64Array,
  ES: Float64Array,
  alpha: number,
): ShortfallBacktest {
  checkBacktest(returns, VaR, alpha);
  if (ES.length !== returns.length) {
    throw new RangeError(`ES must have ${returns.length} values, came ${ES.length}`);
  }
  let [rows, violations, sum] = [0, 0, 0];
  for (let t = 0; t < returns.length; t++) {
    if (Number.isNaN(returns[t]! + VaR[t]! + ES[t]!)) continue;
    rows++;
    if (!(returns[t]! < -VaR[t]!)) continue;
    violations++;
    sum += returns[t]! / ES[t]!;
  }
  return {
    z1: violations === 0 ? Number.NaN : sum / violations + 1,
    z2: rows === 0 ? Number.NaN : sum / (rows * alpha) + 1,
    violations,
    rows,
  };
}

function checkBacktest(returns: Float64Array, VaR: Float64Array, alpha: number): void {
  if (VaR.length !== returns.length) {
    throw new RangeError(`VaR must have ${returns.length} values, came ${VaR.length}`);
  }
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie in (0, 1), came ${alpha}`);
}

const params = z.object({
  window: windowParam(250, [60, 2520], 'rows of each forecast'),
  tested: windowParam(250, [100, 2520], 'rows that are tested; 250 in the Basel rules'),
  alpha: tailParam,
});

/**
 * p-value of conditional coverage of `backtestVar` for historical VaR, each row against the forecast of the row before. NaN on the first
 * w + n − 1 rows, on a row without return or forecast, and where fewer than 30 rows are whole or returns do not vary.
 */
export const varCoverage: Measure<typeof params> = {
  id: 'var-coverage',
  title: {
    'zh-Hans': '风险价值回测 p 值',
    'zh-Hant': '風險值回測 p 值',
    en: 'Coverage of value at risk (p-value)',
  },
  group: 'volatility',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [1, 1],
  formula:
    'Pr(χ²_2 > LR_uc + LR_ind) over rows t−n+1 … t; a violation is r_s < −VaR_{s−1}, VaR as in historical-var',
  reading:
    'Whether losses beyond value at risk came as often as promised and not in clusters: below 0.05 the forecast is rejected, near 1 nothing speaks against it. It does not say in which direction it failed, and 250 rows reject little.',
  params,
  source: {
    citation: 'Christoffersen (1998), Evaluating interval forecasts, International Economic Review 39(4)',
    doi: '10.2307/2527341',
    equation: '3–14',
  },
  warmUp: ({ window, tested }) => window + tested - 1,
  compute(panel, { window, tested, alpha }) {
    const returns = columnsOf(panel, this)[0]!;
    const forecast = new Float64Array(returns.length).fill(Number.NaN);
    if (returns.length > 0) forecast.set(historicalVar.compute(panel, { window, alpha }).subarray(0, -1), 1);
    const p = overWindows([returns, forecast], tested, ([r, f]) =>
      isConstant(r!) ? Number.NaN : backtestVar(r!, f!, alpha).conditionalCoverage.p,
    );
    return p.fill(Number.NaN, 0, window + tested - 1);
  },
};
