import { exactScale } from '../../math/matrix.ts';
import { valuesAt } from '../../math/values-at.ts';
import type { CompleteRows } from './complete-rows.ts';

/** A series that a system of equations cannot hold. */
export interface DroppedSeries {
  readonly series: number;
  readonly why: 'constant_series' | 'collinear_series';
}

export interface UsableSeries {
  readonly kept: readonly number[];
  readonly dropped: readonly DroppedSeries[];
}

/** 1 − R² on the series before it below which a series is a linear combination of them. */
const INDEPENDENT = 1e-12;

/**
 * Series (numbers into `columns`) that vary and that those before them do not span, from left to right.
 * Constant: variance ≤ 1e-20·max(1, mean²). Collinear: 1 − R² on the kept series before it ≤ 1e-12.
 */
export function usableSeries(columns: readonly Float64Array[], { at }: CompleteRows): UsableSeries {
  const kept: number[] = [];
  const dropped: DroppedSeries[] = [];
  const directions: Float64Array[] = [];
  for (const [series, column] of columns.entries()) {
    const centred = centredUnit(valuesAt(column, at));
    const direction = centred && remainder(centred, directions);
    if (direction) {
      kept.push(series);
      directions.push(direction);
    } else dropped.push({ series, why: centred ? 'collinear_series' : 'constant_series' });
  }
  return { kept, dropped };
}

/** Values less their mean at length 1, or undefined when they are constant. */
function centredUnit(values: Float64Array): Float64Array | undefined {
  const scale = exactScale(values);
  const scaled = values.map((value) => value * scale);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = scaled.map((value) => value - mean);
  const squares = dot(centred, centred);
  const least = 1e-20 * Math.max(scale * scale, mean * mean);
  if (!(squares / values.length > least)) return undefined;
  const length = Math.sqrt(squares);
  return centred.map((value) => value / length);
}

/** What orthonormal directions leave of a unit vector, at length 1, or undefined when that is nothing. Twice, against cancellation. */
function remainder(unit: Float64Array, directions: readonly Float64Array[]): Float64Array | undefined {
  const left = Float64Array.from(unit);
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of directions) {
      const share = dot(left, direction);
      for (let t = 0; t < left.length; t++) left[t]! -= share * direction[t]!;
    }
  }
  const squares = dot(left, left);
  if (!(squares > INDEPENDENT)) return undefined;
  const length = Math.sqrt(squares);
  return left.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
