import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of independent draws, fixed by its seed. */
export interface Noise {
  /** In [0, 1), 32 bits. */
  uniform(): number;
  /** Student's t with 8 degrees of freedom, scaled to variance 1, cut at ±4. */
  shock(): number;
}

const CUT = 4;

/** Stream of one name: adding a series leaves the draws of the others as they are. */
export function noise(seed: number, name: string): Noise {
  const generator = xoroshiro128plus(seed ^ hash(name));
  const uniform = () => (generator.next() >>> 0) / 4294967296;
  return { uniform, shock: () => shock(uniform) };
}

/**
 * Bailey's polar method: T = U √(ν (W^(−2/ν) − 1) / W), W = U² + V² ≤ 1; with ν = 8 the power is two square roots.
 * @see R. W. Bailey, Polar generation of random variates with the t-distribution, Math. Comp. 62 (1994) 779–781
 */
function shock(uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const w = u * u + v * v;
    if (w > 1 || w === 0) continue;
    const t = u * Math.sqrt((8 * (1 / Math.sqrt(Math.sqrt(w)) - 1)) / w) * Math.sqrt(0.75);
    return Math.max(-CUT, Math.min(CUT, t));
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
