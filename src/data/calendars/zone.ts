import { type EpochDay, type Instant, MS_PER_DAY } from '../time.ts';
import { yearOf } from './dates.ts';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
const NOON = MS_PER_DAY / 2;

/** Clocks change between 01:00 and 03:00, so the noon of a day tells the offset from 03:00 on, that of the day before up to then. */
const AFTER_THE_CHANGE = 180;

type OffsetOf = (instant: Instant) => number;

function offsetReader(zone: string): OffsetOf {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(instant));
    if (!match) throw new RangeError(`no offset of zone ${zone} at ${instant}`);
    if (!match[1]) return 0;
    const minutes = Number(match[2]) * 60 + Number(match[3]) + Number(match[4] ?? 0) / 60;
    return match[1] === '-' ? -minutes : minutes;
  };
}

/** Offsets at noon of every day of a year, found from those of the first of each month by bisection of the months that differ. */
function offsetsOfYear(year: number, read: OffsetOf): Float64Array {
  const first = Date.UTC(year, 0, 1) / MS_PER_DAY;
  const count = Date.UTC(year + 1, 0, 1) / MS_PER_DAY - first;
  const offsets = new Float64Array(count);
  const at = (index: number): number => read((first + index) * MS_PER_DAY + NOON);
  const fill = (from: number, to: number, left: number, right: number): void => {
    if (to - from <= 1) return;
    if (left === right) {
      offsets.fill(left, from + 1, to);
      return;
    }
    const middle = (from + to) >> 1;
    offsets[middle] = at(middle);
    fill(from, middle, left, offsets[middle] as number);
    fill(middle, to, offsets[middle] as number, right);
  };
  const marks = Array.from({ length: 13 }, (_, month) =>
    month === 12 ? count - 1 : Date.UTC(year, month, 1) / MS_PER_DAY - first,
  );
  for (const mark of marks) offsets[mark] = at(mark);
  for (let k = 1; k < marks.length; k++) {
    const [from, to] = [marks[k - 1] as number, marks[k] as number];
    fill(from, to, offsets[from] as number, offsets[to] as number);
  }
  return offsets;
}

/** Minutes a zone is ahead of UTC at noon of a day. */
class Zone {
  readonly #read: OffsetOf;
  readonly #years = new Map<number, { readonly first: EpochDay; readonly offsets: Float64Array }>();

  constructor(zone: string) {
    this.#read = offsetReader(zone);
  }

  noonOffset(day: EpochDay): number {
    const year = yearOf(day);
    let table = this.#years.get(year);
    if (!table) {
      table = { first: Date.UTC(year, 0, 1) / MS_PER_DAY, offsets: offsetsOfYear(year, this.#read) };
      this.#years.set(year, table);
    }
    return table.offsets[day - table.first] as number;
  }
}

const ZONES = new Map<string, Zone>();

/**
 * UTC instant of a local time: `minute` minutes after local midnight of `day`, 1440 being the midnight that ends it and more than that
 * falling on the day after.
 * @throws RangeError for a zone that the IANA database does not have.
 */
export function instantAt(zone: string, day: EpochDay, minute: number): Instant {
  if (minute > MINUTES_PER_DAY) return instantAt(zone, day + 1, minute - MINUTES_PER_DAY);
  let found = ZONES.get(zone);
  if (!found) {
    found = new Zone(zone);
    ZONES.set(zone, found);
  }
  const offset = found.noonOffset(minute < AFTER_THE_CHANGE ? day - 1 : day);
  return day * MS_PER_DAY + (minute - offset) * MS_PER_MINUTE;
}

/**
 * Minutes after midnight of a local time `HH:MM`; hours beyond 24 are on the day after: `29:00` is 05:00 of the next day.
 * @throws RangeError when the text is not one.
 */
export function minuteOf(text: string): number {
  const match = /^([0-4]\d):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= 2 * MINUTES_PER_DAY)) {
    throw new RangeError(`not a time of day: "${text}"; allowed: 00:00 to 48:00`);
  }
  return minute;
}
