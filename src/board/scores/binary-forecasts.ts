import { checkSameLength } from '../../math/arguments.ts';

/** Forecast probabilities of an event and what came, n values each: outcome 1 it happened, 0 it did not. */
export interface BinaryForecasts {
  readonly probability: Float64Array;
  readonly outcome: Float64Array;
}

/** Nearest to 0 and 1 that the logarithmic loss takes a probability to be. */
const CLIP = 1e-15;

/**
 * Brier score: mean of (p − y)², 0 perfect … 1. NaN for no forecast and when any is NaN: an incomplete sample has no score.
 * @throws RangeError on another length, a probability outside [0, 1], an outcome other than 0 and 1.
 * @see Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1–3.
 */
export function brierScore(forecasts: BinaryForecasts): number {
  checkBinary(forecasts);
  const { probability, outcome } = forecasts;
  let sum = 0;
  for (let i = 0; i < outcome.length; i++) sum += (probability[i]! - outcome[i]!) ** 2;
  return sum / outcome.length;
}

/**
 * Share of the Brier score of the sample's own base rate ȳ that the forecasts save: 1 − BS / (ȳ·(1 − ȳ)); 1 perfect, 0 no better.
 * The base rate is known only afterwards. Null when the outcomes are all the same, NaN when a forecast is.
 */
export function brierSkill(forecasts: BinaryForecasts): number | null {
  const score = brierScore(forecasts);
  const rate = baseRate(forecasts.outcome);
  return rate === 0 || rate === 1 ? null : 1 - score / (rate * (1 - rate));
}

export interface LogLoss {
  /** Mean of −ln of the probability given to what came, nats. */
  readonly loss: number;
  /** Forecasts nearer to 0 or 1 than 1e-15 that were wrong; each would have been infinite. */
  readonly clipped: number;
}

/**
 * Logarithmic loss: mean of −(y·ln p + (1 − y)·ln(1 − p)), p kept 1e-15 away from 0 and 1, and how often that changed the score.
 * NaN as in `brierScore`, and its errors.
 * @see Good (1952), Rational decisions, J. Royal Statistical Society B 14, 107–114.
 */
export function logLoss(forecasts: BinaryForecasts): LogLoss {
  checkBinary(forecasts);
  const { probability, outcome } = forecasts;
  let sum = 0;
  let clipped = 0;
  for (let i = 0; i < outcome.length; i++) {
    const p = Math.min(1 - CLIP, Math.max(CLIP, probability[i]!));
    sum -= outcome[i] === 1 ? Math.log(p) : outcome[i] === 0 ? Math.log1p(-p) : Number.NaN;
    if (Math.abs(probability[i]! - outcome[i]!) > 1 - CLIP) clipped++;
  }
  return { loss: sum / outcome.length, clipped };
}

/** Share of outcomes that are 1; NaN for none and when one is NaN. */
export function baseRate(outcome: Float64Array): number {
  return outcome.reduce((sum, y) => sum + y, 0) / outcome.length;
}

/** @throws RangeError on another length, a probability outside [0, 1], an outcome other than 0 and 1; NaN is let through. */
export function checkBinary({ probability, outcome }: BinaryForecasts): void {
  checkSameLength('probabilities and outcomes', probability, outcome);
  const p = probability.find((value) => value < 0 || value > 1);
  if (p !== undefined) throw new RangeError(`a probability must be from 0 to 1, came ${p}`);
  checkOutcomes(outcome);
}

/** @throws RangeError on an outcome other than 0 and 1; NaN is let through. */
export function checkOutcomes(outcome: Float64Array): void {
  const y = outcome.find((value) => value !== 0 && value !== 1 && !Number.isNaN(value));
  if (y !== undefined) throw new RangeError(`an outcome must be 0 or 1, came ${y}`);
}
