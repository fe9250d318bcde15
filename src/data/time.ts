/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Whole days since 1970-01-01: the label a market gives to one of its sessions, free of any time zone. */
export type EpochDay = number;

export const MS_PER_DAY = 86_400_000;

/**
 * Epoch day of a proleptic Gregorian date.
 * @throws RangeError when the date does not exist (2026-02-30).
 */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new RangeError(`no such date: ${year}-${month}-${day}`);
  }
  return ms / MS_PER_DAY;
}

/** Epoch day of `YYYY-MM-DD`, or NaN when the text is not a date that exists. */
export function parseDay(text: string): EpochDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms / MS_PER_DAY : Number.NaN;
}

/** `YYYY-MM-DD` of an epoch day. */
export function formatDay(day: EpochDay): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** UTC date on which an instant falls. */
export function dayOf(instant: Instant): EpochDay {
  return Math.floor(instant / MS_PER_DAY);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** First instant after the UTC day `day`: what a bare date means as an as-of. */
export function endOfDay(day: EpochDay): Instant {
  return (day + 1) * MS_PER_DAY;
}

/**
 * The as-of grammar: a bare date D is D+1T00:00:00Z, so that UTC day D is in; a date-time needs a zone
 * (`2026-02-06T01:00Z`, `2026-02-05T20:00-05:00`).
 * @throws RangeError with what came and what is allowed.
 */
export function parseInstant(text: string): Instant {
  const day = parseDay(text);
  if (!Number.isNaN(day)) return endOfDay(day);
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/.exec(
    text,
  );
  const ms = match && !Number.isNaN(parseDay(match[1] as string)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new RangeError(
      `not an instant: "${text}"; allowed: YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM)`,
    );
  }
  return ms;
}

/** ISO instant without needless parts: `2026-02-06T01:00Z`, seconds only when not zero. */
export function formatInstant(instant: Instant): string {
  const iso = new Date(instant).toISOString();
  if (iso.endsWith(':00.000Z')) return `${iso.slice(0, 16)}Z`;
  return iso.endsWith('.000Z') ? `${iso.slice(0, 19)}Z` : iso;
}
