import type { CompleteRows } from './complete-rows.ts';

/** Steps after which the sums are computed anew, so that rounding cannot pile up. */
const REFRESH = 128;

/** Share of the largest sum since the last refresh below which cancellation would show. */
const CANCELLED = 1e-6;

/** Values that may be read beyond the last vector, for nothing. */
const BESIDE = 3;

/**
 * Moments Σ v v' of v_k = (1, y_{k−1} − m, …, y_{k−p} − m, y_k − m) over the regression rows of a sliding window, m the means of the window at
 * the last refresh. One row enters and one leaves at a step; every 128 steps, or when a large row has left, all is computed anew.
 */
export class WindowMoments {
  readonly n: number;
  readonly lag: number;
  /** 1 + Np + N. */
  readonly width: number;
  /** width×width row-major, the lower triangle. */
  readonly sums: Float64Array;
  readonly #columns: readonly Float64Array[];
  readonly #rows: CompleteRows;
  readonly #centre: Float64Array;
  readonly #vector: Float64Array;
  readonly #largest: Float64Array;
  #room = new Float64Array(0);
  #steps = REFRESH;
  /** Complete rows `first…end)` stand in the window. */
  #first = 0;
  #end = 0;
  #count = 0;

  constructor(columns: readonly Float64Array[], rows: CompleteRows, lag: number) {
    this.n = columns.length;
    this.lag = lag;
    this.width = 1 + this.n * (lag + 1);
    this.sums = new Float64Array(this.width * this.width);
    this.#columns = columns;
    this.#rows = rows;
    this.#centre = new Float64Array(this.n);
    this.#vector = new Float64Array(this.width);
    this.#largest = new Float64Array(this.width);
  }

  /** Regression rows in the window. */
  get count(): number {
    return this.#count;
  }

  /** Complete rows in the window. */
  get complete(): number {
    return this.#end - this.#first;
  }

  /** Mean of series i over the regression rows. */
  meanOf(i: number): number {
    const at = (1 + this.n * this.lag + i) * this.width;
    return this.#centre[i]! + this.sums[at]! / this.#count;
  }

  /** Variance (divisor: regression rows) of series i over the regression rows. */
  varianceOf(i: number): number {
    const row = 1 + this.n * this.lag + i;
    const mean = this.sums[row * this.width]! / this.#count;
    return this.sums[row * this.width + row]! / this.#count - mean * mean;
  }

  /** Begins anew before the first row; the columns may hold other values from now on. */
  reset(): void {
    [this.#first, this.#end, this.#count, this.#steps] = [0, 0, 0, REFRESH];
  }

  /** Moves the window on to the rows `from…to)` of the panel; neither may go back. */
  slide(from: number, to: number): void {
    const { at } = this.#rows;
    let [first, end] = [this.#first, this.#end];
    while (first < at.length && at[first]! < from) first++;
    while (end < at.length && at[end]! < to) end++;
    const far = first - this.#first + (end - this.#end) > end - first;
    this.#steps++;
    if (far || this.#steps >= REFRESH) this.#refresh(first, end);
    else {
      for (let k = this.#end; k < end; k++) this.#enter(k);
      for (let k = this.#first; k < first; k++) this.#leave(k, end);
      [this.#first, this.#end] = [first, end];
      if (this.#cancelled()) this.#refresh(first, end);
    }
  }

  #refresh(first: number, end: number): void {
    [this.#first, this.#end, this.#count, this.#steps] = [first, end, 0, 0];
    const { at } = this.#rows;
    for (let i = 0; i < this.n; i++) {
      const column = this.#columns[i]!;
      let sum = 0;
      for (let k = first; k < end; k++) sum += column[at[k]!]!;
      this.#centre[i] = sum / (end - first);
    }
    this.sums.fill(0);
    this.#addAll(first, end);
    for (let i = 0; i < this.width; i++) this.#largest[i] = this.sums[i * this.width + i]!;
  }

  /** How far back the lags of complete row k reach, or more than any window when they are not there. */
  #lagsOf(k: number): number {
    return this.#rows.run[k]! >= this.lag ? this.lag : Number.POSITIVE_INFINITY;
  }

  #enter(k: number): void {
    if (this.#lagsOf(k) <= k - this.#first) this.#add(k, 1);
  }

  /** Complete row k leaves, and with it the regression row whose furthest lag it was. */
  #leave(k: number, end: number): void {
    const row = k + this.lag;
    if (row < end && this.#lagsOf(row) === this.lag) this.#add(row, -1);
  }

  #add(k: number, sign: 1 | -1): void {
    const { width, sums } = this;
    const v = this.#vector;
    this.#read(k, v, 0);
    for (let i = 0; i < width; i++) {
      const factor = sign * v[i]!;
      const row = i * width;
      for (let j = 0; j <= i; j++) sums[row + j]! += factor * v[j]!;
    }
    this.#count += sign;
  }

  /** The vector of complete row k, into `out` from `to` on. */
  #read(k: number, out: Float64Array, to: number): void {
    const { n, lag } = this;
    const { at } = this.#rows;
    out[to] = 1;
    for (let i = 0; i < n; i++) {
      const column = this.#columns[i]!;
      const centre = this.#centre[i]!;
      for (let l = 1; l <= lag; l++) out[to + 1 + (l - 1) * n + i] = column[at[k - l]!]! - centre;
      out[to + 1 + lag * n + i] = column[at[k]!]! - centre;
    }
  }

  /** All vectors of the window, added four columns at a time: the sums of each pair in the order of its rows, as `#add` would. */
  #addAll(first: number, end: number): void {
    const { width, sums } = this;
    const least = (end - first) * width + BESIDE;
    if (this.#room.length < least) this.#room = new Float64Array(least);
    const v = this.#room;
    for (let k = first; k < end; k++) {
      if (this.#lagsOf(k) > k - first) continue;
      this.#read(k, v, this.#count * width);
      this.#count++;
    }
    const size = this.#count * width;
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j += 4) {
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let at = 0; at < size; at += width) {
          const value = v[at + i]!;
          a += value * v[at + j]!;
          b += value * v[at + j + 1]!;
          c += value * v[at + j + 2]!;
          d += value * v[at + j + 3]!;
        }
        const to = i * width + j;
        sums[to] = a;
        if (j + 1 <= i) sums[to + 1] = b;
        if (j + 2 <= i) sums[to + 2] = c;
        if (j + 3 <= i) sums[to + 3] = d;
      }
    }
  }

  #cancelled(): boolean {
    let lost = false;
    for (let i = 1; i < this.width; i++) {
      const square = this.sums[i * this.width + i]!;
      if (square > this.#largest[i]!) this.#largest[i] = square;
      lost ||= square < CANCELLED * this.#largest[i]!;
    }
    return lost;
  }
}
