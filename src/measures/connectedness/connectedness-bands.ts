import { checkWhole, checkWithin } from '../../math/arguments.ts';
import { circularBlockIndices, stationaryBootstrapIndices } from '../../math/bootstrap.ts';
import { quantiles } from '../../math/quantile.ts';
import { type RandomStream, stream } from '../../math/random.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows } from './complete-rows.ts';
import { type Connectedness, type ConnectednessOptions, connectednessOf } from './connectedness.ts';
import { type ConnectednessTable, connectednessTable } from './connectedness-table.ts';
import { momentsSolver } from './moments-solver.ts';
import { type RollingConnectednessOptions, rowsOfWindow } from './rolling-connectedness.ts';
import { laggedDesign, type VectorAutoregression } from './vector-autoregression.ts';
import { WindowMoments } from './window-moments.ts';

export interface BandOptions {
  /** Bootstrap samples, 499 by default. */
  readonly draws?: number;
  /** Coverage aimed at, 0.9 by default. */
  readonly level?: number;
  /** `stationary` (default): blocks of random length · `circular`: blocks of one length. */
  readonly blocks?: 'stationary' | 'circular';
  /** (Mean) block in rows; the cube root of the regression rows, rounded up, by default. */
  readonly block?: number;
  /** `hall` (default) corrects for bias; `percentile` does not and misses a weak connectedness upwards. */
  readonly interval?: 'hall' | 'percentile';
  readonly seed: number;
}

export interface ConnectednessBand {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Mean of the draws less the value: what the estimate is too high by. */
  readonly bias: number;
}

export interface ConnectednessBands {
  readonly total: ConnectednessBand;
  /** Of every series; all NaN where it was left out. */
  readonly to: readonly ConnectednessBand[];
  readonly from: readonly ConnectednessBand[];
  readonly net: readonly ConnectednessBand[];
  /** θ̃_ij, N×N row-major as in the table; all NaN where a series was left out. */
  readonly shares: readonly ConnectednessBand[];
  /** Draws that had a value. */
  readonly draws: number;
  readonly level: number;
  readonly how: string;
}

/**
 * Confidence bands of the connectedness of one stretch of rows by a block bootstrap of the errors, which keeps their volatility clusters.
 *
 * y*_t = c + A_1 y*_{t−1} + … + A_p y*_{t−p} + e*_t from the first p rows on, e* blocks of the fitted errors; the table of every y* is computed anew.
 * Hall: [2θ̂ − q*_{(1+level)/2}, 2θ̂ − q*_{(1−level)/2}] cut to the range of the number; percentile: [q*_{(1−level)/2}, q*_{(1+level)/2}].
 *
 * Options and absences as in `connectedness`; one seed, one answer. Draws without a table are left out and not counted.
 * @throws RangeError when draws or block is no whole number ≥ 1 (a stationary block any number ≥ 1), the level outside (0, 1), or the shocks are
 * orthogonalised.
 * @see Brüggemann, Jentsch & Trenkler (2016), Inference in VARs with conditional heteroskedasticity of unknown form, J. Econometrics 191(1);
 * Politis & Romano (1994); Hall (1992), The Bootstrap and Edgeworth Expansion, section 1.3.
 */
export function connectednessBands(
  columns: readonly Float64Array[],
  options: Omit<ConnectednessOptions, 'shocks'>,
  band: BandOptions,
): ConnectednessBands | Absence {
  return bandsOf(columns, completeRows(columns, options.gap), options, band, 0);
}

/**
 * `connectednessBands` of the windows of `rollingConnectedness` that end in the given rows, in their order. The band of a row does not depend on which
 * others are asked for.
 * @throws RangeError as there, and when a row is outside the panel.
 */
export function rollingConnectednessBands(
  columns: readonly Float64Array[],
  options: RollingConnectednessOptions,
  band: BandOptions,
  ends: readonly number[],
): (ConnectednessBands | Absence)[] {
  return ends.map((t) => {
    if (!Number.isInteger(t) || t < 0 || t >= (columns[0]?.length ?? 0)) {
      throw new RangeError(`rows must be 0 to ${(columns[0]?.length ?? 0) - 1}, came ${t}`);
    }
    const rows = rowsOfWindow(columns, t, options);
    return isAbsent(rows) ? rows : bandsOf(columns, rows, options, band, t);
  });
}

function bandsOf(
  columns: readonly Float64Array[],
  rows: CompleteRows,
  { lag, horizon }: Omit<ConnectednessOptions, 'shocks'>,
  band: BandOptions,
  index: number,
): ConnectednessBands | Absence {
  const { draws = 499, level = 0.9, blocks = 'stationary', interval = 'hall', seed } = band;
  checkWhole('draws', draws, 1);
  checkWithin('level', level, Number.EPSILON, 1 - Number.EPSILON);
  const found = connectednessOf(columns, rows, { lag, horizon });
  if (isAbsent(found)) return found;
  const { model, kept } = found;
  const block = band.block ?? Math.ceil(Math.cbrt(model.rows));
  const first = laggedDesign(
    kept.map((k) => columns[k]!),
    lag,
    rows,
  ).x;
  const tables = resampled(model, first, horizon, draws, stream(seed, index), (n, random) =>
    blocks === 'circular'
      ? circularBlockIndices(n, block, random)
      : stationaryBootstrapIndices(n, block, random),
  );
  const how = `${interval} interval of ${tables.length} ${blocks} block bootstrap draws, block ${block}`;
  const make = (value: number, of: (table: ConnectednessTable) => number, range: readonly [number, number]) =>
    bandOf(value, tables.map(of), level, interval, range);
  return { ...tableBands(found, make), draws: tables.length, level, how };
}

type MakeBand = (
  value: number,
  of: (table: ConnectednessTable) => number,
  range: readonly [number, number],
) => ConnectednessBand;

const NO_BAND: ConnectednessBand = { value: Number.NaN, low: Number.NaN, high: Number.NaN, bias: Number.NaN };

function tableBands({ table, kept }: Connectedness, make: MakeBand) {
  const others = kept.length - 1;
  const directional = (key: 'to' | 'from' | 'net', range: readonly [number, number]) =>
    Array.from(table[key], (value, series) => {
      const k = kept.indexOf(series);
      return k < 0 ? NO_BAND : make(value, (draw) => draw[key][k]!, range);
    });
  return {
    total: make(table.total, (draw) => draw.total, [0, others / kept.length]),
    to: directional('to', [0, others]),
    from: directional('from', [0, 1]),
    net: directional('net', [-1, others]),
    shares: Array.from(table.shares, (value, at) => {
      const all = table.to.length;
      const [i, j] = [kept.indexOf(Math.floor(at / all)), kept.indexOf(at % all)];
      return i < 0 || j < 0 ? NO_BAND : make(value, (draw) => draw.shares[i * kept.length + j]!, [0, 1]);
    }),
  };
}

function bandOf(
  value: number,
  draws: readonly number[],
  level: number,
  interval: 'hall' | 'percentile',
  [least, most]: readonly [number, number],
): ConnectednessBand {
  if (draws.length === 0) return { ...NO_BAND, value };
  const [below, above] = quantiles(Float64Array.from(draws), [(1 - level) / 2, (1 + level) / 2]);
  const cut = (x: number) => Math.min(most, Math.max(least, x));
  const [low, high] = interval === 'hall' ? [2 * value - above!, 2 * value - below!] : [below!, above!];
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  return { value, low: cut(low), high: cut(high), bias: mean - value };
}

/** Tables of series made again from the model and its errors in the order that `indices` draws. */
function resampled(
  model: VectorAutoregression,
  first: Float64Array,
  horizon: number,
  draws: number,
  random: RandomStream,
  indices: (rows: number, random: RandomStream) => Int32Array,
): ConnectednessTable[] {
  const { n, lag, rows } = model;
  const columns = Array.from({ length: n }, () => new Float64Array(lag + rows));
  for (let i = 0; i < n; i++) {
    for (let l = 1; l <= lag; l++) columns[i]![lag - l] = first[1 + (l - 1) * n + i]!;
  }
  const all = completeRows(columns);
  const moments = new WindowMoments(columns, all, lag);
  const solver = momentsSolver(moments, horizon);
  const tables: ConnectednessTable[] = [];
  for (let draw = 0; draw < draws; draw++) {
    regenerate(columns, model, indices(rows, random));
    moments.reset();
    moments.slide(0, lag + rows);
    const shares = solver();
    if (shares) tables.push(connectednessTable(shares.slice(), n));
  }
  return tables;
}

/** Writes rows p … of `columns` from the rows before them, the model and the errors numbered `order`. */
export function regenerate(
  columns: readonly Float64Array[],
  { n, lag, intercept, coefficients, residuals }: VectorAutoregression,
  order: Int32Array,
): void {
  // The lags of a row, nearest first, as the coefficients of a series stand: both are then read one after another.
  const size = lag * n;
  const slopes = new Float64Array(n * size);
  const before = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < lag; l++) {
      for (let j = 0; j < n; j++) slopes[i * size + l * n + j] = coefficients[(l * n + i) * n + j]!;
    }
  }
  for (let l = 0; l < lag; l++) for (let j = 0; j < n; j++) before[l * n + j] = columns[j]![lag - 1 - l]!;
  const now = new Float64Array(n);
  for (let row = 0; row < order.length; row++) {
    const error = order[row]! * n;
    let i = 0;
    // Two series side by side: their sums do not wait for each other.
    for (; i + 1 < n; i += 2) {
      let first = intercept[i]! + residuals[error + i]!;
      let second = intercept[i + 1]! + residuals[error + i + 1]!;
      for (let k = 0, at = i * size; k < size; k++, at++) {
        const value = before[k]!;
        first += slopes[at]! * value;
        second += slopes[at + size]! * value;
      }
      now[i] = first;
      now[i + 1] = second;
    }
    for (; i < n; i++) {
      let value = intercept[i]! + residuals[error + i]!;
      for (let k = 0; k < size; k++) value += slopes[i * size + k]! * before[k]!;
      now[i] = value;
    }
    for (i = 0; i < n; i++) columns[i]![row + lag] = now[i]!;
    before.copyWithin(n, 0, size - n);
    before.set(now);
  }
}
