/**
 * The last changes of a series, and whether the next is a jump among them: |x − mean| > `sigmas` × sd over the last `window` of at least `warmUp`
 * changes. A series that stands still more often than it moves (a policy rate) has steps and no scale, and so no jumps. `push` and `drop` keep running sums that pass over the many changes that are plainly none; a change that may be one is decided by
 * the two-pass sum over the window, so that no verdict rests on the rounding of the sums.
 */
export class Trailing {
  readonly #changes: Float64Array;
  readonly #window: number;
  readonly #warmUp: number;
  readonly #sigmas: number;
  #count = 0;
  #sum = 0;
  #squares = 0;
  #still = 0;

  constructor(
    capacity: number,
    { window, warmUp, sigmas }: { window: number; warmUp: number; sigmas: number },
  ) {
    this.#changes = new Float64Array(capacity);
    this.#window = window;
    this.#warmUp = warmUp;
    this.#sigmas = sigmas;
  }

  push(change: number): void {
    this.#changes[this.#count++] = change;
    this.#sum += change;
    this.#squares += change * change;
    if (change === 0) this.#still++;
    const leaving = this.#count - 1 - this.#window;
    if (leaving < 0) return;
    const old = this.#changes[leaving] as number;
    this.#sum -= old;
    this.#squares -= old * old;
    if (old === 0) this.#still--;
    // What a very large change leaves behind in the sums is rounding; from time to time it is small rounding that has grown.
    if (old * old > LARGE * this.#squares || this.#count % REFRESH === 0) this.#refresh();
  }

  /** Takes back the last change. */
  drop(): void {
    this.#count--;
    this.#refresh();
  }

  isJump(change: number): boolean {
    if (this.#count < this.#warmUp || Number.isNaN(change)) return false;
    const n = Math.min(this.#count, this.#window);
    if (2 * this.#still > n) return false;
    const mean = this.#sum / n;
    const variance = (this.#squares - n * mean * mean) / (n - 1);
    const plain = (this.#sigmas / SURELY) ** 2 * variance;
    return (change - mean) ** 2 >= plain && this.#isJumpExactly(change, n);
  }

  #isJumpExactly(change: number, n: number): boolean {
    let sum = 0;
    for (let i = this.#count - n; i < this.#count; i++) sum += this.#changes[i] as number;
    const mean = sum / n;
    let squares = 0;
    for (let i = this.#count - n; i < this.#count; i++) {
      const deviation = (this.#changes[i] as number) - mean;
      squares += deviation * deviation;
    }
    const sd = Math.sqrt(squares / (n - 1));
    return sd > NO_SCALE * Math.abs(change) && Math.abs(change - mean) > this.#sigmas * sd;
  }

  #refresh(): void {
    this.#sum = 0;
    this.#squares = 0;
    this.#still = 0;
    for (let i = Math.max(0, this.#count - this.#window); i < this.#count; i++) {
      const change = this.#changes[i] as number;
      this.#sum += change;
      this.#squares += change * change;
      if (change === 0) this.#still++;
    }
  }
}

/** A change within a quarter of the bound is none, whatever the rounding of the running sums. */
const SURELY = 4;
const LARGE = 1e8;
const REFRESH = 256;
/** A deviation below this share of the change is rounding of a constant, not a scale. */
const NO_SCALE = 1e-9;
