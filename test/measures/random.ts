import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard normal draws from a seed (Box–Muller). */
export function normals(n: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(seed);
  return Float64Array.from({ length: n }, () => {
    const u = 1 - uniformFloat64(generator);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniformFloat64(generator));
  });
}

/** A price path from 100 with daily log returns of standard deviation `sigma`. */
export function prices(n: number, seed: number, sigma = 0.02): Float64Array {
  let level = Math.log(100);
  return normals(n, seed).map((x) => {
    level += sigma * x;
    return Math.exp(level);
  });
}
