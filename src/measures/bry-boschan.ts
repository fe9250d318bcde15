import { checkWhole } from '../math/arguments.ts';

export interface CycleRule {
  /** Rows on each side over which a turning point is the extreme. */
  readonly window: number;
  /** Fewest rows from a peak to the next trough, or from a trough to the next peak. */
  readonly phase: number;
  /** Fewest rows from a peak to the next peak, or from a trough to the next trough. */
  readonly cycle: number;
}

export interface TurningPoint {
  readonly row: number;
  readonly kind: 'peak' | 'trough';
}

/** The months of Bry and Boschan in weeks: 5, 5 and 15 months. */
export const WEEKLY_CYCLE: CycleRule = { window: 22, phase: 22, cycle: 65 };

/** The quarters of Harding and Pagan: 2, 2 and 5. */
export const QUARTERLY_CYCLE: CycleRule = { window: 2, phase: 2, cycle: 5 };

/**
 * Alternating peaks and troughs of a series, by the rule of Bry and Boschan without its smoothing.
 *
 * peak at t: x_t > x_{t−j} and x_t ≥ x_{t+j}, j = 1 … window (trough: with the signs turned); of two peaks without a trough between
 * them the higher stays, of two equal ones the earlier; then the pairs that make a cycle or a phase too short are taken out.
 *
 * `values` n rows. A turning point needs `window` rows after it: one at row t cannot be known before row t + window, and the last of
 * them can still be replaced by a more extreme one of its kind while no opposite one has followed.
 * NaN policy: no turning point within `window` rows of a NaN.
 * @throws RangeError when a length of the rule is no whole number ≥ 1.
 * @see Bry & Boschan (1971), Cyclical Analysis of Time Series, NBER Technical Paper 20, table 1 · Harding & Pagan (2002), Dissecting the
 * cycle, Journal of Monetary Economics 49(2), section 3 (the quarterly rule).
 */
export function turningPoints(values: Float64Array, rule: CycleRule): TurningPoint[] {
  checkWhole('window', rule.window, 1);
  checkWhole('phase', rule.phase, 1);
  checkWhole('cycle', rule.cycle, 1);
  let points = alternating(values, candidates(values, rule.window));
  for (;;) {
    const at = tooShort(points, rule);
    if (at === undefined) return points;
    points = alternating(values, without(values, points, at));
  }
}

function candidates(values: Float64Array, window: number): TurningPoint[] {
  const found: TurningPoint[] = [];
  for (let row = window; row + window < values.length; row++) {
    if (isExtreme(values, row, window, 1)) found.push({ row, kind: 'peak' });
    else if (isExtreme(values, row, window, -1)) found.push({ row, kind: 'trough' });
  }
  return found;
}

function isExtreme(values: Float64Array, row: number, window: number, sign: 1 | -1): boolean {
  const x = sign * values[row]!;
  for (let j = 1; j <= window; j++) {
    if (!(x > sign * values[row - j]! && x >= sign * values[row + j]!)) return false;
  }
  return true;
}

/** Whether `a` is the more extreme of two turning points of one kind. */
function beats(values: Float64Array, a: TurningPoint, b: TurningPoint): boolean {
  return a.kind === 'peak' ? values[a.row]! > values[b.row]! : values[a.row]! < values[b.row]!;
}

function alternating(values: Float64Array, points: readonly TurningPoint[]): TurningPoint[] {
  const kept: TurningPoint[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    if (before?.kind !== point.kind) kept.push(point);
    else if (beats(values, point, before)) kept[kept.length - 1] = point;
  }
  return kept;
}

/** Index of the first turning point that stands too near to one before it: its neighbour, or the last of its kind. */
function tooShort(points: readonly TurningPoint[], { phase, cycle }: CycleRule): number | undefined {
  for (let i = 1; i < points.length; i++) {
    const { row } = points[i]!;
    const same = points[i - 2];
    if (row - points[i - 1]!.row < phase || (same && row - same.row < cycle)) return i;
  }
  return undefined;
}

/** Without the lesser of the two that make the cycle too short, or without both ends of the phase. */
function without(values: Float64Array, points: readonly TurningPoint[], at: number): readonly TurningPoint[] {
  const [same, point] = [points[at - 2], points[at]!];
  if (!same) return points.filter((_, i) => i !== at && i !== at - 1);
  const lesser = beats(values, point, same) ? at - 2 : at;
  return points.filter((_, i) => i !== lesser);
}
