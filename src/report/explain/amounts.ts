import type { Language } from '../../data/series/entry.ts';
import type { Wording } from '../desk.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan } from '../inline.ts';
import { decimal, largestRemainder, money, shiftPoint, THIN } from '../numbers.ts';

/** Scale in which the balance sheets of central banks are printed: billions in English, 亿 in Chinese. */
const SCALE: Readonly<Record<Language, { power: number; decimals: number }>> = {
  en: { power: 9, decimals: 1 },
  'zh-Hans': { power: 8, decimals: 0 },
  'zh-Hant': { power: 8, decimals: 0 },
};

/** US dollars in billions without their unit, for a table that names it: "5,710.8", "57,108". */
export function billions(language: Language, usd: number, signed = false): string {
  const { power, decimals } = SCALE[language];
  return decimal(shiftPoint(usd, -power), { decimals, signed });
}

/** US dollars in the scale of `billions`, for a chart. */
export function inBillions(language: Language, usd: number): number {
  return shiftPoint(usd, -SCALE[language].power);
}

/** US dollars in billions, for a sentence: "$5,710.8 bn", "57,108亿美元". */
export function billionsInWords(language: Language, usd: number, signed = false): string {
  const text = billions(language, usd, signed);
  if (language === 'zh-Hans') return `${text}亿美元`;
  if (language === 'zh-Hant') return `${text}億美元`;
  const [, sign, digits] = /^([\u2212+]?)(.*)$/.exec(text) as unknown as [string, string, string];
  return `${sign}$${digits}${THIN}bn`;
}

/** The figure as a table prints it. */
export function billionsCell(desk: Wording, figure: Figure, signed = false): FigureSpan {
  return desk.w.as(figure, figure.value === null ? '' : billions(desk.language, figure.value, signed));
}

/** The figure as a sentence says it; `size` leaves the sign to the verb. */
export function billionsSpan(
  desk: Wording,
  figure: Figure,
  how: 'plain' | 'signed' | 'size' = 'plain',
): FigureSpan {
  const value = how === 'size' ? Math.abs(figure.value ?? 0) : (figure.value ?? 0);
  return desk.w.as(figure, billionsInWords(desk.language, value, how === 'signed'));
}

/** Parts rounded so that they add to the printed total, for a table or for a sentence. */
export function billionsOfTotal(
  desk: Wording,
  parts: readonly Figure[],
  total: Figure,
  inWords = false,
): readonly FigureSpan[] {
  const { language } = desk;
  const { power, decimals } = SCALE[language];
  const scaled = (figure: Figure) => shiftPoint(figure.value ?? 0, -power);
  const whole = total.value !== null && parts.every(({ value }) => value !== null);
  const rounded = whole ? largestRemainder(parts.map(scaled), scaled(total), decimals) : parts.map(scaled);
  const text = inWords ? billionsInWords : billions;
  return parts.map((part, index) =>
    desk.w.as(part, part.value === null ? '' : text(language, shiftPoint(rounded[index]!, power), true)),
  );
}

/** US dollars of any size, without a plus: "$24 m". */
export function moneySpan(desk: Wording, figure: Figure): FigureSpan {
  return desk.w.as(figure, figure.value === null ? '' : money(figure.value, desk.language));
}
