import { z } from 'zod';
import { mean, standardDeviation } from '../math/moments.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { defaultPenalty, pelt, type SegmentCost } from './pelt.ts';
import { heldOverRefits, searchParam } from './refits.ts';

const params = z.object({
  window: windowParam(500, [100, 2520], 'rows in which changes are searched'),
  refit: searchParam,
  cost: z.enum(['mean', 'mean-variance']).default('mean-variance').meta({
    unit: 'cost',
    description: 'what changes: the mean alone, or mean and variance',
  }),
  penalty: numberParam(
    5,
    [1, 50],
    'ratio',
    'cost of a change: with mean-variance times ln n (3 is Schwarz’s, more suits fat tails), with mean times σ² ln n (2 is Yao’s)',
  ),
  leastRows: z.number().int().min(2).max(50).default(10).meta({
    unit: 'rows',
    description: 'fewest rows of a segment; a change is seen no sooner',
  }),
});

/**
 * Rows of the present segment by `pelt` on a trailing window, row t included: what was known at the time of the last change, never dated
 * with hindsight. NaN on the first w − 1 rows, where the change is missing, and while the window of the last search keeps fewer than
 * max(30, w/2) values, does not vary or (with mean) has a σ of 0.
 */
export const changePointAge: Measure<typeof params> = {
  id: 'change-point-age',
  title: {
    'zh-Hans': '距上一变点的行数',
    'zh-Hant': '距上一變點的列數',
    en: 'Rows since the last change point',
  },
  group: 'stress',
  unit: 'count',
  range: [1, 2520],
  input: 'changes',
  columns: [1, 1],
  formula:
    'min(w, t − c + 1), c the first row of the last segment that minimises Σ C(segment) + β·changes over the w rows up to the last search; mean-variance: C = m(ln 2πv + 1), β = penalty · ln n; mean: C = Σ(x − x̄)², β = penalty · σ² ln n',
  reading:
    'How long mean and variance have been what they are, as the rows up to that day tell it: small after a change, w when there was none in the window. A change is seen some rows after it came, and a later search may withdraw it; it does not say which way things changed.',
  params,
  source: {
    citation:
      'Killick, Fearnhead & Eckley (2012), Optimal detection of changepoints with a linear computational cost, J. American Statistical Association 107(500)',
    doi: '10.1080/01621459.2012.737745',
    equation: '4',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, refit, penalty, ...search }) {
    const changes = columnsOf(panel, this)[0]!;
    return heldOverRefits(
      changes,
      { window, refit },
      ({ values, rows }) => lastStart(standardised(values), rows, penalty, search),
      (start, t) => Math.min(window, t - start + 1),
    );
  },
};

/** Row at which the last segment begins; −∞ without a change, NaN where the penalty has no scale (σ = 0). */
function lastStart(
  values: Float64Array,
  rows: Int32Array,
  factor: number,
  search: { readonly cost: SegmentCost; readonly leastRows: number },
): number {
  const penalty = (factor / USUAL[search.cost]) * defaultPenalty(values, search.cost);
  if (!(penalty > 0)) return Number.NaN;
  const last = pelt(values, { ...search, penalty }).changes.at(-1);
  return last === undefined ? Number.NEGATIVE_INFINITY : rows[last]!;
}

/** Factors of `defaultPenalty`. */
const USUAL = { mean: 2, 'mean-variance': 3 } as const;

/** The floor of a segment's variance is absolute, so the unit must not matter. */
function standardised(values: Float64Array): Float64Array {
  const [centre, scale] = [mean(values), standardDeviation(values)];
  return values.map((x) => (x - centre) / scale);
}
