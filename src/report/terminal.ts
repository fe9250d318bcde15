import pico from 'picocolors';
import type { Language } from '../data/series/entry.ts';
import type { ScanAnswer, ScanInstrument } from '../diagnosis/scan/answer.ts';
import { eventSentences } from './compose/event.ts';
import { askedRecord, recordKind } from './compose/facts.ts';
import {
  asOfLine,
  fellSentence,
  heldSentence,
  rareSentence,
  titleOf,
  warningTexts,
} from './compose/front.ts';
import { brokenLevels } from './compose/levels.ts';
import { movers } from './compose/movers.ts';
import { fallingPairLines } from './compose/pairs.ts';
import { vixSentences } from './compose/risk.ts';
import { instantInWords } from './dates.ts';
import { askedChange, type Desk, deskFor, hasValue, instrumentsOf, isPrice } from './desk.ts';
import type { Figure } from './figure.ts';
import { plainText } from './inline.ts';
import { sparkline } from './sparkline.ts';
import { folded, requireWidth, type TerminalOptions } from './terminal-fold.ts';
import { bareTable, tableWidth } from './terminal-table.ts';

/** What a reader looks for first, whatever moved most. */
const BENCHMARKS = [
  'sp500',
  'nasdaq-composite',
  'vix',
  'gold-front',
  'wti-front',
  'us-10y',
  'dollar-index',
  'btc-usd',
];

const SHOWN = 10;
const ROSE_SHOWN = 5;
const VERY_NARROW = 50;
/** Screen from which the last closes are drawn beside each row that leaves room for them. */
const DRAWN_FROM = 110;
const DRAWN_SESSIONS = 20;

type Paint = ReturnType<typeof pico.createColors>;

interface Screen {
  readonly desk: Desk;
  readonly width: number;
  readonly paint: Paint;
}

/** Direction is coloured as in the page: a rise is red in zh-Hans and green elsewhere; the sign is always there. */
function toned({ desk, paint }: Screen, value: number | null, text: string): string {
  if (value === null || value === 0) return text;
  const warm = desk.language === 'zh-Hans' ? value > 0 : value < 0;
  return warm ? paint.red(text) : paint.green(text);
}

function sinceText({ desk, paint }: Screen, one: ScanInstrument): string {
  const record = askedRecord(desk, one);
  if (!record || !hasValue(record.rank)) return '';
  if (record.since === null) return desk.m.everSince(desk.w.tableDay(record.from)).join(desk.m.gap || ' ');
  const text = desk.w.tableDay(record.since);
  return recordKind(record, one.date) === 'short-of' ? paint.dim(text) : text;
}

/** An instrument, with the session of its value when that is older than the one the answer is of. */
function named({ m, w, session, fullName }: Desk, { id, date }: ScanInstrument): string {
  return date < session ? `${fullName(id)}${plainText(m.bracket(w.tableDay(date)))}` : fullName(id);
}

function rowOf(screen: Screen, one: ScanInstrument): string[] {
  const { desk, paint } = screen;
  const toneOf = (change: Figure) => toned(screen, change.value, desk.w.change(change).text);
  return [
    named(desk, one),
    ...(desk.window === undefined ? [] : [toneOf(askedChange(desk, one))]),
    toneOf(one.change.day),
    desk.w.level(one.close).text,
    desk.w.z(one.windowZ ?? one.z).text,
    paint.dim(
      isPrice(one) && hasValue(one.drawdown.fromClose) ? desk.w.drawdown(one.drawdown.fromClose).text : '',
    ),
    sinceText(screen, one),
  ];
}

/**
 * Fewer columns on a narrow screen: name, day and z always stand, since down to 50 columns. With an asked window its change comes before the day's, and the
 * close gives way first.
 */
function kept(width: number, window: number | undefined): readonly number[] {
  if (window !== undefined) {
    if (width >= 100) return [0, 1, 2, 3, 4, 5, 6];
    if (width >= 80) return [0, 1, 2, 4, 6];
    return width >= VERY_NARROW ? [0, 1, 4, 6] : [0, 1, 4];
  }
  if (width >= 90) return [0, 1, 2, 3, 4, 5];
  if (width >= 70) return [0, 1, 2, 3, 5];
  return width >= VERY_NARROW ? [0, 1, 3, 5] : [0, 1, 3];
}

function moversTable(screen: Screen, instruments: readonly ScanInstrument[]): readonly string[] {
  const { m, window } = screen.desk;
  const { labels } = m;
  const heads = [
    labels.instrument,
    ...(window === undefined ? [] : [m.windowLabel(window)]),
    labels.day,
    labels.close,
    labels.z,
    labels.fromPeakClose,
    labels.largestSince,
  ];
  const recorded = instruments.some((one) => askedRecord(screen.desk, one));
  const columns = kept(screen.width, window).filter((index) => recorded || index < heads.length - 1);
  const pick = (cells: readonly string[]) => columns.map((index) => cells[index] ?? '');
  const rows = instruments.map((one) => pick(rowOf(screen, one)));
  const drawn = [
    [...pick(heads), labels.lately],
    ...rows.map((row, index) => [...row, pathOf(instruments[index] as ScanInstrument)]),
  ];
  const [shownHeads = [], ...shown] =
    screen.width >= DRAWN_FROM && tableWidth(drawn) <= screen.width ? drawn : [pick(heads), ...rows];
  return bareTable(screen.paint, shownHeads, shown, screen.width);
}

/** The last closes, drawn. */
function pathOf({ spark }: ScanInstrument): string {
  return sparkline(spark.slice(-DRAWN_SESSIONS));
}

function scoreLine({ desk, paint }: Screen): string {
  const { joint } = desk.answer;
  const { m, w } = desk;
  const score = w.score(joint.score).text;
  const verdict = `${m.verdicts[joint.verdict]}${m.comma}${m.scopes[joint.scope]}`;
  return `${m.labels.score}${m.colon}${paint.bold(score)}${hasValue(joint.score) ? ' / 100' : ''} · ${m.labels.scope}${m.colon}${verdict}`;
}

/** Mean move of each risk class in σ: was it everything? */
function classLine({ desk }: Screen): string {
  const { m, w } = desk;
  return desk.answer.joint.classes
    .map(({ assetClass, move }) => `${m.classes[assetClass]} ${w.sigmas(move, true).text}`)
    .join(' · ');
}

/** Round numbers and averages broken on the day, by price: nothing when none broke. */
function brokenLine({ desk }: Screen): readonly string[] {
  const { m } = desk;
  const broken = brokenLevels(desk).map(({ name, levels }) => `${name} ${plainText(m.list(levels))}`);
  return broken.length === 0 ? [] : [`${m.levels.labels.brokenToday}${m.colon}${broken.join(' · ')}`];
}

/** The term structure of the VIX where it is inverted. */
function invertedLine({ desk }: Screen): readonly string[] {
  return desk.answer.vix?.termStructure === 'inverted' ? vixSentences(desk).slice(1).map(plainText) : [];
}

function titled({ m, window }: Desk, title: string): string {
  return window === undefined ? title : m.over(title, window);
}

/** What the markets did over the asked event. */
function eventLines(screen: Screen, mark: string): readonly string[] {
  const { desk, width, paint } = screen;
  const { m, w, answer } = desk;
  if (!answer.event) return [];
  const toneOf = (change: Figure) => toned(screen, change.value, w.change(change).text);
  const rows = answer.event.reactions.map(({ series, change, nextChange }) => [
    desk.name(series),
    toneOf(change),
    toneOf(nextChange),
  ]);
  const heads = [m.labels.instrument, m.event.columns.change, m.event.columns.next];
  return [
    '',
    ...folded(`${mark}${m.event.title(instantInWords(answer.event.instant))}`, width).map(paint.bold),
    ...eventSentences(desk).flatMap((text) => folded(`${mark}${plainText(text)}`, width)),
    ...bareTable(paint, heads, rows, width),
  ];
}

function section(screen: Screen, title: string, instruments: readonly ScanInstrument[]): readonly string[] {
  if (instruments.length === 0) return [];
  return ['', screen.paint.bold(title), ...moversTable(screen, instruments)];
}

/**
 * The first screen of a scan for a terminal: verdict, three sentences, score with rank and base rate, largest moves, what rose, warnings.
 * The same text for the same answer, language, width and colour.
 * @throws RangeError when the width is not a whole number of at least 40 columns
 */
export function scanText(answer: ScanAnswer, language: Language, { width, colour }: TerminalOptions): string {
  requireWidth(width);
  const desk = deskFor(answer, language);
  const { m } = desk;
  const screen: Screen = { desk, width, paint: pico.createColors(colour) };
  const fold = (text: string) => folded(text, width);
  const simulated = answer.simulated
    ? fold(m.simulated.sentence).map((line) => screen.paint.magenta(line))
    : [];
  const mark = answer.simulated ? `[${m.simulated.word}] ` : '';
  const sentences = [fellSentence(desk), ...heldSentence(desk), rareSentence(desk)];
  const warnings = answer.warnings.length === 0 ? [] : warningTexts(desk).map(plainText);
  const lines = [
    ...simulated,
    ...fold(`${mark}${titleOf(desk).join(m.gap)}`).map((line) => screen.paint.bold(line)),
    ...fold(asOfLine(desk).join(' · ')).map((line) => screen.paint.dim(line)),
    '',
    ...sentences.flatMap((text) => fold(`${mark}${plainText(text)}`)),
    '',
    ...fold(scoreLine(screen)),
    ...fold(classLine(screen)),
    ...[...brokenLine(screen), ...invertedLine(screen), ...fallingPairLines(desk).map(plainText)].flatMap(
      (text) => fold(`${mark}${text}`),
    ),
    ...section(screen, `${mark}${m.labels.benchmarks}`, instrumentsOf(desk, BENCHMARKS)),
    ...section(screen, `${mark}${titled(desk, m.labels.fell)}`, movers(desk, 'fell').slice(0, SHOWN)),
    ...section(screen, `${mark}${titled(desk, m.labels.rose)}`, movers(desk, 'rose').slice(0, ROSE_SHOWN)),
    ...eventLines(screen, mark),
    ...(warnings.length === 0 ? [] : ['', screen.paint.bold(m.warnings.title)]),
    ...warnings.flatMap((text) => fold(text)),
  ];
  return `${lines.join('\n')}\n`;
}
