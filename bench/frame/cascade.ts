import type { CascadeBook } from '../../src/simulation/book-cascade.ts';

/** Paths and their seed at the reference size of K8. */
export const [PATHS, SEED] = [10_000, 7];

const [STEPS, BINS, WIDTH] = [288, 4000, 1e-4];

/** A day of five-minute steps that begins with a fall of 2 %, with 12 bn of longs and 6 bn of shorts about the price. */
export function referenceBook(): CascadeBook {
  const drift = new Float64Array(STEPS);
  drift[0] = -0.02;
  const ladder = (usd: number) =>
    Float64Array.from({ length: BINS + 1 }, (_, j) => -usd * Math.expm1((-j * WIDTH) / 0.08));
  return {
    drift,
    volatility: 0.0015,
    impact: 6e-7,
    decay: 0.99,
    binWidth: WIDTH,
    longs: ladder(12e9),
    shorts: ladder(6e9),
  };
}
