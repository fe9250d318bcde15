import type { Wording } from '../desk.ts';
import type { Figure } from '../figure.ts';
import { decimal } from '../numbers.ts';

/** Ends of the band of a ratio: "0.45 to 0.82"; empty without one. */
export function ratioRange({ m }: Wording, { band }: Figure): string {
  if (!band) return '';
  const text = (value: number) => decimal(value, { decimals: 2, lines: [0] });
  return m.range(text(band.low), text(band.high));
}
