import { type RandomStream, stream } from '../../math/random.ts';

/** Minutes of the grid on which chance is drawn. */
const GRID = 5;

/** Streams of what lies within the grid lie far from those of paths. */
const WITHIN = 2 ** 41;

/**
 * Standard normal draws of the steps of a path, one an asset, such that the same seed and path tell the same chance whatever the step: it is
 * drawn on a grid of five minutes; a step of m grids is x = Σ z_i/√m, and k steps within a grid are a Brownian bridge to √k·z,
 * x_j = (√k·z − Σ_{i<j} x_i)/c + √(1 − 1/c)·ε with c steps left. A step that does not fit the grid has draws of its own.
 *
 * So two runs that differ in their step differ by what the step does, not by the luck of other draws.
 * @see Glasserman (2003), Monte Carlo methods in financial engineering, section 3.1 (Brownian bridge)
 */
export class Chance {
  readonly #grids: number;
  readonly #parts: number;
  readonly #rest: Float64Array;
  #random: RandomStream | undefined;
  #within: RandomStream | undefined;
  #left = 0;

  constructor(assets: number, stepMinutes: number) {
    this.#grids = multiple(stepMinutes / GRID);
    this.#parts = multiple(GRID / stepMinutes);
    this.#rest = new Float64Array(assets);
  }

  begin(seed: number, path: number): void {
    this.#random = stream(seed, path);
    this.#within = this.#parts > 1 ? stream(seed, WITHIN + path) : undefined;
    this.#left = 0;
  }

  /** Draws of the next step, by asset. */
  next(draws: Float64Array): void {
    if (this.#parts > 1) this.#split(draws);
    else this.#sum(draws);
  }

  #sum(draws: Float64Array): void {
    draws.fill(0);
    for (let g = 0; g < this.#grids; g++) {
      for (let i = 0; i < draws.length; i++) draws[i] = draws[i]! + this.#random!.normal();
    }
    if (this.#grids === 1) return;
    const scale = 1 / Math.sqrt(this.#grids);
    for (let i = 0; i < draws.length; i++) draws[i] = draws[i]! * scale;
  }

  #split(draws: Float64Array): void {
    if (this.#left === 0) {
      this.#left = this.#parts;
      for (let i = 0; i < draws.length; i++) this.#rest[i] = this.#random!.normal() * Math.sqrt(this.#parts);
    }
    const spread = Math.sqrt(1 - 1 / this.#left);
    for (let i = 0; i < draws.length; i++) {
      const own = this.#left > 1 ? spread * this.#within!.normal() : 0;
      draws[i] = this.#rest[i]! / this.#left + own;
      this.#rest[i] = this.#rest[i]! - draws[i]!;
    }
    this.#left--;
  }
}

/** A whole number above 1 that a ratio is, else 1. */
function multiple(ratio: number): number {
  const whole = Math.round(ratio);
  return whole > 1 && Math.abs(ratio - whole) < 1e-9 * whole ? whole : 1;
}
