import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../scan/synthetic.ts';

/** Steps of 1 % up and down in turn, those of the last `stirred` sessions before the last one of `size` %, then a fall of 8 %. */
async function labelOf(sessions: number, stirred: number, size: number, to = '2026-02-05') {
  let level = 0;
  const values = Array.from({ length: sessions }, (_, t) => {
    const left = sessions - 1 - t;
    const step = left === 0 ? -0.08 : left <= stirred ? size : 0.01;
    level += left === 0 ? step : t % 2 === 0 ? step : -step;
    return 100 * Math.exp(level);
  });
  const rows = columnsOf('nasdaq-100', rowsUpTo('nasdaq-100', parseDay(to), values));
  const view = viewOf([rows], parseInstant(`${to}T23:00Z`));
  const answer = await explain(view, { window: '1d', part: 'quiet-fundamentals', asset: 'nasdaq-100' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.quietFundamentals!.assets[0]!;
}

it('calls a fall after twenty stirred sessions one from within', async () => {
  const one = await labelOf(900, 20, 0.03, '2026-02-04');
  expect(one).toMatchObject({ date: '2026-02-04', kind: 'endogenous', decisions: [] });
  // 20 steps of 3 % over steps of 1 %, and no past session with as much.
  expect(one.runUp.value).toBeCloseTo(3, 10);
  expect(one.rank).toMatchObject({ value: 1, flags: ['unproven'] });
});

it('calls a fall out of calm on the day of a rate decision one from without', async () => {
  // The ECB and the Bank of England decided on 2026-02-05 (their published calendars).
  const one = await labelOf(900, 20, 0.005);
  expect(one.decisions).toEqual([
    { bank: 'ecb', date: '2026-02-05' },
    { bank: 'boe', date: '2026-02-05' },
  ]);
  expect(one.runUp.value).toBeCloseTo(0.5, 10);
  expect(one).toMatchObject({ rank: { value: 0 }, kind: 'exogenous' });
});

it('leaves the label open between the two, and gives reasons for too short a past', async () => {
  expect((await labelOf(900, 20, 0.005, '2026-02-04')).kind).toBe('undetermined');
  const short = await labelOf(300, 20, 0.03);
  expect(short.kind).toBeNull();
  expect(short.rank).toMatchObject({ value: null, why: 'fewer than 250 past sessions with a run-up' });
});
