import type { z } from 'zod';
import type { FigureMaker, Formula } from '../../data/figure.ts';
import type { Words } from '../../data/series/entry.ts';
import type { View } from '../../data/view.ts';
import type { AssumptionName, Assumptions } from './assumptions.ts';

/** What a part of an explanation is computed from. */
export interface ExplainContext {
  readonly view: View;
  /** The instrument the question is about; undefined: each part takes its own set. */
  readonly asset: string | undefined;
  /** Sessions of the change that is explained. */
  readonly window: number;
  /** What the reader supposes; empty when nothing was asked for. */
  readonly assume: Assumptions;
  /** Makes the figures of the part: their paths begin with the part's id. */
  readonly figure: FigureMaker;
}

/**
 * One question inside a section of `explain`: what it reads, what it answers, and the formulas its figures name.
 * A series without any value never throws: its figures are null with a reason, and the section says what is missing.
 */
export interface ExplainPart<S extends z.ZodType = z.ZodType> {
  /** Lower case with hyphens; first word of the paths of its figures. */
  readonly id: string;
  readonly title: Words;
  /** Every series it would read, of the catalogue or derived; those without a value are told under `needs`. */
  readonly series: readonly string[];
  readonly schema: S;
  readonly formulas: readonly Formula[];
  /** The assumptions that it reads; left out: none. */
  readonly assumes?: readonly AssumptionName[];
  /** Whether the part has anything to say about this instrument; left out: about all, and about none in particular. */
  readonly covers?: (asset: string) => boolean;
  compute(context: ExplainContext): Promise<z.infer<S>>;
}

/** A part with the type of its schema kept. */
export function explainPart<S extends z.ZodType>(part: ExplainPart<S>): ExplainPart<S> {
  return part;
}
