import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cppiPath } from '../../../src/simulation/formulas/cppi.ts';
import {
  approximateLogGrowth,
  leveragedFundPath,
  rebalancingDemand,
} from '../../../src/simulation/formulas/leveraged-fund.ts';
import { volatilityTargetPath } from '../../../src/simulation/formulas/volatility-target.ts';

describe('the rebalancing of a leveraged fund', () => {
  it('is L(L − 1)Ar: multipliers 2, 6, 2, 6 and 12 for L of 2, 3, −1, −2 and −3', () => {
    // Cheng & Madhavan (2009), eq. 5.
    const multipliers = [2, 3, -1, -2, -3].map(
      (leverage) => rebalancingDemand({ leverage, netAssets: 1 }, 1 / 8) * 8,
    );
    expect(multipliers).toEqual([2, 6, 2, 6, 12]);
    expect(rebalancingDemand({ leverage: 3, netAssets: 1000 }, -0.05)).toBeCloseTo(-300, 10);
  });

  const leverage = fc.double({ min: -3, max: 3, noNaN: true });
  const move = fc.double({ min: -0.3, max: 0.3, noNaN: true });
  const flow = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  it.prop([leverage, move, flow])(
    'restores the exposure: held + traded = L × net assets with flows',
    (L, r, c) => {
      const assets = 1e6;
      const traded = rebalancingDemand({ leverage: L, netAssets: assets }, r, c);
      expect(L * assets * (1 + r) + traded).toBeCloseTo(L * (assets * (1 + L * r) + c), 4);
    },
  );

  it.prop([leverage, move])('has the sign of the move for every L outside [0, 1]', (L, r) => {
    const traded = rebalancingDemand({ leverage: L, netAssets: 1 }, r);
    if (L < 0 || L > 1) expect(traded * r).toBeGreaterThanOrEqual(0);
    else expect(traded * r).toBeLessThanOrEqual(0);
  });

  it('closes everything when the fund is wiped out, and stays out', () => {
    expect(rebalancingDemand({ leverage: 3, netAssets: 1000 }, -0.4)).toBeCloseTo(-3 * 1000 * 0.6, 9);
    const { netAssets, demand } = leveragedFundPath(Float64Array.of(0.1, -0.5, 0.2), 2);
    expect([...netAssets]).toEqual([1.2, 0, 0]);
    expect(demand[1]).toBeCloseTo(-2 * 1.2 * 0.5, 12);
    expect(demand[2]).toBeCloseTo(0, 15);
  });

  it('decays in a market that goes nowhere: (1 + 0.2)(1 − 0.2) a round', () => {
    const { netAssets } = leveragedFundPath(Float64Array.of(0.1, -0.1 / 1.1), 2);
    expect(netAssets[1]).toBeCloseTo(1.2 * (1 - 0.2 / 1.1), 14);
    expect(netAssets[1]!).toBeLessThan(1);
  });

  it('grows in small steps as the continuous-time formula says', () => {
    const returns = Float64Array.from({ length: 2000 }, (_, t) => 0.001 * Math.sin(t * t));
    for (const L of [-2, -1, 2, 3]) {
      const grown = Math.log(leveragedFundPath(returns, L).netAssets.at(-1)!);
      expect(approximateLogGrowth(returns, L)).toBeCloseTo(grown, 5);
    }
  });

  it('has no path after a missing return, and refuses arguments that are none', () => {
    const { netAssets } = leveragedFundPath(Float64Array.of(0.1, Number.NaN, 0.1), 2);
    expect([...netAssets]).toEqual([1.2, Number.NaN, Number.NaN]);
    expect(leveragedFundPath(new Float64Array(0), 2).netAssets).toHaveLength(0);
    expect(() => rebalancingDemand({ leverage: Number.NaN, netAssets: 1 }, 0.1)).toThrow(RangeError);
    expect(() => rebalancingDemand({ leverage: 2, netAssets: -1 }, 0.1)).toThrow(RangeError);
    expect(() => rebalancingDemand({ leverage: 2, netAssets: 1 }, Number.POSITIVE_INFINITY)).toThrow(
      RangeError,
    );
  });
});

const target = { target: 0.16, cap: 2, decay: 0.5, startVariance: 1e-4, daysPerYear: 256, netAssets: 100 };

describe('a fund with a volatility target', () => {
  it('holds target over volatility and sells when volatility rises', () => {
    // σ₁ = 1 % a day = 16 % a year: weight 1. After −2 %: σ² = ½·1e-4 + ½·4e-4 = 2.5e-4, weight √0.4; net assets 98.
    const { weights, flows, netAssets } = volatilityTargetPath(Float64Array.of(-0.02), target);
    expect(weights[0]).toBeCloseTo(1, 12);
    expect(weights[1]).toBeCloseTo(Math.sqrt(0.4), 12);
    expect(netAssets[1]).toBeCloseTo(98, 12);
    expect(flows[0]).toBeCloseTo(98 * Math.sqrt(0.4) - 98, 12);
  });

  it('is capped in calm markets, also without any volatility', () => {
    const { weights } = volatilityTargetPath(new Float64Array(3), { ...target, startVariance: 0 });
    expect([...weights]).toEqual([2, 2, 2, 2]);
  });

  it('knows no return before its day: a later one changes no earlier weight', () => {
    const a = volatilityTargetPath(Float64Array.of(0.01, -0.03, 0.02), target).weights;
    const b = volatilityTargetPath(Float64Array.of(0.01, -0.03, -0.2), target).weights;
    expect([...a.subarray(0, 3)]).toEqual([...b.subarray(0, 3)]);
  });

  it('ends at 0 when it is wiped out', () => {
    const { netAssets, flows } = volatilityTargetPath(Float64Array.of(-0.6, 0.1), {
      ...target,
      startVariance: 0,
    });
    expect([...netAssets]).toEqual([100, 0, 0]);
    expect(flows[0]).toBeCloseTo(-80, 12);
  });

  it('stops at a missing return and refuses options out of range', () => {
    const { flows } = volatilityTargetPath(Float64Array.of(Number.NaN, 0.1), target);
    expect([...flows].every(Number.isNaN)).toBe(true);
    for (const wrong of [
      { target: 0 },
      { cap: -1 },
      { decay: 1.1 },
      { startVariance: -1 },
      { daysPerYear: Number.NaN },
    ]) {
      expect(() => volatilityTargetPath(new Float64Array(1), { ...target, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('constant-proportion portfolio insurance', () => {
  const options = { multiplier: 4, floor: 80, value: 100, cap: 1.5 };

  it('sells into a fall and keeps the multiple of the cushion', () => {
    // e₀ = 4·20 = 80; −5 %: V = 96, e₁ = 64; held 76, so 12 are sold.
    const { exposure, value, flows } = cppiPath(Float64Array.of(-0.05), options);
    expect([...exposure]).toEqual([80, 64]);
    expect(value[1]).toBe(96);
    expect(flows[0]).toBeCloseTo(-12, 12);
  });

  it('goes to cash for good when a gap of more than 1/m breaks the floor', () => {
    const { exposure, value } = cppiPath(Float64Array.of(-0.3, 0.5), options);
    expect(value[1]).toBeCloseTo(76, 12);
    expect([exposure[1], exposure[2], value[2]]).toEqual([0, 0, value[1]]);
  });

  it.prop([fc.array(fc.double({ min: -0.24, max: 0.24, noNaN: true }), { maxLength: 40 })])(
    'never falls through the floor while no day falls by more than 1/m',
    (returns) => {
      const { value } = cppiPath(Float64Array.from(returns), options);
      expect(Math.min(...value)).toBeGreaterThanOrEqual(80 - 1e-9);
    },
  );

  it('refuses options out of range', () => {
    expect(() => cppiPath(new Float64Array(1), { ...options, multiplier: 0 })).toThrow(RangeError);
    expect(() => cppiPath(new Float64Array(1), { ...options, value: Number.NaN })).toThrow(RangeError);
  });
});
