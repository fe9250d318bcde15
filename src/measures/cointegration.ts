import { checkSameLength } from '../math/arguments.ts';
import { normalCdf } from '../math/distributions.ts';
import { applyTransposedQ, qr } from '../math/qr.ts';
import { classical, ols, standardErrors } from '../math/regression.ts';
import type { LaggedDesign } from './lagged-design.ts';
import { isConstant, type Refused } from './refused.ts';

export interface EngleGranger {
  /** y = intercept + slope·x + residual. */
  readonly intercept: number;
  readonly slope: number;
  /** T values: distance from the line. */
  readonly residuals: Float64Array;
  /** Augmented Dickey–Fuller t of the residuals. */
  readonly statistic: number;
  /** Lagged differences in that regression, by AIC. */
  readonly lags: number;
  /** Of "not cointegrated", from MacKinnon's response surface. */
  readonly p: number;
  readonly critical: { readonly at1: number; readonly at5: number; readonly at10: number };
}

const LEAST_ROWS = 30;

/**
 * Whether two wandering series share one path: the residual-based test of Engle and Granger with a constant.
 *
 * y_t = a + b x_t + e_t by least squares; Δe_t = ρ e_{t−1} + Σ_{i ≤ p} γ_i Δe_{t−i} + u_t, the statistic the t of ρ; p of 0 …
 * ⌈12 (T/100)^¼⌉ by AIC on common rows
 *
 * `y` and `x` T values each, in the same order of time; best logarithms of levels. p-value Φ(Σ c_i τ^i), critical values β_∞ + β_1/n +
 * β_2/n², n = T − 1. Refused below 30 rows, when a series does not vary, or when the two are the same but for scale.
 * NaN policy: no holes are allowed.
 * @throws RangeError when lengths differ or a value is not finite.
 * @see Engle & Granger (1987), Econometrica 55(2), table II · MacKinnon (1994), J. Business & Economic Statistics 12(2), table 3 ·
 * MacKinnon (2010), Critical values for cointegration tests, Queen's Economics Department WP 1227, table 2
 */
export function engleGranger(y: Float64Array, x: Float64Array): EngleGranger | Refused {
  checkSameLength('series', y, x);
  for (const values of [y, x]) {
    const at = values.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new RangeError(`cointegrated series must be finite, came ${values[at]} at ${at}`);
  }
  const T = y.length;
  if (T < LEAST_ROWS) return { refused: 'insufficient_data' };
  if (isConstant(y) || isConstant(x)) return { refused: 'constant_series' };
  const design = Float64Array.from({ length: 2 * T }, (_, i) => (i % 2 === 0 ? 1 : x[i >> 1]!));
  const line = ols(y, design, T, 2);
  if (!line || line.r2 > 1 - 1e-12) return { refused: 'collinear' };
  const unitRoot = dickeyFuller(line.residuals);
  if (!unitRoot) return { refused: 'collinear' };
  const [intercept, slope] = line.beta as unknown as [number, number];
  const { residuals } = line;
  const { statistic, lags } = unitRoot;
  return { intercept, slope, residuals, statistic, lags, p: pValue(statistic), critical: critical(T - 1) };
}

/** t of the lagged level without constant; lags by AIC, as `adfuller(regression='n', autolag='aic')` of statsmodels. */
function dickeyFuller(e: Float64Array): { statistic: number; lags: number } | undefined {
  const most = Math.min(Math.ceil(12 * (e.length / 100) ** 0.25), Math.floor(e.length / 2) - 1);
  const lags = lagsByAic(unitRootDesign(e, most, most));
  if (lags === undefined) return undefined;
  const { y, x, rows, k } = unitRootDesign(e, lags, lags);
  const fit = ols(y, x, rows, k);
  return fit && { statistic: fit.beta[0]! / standardErrors(classical(fit), k)[0]!, lags };
}

/** Lags with the least T ln(RSS/T) + 2k, the fewest of equals; all from one QR, whose columns are nested. Undefined when they are dependent. */
function lagsByAic({ y, x, rows, k }: LaggedDesign): number | undefined {
  const factor = qr(x, rows, k);
  if (!factor || factor.rank < k) return undefined;
  const rotated = applyTransposedQ(factor, y);
  let rss = 0;
  for (let t = rows - 1; t >= k; t--) rss += rotated[t]! ** 2;
  let best = { lags: k - 1, aic: Number.POSITIVE_INFINITY };
  for (let columns = k; columns >= 1; columns--) {
    const aic = rows * Math.log(rss / rows) + 2 * columns;
    if (aic <= best.aic) best = { lags: columns - 1, aic };
    rss += rotated[columns - 1]! ** 2;
  }
  return best.lags;
}

/** Δe_t on e_{t−1} and its lagged differences, over the rows that `skipped` lags leave. */
function unitRootDesign(e: Float64Array, lags: number, skipped: number): LaggedDesign {
  const first = skipped + 1;
  const rows = e.length - first;
  const k = lags + 1;
  const y = Float64Array.from({ length: rows }, (_, i) => e[first + i]! - e[first + i - 1]!);
  const x = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++) {
    const t = first + i;
    x[i * k] = e[t - 1]!;
    for (let l = 1; l <= lags; l++) x[i * k + l] = e[t - l]! - e[t - l - 1]!;
  }
  return { y, x, rows, k };
}

/** Two series, constant: coefficients of τ⁰, τ¹, … below and above τ*, and the range in which they hold. */
const SURFACE = {
  least: -18.86,
  most: 0.92,
  turn: -2.62,
  below: [2.92, 1.5012, 0.039796],
  above: [2.1945, 0.64695, -0.29198, -0.042377],
} as const;

function pValue(statistic: number): number {
  if (statistic > SURFACE.most) return 1;
  if (statistic < SURFACE.least) return 0;
  const coefficients: readonly number[] = statistic <= SURFACE.turn ? SURFACE.below : SURFACE.above;
  return normalCdf(coefficients.reduceRight((sum, c) => sum * statistic + c, 0));
}

/** Two series, constant: β_∞, β_1, β_2. */
const CRITICAL = {
  at1: [-3.89644, -10.9519, -33.527],
  at5: [-3.33613, -6.1101, -6.823],
  at10: [-3.04445, -4.2412, -2.72],
} as const;

function critical(n: number): EngleGranger['critical'] {
  const at = ([limit, first, second]: readonly [number, number, number]) =>
    limit + first / n + second / n ** 2;
  return { at1: at(CRITICAL.at1), at5: at(CRITICAL.at5), at10: at(CRITICAL.at10) };
}
