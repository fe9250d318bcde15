/** Rows of an n-column row-major matrix as lists. */
export function matrixRows(values: Float64Array, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, i) =>
    Array.from(values.subarray(i * columns, i * columns + columns)),
  );
}

/** Row-major values of a list of rows. */
export function fromRows(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flat());
}

/** Each `every`-th value from `from` on. */
export function thinned(values: ArrayLike<number>, every: number, from = 0): number[] {
  const out: number[] = [];
  for (let t = from; t < values.length; t += every) out.push(values[t]!);
  return out;
}

/** @throws RangeError when the list has fewer numbers. */
export function numbersOf(list: readonly number[], least: number): readonly number[] {
  if (list.length < least) throw new RangeError(`${least} numbers are needed, came ${list.length}`);
  return list;
}

/** The estimate, or an error that says why there is none. */
export function estimated<T extends object>(result: T): Exclude<T, { readonly refused: unknown }> {
  if ('refused' in result) throw new Error(`not estimated: ${String(result.refused)}`);
  return result as Exclude<T, { readonly refused: unknown }>;
}
