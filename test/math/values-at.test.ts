import { expect, it } from 'vitest';
import { valuesAt } from '../../src/math/values-at.ts';

it('gives the values on the rows in their order, each as often as it is asked for', () => {
  expect(valuesAt(Float64Array.of(5, 6, 7), [2, 0, 0])).toEqual(Float64Array.of(7, 5, 5));
  expect(valuesAt([5, 6, 7], Int32Array.of(1))).toEqual(Float64Array.of(6));
});

it('gives NaN for a row that is not there, and nothing for no rows', () => {
  expect(valuesAt(Float64Array.of(5), [1, -1])).toEqual(Float64Array.of(Number.NaN, Number.NaN));
  expect(valuesAt(Float64Array.of(5), [])).toHaveLength(0);
});
