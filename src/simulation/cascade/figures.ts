import type { Figure, FigureFlag, FigureMaker } from '../../data/figure.ts';
import type { BaseUnit } from '../../data/unit.ts';
import { type Spread, spreadOf } from './gathered.ts';

export interface Drawn {
  readonly path: string;
  readonly formula: string;
  readonly unit: BaseUnit;
  readonly series: readonly string[];
  readonly flags?: readonly FigureFlag[];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly why?: string;
}

/** Makers of the figures of a cascade: a number with a band over paths or draws, or one without. */
export interface CascadeFigures {
  /** Median of the values with their 5 % and 95 % ends. */
  spread(draft: Drawn, values: Float64Array | Spread): Figure;
  plain(draft: Drawn, value: number): Figure;
}

const HOW = '5 % to 95 % of simulated paths and draws';

export function cascadeFigures(figure: FigureMaker): CascadeFigures {
  const draft = ({ path, formula, unit, series, flags = [], params, why }: Drawn, value: number) => ({
    path,
    value,
    unit,
    of: { formula, series, ...(params ? { params } : {}) },
    flags,
    why: why ?? 'no path has a value',
  });
  return {
    spread(drawn, values) {
      const { median, low, high } = values instanceof Float64Array ? spreadOf(values) : values;
      return figure({ ...draft(drawn, median), band: { low, high, level: 0.9, how: HOW } });
    },
    plain: (drawn, value) => figure(draft(drawn, value)),
  };
}
