import { MINUS } from '../../numbers.ts';
import { number } from '../../trace-text.ts';

/** Thousands apart in every number of a formula; decimals stay together. */
export function groupedDigits(text: string): string {
  return text
    .replace(/(?<![\d.\p{L}_])\d{4,}(?![\d]*e)/gu, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))
    .replace(/(?<=\()-(?=[\d.])/g, MINUS);
}

/**
 * A formula with numbers without the explanation of its symbols: up to the first comma or semicolon outside brackets, where a
 * number has come by then.
 */
export function calculation(worked: string): string {
  let depth = 0;
  for (let at = 0; at < worked.length; at++) {
    const char = worked[at] as string;
    if (char === '(' || char === '[' || char === '{') depth += 1;
    if (char === ')' || char === ']' || char === '}') depth -= 1;
    const ends = depth === 0 && /^[,;] /.test(worked.slice(at, at + 2));
    if (ends && /\d/.test(worked.slice(0, at))) return worked.slice(0, at);
  }
  return worked;
}

/** A value of the store with all the digits that count, thousands apart. */
export function exact(value: number): string {
  return groupedDigits(number(value));
}
