import type { Formula } from '../data/figure.ts';
import * as measures from '../measures/index.ts';
import type { Measure } from '../measures/measure.ts';
import { EXPLAIN_FORMULAS } from './explain/formulas.ts';
import { JOINT_FORMULAS } from './scan/joint-formulas.ts';
import { LEVELS_FORMULAS } from './scan/levels-formulas.ts';
import { SCAN_FORMULAS } from './scan/scan-formulas.ts';
import { SECTION_FORMULAS } from './scan/section-formulas.ts';

function formulaOf({
  id,
  title,
  formula,
  source,
}: Pick<Measure, 'id' | 'title' | 'formula' | 'source'>): Formula {
  const where = [source.citation, source.equation, source.doi].filter((part) => part !== undefined);
  return { id, title, text: formula, source: where.join(', ') };
}

/** Every formula that a figure can name. */
export const FORMULAS: readonly Formula[] = [
  ...Object.values(measures).map(formulaOf),
  ...SCAN_FORMULAS,
  ...JOINT_FORMULAS,
  ...LEVELS_FORMULAS,
  ...SECTION_FORMULAS,
  ...EXPLAIN_FORMULAS,
];
