import type { Language } from '../../../data/series/entry.ts';
import type { Timeline } from '../../../report/page/index.ts';

const DAY_MS = 86_400_000;

/** Milliseconds of an instant as the address has it; a date is the end of its UTC day. NaN for what is no instant. */
export function epochOf(text: string): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOf(text) + DAY_MS;
  const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  return hasZone && !Number.isNaN(dayOf(text.slice(0, 10))) ? Date.parse(text) : Number.NaN;
}

/** Midnight of a date that exists: 30 February is none. */
function dayOf(date: string): number {
  const ms = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? Number.NaN : ms;
}

/** What a page shows for what the address has: the instant asked for, else that of the server, else the latest. */
export function instantOf({ latest, opening }: Timeline, asOf: string | undefined): string {
  if (asOf === undefined) return opening ?? latest;
  return asOf === 'latest' || Number.isNaN(epochOf(asOf)) ? latest : asOf;
}

/** The last session that had closed at an instant; the first where none had. */
export function positionOf({ sessions }: Timeline, instant: string): number {
  const at = epochOf(instant);
  return Math.max(
    0,
    sessions.findLastIndex((one) => epochOf(one.closedAt) <= at),
  );
}

/** Whether the sessions of a track reach back to an instant, and up to it. */
export function covers({ sessions, next, latest }: Timeline, instant: string): boolean {
  const [at, first] = [epochOf(instant), sessions[0]];
  return first !== undefined && at >= epochOf(first.closedAt) && at <= epochOf(next ?? latest);
}

/** What is asked for one session before or after an instant; undefined where there is none. */
export function sessionBeside(track: Timeline, instant: string, by: -1 | 1): string | undefined {
  const { sessions, next } = track;
  const at = positionOf(track, instant);
  const here = sessions[at];
  if (!here) return undefined;
  if (by === 1) return sessions[at + 1]?.asOf ?? next;
  if (epochOf(here.asOf) < epochOf(instant)) return here.asOf;
  return sessions[at - 1]?.asOf ?? isoDay(dayOf(here.date) - DAY_MS);
}

/** The instant of the episode before or after another. */
export function episodeBeside({ episodes }: Timeline, instant: string, by: -1 | 1): string | undefined {
  const now = epochOf(instant);
  const found =
    by === 1
      ? episodes.find((one) => epochOf(one.asOf) > now)
      : episodes.findLast((one) => epochOf(one.asOf) < now);
  return found?.asOf;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** "2026-02-06 01:00 UTC" */
export function plainInstant(instant: string): string {
  const iso = new Date(epochOf(instant)).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/** "10 Oct 2025 22:00 UTC", "2025年10月10日 22:00 UTC" */
export function instantInWords(instant: string, language: Language): string {
  const at = new Date(epochOf(instant));
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(at);
  return `${day} ${at.toISOString().slice(11, 16)} UTC`;
}

/** The same instant in another zone: "09:00 Asia/Shanghai", with the date where it is another. */
export function instantInZone(instant: string, zone: string): string {
  const at = new Date(epochOf(instant));
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const clock = `${parts.hour}:${parts.minute}`;
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return date === at.toISOString().slice(0, 10) ? `${clock} ${city}` : `${date} ${clock} ${city}`;
}
