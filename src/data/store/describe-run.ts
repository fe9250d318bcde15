import { KNOWN_RULES, OBSERVATION_FLAGS } from '../observation.ts';
import type { RunRecord } from './log.ts';
import type { Run } from './run.ts';

const REVISES = KNOWN_RULES.map((rule) => rule === 'revision' || rule === 'seen');

/** What the log keeps of a run, so that most questions are answered without reading it. */
export function describeRun(run: Run): RunRecord {
  const { dates, values, knownAt, flags, rules } = run;
  const [date, known, value, print] = [new Range(), new Range(), new Range(), new Range()];
  const [withdrawal, simulated] = [new Range(), new Range()];
  let [suspect, revisions] = [0, 0];
  for (let i = 0; i < knownAt.length; i++) {
    const at = knownAt[i] as number;
    const revises = REVISES[rules[i] as number] as boolean;
    date.take(dates[i] as number);
    known.take(at);
    if (revises) revisions++;
    if ((flags[i] as number) & OBSERVATION_FLAGS.suspect) suspect++;
    if ((flags[i] as number) & OBSERVATION_FLAGS.simulated) simulated.take(at);
    if (Number.isNaN(values[i] as number)) withdrawal.take(at);
    else value.take(at);
    if (!revises && !Number.isNaN(values[i] as number)) print.take(at);
  }
  return {
    series: run.series,
    source: run.source,
    rows: known.count,
    first: date.least,
    last: date.most,
    lastKnown: known.most,
    ...(value.count ? { firstValue: value.least } : {}),
    ...(print.count ? { lastPrint: print.most } : {}),
    ...(withdrawal.count ? { firstWithdrawal: withdrawal.least, withdrawn: withdrawal.count } : {}),
    ...(simulated.count ? { firstSimulated: simulated.least } : {}),
    ...(suspect ? { suspect } : {}),
    ...(revisions ? { revisions } : {}),
  };
}

class Range {
  least = Number.POSITIVE_INFINITY;
  most = Number.NEGATIVE_INFINITY;
  count = 0;

  take(x: number): void {
    if (x < this.least) this.least = x;
    if (x > this.most) this.most = x;
    this.count++;
  }
}
