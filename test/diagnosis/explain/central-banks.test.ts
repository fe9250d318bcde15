import { describe, expect, it } from 'vitest';
import { CENTRAL_BANKS, decisionBefore, nextDecision } from '../../../src/data/calendars/policy-meetings.ts';
import { formatDay, parseDay, parseInstant, weekdayOf } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');

describe('scheduled decisions', () => {
  it('are eight a year on working days', () => {
    for (const bank of CENTRAL_BANKS) {
      const days: number[] = [];
      for (let day = parseDay('2023-12-31'); ; ) {
        const next = nextDecision(bank, day);
        if (next === undefined) break;
        days.push(next);
        day = next;
      }
      expect(days).toHaveLength(24);
      expect(days.every((day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5)).toBe(true);
    }
  });

  it('are the next one after a day, and the one that a rate in force goes back to', () => {
    expect(formatDay(nextDecision('fed', parseDay('2026-02-12'))!)).toBe('2026-03-18');
    expect(formatDay(nextDecision('fed', parseDay('2026-01-28'))!)).toBe('2026-03-18');
    expect(nextDecision('fed', parseDay('2026-12-31'))).toBeUndefined();
    expect(formatDay(decisionBefore('ecb', parseDay('2025-06-11'))!)).toBe('2025-06-05');
    expect(decisionBefore('fed', parseDay('2020-03-16'))).toBeUndefined();
  });
});

const daily = (id: string, valueOn: (iso: string) => number) => {
  const first = parseDay('2025-01-01');
  return columnsOf(
    id,
    Array.from({ length: parseDay('2026-02-12') - first + 1 }, (_, k) => ({
      date: first + k,
      value: valueOn(formatDay(first + k)),
    })),
  );
};

async function part(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'central-banks' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.centralBanks!;
}

it('gives the rate, the last move with its decision, and the distance from the Fed', async () => {
  const { banks } = await part([
    daily('fed-target-upper', (day) => (day < '2025-12-11' ? 0.04 : 0.0375)),
    daily('fed-target-lower', (day) => (day < '2025-12-11' ? 0.0375 : 0.035)),
    daily('ecb-deposit-rate', (day) => (day < '2025-06-11' ? 0.0225 : 0.02)),
  ]);
  const [fed, ecb, , boe] = banks;
  expect(fed!.rate.value).toBe(0.03625);
  expect(fed!.lastMove).toMatchObject({
    effective: '2025-12-11',
    decision: '2025-12-10',
    change: { value: -0.0025 },
  });
  expect(ecb!.lastMove).toMatchObject({ decision: '2025-06-05' });
  expect(ecb!.divergence!.now.value).toBe(-0.01625);
  // A year before: 2.25 % against 3.875 %, 1.625 points below as well.
  expect(ecb!.divergence!.overYear.value).toBe(0);
  expect(boe!.rate).toMatchObject({ value: null, why: 'the rate of boe has no value' });
});

describeWithPack('central banks on the real pack', () => {
  it('stand in February 2026 where their announcements put them', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', part: 'central-banks' });
    const { banks } = answer.liquidity!.parts.centralBanks!;
    // FOMC 10 December 2025: 3.50–3.75 %; ECB 5 June 2025: 2.00 %; Bank of Japan 19 December 2025: 0.75 %.
    expect(banks.slice(0, 3).map(({ rate, lastMove }) => [rate.value, lastMove!.decision])).toEqual([
      [0.03625, '2025-12-10'],
      [0.02, '2025-06-05'],
      [0.0075, '2025-12-19'],
    ]);
  });
});
