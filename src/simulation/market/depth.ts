import type { Depth } from './spec.ts';

const SQUARE_ROOT = 0;
const LINEAR = 1;
const PROFILE = 2;

/**
 * Impact of a quantity on each of many books, and its inverse.
 * square root I = k·√Q with k = Y·σ/√V · linear I = k·Q with k = 1/D · profile: straight lines between the measured points, beyond the last
 * one I = x_n·√(Q/Q_n)
 *
 * Q in US dollars at the price of the start, at least 0; I in log units, at least 0 and rising with Q. Charged on the cumulative quantity,
 * so that a sale in two halves moves the price as far as the whole.
 * @see Tóth et al. (2011), Physical Review X 1, 021006; Donier, Bonart, Mastromatteo & Bouchaud (2015), A fully consistent, minimal model for
 * non-linear market impact, Quantitative Finance 15 (latent order book: depth in proportion to the square of the distance).
 */
export class DepthLaws {
  readonly #law: Uint8Array;
  readonly #k: Float64Array;
  readonly #distances: readonly Float64Array[];
  readonly #usd: readonly Float64Array[];

  constructor(depths: readonly Depth[]) {
    this.#law = Uint8Array.from(depths, ({ law }) => codeOf(law));
    this.#k = Float64Array.from(depths, slopeOf);
    this.#distances = depths.map((depth) =>
      Float64Array.of(0, ...(depth.law === 'profile' ? depth.distances : [])),
    );
    this.#usd = depths.map((depth) => Float64Array.of(0, ...(depth.law === 'profile' ? depth.usd : [])));
  }

  impact(book: number, quantity: number): number {
    const law = this.#law[book]!;
    if (law === SQUARE_ROOT) return this.#k[book]! * Math.sqrt(quantity);
    if (law === LINEAR) return this.#k[book]! * quantity;
    return along(this.#usd[book]!, this.#distances[book]!, quantity, rootBeyond);
  }

  /** Quantity that moves the book so far: the inverse of `impact`. */
  quantity(book: number, impact: number): number {
    const law = this.#law[book]!;
    const x = impact / this.#k[book]!;
    if (law === SQUARE_ROOT) return x * x;
    if (law === LINEAR) return x;
    return along(this.#distances[book]!, this.#usd[book]!, impact, squareBeyond);
  }
}

function along(xs: Float64Array, ys: Float64Array, x: number, beyond: (ratio: number) => number): number {
  const last = xs.length - 1;
  if (x >= xs[last]!) return ys[last]! * beyond(x / xs[last]!);
  let i = 1;
  while (xs[i]! < x) i++;
  const from = xs[i - 1]!;
  return ys[i - 1]! + ((x - from) / (xs[i]! - from)) * (ys[i]! - ys[i - 1]!);
}

const rootBeyond = Math.sqrt;

function squareBeyond(ratio: number): number {
  return ratio * ratio;
}

function codeOf(law: Depth['law']): number {
  if (law === 'square-root') return SQUARE_ROOT;
  return law === 'linear' ? LINEAR : PROFILE;
}

function slopeOf(depth: Depth): number {
  if (depth.law === 'square-root') return (depth.prefactor * depth.volatility) / Math.sqrt(depth.volume);
  return depth.law === 'linear' ? 1 / depth.usd : 1;
}
