import { parseDay } from '../../data/time.ts';
import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { yearOf } from '../dates.ts';
import { type Desk, hasValue, isPrice, quotedAs, type Wording } from '../desk.ts';
import type { Inline } from '../inline.ts';
import type { RecordKind } from '../messages/messages.ts';
import { directionOf } from '../words.ts';

/** A record younger than this many days is told as "less than the fall of …". */
const RECENT_DAYS = 90;

type MoveRecord = ScanInstrument['record'] | ScanInstrument['weekRecord'];

export function recordKind(record: MoveRecord, session: string): RecordKind {
  if (record.since === null) return 'ever';
  return parseDay(session) - parseDay(record.since) > RECENT_DAYS ? 'since' : 'short-of';
}

/** "the largest one-day fall since 9 Nov 2022". */
export function recordWords(desk: Desk, record: MoveRecord, session: string): Inline {
  return desk.m.record({
    kind: recordKind(record, session),
    what: record.what,
    direction: record.direction,
    since: record.since === null ? '' : desk.w.day(record.since),
    from: desk.w.day(record.from),
  });
}

/** Sessions of the other record that is kept beside the day's. */
const WEEK = 5;

/** Record of the asked change: of the day, of five sessions, or none is kept. */
export function askedRecord(desk: Desk, one: ScanInstrument): MoveRecord | undefined {
  if (desk.window === undefined) return one.record;
  return desk.window === WEEK ? one.weekRecord : undefined;
}

export function rankWords(desk: Desk, record: MoveRecord): Inline {
  return desk.m.rankOf(desk.w.count(record.rank), desk.w.count(record.of), yearOf(record.from));
}

export function placeOf(desk: Wording, { venue, quote }: ScanInstrument): string | undefined {
  return (
    [...(venue ? [venue] : []), ...(quote ? [desk.m.quoted(quote)] : [])].join(desk.m.comma) || undefined
  );
}

/** Verb and percent, and the points of an index. */
function pointsMoved(desk: Desk, { change, indexClose }: ScanInstrument): Inline {
  const moved = desk.w.moved(change.day);
  return indexClose && hasValue(indexClose.points) && hasValue(change.day)
    ? [...moved, ...desk.m.levels.pointsMoved(desk.w.change(indexClose.points))]
    : moved;
}

export function closedSentence(desk: Desk, instrument: ScanInstrument): Inline {
  const place = placeOf(desk, instrument);
  return desk.m.closed({
    name: desk.name(instrument.id),
    moved: pointsMoved(desk, instrument),
    close: desk.w.priced(instrument.close),
    day: desk.w.day(instrument.date),
    ...(place ? { where: place } : {}),
  });
}

/** `named` where the sentence before does not tell the instrument's move. */
export function rankSentence(desk: Desk, instrument: ScanInstrument, named = false): readonly Inline[] {
  const { record } = instrument;
  if (!hasValue(record.rank) || !hasValue(record.of)) return [];
  return [
    desk.m.recordSentence({
      ...(named ? { name: desk.name(instrument.id) } : {}),
      record: recordWords(desk, record, instrument.date),
      rank: rankWords(desk, record),
    }),
  ];
}

export function weekSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const { weekRecord, change, date } = instrument;
  if (!hasValue(change.week) || recordKind(weekRecord, date) === 'short-of') return [];
  return [
    desk.m.weekSentence(
      desk.name(instrument.id),
      desk.w.moved(change.week),
      recordWords(desk, weekRecord, date),
    ),
  ];
}

/** The change over the asked window, where it is not the day. */
export function windowSentence(desk: Desk, one: ScanInstrument): readonly Inline[] {
  const { id, change, windowZ } = one;
  if (desk.window === undefined || !hasValue(change.window)) return [];
  if (desk.window === WEEK && weekSentence(desk, one).length > 0) return [];
  return [
    desk.m.windowMoved({
      name: desk.name(id),
      moved: desk.w.moved(change.window),
      sessions: desk.window,
      ...(hasValue(windowZ) ? { sigmas: desk.w.sigmas(windowZ) } : {}),
    }),
  ];
}

export function peakSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const { drawdown } = instrument;
  const name = desk.name(instrument.id);
  if (!isPrice(instrument) || !hasValue(drawdown.fromClose)) return [];
  if (drawdown.fromClose.value === 0) return [desk.m.atPeak(name)];
  const high =
    drawdown.peakHighDate && hasValue(drawdown.fromHigh)
      ? { high: { gap: desk.w.gap(drawdown.fromHigh), day: desk.w.day(drawdown.peakHighDate) } }
      : {};
  const day = desk.w.day(drawdown.peakCloseDate);
  return [desk.m.peak({ name, gap: desk.w.gap(drawdown.fromClose), day, ...high })];
}

export function averagesSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const { below50Since, below200Since } = instrument.averages;
  if (!below50Since && !below200Since) return [];
  return [
    desk.m.averages({
      name: desk.name(instrument.id),
      ...(below50Since ? { below50: desk.w.day(below50Since) } : {}),
      ...(below200Since ? { below200: desk.w.day(below200Since) } : {}),
    }),
  ];
}

export function bearSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  if (!instrument.bearSince) return [];
  return [desk.m.bear(desk.name(instrument.id), desk.w.day(instrument.bearSince))];
}

const LONG_STREAK = 3;

export function streakSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const { direction, sessions, change } = instrument.streak;
  if (direction === 'none' || !hasValue(sessions) || sessions.value < LONG_STREAK) return [];
  return [
    desk.m.streak({
      name: desk.name(instrument.id),
      direction,
      sessions: desk.w.count(sessions),
      change: desk.w.change(change),
    }),
  ];
}

export function lowSentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const low = instrument.lowVsPrevious;
  if (!hasValue(low) || directionOf(instrument.change.day) !== 'fall') return [];
  return [desk.m.low(desk.name(instrument.id), desk.w.change(low))];
}

export function volatilitySentence(desk: Desk, instrument: ScanInstrument): readonly Inline[] {
  const { annual, percentile } = instrument.volatility;
  if (!hasValue(annual) || !hasValue(percentile)) return [];
  return [
    desk.m.volatility({
      name: desk.name(instrument.id),
      annual: desk.w.annual(annual, quotedAs(instrument)),
      percentile: desk.w.percentile(percentile),
    }),
  ];
}

export function snapBackSentence(desk: Desk, id: string): readonly Inline[] {
  const found = desk.answer.snapBack.find(({ series }) => series === id);
  if (!found || !hasValue(found.sameDay)) return [];
  return [desk.m.snapBack({ name: desk.name(id), sameDay: desk.w.share(found.sameDay) })];
}

export function valueSentence(desk: Desk, id: string): readonly Inline[] {
  const found = desk.answer.valueLost.find(({ series }) => series === id);
  if (!found || !hasValue(found.day)) return [];
  const { day, fromPeak } = found;
  return [desk.m.value({ name: desk.name(id), day: desk.w.money(day), fromPeak: desk.w.money(fromPeak) })];
}

/** Name and verb of each: "Ether fell 15.0%". */
export function namedMoves(desk: Desk, instruments: readonly ScanInstrument[]) {
  return instruments
    .filter(({ change }) => hasValue(change.day))
    .map(({ id, change }) => ({ name: desk.name(id), moved: desk.w.moved(change.day) }));
}
