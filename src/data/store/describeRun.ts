import { KNOWN_RULES, OBSERVATION_FLAGS } from '../observation.ts';
import type { RunRecord } from './log.ts';
import type { Run } from './run.ts';

const REVISES = KNOWN_RULES.map((rule) => rule === 'revision' || rule === 'seen');

/** What the log keeps of a run, so that most questions are answered without reading it. */
export function describeRun(run: Run): RunRecord {
  const { dates, values, knownAt, flags, rules } = run;
  const all = Array.from(knownAt.keys());
  const hasValue = (i: number): boolean => !Number.isNaN(values[i] as number);
  const has = (flag: number) => (i: number) => ((flags[i] as number) & flag) !== 0;
  const revises = (i: number): boolean => REVISES[rules[i] as number] as boolean;
  const withdrawn = all.filter((i) => !hasValue(i));
  const valued = withdrawn.length === 0 ? all : all.filter(hasValue);
  const simulated = all.filter(has(OBSERVATION_FLAGS.simulated));
  return {
    series: run.series,
    source: run.source,
    rows: all.length,
    first: extreme(dates, all, -1),
    last: extreme(dates, all, 1),
    lastKnown: extreme(knownAt, all, 1),
    ...when('firstValue', knownAt, valued, -1),
    ...when(
      'lastPrint',
      knownAt,
      valued.filter((i) => !revises(i)),
      1,
    ),
    ...when('firstWithdrawal', knownAt, withdrawn, -1),
    ...when('firstSimulated', knownAt, simulated, -1),
    ...count('withdrawn', withdrawn.length),
    ...count('suspect', all.filter(has(OBSERVATION_FLAGS.suspect)).length),
    ...count('revisions', all.filter(revises).length),
  };
}

/** Largest (sign 1) or smallest (sign −1) of the chosen rows. */
function extreme(column: Int32Array | Float64Array, rows: readonly number[], sign: 1 | -1): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const row of rows) best = Math.max(best, sign * (column[row] as number));
  return sign * best;
}

function when<K extends string>(
  key: K,
  knownAt: Float64Array,
  rows: readonly number[],
  sign: 1 | -1,
): { [key in K]?: number } {
  return rows.length === 0 ? {} : ({ [key]: extreme(knownAt, rows, sign) } as { [key in K]?: number });
}

function count<K extends string>(key: K, n: number): { [key in K]?: number } {
  return n === 0 ? {} : ({ [key]: n } as { [key in K]?: number });
}
