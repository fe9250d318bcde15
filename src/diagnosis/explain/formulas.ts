import type { Formula } from '../../data/figure.ts';
import { SECTION_IDS, SECTIONS } from './answer.ts';
import type { ExplainPart } from './part.ts';

/** Formulas of every part. */
export const EXPLAIN_FORMULAS: readonly Formula[] = SECTION_IDS.flatMap((section) =>
  Object.values<ExplainPart>(SECTIONS[section]).flatMap((part) => part.formulas),
);
