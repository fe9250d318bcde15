import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { columnsOf, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** SOFR climbs by a hundredth of a basis point a day over a constant rate on reserves: the latest spread is the largest. */
function rates(days: number) {
  const sofr = Array.from({ length: days }, (_, t) => 0.0365 + t * 1e-6);
  return [
    columnsOf('sofr', rowsUpTo('sofr', TO, sofr)),
    // The rate on reserves has a value every day of the week.
    columnsOf('iorb', rowsUpTo('iorb', TO, new Array(2 * days).fill(0.0365))),
  ];
}

it('gives the spread of the latest common day and its rank in the last 250', async () => {
  const answer = await explain(viewOf(rates(300), INSTANT), { window: '5d', section: 'liquidity' });
  const part = answer.liquidity!.parts.fundingSpread!;
  expect(part.date).toBe('2026-02-11');
  expect(part.spread.value).toBeCloseTo(299e-6, 12);
  expect(part.percentile.value).toBe(1);
  expect(explainAnswer.parse(answer)).toEqual(answer);
});

it('says what is missing and where it could be had, and gives reasons in place of values', async () => {
  const answer = await explain(viewOf(rates(1).slice(0, 1), INSTANT), { window: '5d', section: 'liquidity' });
  const { parts, needs } = answer.liquidity!;
  expect(parts.fundingSpread!.spread).toMatchObject({
    value: null,
    why: 'SOFR and the interest on reserves have no day in common',
  });
  expect(needs).toContainEqual(
    expect.objectContaining({
      series: 'iorb',
      parts: ['funding-spread'],
      sources: ['federal-reserve: IORB'],
    }),
  );
});
