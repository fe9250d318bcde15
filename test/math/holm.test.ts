import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { holm } from '../../src/math/holm.ts';

describe('holm', () => {
  it('adjusts as statsmodels does', () => {
    // statsmodels.stats.multitest.multipletests([0.01, 0.04, 0.03, 0.005, 0.6], method='holm')[1]
    const expected = [0.04, 0.09, 0.09, 0.025, 0.6];
    holm([0.01, 0.04, 0.03, 0.005, 0.6]).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i]!, 14);
    });
  });

  it('leaves out what was not measured, and takes nothing for nothing', () => {
    expect(holm([0.02, Number.NaN, 0.5])).toEqual([0.04, Number.NaN, 0.5]);
    expect(holm([])).toEqual([]);
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.5, 1.2])).toThrow('p must be in [0, 1], came 1.2');
  });

  it.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 })])(
    'lies between the p and Bonferroni’s, in the same order',
    (p) => {
      const adjusted = holm(p);
      for (const [i, own] of p.entries()) {
        expect(adjusted[i]!).toBeGreaterThanOrEqual(own);
        expect(adjusted[i]!).toBeLessThanOrEqual(Math.min(1, p.length * own));
        for (const [j, other] of p.entries())
          if (own < other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
      }
    },
  );
});
