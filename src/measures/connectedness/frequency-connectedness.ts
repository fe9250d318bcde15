import { checkWhole } from '../../math/arguments.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule } from './complete-rows.ts';
import { type DroppedSeries, usableSeries } from './usable-series.ts';
import { woldCoefficients } from './variance-decomposition.ts';
import { fitVar, laggedDesign } from './vector-autoregression.ts';

/** Connectedness that arises at the frequencies of one band, all as fractions. */
export interface BandConnectedness {
  /** Frequencies low ≤ ω < high, in radians a row; a cycle lasts 2π/ω rows. */
  readonly low: number;
  readonly high: number;
  /** θ̃_d, N×N row-major: the bands of a partition of [0, π] sum to the shares with H + 1 terms. A series left out is NaN. */
  readonly shares: Float64Array;
  /** TO_j and FROM_i within the band. */
  readonly to: Float64Array;
  readonly from: Float64Array;
  /** Σ_{i≠j} θ̃_d,ij / N: what the band adds to total connectedness. */
  readonly absolute: number;
  /** Σ_{i≠j} θ̃_d,ij / Σ_ij θ̃_d,ij: connectedness inside the band alone. NaN when the band holds no frequency. */
  readonly within: number;
}

export interface FrequencyConnectedness {
  readonly bands: readonly BandConnectedness[];
  readonly kept: readonly number[];
  readonly dropped: readonly DroppedSeries[];
}

export interface FrequencyOptions {
  readonly lag: number;
  /** H: the terms Ψ_0 … Ψ_H are transformed. */
  readonly horizon: number;
  /** Bounds of the bands from high to low in radians a row; begin above π, where the highest frequency lies. */
  readonly bounds: readonly number[];
  readonly gap?: GapRule;
}

/** Bounds of cycles of 1–5, 5–20 and more than 20 rows: up to a week, a week to a month, longer, on daily rows. */
export const WEEK_AND_MONTH: readonly number[] = [Math.PI + 1e-5, Math.PI / 2.5, Math.PI / 10, 0];

/**
 * Connectedness by frequency: which part of it is short-lived and which lasts.
 *
 * Ψ(ω_k) = Σ_h e^{−iω_k h} Ψ_h; f_ij(k) = |(Ψ(ω_k) Σ)_ij|² / (n σ_jj D_i), D_i = Σ_k Re (Ψ Σ Ψ*)_ii / n;
 * θ̃_d,ij = Σ_{k in d} f_ij(k) / Σ_j Σ_k f_ij(k)
 *
 * n = H + 1 terms; bin k stands at ω_k = min(k, n − k) / ⌊n/2⌋ · π, the grid of the published package (the exact frequency is 2πk/n).
 * Missing values, absences and series left out as in `connectedness`.
 * @throws RangeError when the lag is no whole number ≥ 1, the horizon none ≥ 2, or the bounds are fewer than 2 or do not fall.
 * @see Baruník & Křehlík (2018), J. Financial Econometrics 16(2), eq. 8–17; R frequencyConnectedness.
 */
export function frequencyConnectedness(
  columns: readonly Float64Array[],
  options: FrequencyOptions,
): FrequencyConnectedness | Absence {
  checkBounds(options);
  return frequencyConnectednessOf(columns, completeRows(columns, options.gap), options);
}

function frequencyConnectednessOf(
  columns: readonly Float64Array[],
  rows: CompleteRows,
  { lag, horizon, bounds }: FrequencyOptions,
): FrequencyConnectedness | Absence {
  const { kept, dropped } = usableSeries(columns, rows);
  if (kept.length === 0) return rows.at.length < 2 ? 'insufficient_data' : 'constant_series';
  const series = kept.map((k) => columns[k]!);
  const model = fitVar(laggedDesign(series, lag, rows));
  if (isAbsent(model)) return model;
  const n = kept.length;
  const psi = woldCoefficients(model.coefficients, n, lag, horizon + 1);
  const power = crossPower(psi, model.sigma, n, horizon + 1, bounds[0]!);
  if (!power.every(Number.isFinite)) return 'singular_covariance';
  const bands = bounds.slice(1).map((low, d) => {
    return bandOf(power, n, horizon + 1, low, bounds[d]!, kept, columns.length);
  });
  return { bands, kept, dropped };
}

/**
 * |(Ψ(ω_k) Σ)_ij|² / σ_jj over Σ_j Σ_k of it, terms×N×N: D_i cancels. Only the bins below `top`, the others stay 0: the sum over all of them is
 * n Σ_h (Ψ_h Σ)_ij² (Parseval), and bin n − k has the power of bin k.
 */
function crossPower(
  psi: Float64Array,
  sigma: Float64Array,
  n: number,
  terms: number,
  top: number,
): Float64Array {
  const out = new Float64Array(terms * n * n);
  const bins = Array.from({ length: Math.floor(terms / 2) + 1 }, (_, k) => k).filter(
    (k) => frequencyOf(k, terms) < top,
  );
  const cosine = Float64Array.from({ length: terms }, (_, h) => Math.cos((2 * Math.PI * h) / terms));
  const sine = Float64Array.from({ length: terms }, (_, h) => Math.sin((2 * Math.PI * h) / terms));
  const response = new Float64Array(terms);
  for (let i = 0; i < n; i++) {
    let whole = 0;
    for (let j = 0; j < n; j++) {
      let squares = 0;
      for (let h = 0; h < terms; h++) {
        response[h] = responseAt(psi, sigma, n, h, i, j);
        squares += response[h]! * response[h]!;
      }
      whole += (terms * squares) / sigma[j * n + j]!;
      for (const k of bins) {
        let [re, im, at] = [0, 0, 0];
        for (let h = 0; h < terms; h++) {
          re += response[h]! * cosine[at]!;
          im += response[h]! * sine[at]!;
          at += k;
          if (at >= terms) at -= terms;
        }
        const value = (re * re + im * im) / sigma[j * n + j]!;
        out[(k * n + i) * n + j] = value;
        if (k > 0) out[((terms - k) * n + i) * n + j] = value;
      }
    }
    for (let k = 0; k < terms; k++) for (let j = 0; j < n; j++) out[(k * n + i) * n + j]! /= whole;
  }
  return out;
}

/** ω_k of the published grid. */
function frequencyOf(k: number, terms: number): number {
  return (Math.min(k, terms - k) / Math.floor(terms / 2)) * Math.PI;
}

/** (Ψ_h Σ)_ij. */
function responseAt(
  psi: Float64Array,
  sigma: Float64Array,
  n: number,
  h: number,
  i: number,
  j: number,
): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += psi[(h * n + i) * n + k]! * sigma[k * n + j]!;
  return sum;
}

function bandOf(
  power: Float64Array,
  n: number,
  terms: number,
  low: number,
  high: number,
  kept: readonly number[],
  all: number,
): BandConnectedness {
  const shares = new Float64Array(all * all).fill(Number.NaN);
  const to = new Float64Array(all).fill(Number.NaN);
  const from = new Float64Array(all).fill(Number.NaN);
  for (const k of kept) [to[k], from[k]] = [0, 0];
  let [others, whole] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let share = 0;
      for (let k = 0; k < terms; k++) {
        const frequency = frequencyOf(k, terms);
        if (low <= frequency && frequency < high) share += power[(k * n + i) * n + j]!;
      }
      shares[kept[i]! * all + kept[j]!] = share;
      whole += share;
      if (i === j) continue;
      others += share;
      to[kept[j]!]! += share;
      from[kept[i]!]! += share;
    }
  }
  const within = whole > 0 ? others / whole : Number.NaN;
  return { low, high, shares, to, from, absolute: others / n, within };
}

function checkBounds({ lag, horizon, bounds }: FrequencyOptions): void {
  checkWhole('lag', lag, 1);
  checkWhole('horizon', horizon, 2);
  const falls = bounds.every((bound, d) => d === 0 || bound < bounds[d - 1]!);
  if (bounds.length < 2 || !falls || !bounds.every(Number.isFinite)) {
    throw new RangeError(`bounds must be at least 2 finite numbers that fall, came ${bounds.join(', ')}`);
  }
}
