import type { Wording } from '../desk.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan } from '../inline.ts';
import { ETF_FLOWS } from '../messages/explain/etf-flows.ts';
import { decimal, money, percent, shiftPoint } from '../numbers.ts';

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

/** Scale of the flows of a chart: millions of dollars in English, 亿 in Chinese. */
const FLOW_SCALE = {
  en: { power: 6, decimals: 0 },
  'zh-Hans': { power: 8, decimals: 1 },
  'zh-Hant': { power: 8, decimals: 1 },
} as const;

/** Dollars in the unit of a flow chart, and how its numbers are written. */
export function flowScale({ language }: Wording) {
  const { power, decimals } = FLOW_SCALE[language];
  return {
    shown: (values: readonly (number | null)[]) =>
      values.map((value) => (value === null ? null : shiftPoint(value, -power))),
    format: (value: number) => decimal(value, { decimals: Math.abs(value) >= 100 ? 0 : decimals }),
  };
}

/** A flow without its sign, where a word carries the side. */
export function flowSize({ language, w }: Wording, figure: Figure): FigureSpan {
  return w.as(figure, money(Math.abs(figure.value ?? 0), language));
}

/** Coins with their sign: "−25,164 BTC". */
export function coinsText(value: number, unit: string): string {
  return `${decimal(value, { decimals: 0, signed: true })} ${unit.toUpperCase()}`;
}

export function coins({ w }: Wording, figure: Figure): FigureSpan {
  return w.as(figure, figure.value === null ? '' : coinsText(figure.value, figure.unit));
}

/** "November 2025" from the first day of a month. */
export function monthWords({ language }: Wording, start: string): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  return ETF_FLOWS[language].month(year, month);
}

/** Sessions back from which on "the largest since" says something. */
const FAR = 10;

/** Whether the last flow as large lies far enough back to be named. */
export function worthTelling({ sessionsSince }: { readonly sessionsSince: number }): boolean {
  return sessionsSince >= FAR;
}
