import { type EpochDay, type Instant, MS_PER_DAY } from '../time.ts';

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Epoch day of `YYYY-MM-DD` in `bytes[start, end)`; a midnight time after it (`T00:00:00`, ` 00:00:00`, with or without `Z`) is the same
 * day, as spreadsheets write dates. NaN for any other text and for a date that does not exist.
 */
export function parseIsoDay(bytes: Uint8Array, start: number, end: number): EpochDay {
  if (end - start === 10) return dayAt(bytes, start);
  const [from, to] = trimmed(bytes, start, end);
  if (to - from < 10) return Number.NaN;
  const day = dayAt(bytes, from);
  return to - from === 10 || isMidnight(bytes, from + 10, to) ? day : Number.NaN;
}

/**
 * Instant of `YYYY-MM-DDTHH:MM[:SS[.fff]]` with a zone (`Z`, `+HH:MM`, `-HH:MM`), `T` or one space between. NaN for any other text: a time
 * without a zone is not an instant.
 */
export function parseIsoInstant(bytes: Uint8Array, start: number, end: number): Instant {
  const [from, to] = trimmed(bytes, start, end);
  const day = to - from < 17 ? Number.NaN : dayAt(bytes, from);
  const separator = bytes[from + 10];
  if (Number.isNaN(day) || (separator !== 84 && separator !== 32)) return Number.NaN;
  let i = from + 11;
  const hour = two(bytes, i);
  const minute = bytes[i + 2] === 58 ? two(bytes, i + 3) : Number.NaN;
  i += 5;
  let seconds = 0;
  if (bytes[i] === 58) {
    seconds = two(bytes, i + 1);
    i += 3;
    let scale = 0.1;
    if (bytes[i] === 46) {
      for (i++; i < to && isDigit(bytes[i] as number); i++) {
        seconds += ((bytes[i] as number) - 48) * scale;
        scale /= 10;
      }
    }
  }
  const zone = zoneMinutes(bytes, i, to);
  if (!(hour < 24 && minute < 60 && seconds < 60)) return Number.NaN;
  return day * MS_PER_DAY + (hour * 60 + minute - zone) * 60_000 + Math.round(seconds * 1000);
}

function dayAt(bytes: Uint8Array, at: number): EpochDay {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return Number.NaN;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 1)) return Number.NaN;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = (DAYS_IN[month - 1] as number) + (leap && month === 2 ? 1 : 0);
  if (day > longest) return Number.NaN;
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const inYear = (DAYS_BEFORE[month - 1] as number) + (leap && month > 2 ? 1 : 0) + day - 1;
  return past * 365 + leaps + inYear - 719_162;
}

function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] as number;
  const units = bytes[at + 1] as number;
  return isDigit(tens) && isDigit(units) ? (tens - 48) * 10 + units - 48 : Number.NaN;
}

/** Minutes east of UTC; NaN when no zone stands there. */
function zoneMinutes(bytes: Uint8Array, at: number, end: number): number {
  if (end - at === 1 && bytes[at] === 90) return 0;
  const sign = bytes[at] === 43 ? 1 : bytes[at] === 45 ? -1 : Number.NaN;
  if (end - at !== 6 || bytes[at + 3] !== 58) return Number.NaN;
  return sign * (two(bytes, at + 1) * 60 + two(bytes, at + 4));
}

function isMidnight(bytes: Uint8Array, at: number, end: number): boolean {
  let tail = '';
  for (let i = at; i < end && i < at + 24; i++) tail += String.fromCharCode(bytes[i] as number);
  return /^[T ]00:00(:00(\.0+)?)?(Z|\+00:?00)?$/.test(tail);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function trimmed(bytes: Uint8Array, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && (bytes[from] as number) <= 32) from++;
  while (to > from && (bytes[to - 1] as number) <= 32) to--;
  return [from, to];
}
