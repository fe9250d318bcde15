import type { Market } from '../../market/market.ts';
import type { MarketSpec } from '../../market/spec.ts';

/** Returns of the last session that New York has completed, for some assets of the market. */
export class SessionReturns {
  /** Log return of the last completed session, by position in `assets`. */
  readonly last: Float64Array;
  readonly #assets: Int32Array;
  readonly #before: Float64Array;
  readonly #sinceClose: Float64Array;
  /** Log index at the last close. */
  readonly #reference: Float64Array;

  /** `before`: log returns of the session completed before the start. */
  constructor(market: MarketSpec, assets: Int32Array, before: Float64Array) {
    this.#assets = assets;
    this.#before = before;
    this.#sinceClose = Float64Array.from(assets, (a) => market.assets[a]!.sinceClose);
    this.#reference = new Float64Array(assets.length);
    this.last = new Float64Array(assets.length);
  }

  reset(): void {
    this.last.set(this.#before);
    for (let k = 0; k < this.#reference.length; k++) this.#reference[k] = -this.#sinceClose[k]!;
  }

  /** Log index at the last close, by position in `assets`. */
  closeOf(k: number): number {
    return this.#reference[k]!;
  }

  /** At the end of a step: a session has been completed when the step closes New York. */
  endStep(market: Market): void {
    if (market.closing[market.step] !== 1) return;
    for (let k = 0; k < this.#assets.length; k++) {
      const index = market.index[this.#assets[k]!]!;
      this.last[k] = index - this.#reference[k]!;
      this.#reference[k] = index;
    }
  }
}
