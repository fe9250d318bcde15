import { describe, expect, it } from 'vitest';
import { isPossibleBar, yangZhangVolatility } from '../../src/measures/yang-zhang-volatility.ts';
import { describeWithCases, readCase } from './cases.ts';

function bars(rows: readonly (readonly [number, number, number, number, number])[]) {
  const pick = (k: number) => Float64Array.from(rows, (row) => row[k] as number);
  return { before: pick(0), open: pick(1), high: pick(2), low: pick(3), close: pick(4) };
}

describe('the volatility of Yang and Zhang', () => {
  it('is 0 where nothing moves, and has no value before the window is full', () => {
    const still = bars(Array.from({ length: 4 }, () => [100, 100, 100, 100, 100] as const));
    expect([...yangZhangVolatility(still, 3, 252)]).toEqual([Number.NaN, Number.NaN, 0, 0]);
  });

  it('is the deviation of the gaps alone when price moves only between sessions', () => {
    // ln O/C₋₁ = a, −a, a, and O = H = L = C: var = 4a²/3, ddof 1.
    const a = 0.01;
    const [up, down] = [Math.exp(a), 1];
    const gaps = bars([
      [down, up, up, up, up],
      [up, down, down, down, down],
      [down, up, up, up, up],
    ]);
    expect(yangZhangVolatility(gaps, 3, 365)[2]).toBeCloseTo(a * Math.sqrt((4 / 3) * 365), 12);
  });

  it('refuses a window of one row', () => {
    expect(() => yangZhangVolatility(bars([]), 1, 252)).toThrow(RangeError);
  });

  it('knows a bar that cannot be', () => {
    const rows = bars([
      [100, 100, 101, 99, 100],
      [100, 100, 99.5, 99, 99.2],
      [100, 100, 101, 100.5, 100.7],
      [100, 100, 101, 0, 100],
      [Number.NaN, 100, 101, 99, 100],
    ]);
    expect([0, 1, 2, 3, 4].map((t) => isPossibleBar(rows, t))).toEqual([true, false, false, false, false]);
  });
});

describeWithCases('the volatility of Yang and Zhang on the reference case', () => {
  it('agrees with numpy, which agrees with TTR of R', () => {
    const { columns, params, expected } = readCase('17-drawdown-vol');
    const [open, high, low, close] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
    const before = close.map((_, t) => (t > 0 ? close[t - 1]! : Number.NaN));
    const got = yangZhangVolatility({ before, open, high, low, close }, params.n, params.annualisation);
    const wanted: (number | null)[] = expected.yang_zhang;
    expect(wanted.filter((value) => value !== null).length).toBeGreaterThan(150);
    wanted.forEach((value, t) => {
      if (value === null) expect(got[t]).toBeNaN();
      else expect(got[t]).toBeCloseTo(value, 11);
    });
  });
});
