/** A point on the search line: φ(step) = f(x + step·d) and, worked out when first asked for, φ′(step). */
export interface LinePoint {
  readonly step: number;
  readonly value: number;
  readonly slope: () => number;
}

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_EXPANSIONS = 40;
const MAX_ZOOMS = 60;

/**
 * Step that meets the strong Wolfe conditions: φ(a) ≤ φ(0) + c₁ a φ′(0) and |φ′(a)| ≤ −c₂ φ′(0), c₁ = 1e−4, c₂ = 0.9.
 * Points where φ or φ′ is not finite are walked away from. When rounding leaves only a decrease without the curvature, that point is
 * returned; undefined when no step decreases φ enough.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6
 */
export function wolfeLineSearch<P extends LinePoint>(
  at: (step: number) => P,
  start: P,
  firstStep: number,
): P | undefined {
  const slope = start.slope();
  let low = start;
  let step = firstStep;
  for (let round = 0; round < MAX_EXPANSIONS; round++) {
    const trial = at(step);
    if (trial.value === Number.NEGATIVE_INFINITY) return trial;
    if (!decreases(trial, start, slope) || (round > 0 && trial.value >= low.value)) break;
    if (Number.isNaN(trial.slope())) break;
    if (Math.abs(trial.slope()) <= -CURVATURE * slope) return trial;
    if (trial.slope() >= 0) return zoom(at, start, slope, trial, low);
    low = trial;
    step *= 3;
    if (!Number.isFinite(step)) return low;
  }
  return zoom(at, start, slope, low, at(step));
}

function zoom<P extends LinePoint>(
  at: (step: number) => P,
  start: P,
  slope: number,
  best: P,
  other: P,
): P | undefined {
  let [low, high] = [best, other];
  for (let round = 0; round < MAX_ZOOMS; round++) {
    const step = interpolate(low, high);
    if (step === low.step || step === high.step) break;
    const trial = at(step);
    if (trial.value === Number.NEGATIVE_INFINITY) return trial;
    if (!decreases(trial, start, slope) || trial.value >= low.value || Number.isNaN(trial.slope())) {
      high = trial;
      continue;
    }
    if (Math.abs(trial.slope()) <= -CURVATURE * slope) return trial;
    if (trial.slope() * (high.step - low.step) >= 0) high = low;
    low = trial;
  }
  return low === start ? undefined : low;
}

function decreases(trial: LinePoint, start: LinePoint, slope: number): boolean {
  return (
    Number.isFinite(trial.value) && trial.value <= start.value + SUFFICIENT_DECREASE * trial.step * slope
  );
}

/** Minimum of the parabola through φ(low), φ′(low) and φ(high), kept off the ends by a tenth; the middle when there is none. */
function interpolate(low: LinePoint, high: LinePoint): number {
  const width = high.step - low.step;
  const bend = high.value - low.value - low.slope() * width;
  const share = (-low.slope() * width) / (2 * bend);
  const safe = share > 0 && share < 1 ? Math.min(0.9, Math.max(0.1, share)) : 0.5;
  return low.step + safe * width;
}
