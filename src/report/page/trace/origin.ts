import type { Print, Trace, TraceInput, TraceMade, TraceSeries, TraceSource } from '../../../data/trace.ts';
import { dayInTable, instantInWords } from '../../dates.ts';
import type { Wording } from '../../desk.ts';
import { licenceWords, placeWords } from '../../trace-text.ts';
import { TRACE_WORDS, type TraceWords } from '../../trace-words.ts';
import { calculation, exact, groupedDigits } from './digits.ts';
import { nextRelease } from './next-release.ts';
import { quantity } from './quantity.ts';
import type { SentOrigin, SentOriginFormula, SentOriginInput } from './sent-trace.ts';

/** What the steps of a trace are worded with. */
export interface TraceDesk extends Wording {
  readonly t: TraceWords;
}

export function traceDesk(wording: Wording): TraceDesk {
  return { ...wording, t: TRACE_WORDS[wording.language] };
}

/** One observation that a formula names, with its prints and its source below it. */
export function namedInput(desk: TraceDesk, input: TraceInput): SentOriginInput {
  const { symbol, date, value } = input;
  const name = titleOf(desk, input);
  const origin = originOf(desk, input);
  return {
    ...(symbol === '' ? {} : { symbol }),
    name,
    value: origin.value,
    date: dayInTable(date, desk.language),
    state: value === null ? '' : stateOf(desk, input),
    origin,
  };
}

/** What was taken from a series inside the window: how much, from when to when. */
export function takenSeries(desk: TraceDesk, one: TraceSeries, { figure }: Trace): SentOriginInput {
  const { observations, from, to } = one;
  const name = titleOf(desk, one);
  const words = figure.window ? desk.t.inWindow(observations) : desk.t.inAll(observations);
  const value = observations === 0 ? desk.t.nothing : words;
  const date = from === null || to === null ? '' : span(desk, from, to);
  return { name, value, date, state: '', origin: seriesOrigin(desk, one, { name, value, date }) };
}

function seriesOrigin(
  desk: TraceDesk,
  one: TraceSeries,
  { name, value, date }: { name: string; value: string; date: string },
): SentOrigin {
  const { series, made, latestKnownAt, to, note, unit, sources } = one;
  const next = made || to === null ? undefined : nextRelease(series, to);
  return {
    name,
    value,
    ...(date === '' ? {} : { about: date }),
    ...(latestKnownAt === null ? {} : { knownAt: instantInWords(latestKnownAt) }),
    ...(next === undefined ? {} : { next: instantInWords(next) }),
    ...(made ? { formula: madeFormula(desk, made) } : { series }),
    inputs: made ? made.inputs.map((input) => namedInput(desk, input)) : [],
    taken: [],
    prints: [],
    sources: sourcesOf(desk, sources, unit ?? ''),
    notes: note ? [note[desk.language]] : [],
  };
}

function originOf(desk: TraceDesk, input: TraceInput): SentOrigin {
  const { series, date, value, unit, knownAt, prints, source, made } = input;
  const next = made ? undefined : nextRelease(series, date);
  return {
    name: titleOf(desk, input),
    value: value === null ? desk.t.noValue : quantity(value, unit, desk.m),
    ...(value === null ? { why: desk.t.absent } : {}),
    about: dayInTable(date, desk.language),
    ...(knownAt === null ? {} : { knownAt: instantInWords(knownAt) }),
    ...(next === undefined ? {} : { next: instantInWords(next) }),
    ...(made ? { formula: madeFormula(desk, made, value) } : { series }),
    inputs: made ? made.inputs.map((one) => namedInput(desk, one)) : [],
    taken: [],
    prints: prints.map((print) => printed(desk, print, unit)),
    sources: source ? sourcesOf(desk, [source], unit) : [],
    notes: [],
  };
}

function madeFormula(desk: TraceDesk, made: TraceMade, value: number | null = null): SentOriginFormula {
  const { formula, worked, source, window } = made;
  return {
    text: formula,
    ...(worked === null ? {} : { worked: groupedDigits(calculation(worked)) }),
    ...(worked === null || value === null ? {} : { result: exact(value) }),
    ...(window ? { parameters: `${span(desk, window.from, window.to)} · ${desk.t.rows(window.n)}` } : {}),
    source,
  };
}

function printed(desk: TraceDesk, { value, knownAt, rule, flags, load }: Print, unit: string) {
  const { t, m } = desk;
  const how = [t.rules[rule] ?? rule, load === '' ? '' : `${t.load} ${load}`, ...flags];
  return {
    value: value === null ? t.withdrawn : quantity(value, unit, m),
    knownAt: instantInWords(knownAt),
    how: how.filter((part) => part !== '').join(' · '),
  };
}

function stateOf({ t }: TraceDesk, { print, source, unit }: TraceInput): string {
  const state = print === 'revised' ? t.revised : t.first;
  const factor = source?.factor ?? 1;
  return factor === 1 || source?.unit === unit ? state : `${state} · ${t.convertedToo}`;
}

/** Sources without repeating one that gave several values. */
export function sourcesOf(
  { t }: TraceDesk,
  sources: readonly TraceSource[],
  unit: string,
): SentOrigin['sources'] {
  const told = sources.map((source) => ({
    place: placeWords(source, unit, t).replace(/× \d+/g, groupedDigits),
    licence: licenceWords(source, t),
  }));
  return [...new Map(told.map((one) => [one.place, one])).values()];
}

function titleOf(desk: TraceDesk, { series, title }: Pick<TraceSeries, 'series' | 'title'>): string {
  return title?.[desk.language] ?? desk.fullName(series);
}

export function span({ language }: TraceDesk, from: string, to: string): string {
  return from === to
    ? dayInTable(from, language)
    : `${dayInTable(from, language)} – ${dayInTable(to, language)}`;
}
