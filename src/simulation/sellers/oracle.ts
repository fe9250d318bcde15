import type { Market } from '../market/market.ts';

/**
 * The index of an asset as an oracle tells it, some minutes late: straight lines between the ends of steps. With a lag of less than a step the
 * price of the step under way counts in part.
 */
export class Oracle {
  readonly #asset: number;
  /** Whole steps of the lag, and what is left of it as a share of a step. */
  readonly #steps: number;
  readonly #part: number;
  /** Index at the ends of the latest steps, the latest first. */
  readonly #past: Float64Array;

  constructor(asset: number, lagMinutes: number, stepMinutes: number) {
    this.#asset = asset;
    this.#steps = Math.floor(lagMinutes / stepMinutes);
    this.#part = lagMinutes / stepMinutes - this.#steps;
    this.#past = new Float64Array(this.#steps + 1);
  }

  reset(): void {
    this.#past.fill(0);
  }

  /** Log price relative to the start, at the end of the step under way. */
  price(market: Market): number {
    const past = this.#past;
    const steps = this.#steps;
    const newer = steps === 0 ? market.index[this.#asset]! : past[steps - 1]!;
    return this.#part === 0 ? newer : newer + this.#part * (past[steps]! - newer);
  }

  endStep(market: Market): void {
    this.#past.copyWithin(1, 0);
    this.#past[0] = market.index[this.#asset]!;
  }
}
