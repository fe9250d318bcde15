import { describe, expect, it } from 'vitest';
import { hedgeContracts, minimumVarianceHedge } from '../../../src/scenarios/hedges/minimum-variance.ts';
import {
  collar,
  hedgedProfit,
  type OptionMarket,
  protectivePut,
  putSpread,
  structurePayoff,
  structureValue,
  zeroCostCallStrike,
} from '../../../src/scenarios/hedges/option-structure.ts';

const market: OptionMarket = { spot: 100, years: 0.25, rate: 0.03, dividend: 0.01, volatility: () => 0.2 };

describe('option structures', () => {
  it('bound the loss where they say', () => {
    const profit = (legs: Parameters<typeof hedgedProfit>[0], price: number) =>
      hedgedProfit(legs, 2, 100, price);
    expect([60, 90, 100, 120].map((price) => profit(protectivePut(90), price))).toEqual([-12, -12, -2, 18]);
    expect([60, 80, 90].map((price) => profit(putSpread(90, 80), price))).toEqual([-32, -12, -12]);
    expect([60, 100, 110, 200].map((price) => profit(collar(90, 110), price))).toEqual([-12, -2, 8, 8]);
    expect([60, 140].map((price) => hedgedProfit([], 0, 100, price))).toEqual([-40, 40]);
  });

  it('are worth the sum of their legs, and their payoff at expiry', () => {
    const put = structureValue(protectivePut(95), market);
    const lower = structureValue(protectivePut(85), market);
    expect(structureValue(putSpread(95, 85), market)).toBeCloseTo(put - lower, 14);
    expect(structureValue(putSpread(95, 85), { ...market, years: 0, spot: 88 })).toBe(
      structurePayoff(putSpread(95, 85), 88),
    );
  });

  it('price each leg with the volatility of its strike', () => {
    const smile = { ...market, volatility: (strike: number) => (strike < 90 ? 0.3 : 0.2) };
    expect(structureValue(putSpread(95, 85), smile)).toBeLessThan(structureValue(putSpread(95, 85), market));
  });

  it('find the call that pays for the put, or say that none does', () => {
    const strike = zeroCostCallStrike(95, market)!;
    expect(strike).toBeGreaterThan(100);
    expect(structureValue(collar(95, strike), market)).toBeCloseTo(0, 10);
    expect(zeroCostCallStrike(130, market)).toBeNull();
    expect(zeroCostCallStrike(20, market, 1.01)).toBeNull();
  });

  it('refuse strikes in the wrong order', () => {
    expect(() => putSpread(85, 95)).toThrow(RangeError);
    expect(() => collar(110, 90)).toThrow(RangeError);
    expect(() => zeroCostCallStrike(0, market)).toThrow(RangeError);
    expect(() => zeroCostCallStrike(95, market, 1)).toThrow(RangeError);
    expect(() => hedgedProfit([], Number.NaN, 100, 100)).toThrow(RangeError);
    expect(hedgedProfit(protectivePut(90), 2, 100, Number.NaN)).toBeNaN();
  });
});

const first = Float64Array.from({ length: 60 }, (_, t) => Math.sin(1.3 * t));
const second = Float64Array.from({ length: 60 }, (_, t) => Math.cos(2.1 * t * t));

describe('minimum-variance hedge', () => {
  it('finds the combination that the portfolio is made of', () => {
    const portfolio = first.map((f, t) => 0.01 + 0.8 * f - 0.3 * second[t]!);
    const hedge = minimumVarianceHedge(portfolio, [first, second])!;
    expect([...hedge.ratios].map((h) => Number(h.toFixed(12)))).toEqual([0.8, -0.3]);
    expect(hedge.effectiveness).toBeCloseTo(1, 12);
  });

  it('is covariance over variance for one instrument, and cannot be improved', () => {
    const portfolio = first.map((f, t) => 0.5 * f + second[t]!);
    const hedge = minimumVarianceHedge(portfolio, [first])!;
    const variance = (h: number) => {
      const rest = portfolio.map((p, t) => p - h * first[t]!);
      const mean = rest.reduce((a, b) => a + b) / rest.length;
      return rest.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    };
    const best = variance(hedge.ratios[0]!);
    expect(hedge.effectiveness).toBeCloseTo(1 - best / variance(0), 12);
    for (const other of [-0.01, 0.01]) expect(variance(hedge.ratios[0]! + other)).toBeGreaterThan(best);
  });

  it('leaves out rows with holes and has no answer from too few', () => {
    const holed = first.map((f, t) => (t % 3 === 0 ? Number.NaN : f));
    expect(minimumVarianceHedge(second, [holed])).not.toBeNull();
    const sparse = first.map((f, t) => (t < 40 ? Number.NaN : f));
    expect(minimumVarianceHedge(second, [sparse])).toBeNull();
    expect(
      minimumVarianceHedge(
        second.map(() => Number.NaN),
        [first],
      ),
    ).toBeNull();
    expect(minimumVarianceHedge(Float64Array.of(1), [Float64Array.of(1)])).toBeNull();
  });

  it('has no answer for constants and for instruments that repeat one another', () => {
    const flat = new Float64Array(60).fill(3);
    expect(minimumVarianceHedge(first, [flat])).toBeNull();
    expect(minimumVarianceHedge(flat, [first])).toBeNull();
    expect(minimumVarianceHedge(first, [second, second.map((x) => 2 * x)])).toBeNull();
  });

  it('counts contracts, and refuses no instrument, another length, a price of 0', () => {
    // 0.8 · 5,000,000 / (5,000 · 50) = 16.
    expect(hedgeContracts(0.8, 5e6, 5000, 50)).toBeCloseTo(16, 12);
    expect(() => hedgeContracts(0.8, 5e6, 0, 50)).toThrow(RangeError);
    expect(() => minimumVarianceHedge(first, [])).toThrow(RangeError);
    expect(() => minimumVarianceHedge(first, [second.slice(1)])).toThrow(/60 rows/);
  });
});
