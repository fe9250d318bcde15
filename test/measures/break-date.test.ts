import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDate } from '../../src/measures/break-date.ts';
import { normals } from './random.ts';

/** ln f_before − ln f_after of normal rows with mean 0 before and `shift` after: shift²/2 − shift x. */
function gains(rows: Float64Array, shift: number): Float64Array {
  return rows.map((x) => shift * shift * 0.5 - shift * x);
}

describe('the date of a break', () => {
  it('has the posterior that is reckoned row by row', () => {
    // Pr(k) ∝ exp(Σ_{t<k} gain): k = 1, 2, 3 with gains ln 2, ln 4, −ln 2 gives 2 : 8 : 4 of 14.
    const gain = Float64Array.of(Math.log(2), Math.log(4), -Math.log(2), 0);
    expect(breakDate(gain, { level: 0.5 })).toEqual({ mode: 2, at: 2, low: 2, high: 3 });
    expect(breakDate(gain, { level: 0.9 })).toMatchObject({ low: 1, high: 3 });
  });

  it('is the row with the most probability around it when a miss of some rows is allowed', () => {
    // Weights 5, 1, 4, 4, 4 at k = 1 … 5: the most probable row is 1, within one row it is 4 (12 of 18; 10 at 2, 9 at 3).
    const gain = Float64Array.of(0, Math.log(1 / 5), Math.log(4), 0, 0, 0);
    expect(breakDate(gain, { within: 1 })).toMatchObject({ mode: 1, at: 4 });
  });

  it('lies in the interval as often as its level says when the models are the true ones', () => {
    // A shift of one σ at row 60 of 120; 400 draws, so that 3.3 standard errors of a share of 0.9 are 0.05. Seen: 0.90.
    let inside = 0;
    for (let seed = 0; seed < 400; seed++) {
      const rows = normals(120, 3000 + seed).map((x, t) => (t < 60 ? x : x + 1));
      const { low, high } = breakDate(gains(rows, 1))!;
      if (low <= 60 && 60 <= high) inside++;
    }
    expect(inside / 400).toBeGreaterThan(0.85);
  });

  it('lies between the least rows, with the interval about it in order, whatever the gains', () => {
    const values = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), {
      minLength: 10,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, fc.nat(5), (gain, within) => {
        const { mode, at, low, high } = breakDate(Float64Array.from(gain), { leastRows: 3, within })!;
        for (const row of [mode, at, low, high]) {
          expect(row).toBeGreaterThanOrEqual(3);
          expect(row).toBeLessThanOrEqual(gain.length - 3);
        }
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('is not known when no row is left for it, and is the first of rows that are alike', () => {
    expect(breakDate(new Float64Array(5), { leastRows: 3 })).toBeUndefined();
    expect(breakDate(new Float64Array(0))).toBeUndefined();
    expect(breakDate(new Float64Array(9), { leastRows: 2 })).toMatchObject({
      mode: 2,
      at: 2,
      low: 2,
      high: 7,
    });
  });

  it('refuses gains that are not finite and options out of range', () => {
    expect(() => breakDate(Float64Array.of(0, Number.NaN))).toThrow('gain[1]');
    expect(() => breakDate(new Float64Array(9), { level: 2 })).toThrow('level');
    expect(() => breakDate(new Float64Array(9), { leastRows: 0 })).toThrow('leastRows');
    expect(() => breakDate(new Float64Array(9), { within: 0.5 })).toThrow('within');
  });
});
