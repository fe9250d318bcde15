import type { CalendarId } from '../../data/calendar.ts';
import { instantInWords, shortDay } from '../dates.ts';
import { askedChange, type Desk, type HeadDesk, hasValue, isPrice } from '../desk.ts';
import type { Block, BoxCell } from '../document.ts';
import { largestParts } from '../explain/driver-split.ts';
import type { ExplainDesk } from '../explain/story.ts';
import { type Inline, joined } from '../inline.ts';
import { SHAPE } from '../messages/shape/index.ts';
import type { EarlierAnswers } from './answers.ts';
import { scoreCell, verdictCells } from './box.ts';
import { grouped } from './cells.ts';
import { changeBlocks } from './changes.ts';
import { askedRecord, recordKind, recordWords } from './facts.ts';
import { largestFalls, movers, NAMED_MOVES } from './movers.ts';
import { isBeyond, scoreRank } from './score.ts';

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
  const { verdict, scope, classes } = desk.answer.joint;
  const fallen = classes
    .filter(isBeyond)
    .sort((a, b) => (b.move.value ?? 0) - (a.move.value ?? 0))
    .map(({ assetClass }) => assetClass);
  return desk.m.title({ date: desk.w.day(desk.session), verdict, scope, fallen });
}

function leftOutNames(desk: Desk): readonly string[] {
  return desk.answer.joint.leftOut.map(({ title }) => title[desk.language]);
}

/** The cells of a scan that stands alone. */
function cells(desk: Desk): readonly BoxCell[] {
  const { answer, m, w } = desk;
  const { joint } = answer;
  const rose = movers(desk, 'rose');
  const all = asked(desk);
  const data = m.dataState({ warnings: answer.warnings.length, leftOut: leftOutNames(desk) });
  return [
    scoreCell(desk),
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
  const fell = largestFalls(desk);
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
    .slice(0, NAMED_MOVES)
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

/** Kinds of warning in the order in which they weigh. */
const KINDS = ['missing', 'stale', 'suspect', 'revised', 'not-yet-known', 'short-history'] as const;
const NAMED_SERIES = 4;

/** What the data do not say, a line a kind: how many series, and the first of them. */
function briefWarnings(desk: HeadDesk): Block {
  const { answer, m, language } = desk;
  const items = KINDS.flatMap((kind) => {
    const same = answer.warnings.filter((one) => one.kind === kind);
    if (same.length === 0) return [];
    const names = same.slice(0, NAMED_SERIES).map(({ title }) => title[language]);
    return [[SHAPE[language].warned({ kind, names, all: same.length })]];
  });
  const texts = items.length === 0 ? [[m.warnings.none]] : items;
  return { kind: 'list', look: 'warnings', title: m.warnings.title, items: texts };
}

/** Verdict box, three sentences, and what the data do not say. */
export function frontBlocks(desk: Desk): readonly Block[] {
  return [
    { kind: 'box', title: desk.m.labels.scope, cells: cells(desk) },
    ...leads([[fellSentence(desk)], heldSentence(desk), [rareSentence(desk)]], desk),
    warningList(desk),
  ];
}

/** The front of a report: the box, what fell, what it goes with, what comes next, what moved since, and what the data do not say. */
export function reportFront(
  desk: Desk,
  explain: ExplainDesk,
  since: EarlierAnswers | undefined,
): readonly Block[] {
  return [
    { kind: 'box', title: desk.m.labels.scope, cells: verdictCells(desk, explain) },
    ...leads(
      [[fellSentence(desk), ...heldSentence(desk)], whySentence(explain), nextSentence(desk, explain)],
      desk,
    ),
    ...(since ? changeBlocks(desk, explain.answer, since) : []),
    briefWarnings(desk),
  ];
}

function leads(paragraphs: readonly (readonly Inline[])[], { m }: HeadDesk): readonly Block[] {
  return paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => ({ kind: 'paragraph', text: joined(sentences, m.gap), lead: true }));
}

/** The two largest parts of the move that is split first. */
function whySentence(desk: ExplainDesk): readonly Inline[] {
  const split = desk.answer.drivers?.parts.driverSplit;
  const largest = split ? largestParts(desk, split) : undefined;
  if (!largest) return [];
  const { asset, parts } = largest;
  return [
    SHAPE[desk.language].why({
      name: desk.name(asset.asset),
      days: asset.move.window?.n ?? 1,
      move: desk.w.change(asset.move),
      parts: parts.map((part) => ({ ...part, name: inSentence(desk, part.name) })),
    }),
  ];
}

function inSentence({ language }: ExplainDesk, name: string): string {
  return language === 'en' ? name.toLowerCase() : name;
}

const NEXT = 3;
/** Series whose next value bears on the verdict, beside the classes that it lacks. */
const WATCHED = ['btc-etf-flow-total', 'us-hy-oas', 'us-10y', 'tga-daily'];

/** What is known next, earliest first, and the next decision on the policy rate. */
function nextSentence(desk: Desk, explain: ExplainDesk): readonly Inline[] {
  const lacked = new Set([...WATCHED, ...desk.answer.joint.leftOut.map(({ what }) => what)]);
  const due = desk.answer.warnings
    .flatMap((one) =>
      one.kind === 'not-yet-known' && one.due && lacked.has(one.series) ? [{ ...one, due: one.due }] : [],
    )
    .filter(({ due }) => due > desk.answer.asOf)
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .slice(0, NEXT)
    .map(({ title, due }) => ({ name: title[desk.language], when: instantInWords(due) }));
  const meeting = explain.answer.liquidity?.parts.centralBanks?.banks.find(
    ({ bank }) => bank === 'fed',
  )?.nextDecision;
  const items = [
    ...due,
    ...(meeting ? [{ name: SHAPE[desk.language].nextMeeting, when: desk.w.day(meeting) }] : []),
  ];
  return items.length === 0 ? [] : [SHAPE[desk.language].next(items)];
}
