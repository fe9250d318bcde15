import type { Messages } from '../../messages/messages.ts';
import { count, decimal, level, money, percent, sigma } from '../../numbers.ts';

const SCALED_FROM = 1e6;
const COUNTED: readonly string[] = ['count', 'days', 'persons', 'housing-units', 'coin-days'];

/** A value by its unit alone, with a digit more than the pages give: "−14.02%", "$6.61 tn", "4.21%". */
export function quantity(value: number, unit: string, m: Messages): string {
  if (unit === 'fraction' || unit === 'fraction-per-year') return percent(value, { decimals: 2, lines: [0] });
  if (unit.startsWith('fraction-per-')) return percent(value, { decimals: 4, lines: [0] });
  if (unit === 'usd' && Math.abs(value) >= SCALED_FROM) return money(value, m.language);
  if (unit === 'sigma') return sigma(value, { decimals: 2, signed: true, lines: [0] });
  if (unit === 'score') return decimal(value, { decimals: 1 });
  if (COUNTED.includes(unit) && Number.isInteger(value)) return count(value);
  return m.priced(level(value), unit);
}
