import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fft, inverseFft, realFft } from '../../src/math/fft.ts';
import { stream } from '../../src/math/random.ts';

/** The definition, term by term. */
function slow(re: Float64Array, im: Float64Array) {
  const n = re.length;
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n; k++) {
    for (let t = 0; t < n; t++) {
      const angle = (-2 * Math.PI * ((k * t) % n)) / n;
      out.re[k]! += re[t]! * Math.cos(angle) - im[t]! * Math.sin(angle);
      out.im[k]! += re[t]! * Math.sin(angle) + im[t]! * Math.cos(angle);
    }
  }
  return out;
}

const normals = (n: number, seed: number) => {
  const random = stream(seed);
  return Float64Array.from({ length: n }, () => random.normal());
};

const gap = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

describe('the Fourier transform', () => {
  it('has the values of numpy', () => {
    // np.fft.fft([1, 2, 0, -1, 3.5])
    const { re, im } = realFft(Float64Array.of(1, 2, 0, -1, 3.5));
    const expected = {
      re: [5.5, 3.5086104634371584, -3.758610463437159, -3.758610463437159, 3.5086104634371584],
      im: [0, 0.8387995221502571, 1.8327343947338632, -1.8327343947338632, -0.8387995221502571],
    };
    for (let k = 0; k < 5; k++) {
      expect(re[k]).toBeCloseTo(expected.re[k]!, 14);
      expect(im[k]).toBeCloseTo(expected.im[k]!, 14);
    }
  });

  it('agrees with its definition at every length', () => {
    for (let n = 1; n <= 64; n++) {
      const [re, im] = [normals(n, n), normals(n, 1_000 + n)];
      const [came, expected] = [fft(re, im), slow(re, im)];
      expect(gap(came.re, expected.re)).toBeLessThan(1e-12);
      expect(gap(came.im, expected.im)).toBeLessThan(1e-12);
    }
    for (const n of [101, 128, 210, 243, 997]) {
      const x = normals(n, n);
      const [came, expected] = [realFft(x), slow(x, new Float64Array(n))];
      expect(gap(came.re, expected.re)).toBeLessThan(1e-10);
      expect(gap(came.im, expected.im)).toBeLessThan(1e-10);
    }
  });

  it('comes back by its inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (n, seed) => {
        const [re, im] = [normals(n, seed), normals(n, seed + 1)];
        const there = fft(re, im);
        const back = inverseFft(there.re, there.im);
        expect(gap(back.re, re)).toBeLessThan(1e-13);
        expect(gap(back.im, im)).toBeLessThan(1e-13);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the energy: Σ |x|² = Σ |X|² / n', () => {
    const x = normals(360, 4);
    const { re, im } = realFft(x);
    const energy = (a: Float64Array) => a.reduce((sum, v) => sum + v * v, 0);
    expect((energy(re) + energy(im)) / 360).toBeCloseTo(energy(x), 9);
  });

  it('turns one wave into two lines and an impulse into a flat spectrum', () => {
    const { re, im } = realFft(
      Float64Array.from({ length: 12 }, (_, t) => Math.cos((2 * Math.PI * 3 * t) / 12)),
    );
    for (let k = 0; k < 12; k++) {
      expect(re[k]).toBeCloseTo(k === 3 || k === 9 ? 6 : 0, 13);
      expect(im[k]).toBeCloseTo(0, 13);
    }
    const impulse = realFft(Float64Array.of(1, 0, 0, 0, 0, 0, 0));
    expect(impulse.re.every((x) => x === 1)).toBe(true);
    expect(impulse.im.every((x) => x === 0)).toBe(true);
  });

  it('is symmetric for real values', () => {
    const { re, im } = realFft(normals(15, 9));
    for (let k = 1; k < 15; k++) {
      expect(re[15 - k]).toBeCloseTo(re[k]!, 13);
      expect(im[15 - k]).toBeCloseTo(-im[k]!, 13);
    }
  });

  it('handles nothing, one value and NaN', () => {
    expect(realFft(new Float64Array(0)).re).toHaveLength(0);
    expect([...realFft(Float64Array.of(4)).re]).toEqual([4]);
    expect(realFft(Float64Array.of(1, Number.NaN, 2)).re.every(Number.isNaN)).toBe(true);
  });

  it('leaves its input as it was and refuses parts of different lengths', () => {
    const x = normals(8, 1);
    const before = x.slice();
    realFft(x);
    expect(x).toEqual(before);
    expect(() => fft(new Float64Array(3), new Float64Array(2))).toThrow('3 and 2');
    expect(() => inverseFft(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
  });
});
