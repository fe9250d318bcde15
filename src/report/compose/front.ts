import type { CalendarId } from '../../data/calendar.ts';
import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { instantInWords, shortDay } from '../dates.ts';
import { askedChange, type Desk, type HeadDesk, hasValue, instrumentsOf, isPrice } from '../desk.ts';
import type { Block, BoxCell } from '../document.ts';
import type { Inline } from '../inline.ts';
import { grouped } from './cells.ts';
import { askedRecord, recordKind, recordWords } from './facts.ts';
import { scoreRank } from './score.ts';

const NAMED = 3;

/** Prices that rose or fell over the asked window, largest standardised move first, as the answer ranks them. */
export function movers(desk: Desk, which: 'rose' | 'fell'): readonly ScanInstrument[] {
  return instrumentsOf(desk, desk.answer[which]).filter(isPrice);
}

/** Prices with a change of the day. */
export function priced(desk: Desk): readonly ScanInstrument[] {
  return desk.answer.instruments.filter((one) => isPrice(one) && hasValue(one.change.day));
}

function asked(desk: Desk): number {
  return desk.answer.instruments.filter((one) => isPrice(one) && hasValue(askedChange(desk, one))).length;
}

/** Offices keep no market hours that a reader of prices would look for. */
const OFFICES = new Set(['us-federal', 'target', 'fx', 'utc']);
const NAMED_PLACES = 4;

function sessionGroups(desk: HeadDesk): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { calendar, date } of desk.answer.sessions) {
    if (OFFICES.has(calendar)) continue;
    const name = desk.m.calendars[calendar as CalendarId] ?? calendar;
    places.set(date, [...(places.get(date) ?? []), name]);
  }
  const newest = [...places].sort(([a], [b]) => (a < b ? 1 : -1));
  return newest.map(([date, names]) => {
    const few =
      names.length > NAMED_PLACES + 1 ? desk.m.andOthers(names.slice(0, NAMED_PLACES), names.length) : names;
    return desk.m.sessionClose(few, shortDay(date, desk.language));
  });
}

function utcDay(desk: HeadDesk): readonly string[] {
  const crypto = desk.answer.sessions.find(({ calendar }) => calendar === 'utc');
  if (!crypto) return [];
  return [desk.m.utcDay(shortDay(crypto.date, desk.language), instantInWords(crypto.closedAt))];
}

export function asOfLine(desk: HeadDesk): readonly string[] {
  const { answer, m } = desk;
  return [
    m.asOf(instantInWords(answer.asOf)),
    ...sessionLine(desk),
    m.versions(answer.dataVersion.slice(0, 6), answer.engine),
  ];
}

/** Which session each market stood at, and the day of crypto. */
export function sessionLine(desk: HeadDesk): readonly string[] {
  return [...sessionGroups(desk), ...utcDay(desk)];
}

export function titleOf(desk: Desk): readonly string[] {
  const { verdict, scope } = desk.answer.joint;
  return desk.m.title({ date: desk.w.day(desk.session), verdict, scope });
}

function leftOutNames(desk: Desk): readonly string[] {
  return desk.answer.joint.leftOut.map(({ title }) => title[desk.language]);
}

function cells(desk: Desk): readonly BoxCell[] {
  const { answer, m, w } = desk;
  const { joint } = answer;
  const rose = movers(desk, 'rose');
  const all = asked(desk);
  const data = m.dataState({ warnings: answer.warnings.length, leftOut: leftOutNames(desk) });
  return [
    {
      label: m.labels.score,
      value: [w.score(joint.score)],
      note: hasValue(joint.rank) ? m.scoreNote(scoreRank(desk)) : scoreRank(desk),
    },
    { label: m.labels.scope, value: [m.verdicts[joint.verdict]], note: [m.scopes[joint.scope]] },
    {
      label: desk.window === undefined ? m.labels.rose : m.over(m.labels.rose, desk.window),
      value: all === 0 ? [m.noValue] : m.roseCount(rose.length, all),
      note:
        all === 0
          ? m.nothingMeasured()
          : m.roseNote(
              rose
                .slice(0, 2)
                .map((one) => ({ name: desk.name(one.id), change: w.change(askedChange(desk, one)) })),
            ),
    },
    {
      label: m.labels.baseRate,
      value: hasValue(joint.perYear) ? m.perYear(w.rate(joint.perYear)) : [w.rate(joint.perYear)],
      note: hasValue(joint.perYearIndependent)
        ? m.independent(w.rate(joint.perYearIndependent))
        : [m.why(joint.perYearIndependent.why ?? '')],
    },
    { label: m.labels.data, value: [data.value], note: [data.note] },
  ];
}

export function fellSentence(desk: Desk): Inline {
  const fell = movers(desk, 'fell').slice(0, NAMED);
  if (asked(desk) === 0) return desk.m.nothingMeasured();
  if (fell.length === 0) return desk.m.nothingFell(desk.window);
  return desk.m.fellMost(
    fell.map((one) => {
      const record = askedRecord(desk, one);
      return {
        name: desk.name(one.id),
        moved: desk.w.moved(askedChange(desk, one)),
        ...(record && recordKind(record, one.date) !== 'short-of'
          ? { record: recordWords(desk, record, one.date) }
          : {}),
      };
    }),
    desk.window,
  );
}

export function heldSentence(desk: Desk): readonly Inline[] {
  const rose = movers(desk, 'rose');
  const all = asked(desk);
  if (all === 0) return [];
  if (rose.length === 0) return [desk.m.nothingRose(all, desk.window)];
  const items = rose
    .slice(0, NAMED)
    .map((one) => ({ name: desk.name(one.id), change: desk.w.change(askedChange(desk, one)) }));
  const sessions = desk.window === undefined ? {} : { sessions: desk.window };
  return [desk.m.heldUp(items, { count: rose.length, all, ...sessions })];
}

export function rareSentence(desk: Desk): Inline {
  const { joint } = desk.answer;
  if (!hasValue(joint.score))
    return desk.m.scoreUnknown(desk.w.score(joint.score), desk.m.why(joint.score.why ?? ''));
  return desk.m.howRare({
    score: desk.w.score(joint.score),
    rank: scoreRank(desk),
    perYear: desk.w.rate(joint.perYear),
    independent: desk.w.rate(joint.perYearIndependent),
  });
}

const NEXT_SESSIONS = 20;

export function afterwardsSentence(desk: Desk): readonly Inline[] {
  const items = desk.answer.analogues.fan.flatMap(({ series, horizons }) => {
    const found = horizons.find(({ sessions, median }) => sessions === NEXT_SESSIONS && hasValue(median));
    return found ? [{ name: desk.name(series), change: desk.w.banded(found.median) }] : [];
  });
  if (items.length === 0) return [];
  return [
    desk.m.afterwards({ n: String(desk.answer.analogues.days.length), sessions: NEXT_SESSIONS, items }),
  ];
}

/** One line for all series of which the same must be said. */
export function warningTexts(desk: HeadDesk): readonly Inline[] {
  const { answer, m, w, language } = desk;
  if (answer.warnings.length === 0) return [[m.warnings.none]];
  const alike = grouped(answer.warnings, ({ kind, latest, due }) => `${kind} ${latest} ${due}`);
  return alike.map((same) => {
    const { kind, latest, due } = same[0]!;
    return [
      m.warning({
        kind,
        title: same.map(({ title }) => title[language]).join(m.semicolon),
        ...(latest ? { latest: w.tableDay(latest) } : {}),
        ...(due ? { due: instantInWords(due) } : {}),
      }),
    ];
  });
}

/** What the data do not say. */
export function warningList(desk: HeadDesk): Block {
  return { kind: 'list', look: 'warnings', title: desk.m.warnings.title, items: warningTexts(desk) };
}

/** Verdict box, three sentences, and what the data do not say. */
export function frontBlocks(desk: Desk): readonly Block[] {
  const sentences = [fellSentence(desk), ...heldSentence(desk), rareSentence(desk)];
  return [
    { kind: 'box', title: desk.m.labels.scope, cells: cells(desk) },
    ...sentences.map((text) => ({ kind: 'paragraph', text, lead: true }) as const),
    warningList(desk),
  ];
}
