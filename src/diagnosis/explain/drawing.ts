import type { Figure, FigureDraft, FigureMaker, FigureOf } from '../../data/figure.ts';
import { type EpochDay, formatDay } from '../../data/time.ts';
import type { BaseUnit } from '../../data/unit.ts';

type Rest = Pick<FigureDraft, 'window' | 'band' | 'flags' | 'why'> & Pick<FigureOf, 'params' | 'inputs'>;
export type Draw = (path: string, value: number, unit: BaseUnit, formula: string, rest?: Rest) => Figure;

/** Maker of figures that are all of the same series. */
export function drawing(figure: FigureMaker, series: readonly string[]): Draw {
  return (path, value, unit, formula, { params, inputs, ...rest } = {}) =>
    figure({
      path,
      value,
      unit,
      of: { formula, series, ...(params ? { params } : {}), ...(inputs ? { inputs } : {}) },
      ...rest,
    });
}

/** Date of a row; null outside the rows. */
export function dayAt(dates: Int32Array, row: number): string | null {
  return row >= 0 && row < dates.length ? formatDay(dates[row] as EpochDay) : null;
}

/** The rows from … to as the window of a figure. */
export function spanOf(dates: Int32Array, from: number, to: number, n = to - from + 1) {
  return { window: { from: formatDay(dates[from]!), to: formatDay(dates[to]!), n } };
}

/** A line for a chart: NaN becomes null. */
export function pointsOf(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}
