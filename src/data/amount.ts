import { baseUnit, conversion, type Unit } from './unit.ts';

/** A number with the unit it is in. Amounts in different units do not add: where the units are known to the compiler it refuses. */
export interface Amount<U extends Unit = Unit> {
  readonly value: number;
  readonly unit: U;
}

export function amount<U extends Unit>(value: number, unit: U): Amount<U> {
  return { value, unit };
}

/**
 * a + b, both in the same unit. `add(walcl, rrp)` with `Amount<'usd-mn'>` and `Amount<'usd-bn'>` does not compile; amounts whose units came
 * from data are compared when it runs.
 * NaN policy: NaN when either is.
 * @throws RangeError when the units differ, also when one converts to the other: convert first.
 */
export function add<U extends Unit>(a: Amount<U>, b: Amount<NoInfer<U>>): Amount<U> {
  if (a.unit !== b.unit) {
    throw new RangeError(`cannot add ${b.unit} to ${a.unit}; convert one of them first`);
  }
  return amount(a.value + b.value, a.unit);
}

/**
 * The same amount in another unit of its dimension.
 * @throws RangeError when the two units measure different things.
 */
export function inUnit<V extends Unit>(from: Amount, unit: V): Amount<V> {
  return amount(from.value * conversion(from.unit, unit), unit);
}

/** The value of an amount in the base unit of its dimension. */
export function inBase(from: Amount): number {
  return inUnit(from, baseUnit(from.unit)).value;
}
