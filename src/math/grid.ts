/** Spacing of the grid: finer than a millionth of a billionth of a percent, coarse enough that sums of fractions are exact. */
const GRID = 2 ** -48;

/**
 * Nearest multiple of 2⁻⁴⁸. Sums and differences of such numbers are exact, in any order, as long as they stay below 2⁵: parts and a
 * residual made by subtraction then add to their total to the last bit. NaN stays NaN; −0 becomes 0.
 */
export function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID + 0;
}
