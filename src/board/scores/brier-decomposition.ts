import { checkWhole } from '../../math/arguments.ts';
import { type BinaryForecasts, baseRate, checkBinary } from './binary-forecasts.ts';

export interface ReliabilityBin {
  /** Number of the bin, 0 … bins − 1. */
  readonly bin: number;
  readonly count: number;
  /** Mean forecast in the bin. */
  readonly forecast: number;
  /** Share of its events that happened. */
  readonly observed: number;
}

export interface BrierDecomposition {
  /** Σ n_k (p̄_k − ȳ_k)² / n, 0 when calibrated. */
  readonly reliability: number;
  /** Σ n_k (ȳ_k − ȳ)² / n, larger when the bins differ. */
  readonly resolution: number;
  /** ȳ·(1 − ȳ). */
  readonly uncertainty: number;
  /** Σ_k Σ_i (p_i − p̄_k)² / n. */
  readonly withinBinVariance: number;
  /** 2·Σ_k Σ_i (p_i − p̄_k)(y_i − ȳ_k) / n. */
  readonly withinBinCovariance: number;
  /** Bins that hold a forecast, ascending. */
  readonly bins: readonly ReliabilityBin[];
}

/** So that a probability such as 0.3 is in the bin that begins with it. */
const EDGE = 1e-12;

/**
 * The Brier score in parts: BS = reliability − resolution + uncertainty + withinBinVariance − withinBinCovariance, exactly.
 * Bins of equal width: k = min(⌊K·p + 1e-12⌋, K − 1). All NaN, without bins, for no forecast and when any is NaN.
 * @throws RangeError as `brierScore`, and when K is no whole number of at least 1.
 * @see Murphy (1973), A new vector partition of the probability score, J. Applied Meteorology 12, 595–600; Stephenson, Coelho & Jolliffe
 * (2008), Two extra components in the Brier score decomposition, Weather and Forecasting 23, 752–757.
 */
export function brierDecomposition(forecasts: BinaryForecasts, bins = 10): BrierDecomposition {
  checkBinary(forecasts);
  checkWhole('bins', bins, 1);
  const { probability, outcome } = forecasts;
  const n = outcome.length;
  const rate = baseRate(outcome);
  const members = membersOf(forecasts, bins);
  let [reliability, resolution, variance, covariance] =
    members === undefined ? Array(4).fill(Number.NaN) : [0, 0, 0, 0];
  const shown: ReliabilityBin[] = [];
  for (const [bin, rows] of (members ?? []).entries()) {
    if (rows.length === 0) continue;
    const forecast = rows.reduce((sum, i) => sum + probability[i]!, 0) / rows.length;
    const observed = rows.reduce((sum, i) => sum + outcome[i]!, 0) / rows.length;
    reliability += (rows.length * (forecast - observed) ** 2) / n;
    resolution += (rows.length * (observed - rate) ** 2) / n;
    for (const i of rows) {
      variance += (probability[i]! - forecast) ** 2 / n;
      covariance += (2 * (probability[i]! - forecast) * (outcome[i]! - observed)) / n;
    }
    shown.push({ bin, count: rows.length, forecast, observed });
  }
  return {
    reliability,
    resolution,
    uncertainty: members === undefined ? Number.NaN : rate * (1 - rate),
    withinBinVariance: variance,
    withinBinCovariance: covariance,
    bins: shown,
  };
}

/** Rows of each bin; undefined when there is none or a value is NaN. */
function membersOf({ probability, outcome }: BinaryForecasts, bins: number): number[][] | undefined {
  const members = Array.from({ length: bins }, (): number[] => []);
  for (let i = 0; i < outcome.length; i++) {
    if (Number.isNaN(probability[i]! + outcome[i]!)) return undefined;
    members[Math.min(Math.floor(bins * probability[i]! + EDGE), bins - 1)]!.push(i);
  }
  return outcome.length === 0 ? undefined : members;
}
