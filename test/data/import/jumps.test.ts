import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { judgeJumps, ROW } from '../../../src/data/import/jumps.ts';

/** Prices of about 100 whose changes alternate between +1 % and −1 %: standard deviation about 1 %. */
function calm(n: number): number[] {
  return Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 100 : 101));
}

const never = () => false;
const judge = (
  values: readonly number[],
  transform: 'price' | 'flow' | 'level' | 'yield' = 'price',
  confirmed = never,
) => judgeJumps(Float64Array.from(values), new Uint8Array(values.length), transform, confirmed);
const marked = (flags: Uint8Array) => [...flags.keys()].filter((i) => flags[i] === 1);

describe('judgeJumps', () => {
  it('keeps a jump that stays, and marks it', () => {
    const verdicts = judge([...calm(60), 150, 151, 150]);
    expect(marked(verdicts.suspect)).toEqual([60]);
    expect(verdicts.withdrawnBy.every((by) => by === -1)).toBe(true);
  });

  it('withdraws a jump that the next row undoes, and says which row', () => {
    const verdicts = judge([...calm(60), 150, 100.5, 101]);
    expect(marked(verdicts.suspect)).toEqual([60]);
    expect(verdicts.withdrawnBy[60]).toBe(61);
  });

  it('keeps an undone jump that a second source has too', () => {
    const verdicts = judge([...calm(60), 150, 100.5], 'price', () => true);
    expect(verdicts.withdrawnBy[60]).toBe(-1);
    expect(marked(verdicts.suspect)).toEqual([60]);
  });

  it('keeps a jump of which less than nine tenths is undone', () => {
    expect(judge([...calm(60), 150, 107]).withdrawnBy[60]).toBe(-1);
    expect(judge([...calm(60), 150, 60]).withdrawnBy[60]).toBe(-1);
  });

  it('never withdraws a flow, which has no level to return to', () => {
    const flows = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const verdicts = judge([...flows, 500, 0], 'flow');
    expect(marked(verdicts.suspect)).toEqual([60]);
    expect(verdicts.withdrawnBy[60]).toBe(-1);
  });

  it('gives no verdict before twenty changes, and none on a series that never moved', () => {
    expect(marked(judge([...calm(20), 150]).suspect)).toEqual([]);
    expect(marked(judge([...calm(21), 150]).suspect)).toEqual([21]);
    expect(marked(judge([...new Array(300).fill(5), 5.25, 5.25], 'yield').suspect)).toEqual([]);
  });

  it('gives no verdict on a rate that is set and moves in steps', () => {
    // The ECB's deposit rate was 3.25 %, 2.75 % on 8 October 2008 alone, and 3.25 % from 9 October (ECB key interest rates).
    const rates = [...new Array(200).fill(2), ...new Array(200).fill(3.25), 2.75, 3.25];
    expect(marked(judge(rates, 'yield').suspect)).toEqual([]);
  });

  it('takes a price that falls through zero as the jump it is', () => {
    // WTI front settled at 18.27, −37.63 and 10.01 on 17, 20 and 21 April 2020 (EIA): 85 % undone, so kept.
    const before = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 20 : 20.6));
    const verdicts = judge([...before, 18.27, -37.63, 10.01]);
    expect(marked(verdicts.suspect)).toContain(61);
    expect(verdicts.withdrawnBy[61]).toBe(-1);
  });

  it('judges no row that was settled before, and remembers that it was suspect', () => {
    const values = Float64Array.from([...calm(60), 150, 100.5]);
    const settled = new Uint8Array(62).fill(ROW.kept);
    settled[60] = ROW.suspect;
    settled[61] = ROW.fresh;
    const verdicts = judgeJumps(values, settled, 'price', never);
    expect([marked(verdicts.suspect), verdicts.withdrawnBy[60]]).toEqual([[], 61]);
    settled[61] = ROW.kept;
    expect(judgeJumps(values, settled, 'price', never).withdrawnBy[60]).toBe(-1);
  });

  const walk = fc.array(
    fc.oneof(
      { weight: 30, arbitrary: fc.double({ min: -0.02, max: 0.02, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(2, -0.6) },
    ),
    { minLength: 30, maxLength: 90 },
  );
  test.prop([walk, fc.nat(90)])('gives the same verdicts whatever comes later', (moves, cut) => {
    const values: number[] = [100];
    for (const move of moves) values.push((values.at(-1) as number) * (1 + move));
    const whole = judge(values);
    const n = Math.min(cut, values.length);
    const part = judge(values.slice(0, n));
    expect([...part.suspect]).toEqual([...whole.suspect.subarray(0, n)]);
    expect([...part.withdrawnBy]).toEqual(
      [...whole.withdrawnBy.subarray(0, n)].map((by) => (by < n ? by : -1)),
    );
  });

  const rough = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) },
      { weight: 3, arbitrary: fc.constantFrom(0, 0, 1e-9) },
      { weight: 1, arbitrary: fc.constantFrom(50, -400, 1e6, 1e12) },
    ),
    { minLength: 400, maxLength: 700 },
  );
  test.prop([rough, fc.constantFrom(1, 1e-6, 1e9)], { numRuns: 30 })(
    'gives, with running sums, the verdicts of a plain reading of the rule',
    (flows, scale) => {
      const changes = flows.map((flow) => flow * scale);
      const { suspect } = judge(changes, 'flow');
      changes.forEach((change, i) => {
        const before = changes.slice(Math.max(0, i - 250), i);
        const mean = before.reduce((a, b) => a + b, 0) / before.length;
        const sd = Math.sqrt(before.reduce((a, b) => a + (b - mean) ** 2, 0) / (before.length - 1));
        const moves = before.filter((one) => one !== 0).length;
        const jump =
          before.length >= 20 &&
          2 * moves >= before.length &&
          sd > 1e-9 * Math.abs(change) &&
          Math.abs(change - mean) > 20 * sd;
        expect(suspect[i]).toBe(jump ? 1 : 0);
      });
    },
  );

  test.prop([walk])('agrees with a plain reading of the rule on which rows are jumps', (moves) => {
    const values: number[] = [100];
    for (const move of moves) values.push((values.at(-1) as number) * (1 + move));
    const { suspect } = judge(values, 'price', () => true);
    const changes = values.slice(1).map((value, i) => value / (values[i] as number) - 1);
    changes.forEach((change, i) => {
      const before = changes.slice(Math.max(0, i - 250), i);
      const mean = before.reduce((a, b) => a + b, 0) / before.length;
      const sd = Math.sqrt(before.reduce((a, b) => a + (b - mean) ** 2, 0) / (before.length - 1));
      const moves = before.filter((one) => one !== 0).length;
      const jump =
        before.length >= 20 &&
        2 * moves >= before.length &&
        sd > 1e-9 * Math.abs(change) &&
        Math.abs(change - mean) > 20 * sd;
      expect(suspect[i + 1]).toBe(jump ? 1 : 0);
    });
  });
});
