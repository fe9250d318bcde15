import type { Formula } from '../../data/figure.ts';
import { SECTION_IDS, SECTIONS } from './answer.ts';
import type { ExplainPart } from './part.ts';

/** Formulas of every part, each once: parts that share one list it each. */
export const EXPLAIN_FORMULAS: readonly Formula[] = [
  ...new Set(
    SECTION_IDS.flatMap((section) =>
      Object.values<ExplainPart>(SECTIONS[section]).flatMap((part) => part.formulas),
    ),
  ),
];
