import type { Wording } from '../desk.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan } from '../inline.ts';
import { decimal, percent } from '../numbers.ts';

/** A slope for 10⁹ dollars as a change: "+3.32%". */
export function slopeText(slope: number): string {
  return percent(slope, { decimals: 2, signed: true, lines: [0] });
}

export function perBillion({ w }: Wording, figure: Figure): FigureSpan {
  return w.as(figure, figure.value === null ? '' : slopeText(figure.value));
}

/** Ends of the band of a slope: "+2.65% to +4.00%". */
export function slopeRange({ m }: Wording, { band }: Figure): string {
  return band ? m.range(slopeText(band.low), slopeText(band.high)) : '';
}

/** A p-value with the digits it deserves: "0.040", "<0.001". */
export function pValue({ w }: Wording, figure: Figure): FigureSpan {
  const p = figure.value ?? 1;
  return w.as(figure, p < 0.001 ? '<0.001' : decimal(p, { decimals: p < 0.1 ? 3 : 2 }));
}
