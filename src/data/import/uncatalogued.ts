import type { CalendarId } from '../calendar.ts';
import type { AssetClass, Frequency, ReleaseRule, SeriesEntry, Transform } from '../series/entry.ts';
import { baseUnit, type Unit } from '../unit.ts';

/** The form of an id: lower case, hyphens for whatever is neither letter nor digit, dots only between the parts given. */
export function safeId(...parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('.');
}

export interface UncataloguedFile {
  readonly title: string;
  /** In the manifest's words: `weekly`, `4h (bar open time, UTC)`. */
  readonly frequency: string;
  readonly provider: string;
  readonly symbol: string;
  readonly licence: string;
  readonly assetClass: AssetClass;
  readonly transform: Transform;
}

/**
 * Entry of a series that the catalogue does not have. Nothing is known of its publisher, so its release rule is a bound on the safe side:
 * prices and daily values at the end of their UTC day, weekly ones seven days later, monthly 45 and quarterly 120 days after the period.
 */
export function uncataloguedEntry(
  id: string,
  unit: Unit,
  file: UncataloguedFile,
  barMinutes?: number,
): SeriesEntry {
  const frequency = frequencyOf(file.frequency);
  const title = file.title === '' ? id : file.title;
  return {
    id,
    title: { 'zh-Hans': title, 'zh-Hant': title, en: title },
    assetClass: file.assetClass,
    unit: baseUnit(unit),
    frequency,
    ...(frequency === 'intraday' && barMinutes ? { barMinutes } : {}),
    calendar: 'utc',
    release: RELEASE[frequency],
    transform: file.transform,
    revised: false,
    sources: [
      { provider: file.provider, symbol: file.symbol, unit, licence: file.licence, redistribute: false },
    ],
  };
}

const UTC: CalendarId = 'utc';
const AT_CLOSE: ReleaseRule = { kind: 'at-close' };

const RELEASE: Readonly<Record<Frequency, ReleaseRule>> = {
  intraday: AT_CLOSE,
  daily: AT_CLOSE,
  irregular: AT_CLOSE,
  weekly: { kind: 'business-days', days: 7, at: '23:59', zone: 'UTC', calendar: UTC },
  monthly: { kind: 'month-lag', months: 1, days: 45, at: '23:59', zone: 'UTC', calendar: UTC },
  quarterly: { kind: 'month-lag', months: 3, days: 120, at: '23:59', zone: 'UTC', calendar: UTC },
};

/** Frequency in a manifest's words. */
export function frequencyOf(text: string): Frequency {
  const words = text.toLowerCase();
  if (barMinutesOf(words) !== undefined || words.startsWith('8h')) return 'intraday';
  if (words.includes('irregular') || words.includes('snapshots') || words.startsWith('per '))
    return 'irregular';
  if (words.includes('weekly')) return 'weekly';
  if (words.includes('monthly')) return 'monthly';
  if (words.includes('quarterly')) return 'quarterly';
  return words.includes('daily') || words.includes('day') || words === '' ? 'daily' : 'irregular';
}

/** Minutes of a bar labelled by its opening (`30m (bar open time)`, `1m (UTC), minutes without trades absent`); undefined otherwise. */
export function barMinutesOf(text: string): number | undefined {
  const match = /^(\d+)\s*(m|h)\b/.exec(text.toLowerCase());
  if (!match || text.includes('settlement')) return undefined;
  return Number(match[1]) * (match[2] === 'h' ? 60 : 1);
}
