import type { AssetClass, Language } from '../data/series/entry.ts';
import { entryOf } from '../data/series/index.ts';
import type { ScanAnswer, ScanInstrument } from '../diagnosis/scan/answer.ts';
import type { Figure } from './figure.ts';
import { messagesOf } from './messages/index.ts';
import type { Messages } from './messages/messages.ts';
import { type Words, wordsFor } from './words.ts';

/** What every part of the report is written from: one answer, one language. */
export interface Desk {
  readonly answer: ScanAnswer;
  readonly language: Language;
  readonly m: Messages;
  readonly w: Words;
  /** Sessions of the asked change when that is not one. */
  readonly window: number | undefined;
  /** Session of the verdict: the one that the score is of. */
  readonly session: string;
  instrument(id: string): ScanInstrument | undefined;
  /** The title without its bracket, for a sentence: "Gold" for "Gold, front future". */
  name(id: string): string;
  /** The title as the catalogue has it, or the id of a series that is not in it. */
  fullName(id: string): string;
  ofClass(...classes: readonly AssetClass[]): readonly ScanInstrument[];
}

function verdictSession(answer: ScanAnswer): string {
  const scored = answer.joint.history.at(-1)?.date;
  const newYork = answer.sessions.find(({ calendar }) => calendar === 'new-york')?.date;
  const latest = answer.sessions.map(({ date }) => date).sort();
  return scored ?? newYork ?? latest.at(-1) ?? answer.asOf.slice(0, 10);
}

function windowOf({ parameters }: ScanAnswer): number | undefined {
  const sessions = Number.parseInt(parameters.window, 10);
  return sessions === 1 ? undefined : sessions;
}

const BRACKETS = /\s*(?:（[^（）]*）|\([^()]*\)|, front future|, market)$/;

function shortName(title: string): string {
  return title.replace(BRACKETS, '');
}

export function deskFor(answer: ScanAnswer, language: Language): Desk {
  const byId = new Map(answer.instruments.map((instrument) => [instrument.id, instrument]));
  const m = messagesOf(language);
  const fullName = (id: string) => byId.get(id)?.title[language] ?? entryOf(id)?.title[language] ?? id;
  return {
    answer,
    language,
    m,
    w: wordsFor(m),
    window: windowOf(answer),
    session: verdictSession(answer),
    instrument: (id) => byId.get(id),
    name: (id) => shortName(fullName(id)),
    fullName,
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
