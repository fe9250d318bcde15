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
 * input that it needs is missing; its docblock says which. Infinite inputs count as missing. A measure with more to say than one value a row
 * has a function of its own name and `Detail` beside it.
 */
export interface Measure<P extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly title: Words;
  readonly group: 'move' | 'volatility' | 'trend' | 'dependence' | 'stress' | 'liquidity';
  readonly unit: BaseUnit;
  /** Lowest and highest value it can take. */
  readonly range: readonly [number, number];
  /**
   * What the columns of the panel must hold. `bars`: open, high, low, close of one instrument, in this order · `close-and-volume`: its
   * close and the units traded.
   */
  readonly input: 'levels' | 'changes' | 'bars' | 'close-and-volume';
  /** Fewest and most columns. */
  readonly columns: readonly [number, number];
  /** The formula in plain text with its symbols. */
  readonly formula: string;
  /** What its ends mean and what it does not say, in a sentence or two. */
  readonly reading: string;
  readonly params: P;
  readonly source: Source;
  /** Rows at the start that have no value. */
  warmUp(params: z.infer<P>): number;
  compute(panel: Panel, params: z.infer<P>): Float64Array;
}
