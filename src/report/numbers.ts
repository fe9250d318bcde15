import type { Language } from '../data/series/entry.ts';

/** U+2212, the minus of a number in words. */
export const MINUS = '\u2212';

/** U+202F, narrow no-break space: stands between a number and bp, bn, tn, m, σ. */
export const THIN = '\u202f';

export interface Shape {
  /** Decimals shown, before a threshold asks for more. */
  readonly decimals: number;
  /** A change carries its plus. */
  readonly signed?: boolean;
  /** Lines that the shown number may not cross or touch unless the value does, in the unit shown. */
  readonly lines?: readonly number[];
}

const MOST_DECIMALS = 6;

/**
 * `value` × 10^`power`, by moving the point of its shortest decimal form, so that 0.0725 × 10² is 7.25 and not 7.249999….
 */
export function shiftPoint(value: number, power: number): number {
  const [digits, exponent] = String(value).split('e') as [string, string | undefined];
  return Number(`${digits}e${Number(exponent ?? 0) + power}`);
}

/** Half away from zero on the shortest decimal form. */
export function roundTo(value: number, decimals: number): number {
  const magnitude = shiftPoint(Math.round(shiftPoint(Math.abs(value), decimals)), -decimals);
  return value < 0 && magnitude > 0 ? -magnitude : magnitude;
}

/**
 * Fewest decimals, at least those asked for, with which the shown number stands on the same side of every line as the value:
 * −0.96 with one decimal would touch a line at −1, so it gets two. At most six; a value nearer than that is shown on the line.
 */
export function decimalsFor(value: number, decimals: number, lines: readonly number[] = []): number {
  for (let tried = decimals; tried <= MOST_DECIMALS; tried++) {
    const shown = roundTo(value, tried);
    if (lines.every((line) => Math.sign(shown - line) === Math.sign(value - line))) return tried;
  }
  return MOST_DECIMALS;
}

function grouped(digits: string): string {
  const [whole, fraction] = digits.split('.') as [string, string | undefined];
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

function signOf(rounded: number, signed: boolean): string {
  if (rounded < 0) return MINUS;
  return signed && rounded > 0 ? '+' : '';
}

/**
 * A finite number with comma thousands, U+2212, and a plus when it is a change.
 * @throws RangeError when the value is not finite: a missing value is a word, never a number.
 */
export function decimal(value: number, shape: Shape): string {
  if (!Number.isFinite(value))
    throw new RangeError(`not a number to show: ${value}; allowed: finite numbers`);
  const decimals = decimalsFor(value, shape.decimals, shape.lines);
  const rounded = roundTo(value, decimals);
  return `${signOf(rounded, shape.signed ?? false)}${grouped(Math.abs(rounded).toFixed(decimals))}`;
}

/** A fraction as percent, the sign attached: 0.0123 is "1.2%". Lines are given as fractions. */
export function percent(fraction: number, shape: Shape): string {
  const lines = shape.lines?.map((line) => shiftPoint(line, 2));
  return `${decimal(shiftPoint(fraction, 2), { ...shape, ...(lines ? { lines } : {}) })}%`;
}

/** A change of a yield or spread, given as a fraction, in basis points: "+4 bp". */
export function basisPoints(fraction: number, shape: Partial<Shape> = {}): string {
  const lines = shape.lines?.map((line) => shiftPoint(line, 4));
  return `${decimal(shiftPoint(fraction, 4), { decimals: 0, ...shape, ...(lines ? { lines } : {}) })}${THIN}bp`;
}

/** Standard deviations: "−7.3 σ". */
export function sigma(value: number, shape: Partial<Shape> = {}): string {
  return `${decimal(value, { decimals: 1, ...shape })}${THIN}σ`;
}

interface Scale {
  readonly size: number;
  readonly word: string;
}

const SCALES: Readonly<Record<Language, readonly Scale[]>> = {
  en: [
    { size: 12, word: 'tn' },
    { size: 9, word: 'bn' },
    { size: 6, word: 'm' },
  ],
  'zh-Hans': [
    { size: 12, word: '万亿' },
    { size: 8, word: '亿' },
    { size: 4, word: '万' },
  ],
  'zh-Hant': [
    { size: 12, word: '兆' },
    { size: 8, word: '億' },
    { size: 4, word: '萬' },
  ],
};

function moneyDecimals(scaled: number, language: Language): number {
  const magnitude = Math.abs(scaled);
  if (magnitude < 9.995) return 2;
  if (language === 'en') return 0;
  return magnitude < 99.95 ? 1 : 0;
}

function scaledMoney(usd: number, language: Language): { number: number; decimals: number; word: string } {
  for (const { size, word } of SCALES[language]) {
    const number = shiftPoint(usd, -size);
    const decimals = moneyDecimals(number, language);
    if (Math.abs(roundTo(number, decimals)) >= 1) return { number, decimals, word };
  }
  return { number: usd, decimals: 0, word: '' };
}

/** A sum in US dollars, scaled: "$5.69 tn", "5.69万亿美元", "5.69兆美元"; the sign stands before the currency. */
export function money(usd: number, language: Language, signed = false): string {
  const { number, decimals, word } = scaledMoney(usd, language);
  const text = decimal(number, { decimals, signed });
  if (language !== 'en') return `${text}${word}美元`;
  const [, sign, digits] = /^([\u2212+]?)(.*)$/.exec(text) as unknown as [string, string, string];
  return `${sign}$${digits}${word ? `${THIN}${word}` : ''}`;
}

/** A price or index level with the decimals its size deserves: 62,910 · 78.35 · 1.215 · 0.09712. */
export function level(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1000) return decimal(value, { decimals: 0 });
  if (magnitude >= 10) return decimal(value, { decimals: 2 });
  if (magnitude >= 1 || magnitude === 0) return decimal(value, { decimals: 3 });
  return decimal(value, { decimals: Math.min(8, 3 - Math.floor(Math.log10(magnitude))) });
}

/** A whole number with comma thousands. */
export function count(value: number): string {
  return decimal(value, { decimals: 0 });
}

/**
 * Parts rounded so that the shown parts add to the shown total exactly (largest remainder, ties to the earlier part).
 * @param parts values whose sum is `total` up to floating point, in the unit shown
 * @param decimals decimals of the last digit shown
 * @returns rounded parts; each within one last digit of its value
 */
export function largestRemainder(parts: readonly number[], total: number, decimals: number): number[] {
  const scaled = parts.map((part) => shiftPoint(part, decimals));
  const floors = scaled.map(Math.floor);
  const wanted = Math.round(shiftPoint(roundTo(total, decimals), decimals));
  const missing = wanted - floors.reduce((sum, floor) => sum + floor, 0);
  const order = scaled
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(order.slice(0, Math.max(0, missing)).map(({ index }) => index));
  return floors.map((floor, index) => shiftPoint(raised.has(index) ? floor + 1 : floor, -decimals));
}
