import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { ExplainAnswer } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';

type Carry = NonNullable<NonNullable<ExplainAnswer['drivers']>['parts']['yenCarry']>;
type Figure = Carry['gauge'];

/** An hour after the end of the UTC day of each session, and the sessions of the change. */
const ASKED = [
  ['2024-08-06T01:00Z', '5d'],
  ['2025-10-11T01:00Z', '5d'],
  ['2026-02-06T01:00Z', '5d'],
  ['2026-02-06T01:00Z', '1d'],
  ['2026-02-13T01:00Z', '5d'],
  ['2026-02-13T01:00Z', '1d'],
] as const;

/** The verdict on the carry story with each of its tests. */
export async function carryValidation(store: Store): Promise<string[]> {
  const rows: string[] = [];
  for (const [instant, window] of ASKED) {
    const view = await store.asOf(parseInstant(instant));
    const answer = await explain(view, { window, section: 'drivers', part: 'yen-carry' });
    const carry = answer.drivers!.parts.yenCarry;
    if (carry) rows.push(rowOf(carry, window));
  }
  return [
    '## Unwinding of yen carry',
    '',
    'As known at 01:00 UTC after the session. The yen must rise by at least one σ of the days before, and more than half of the measured other',
    'tests must be met. The lines are round numbers, not fitted, but were set with the moves of the yen on these days known: they are no track record. The base rate is the share of all sessions',
    'so far with the verdict “supported”. Met tests are marked ✓, others ✗, those without data –.',
    '',
    '| day | change over | verdict | yen | yen σ | basket σ | carry/volatility rank | speculators, contracts | shares σ | correlation before | gauge | percentile | base rate |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function rowOf({ date, verdict, yen, legs, gauge, percentile, baseRate }: Carry, window: string): string {
  const cells = legs.map(({ leg, measure, passed }) => {
    const mark = passed === null ? '–' : passed ? '✓' : '✗';
    return `${decimal(measure, leg === 'positions' ? 0 : 2)} ${mark}`;
  });
  const [yenLeg, ...others] = cells;
  return `| ${[date, window, verdict, percent(yen), yenLeg, ...others, decimal(gauge, 2), percent(percentile), percent(baseRate)].join(' | ')} |`;
}

function decimal({ value }: Figure, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

function percent({ value }: Figure): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} %`;
}
