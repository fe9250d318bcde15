const TEN = Float64Array.from({ length: 19 }, (_, exponent) => 10 ** exponent);
const MOST_DECIMALS = 9;

/**
 * A value in the base unit: value × factor, where a factor that is a power of ten only moves the decimal point, so that 5.9 percent is 0.059 and
 * not 0.059000000000000004. NaN stays NaN.
 */
export function inBase(value: number, factor: number): number {
  if (factor === 1) return value;
  const places = Math.round(Math.log10(factor));
  if (Math.abs(factor / 10 ** places - 1) > 1e-12) return value * factor;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const digits = Math.round(value * (TEN[decimals] as number));
    if (digits / (TEN[decimals] as number) !== value || !Number.isSafeInteger(digits)) continue;
    const shift = places - decimals;
    return shift >= 0 ? digits * (TEN[shift] as number) : digits / (TEN[-shift] as number);
  }
  return value * factor;
}
