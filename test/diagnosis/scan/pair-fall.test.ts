import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correlationAt,
  episodes,
  FIRST_ROW,
  jointFalls,
  jointFrequency,
  SCALE,
  sideOf,
} from '../../../src/diagnosis/scan/pair-fall.ts';
import { normals } from '../../measures/random.ts';

const returns = (n: number, seed: number) => normals(n, seed).map((x) => 0.01 * x);
const SEEDED = { seed: 7, draws: 199 };

describe('one side of a pair', () => {
  it('measures a fall in units of the volatility known before the fall began', () => {
    const quiet = Float64Array.from({ length: SCALE + 5 }, (_, t) => (t % 2 === 0 ? 0.01 : -0.01));
    quiet.fill(-0.02, SCALE);
    const { changes, z } = sideOf(quiet);
    const last = quiet.length - 1;
    expect(changes[0]![last]).toBeCloseTo(0.98 ** 5 - 1, 14);
    // 252 changes of ±1 % about 0: sd = 0.01 √(252/251).
    expect(z[0]![last]).toBeCloseTo((0.98 ** 5 - 1) / (0.01 * Math.sqrt(252 / 251) * Math.sqrt(5)), 10);
  });

  it('has no z before 252 changes are known, nor from a series that does not move', () => {
    const { z } = sideOf(returns(SCALE + 5, 3));
    expect(z[0]!.findIndex((one) => !Number.isNaN(one))).toBe(SCALE + 4);
    expect(sideOf(new Float64Array(400)).z[0]!.every(Number.isNaN)).toBe(true);
  });

  it('uses no later row, bit for bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 280, max: 390 }), (seed, cut) => {
        const [a, b] = [returns(400, seed), returns(400, seed + 1)];
        const altered = [a, b].map((one) => one.map((value, t) => (t > cut ? value * 9 + 0.1 : value)));
        const before = jointFalls(sideOf(a), sideOf(b)).subarray(0, cut + 1);
        const after = jointFalls(sideOf(altered[0]!), sideOf(altered[1]!)).subarray(0, cut + 1);
        expect(after).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a joint fall', () => {
  it('is found where both fall hard and move together, and nowhere else', () => {
    const common = returns(400, 5);
    const [a, b] = [common.slice(), common.map((x, t) => x + 0.0001 * Math.cos(t))];
    for (const one of [a, b]) one.fill(-0.03, 390);
    const [sideA, sideB] = [sideOf(a), sideOf(b)];
    const joint = jointFalls(sideA, sideB);
    expect(joint[399]).toBe(1);
    expect(correlationAt(sideA, sideB, 399)).toBeGreaterThan(0.5);
    const opposite = sideOf(a.map((x) => -x));
    expect(jointFalls(sideA, opposite).some((one) => one === 1)).toBe(false);
    expect(joint.subarray(0, FIRST_ROW).every((one) => one === 0)).toBe(true);
  });

  it('needs a rank correlation above 0.5 beside the two falls', () => {
    const falling = Float64Array.from({ length: 20 }, (_, k) => -0.01 - 0.002 * k);
    const ending = (seed: number, last: Float64Array) => {
      const values = returns(400, seed);
      values.set(last, 380);
      return sideOf(values);
    };
    const a = ending(8, falling);
    const [alike, opposite] = [ending(9, falling), ending(9, falling.slice().reverse())];
    expect(a.fell[399]! & opposite.fell[399]!).not.toBe(0);
    // The same order of 20 changes: ρ = 1; the opposite order: ρ = −1.
    expect(correlationAt(a, alike, 399)).toBeCloseTo(1, 12);
    expect(correlationAt(a, opposite, 399)).toBeCloseTo(-1, 12);
    expect(jointFalls(a, alike)[399]).toBe(1);
    expect(jointFalls(a, opposite)[399]).toBe(0);
  });

  it('is one episode with others that lie at most five rows apart', () => {
    const joint = new Uint8Array(30);
    for (const t of [2, 3, 8, 14, 20, 29]) joint[t] = 1;
    // 3 → 8 are five rows apart, 8 → 14 six.
    expect(episodes(joint)).toEqual([
      { first: 2, last: 8 },
      { first: 14, last: 14 },
      { first: 20, last: 20 },
      { first: 29, last: 29 },
    ]);
    expect(episodes(new Uint8Array(5))).toEqual([]);
  });
});

describe('how often a pair falls together', () => {
  it('is the share of the rows that are judged', () => {
    const common = returns(900, 21);
    const [a, b] = [sideOf(common), sideOf(common.map((x, t) => x + 0.002 * Math.sin(t)))];
    const falls = jointFalls(a, b).reduce((sum, one) => sum + one, 0);
    const { share } = jointFrequency(a, b, SEEDED);
    expect(falls).toBeGreaterThan(0);
    expect(share).toBe(falls / (900 - FIRST_ROW));
  });

  it('speaks against independence where two series are one, with the least p that the draws allow', () => {
    const side = sideOf(returns(1500, 33));
    const { share, independent, pValue } = jointFrequency(side, side, SEEDED);
    expect(share).toBeGreaterThan(20 * independent);
    expect(pValue).toBe(1 / 200);
  });

  it('rejects independent series at 10 % about as often as one in ten', () => {
    const rejected = Array.from({ length: 60 }, (_, k) => {
      const [a, b] = [sideOf(returns(900, 1000 + 2 * k)), sideOf(returns(900, 1001 + 2 * k))];
      return jointFrequency(a, b, { seed: k, draws: 99 }).pValue <= 0.1;
    }).filter(Boolean).length;
    // Binomial(60, 0.1): P(more than 13) < 0.003. Ties at no joint fall at all make the test conservative.
    expect(rejected).toBeLessThanOrEqual(13);
  });

  it('is the same for the same seed', () => {
    const [a, b] = [sideOf(returns(700, 1)), sideOf(returns(700, 2))];
    expect(jointFrequency(a, b, SEEDED)).toEqual(jointFrequency(a, b, SEEDED));
  });

  it('has no value for a history that cannot be turned by 60 rows', () => {
    const side = sideOf(returns(FIRST_ROW + 120, 4));
    expect(jointFrequency(side, side, SEEDED).share).toBeNaN();
  });
});
