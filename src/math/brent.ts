import { checkLimits, type StopReason } from './minimum.ts';

export interface BrentOptions {
  /** Width of the interval, relative to max(1, |x|), at which the search has converged. Default 1e−12 for a root, 1e−8 for a minimum. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

export interface BrentResult {
  readonly x: number;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: StopReason;
}

/**
 * Root of a continuous function between a and b, where it has different signs: inverse quadratic or secant steps, bisection when they fail.
 * Converged when the bracket is narrower than tolerance · max(1, |x|) or the value is 0.
 * @throws RangeError when an end is not finite, the values at the ends are NaN or have one sign, or f gives NaN between them
 * @see Brent (1973), Algorithms for Minimization without Derivatives, ch. 4
 */
export function brentRoot(
  f: (x: number) => number,
  a: number,
  b: number,
  { tolerance = 1e-12, maxIterations = 200 }: BrentOptions = {},
): BrentResult {
  checkLimits(tolerance, maxIterations);
  checkEnds(a, b);
  const value = numberValued(f);
  let [low, best] = [a, b];
  let [fLow, fBest] = [value(a), value(b)];
  if (Math.sign(fLow) * Math.sign(fBest) > 0) {
    throw new RangeError(`f must change sign between ${a} and ${b}, came ${fLow} and ${fBest}`);
  }
  let [other, fOther] = [low, fLow];
  let [step, lastStep] = [best - low, best - low];
  for (let iterations = 0; ; iterations++) {
    if (Math.sign(fBest) * Math.sign(fOther) > 0) {
      [other, fOther] = [low, fLow];
      step = lastStep = best - low;
    }
    if (Math.abs(fOther) < Math.abs(fBest)) {
      [low, best, other] = [best, other, best];
      [fLow, fBest, fOther] = [fBest, fOther, fBest];
    }
    const least = 2 * Number.EPSILON * Math.abs(best) + (tolerance / 2) * Math.max(1, Math.abs(best));
    const half = (other - best) / 2;
    const done = Math.abs(half) <= least || fBest === 0;
    if (done || iterations === maxIterations) {
      return {
        x: best,
        value: fBest,
        iterations,
        converged: done,
        reason: done ? 'tolerance' : 'max-iterations',
      };
    }
    const wanted = interpolatedStep(low, best, other, fLow, fBest, fOther);
    if (
      Math.abs(lastStep) >= least &&
      Math.abs(fLow) > Math.abs(fBest) &&
      accepted(wanted, half, least, lastStep)
    ) {
      [lastStep, step] = [step, wanted];
    } else {
      step = lastStep = half;
    }
    [low, fLow] = [best, fBest];
    best += Math.abs(step) > least ? step : Math.sign(half) * least;
    fBest = value(best);
  }
}

function interpolatedStep(
  low: number,
  best: number,
  other: number,
  fLow: number,
  fBest: number,
  fOther: number,
): number {
  const s = fBest / fLow;
  if (low === other) return ((other - best) * s) / (s - 1);
  const q = fLow / fOther;
  const r = fBest / fOther;
  const p = s * ((other - best) * q * (q - r) - (best - low) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}

function accepted(step: number, half: number, least: number, lastStep: number): boolean {
  const towards = step / half;
  return (
    towards > 0 &&
    Math.abs(step) < 1.5 * Math.abs(half) - least / 2 &&
    Math.abs(step) < Math.abs(lastStep) / 2
  );
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * Local minimum of a function on [a, b]: parabolic steps, golden section when they fail; exact for a unimodal function.
 * Converged when the bracket is narrower than about 4 · tolerance · max(1, |x|). A tolerance below √ε = 1.5e−8 gains nothing.
 * NaN policy: NaN or +∞ marks a point that is not allowed.
 * @throws RangeError when an end is not finite or a ≥ b
 * @see Brent (1973), Algorithms for Minimization without Derivatives, ch. 5 (localmin)
 */
export function brentMinimum(
  f: (x: number) => number,
  a: number,
  b: number,
  { tolerance = 1e-8, maxIterations = 200 }: BrentOptions = {},
): BrentResult {
  checkLimits(tolerance, maxIterations);
  checkEnds(a, b);
  if (a >= b) throw new RangeError(`a must be below b, came ${a} and ${b}`);
  const value = (x: number) => {
    const y = f(x);
    return Number.isNaN(y) ? Number.POSITIVE_INFINITY : y;
  };
  let [low, high] = [a, b];
  let best = a + GOLDEN * (b - a);
  let [second, third] = [best, best];
  let fBest = value(best);
  let [fSecond, fThird] = [fBest, fBest];
  let [step, lastStep] = [0, 0];
  for (let iterations = 0; ; iterations++) {
    const middle = (low + high) / 2;
    const least = tolerance * Math.max(1, Math.abs(best));
    const done = Math.abs(best - middle) <= 2 * least - (high - low) / 2;
    if (done || iterations === maxIterations) {
      const reason =
        fBest === Number.POSITIVE_INFINITY ? 'non-finite-start' : done ? 'tolerance' : 'max-iterations';
      return { x: best, value: fBest, iterations, converged: reason === 'tolerance', reason };
    }
    const wanted = parabolicStep(best, second, third, fBest, fSecond, fThird);
    const inside = best + wanted > low && best + wanted < high;
    if (Math.abs(lastStep) > least && inside && Math.abs(wanted) < Math.abs(lastStep) / 2) {
      [lastStep, step] = [step, wanted];
      const next = best + step;
      if (next - low < 2 * least || high - next < 2 * least) step = best < middle ? least : -least;
    } else {
      lastStep = best < middle ? high - best : low - best;
      step = GOLDEN * lastStep;
    }
    const trial = best + (Math.abs(step) >= least ? step : Math.sign(step) * least);
    const fTrial = value(trial);
    if (fTrial <= fBest) {
      if (trial < best) high = best;
      else low = best;
      [third, fThird] = [second, fSecond];
      [second, fSecond] = [best, fBest];
      [best, fBest] = [trial, fTrial];
      continue;
    }
    if (trial < best) low = trial;
    else high = trial;
    if (fTrial <= fSecond || second === best) {
      [third, fThird] = [second, fSecond];
      [second, fSecond] = [trial, fTrial];
    } else if (fTrial <= fThird || third === best || third === second) {
      [third, fThird] = [trial, fTrial];
    }
  }
}

/** NaN when the three points lie on no upward parabola. */
function parabolicStep(
  best: number,
  second: number,
  third: number,
  fBest: number,
  fSecond: number,
  fThird: number,
): number {
  const r = (best - second) * (fBest - fThird);
  const q = (best - third) * (fBest - fSecond);
  const p = (best - third) * q - (best - second) * r;
  return -p / (2 * (q - r));
}

function checkEnds(a: number, b: number): void {
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    throw new RangeError(`the ends must be finite, came ${a} and ${b}`);
  }
}

function numberValued(f: (x: number) => number): (x: number) => number {
  return (x) => {
    const y = f(x);
    if (Number.isNaN(y)) throw new RangeError(`f must be a number between the ends, came NaN at ${x}`);
    return y;
  };
}
