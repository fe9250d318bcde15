import { describe, expect, it } from 'vitest';
import { isFitted } from '../../../src/simulation/calibration/fit.ts';
import { CALIBRATIONS, calibrationOf, PRIOR } from '../../../src/simulation/cascade/calibration.ts';
import { drawUnknowns } from '../../../src/simulation/cascade/draws.ts';
import { PERPETUAL_UNKNOWNS } from '../../../src/simulation/state/perpetual-unknowns.ts';
import { toUniform, type Unknown } from '../../../src/simulation/state/unknown.ts';
import { MARKET_UNKNOWNS } from '../../../src/simulation/state/unknowns.ts';

const KNOWN: readonly Unknown[] = [...MARKET_UNKNOWNS, ...PERPETUAL_UNKNOWNS];

describe.each(CALIBRATIONS.map((one) => [one.id, one] as const))('the shipped calibration %s', (id, one) => {
  it('names all that a fit keeps, each once', () => {
    expect([...one.names].sort()).toEqual(
      KNOWN.filter(isFitted)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('has particles within the priors, of weights that sum to one', () => {
    const priors = one.names.map((name) => KNOWN.find((unknown) => unknown.name === name)!);
    for (const particle of one.particles) {
      expect(particle).toHaveLength(one.names.length);
      for (const [k, value] of particle.entries()) {
        const at = toUniform(priors[k]!, value);
        // Values are rounded to four digits.
        expect(at).toBeGreaterThan(-1e-3);
        expect(at).toBeLessThan(1 + 1e-3);
      }
    }
    expect(one.weights).toHaveLength(one.particles.length);
    expect(one.weights.every((weight) => weight > 0)).toBe(true);
    expect(one.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  });

  it('keeps its own day apart', () => {
    const { names, particles } = one.day!;
    expect(particles).toHaveLength(one.particles.length);
    expect(names.some((name) => one.names.includes(name))).toBe(false);
    expect(particles.every((row) => row.length === names.length && row.every(Number.isFinite))).toBe(true);
  });

  it('replaces the prior of what it names and of nothing else', () => {
    const other: Unknown = { ...KNOWN[0]!, name: 'market.volume.btc-usd', low: 1, high: 2 };
    const draws = drawUnknowns([...KNOWN, other], 50, 1, calibrationOf(id));
    const at = one.names.indexOf('perpetuals.leverage');
    const kept = new Set(one.particles.map((particle) => particle[at]));
    expect(draws.every((theta) => kept.has(theta['perpetuals.leverage']))).toBe(true);
    expect(draws.every((theta) => theta['market.volume.btc-usd']! <= 2)).toBe(true);
  });
});

describe('a calibration asked for', () => {
  it('is none for the prior and refused with the ids there are when unknown', () => {
    expect(calibrationOf(PRIOR)).toBeUndefined();
    expect(() => calibrationOf('1987')).toThrow(/1987/);
  });
});
