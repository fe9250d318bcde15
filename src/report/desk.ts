import type { AssetClass, Language } from '../data/series/entry.ts';
import { entryOf } from '../data/series/index.ts';
import type { AnswerHead } from '../diagnosis/answer.ts';
import type { ScanAnswer, ScanInstrument } from '../diagnosis/scan/answer.ts';
import type { Figure } from './figure.ts';
import { messagesOf } from './messages/index.ts';
import type { Messages } from './messages/messages.ts';
import { type Words, wordsFor } from './words.ts';

/** What words, tables and charts need, whatever the answer: one language, and the names of series. */
export interface Wording {
  readonly language: Language;
  readonly m: Messages;
  readonly w: Words;
  /** The answer was made from a generated market: every picture says so. */
  readonly simulated: boolean;
  /** The title without its bracket, for a sentence: "Gold" for "Gold, front future". */
  name(id: string): string;
  /** The title as the catalogue has it, or the id of a series that is not in it. */
  fullName(id: string): string;
}

/** What the head, the notes and the end of a report are written from, whatever its chapters. */
export interface HeadDesk extends Wording {
  readonly answer: AnswerHead;
}

/** What the part of the report on a scan is written from: one answer, one language. */
export interface Desk extends Wording {
  readonly answer: ScanAnswer;
  /** Sessions of the asked change when that is not one. */
  readonly window: number | undefined;
  /** Session of the verdict: the one that the score is of. */
  readonly session: string;
  instrument(id: string): ScanInstrument | undefined;
  ofClass(...classes: readonly AssetClass[]): readonly ScanInstrument[];
}

/** The latest session of New York, or of any market when New York is not in the answer. */
export function mainSession({ sessions, asOf }: AnswerHead): string {
  const newYork = sessions.find(({ calendar }) => calendar === 'new-york')?.date;
  const latest = sessions.map(({ date }) => date).sort();
  return newYork ?? latest.at(-1) ?? asOf.slice(0, 10);
}

function windowOf({ parameters }: ScanAnswer): number | undefined {
  const sessions = Number.parseInt(parameters.window, 10);
  return sessions === 1 ? undefined : sessions;
}

const BRACKETS = /\s*(?:（[^（）]*）|\([^()]*\)|, front future|, market)$/;

function shortName(title: string): string {
  return title.replace(BRACKETS, '');
}

/** `titled` gives the titles that the answer carries; the others are those of the catalogue. */
export function wordingFor(
  language: Language,
  simulated: boolean,
  titled: (id: string) => string | undefined = () => undefined,
): Wording {
  const m = messagesOf(language);
  const fullName = (id: string) => titled(id) ?? entryOf(id)?.title[language] ?? id;
  return { language, m, w: wordsFor(m), simulated, name: (id) => shortName(fullName(id)), fullName };
}

export function deskFor(answer: ScanAnswer, language: Language): Desk {
  const byId = new Map(answer.instruments.map((instrument) => [instrument.id, instrument]));
  return {
    ...wordingFor(language, answer.simulated, (id) => byId.get(id)?.title[language]),
    answer,
    window: windowOf(answer),
    session: answer.joint.history.at(-1)?.date ?? mainSession(answer),
    instrument: (id) => byId.get(id),
    ofClass: (...classes) => answer.instruments.filter(({ assetClass }) => classes.includes(assetClass)),
  };
}

/** A price that falls when the holder loses: neither a yield, nor a spread, nor a volatility index. */
export function isPrice(instrument: ScanInstrument): boolean {
  return instrument.unit !== 'fraction-per-year' && instrument.assetClass !== 'volatility';
}

/** Whether an instrument is quoted in percent a year: then its moves are basis points. */
export function quotedAs({ unit }: ScanInstrument): 'price' | 'yield' {
  return unit === 'fraction-per-year' ? 'yield' : 'price';
}

/** Instruments of a list of ids, in its order, unknown ones left out. */
export function instrumentsOf(desk: Desk, ids: readonly string[]): readonly ScanInstrument[] {
  return ids.flatMap((id) => desk.instrument(id) ?? []);
}

export function hasValue(figure: Figure | undefined): figure is Figure & { readonly value: number } {
  return figure !== undefined && figure.value !== null;
}

/** The change that the answer was asked for: over the window, or of the day. */
export function askedChange(desk: Desk, { change }: ScanInstrument): Figure {
  return desk.window === undefined ? change.day : change.window;
}
