/** @throws RangeError when the value is NaN or infinite. */
export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, came ${value}`);
}

/** @throws RangeError when the value is not finite and above 0. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be finite and above 0, came ${value}`);
  }
}

/** @throws RangeError when the value is not finite and at least 0. */
export function checkNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be finite and at least 0, came ${value}`);
  }
}

/** @throws RangeError when the value is not in [low, high]. */
export function checkWithin(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${name} must be from ${low} to ${high}, came ${value}`);
  }
}

/** @throws RangeError when the value is no whole number of at least `least`. */
export function checkWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, came ${value}`);
  }
}

/** @throws RangeError when the lists have not the same length. */
export function checkSameLength(name: string, a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length)
    throw new RangeError(`${name} must have the same length, came ${a.length} and ${b.length}`);
}

/** @throws RangeError when a value of the list is NaN or infinite. */
export function checkAllFinite(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) checkFinite(`${name}[${i}]`, values[i]!);
}
