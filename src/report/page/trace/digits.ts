import { MINUS } from '../../numbers.ts';
import { number } from '../../trace-text.ts';

/** Thousands apart in every number of a formula; decimals stay together. */
export function groupedDigits(text: string): string {
  return text
    .replace(/(?<![\d.\p{L}_])\d{4,}(?![\d]*e)/gu, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))
    .replace(/(?<=\()-(?=[\d.])/g, MINUS);
}

/** A value of the store with all the digits that count, thousands apart. */
export function exact(value: number): string {
  return groupedDigits(number(value));
}
