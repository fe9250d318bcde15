import type { TableRow } from '../../../../data/observation.ts';
import { type EpochDay, epochDay, formatDay } from '../../../../data/time.ts';

export const PRESS_TABLE = 'press_derivatives_mentions';

/** A total of liquidations as a text reported it: its own number, never a series. */
export interface PressTotal {
  readonly posted: EpochDay;
  /** Dollars; `low` = `high` where one number is given. */
  readonly low: number;
  readonly high: number;
  /** Accounts said to be liquidated in the same sentence; NaN when none are. */
  readonly accounts: number;
  readonly quote: string;
}

const UNIT = '(billion|million|bn|mn|b|m)\\b\\+?';
const AMOUNT = `(?:us)?\\$\\s?~?(\\d[\\d,.]*)\\s?(?:${UNIT})?(?:\\s?(?:–|-|to)\\s?(?:us)?\\$?(\\d[\\d,.]*)\\s?${UNIT})?`;
const BEFORE =
  '(?::|~|in|of|worth|total|totaled|totaling|reached|hit|hitting|exceeded|exceeding|about|near|nearly|around|over|at|spiked to|estimated|rose to|fell \\d+% to|over the past 24 hours|in the past 24 hours|\\s)*';
const AFTER =
  '(?:in|of|worth|total|combined|crypto|forced|leveraged|nominal|futures|perpetual|daily|positions?|were|was|have been|\\s)*';
const PATTERNS = [
  new RegExp(`\\bliquidations\\b${BEFORE}${AMOUNT}`, 'gi'),
  new RegExp(`${AMOUNT}\\s?${AFTER}\\b(?:liquidations|liquidated)\\b`, 'gi'),
];
/** Words around a number that make it something else than one day's total of the market. */
const OTHER =
  /\b(?:btc|bitcoin|eth|ether|ethereum|sol|solana|xrp|bnb|doge|zec|zcash|usdc|usde|each|single|largest position|whale|week|weekly|48h?|first hour|one hour|4-hour|12 hours|7d|could|would|potential|cumulative|unintended|over ~?10|outflows?|defi|longs?|shorts?)\b/i;
const AROUND = 28;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FRESH_DAYS = 3;
const QUOTE = 200;

const SIZE: Readonly<Record<string, number>> = {
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
};

/**
 * Totals that texts reported, oldest first: only a number with its unit that stands next to "liquidations" or "liquidated", not of one coin,
 * side, venue or other span than a day; no sentence that names a date more than three days before it was posted; and not a number given to
 * three digits that an earlier day has already reported.
 */
export function pressTotals(rows: readonly TableRow[]): readonly PressTotal[] {
  const found = rows
    .filter(({ cells }) => cells.topic === 'liquidations' && typeof cells.text === 'string')
    .flatMap(({ date, cells }) => totalsOf(date, cells.text as string))
    .sort((a, b) => a.posted - b.posted || a.low - b.low || (a.quote < b.quote ? -1 : 1));
  return found.filter((one, k) => !found.slice(0, k).some((earlier) => repeats(one, earlier)));
}

function repeats(one: PressTotal, earlier: PressTotal): boolean {
  if (one.low !== earlier.low || one.high !== earlier.high) return false;
  return one.posted === earlier.posted || Number(one.low.toPrecision(1)) !== one.low;
}

function totalsOf(posted: EpochDay, text: string): readonly PressTotal[] {
  const plain = text.replaceAll('*', '').replaceAll('‑', '-').replaceAll('≈', '~');
  if (namesEarlierDay(posted, plain)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const around = plain.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND);
      const range = OTHER.test(around) ? undefined : rangeOf(match);
      return range
        ? [
            {
              posted,
              ...range,
              accounts: accountsOf(plain),
              quote: text.replaceAll('**', '').slice(0, QUOTE),
            },
          ]
        : [];
    }),
  );
}

function rangeOf([, first, firstUnit, second, secondUnit]: RegExpMatchArray) {
  const unit = (name: string | undefined) => SIZE[(name ?? '').toLowerCase()];
  const [lowUnit, highUnit] = [unit(firstUnit ?? secondUnit), unit(secondUnit)];
  const low = numberOf(first!) * (lowUnit ?? Number.NaN);
  const high = second === undefined ? low : numberOf(second) * (highUnit ?? Number.NaN);
  return low > 0 && high >= low ? { low, high } : undefined;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', '').replace(/\.$/, ''));
}

function accountsOf(text: string): number {
  const match = /\b(\d[\d,.]*)\s?(million)?(?:\s?(?:–|-)\s?\d[\d,.]*)?\s(?:traders|accounts)\b/i.exec(text);
  return match ? numberOf(match[1]!) * (match[2] ? 1e6 : 1) : Number.NaN;
}

function namesEarlierDay(posted: EpochDay, text: string): boolean {
  const year = Number(formatDay(posted).slice(0, 4));
  const pattern = new RegExp(`\\b(${MONTHS.join('|')})[a-z]*\\.?\\s(\\d{1,2})\\b`, 'gi');
  return [...text.matchAll(pattern)].some(([, month, day]) => {
    const of = (inYear: number) =>
      epochDay(inYear, MONTHS.indexOf(month!.toLowerCase()) + 1, Math.min(28, Number(day)));
    const ago = posted - (of(year) > posted + 1 ? of(year - 1) : of(year));
    return ago > FRESH_DAYS;
  });
}
