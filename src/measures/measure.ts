import type { z } from 'zod';
import type { Panel } from '../data/panel.ts';
import type { Words } from '../data/series/entry.ts';
import type { BaseUnit } from '../data/unit.ts';

export interface Source {
  readonly citation: string;
  readonly doi?: string;
  readonly equation?: string;
}

/**
 * A published measure: panel → one value a row, causal (row t uses rows ≤ t only), NaN exactly during the warm-up and where an
 * input of its window is NaN.
 */
export interface Measure<P extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly title: Words;
  readonly group: 'move' | 'volatility' | 'trend' | 'dependence' | 'stress';
  readonly unit: BaseUnit;
  /** Lowest and highest value it can take. */
  readonly range: readonly [number, number];
  /** What the columns of the panel must hold. */
  readonly input: 'levels' | 'changes';
  /** Fewest and most columns. */
  readonly columns: readonly [number, number];
  /** The formula in plain text with its symbols. */
  readonly formula: string;
  readonly params: P;
  readonly source: Source;
  /** Rows at the start that have no value. */
  warmUp(params: z.infer<P>): number;
  compute(panel: Panel, params: z.infer<P>): Float64Array;
}
