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

it('counts days above a line, tails and facilities, each by its own latest date', async () => {
  const flat = rates(60).map((one) => ({ ...one, values: one.values.map(() => 0.0365) }));
  // 15 days at exactly ten basis points, 5 at eleven: 20 above zero, 5 above ten.
  const sofr = {
    ...flat[0]!,
    values: flat[0]!.values.map((rate, t) => (t < 5 ? 0.0376 : t < 20 ? 0.0375 : rate)),
  };
  const day = (k: number) => ({ date: TO - k, value: 0.0366 });
  const repo = columnsOf('fed-srf', [
    { date: TO - 100, value: 50e9 },
    { date: TO - 43, value: 26e9 },
    { date: TO, value: 0 },
  ]);
  const view = viewOf([sofr, flat[1]!, columnsOf('tgcr', [day(1), day(0)].slice(1)), repo], INSTANT);
  const part = (await explain(view, { window: '5d', part: 'funding-spread' })).liquidity!.parts
    .fundingSpread!;
  expect(part.days.map(({ count }) => count.value)).toEqual([20, 5]);
  expect(part.tails[0]).toMatchObject({ series: 'tgcr', date: '2026-02-11', spread: { value: 0.0001 } });
  expect(part.tails[1]!.spread.value).toBeNull();
  const [standing, window] = part.facilities;
  expect([standing!.level.value, standing!.most.value, standing!.mostDate]).toEqual([0, 26e9, '2025-12-30']);
  expect(window!.level).toMatchObject({ value: null, why: 'fed-primary-credit has no value' });
});
