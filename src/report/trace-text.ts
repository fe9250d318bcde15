import type { Language, Words } from '../data/series/entry.ts';
import type { Print, Trace, TraceInput, TraceMade, TraceSeries, TraceSource } from '../data/trace.ts';
import type { BaseUnit } from '../data/unit.ts';
import { TRACE_WORDS, type TraceWords } from './trace-words.ts';

/**
 * A trace in words, for a terminal: value, formula with symbols and with numbers, every input with its prints, source and licence.
 * Numbers stand in base units with 12 digits; a fraction is followed by its percent.
 */
export function traceText(trace: Trace, language: Language): string {
  const words = TRACE_WORDS[language];
  const lines = [
    ...headLines(trace, words),
    ...formulaLines(trace, words, language),
    ...block(
      words.inputs,
      trace.inputs.map((input) => inputLines(input, words, language)),
    ),
    ...block(
      words.series,
      seriesToTell(trace).map((one) => seriesLines(one, trace, words, language)),
    ),
    '',
    `${words.dataVersion}: ${trace.dataVersion}`,
  ];
  return `${lines.join('\n')}\n`;
}

function headLines({ figure, changed }: Trace, words: TraceWords): string[] {
  const { value, unit, band, window } = figure;
  const shown = value === null ? `${words.noValue}: ${figure.why ?? ''}` : amount(value, unit);
  const range = band
    ? ` ${words.band(plainPercent(band.level), number(band.low), number(band.high), band.how)}`
    : '';
  return [
    figure.id,
    ...(figure.flags.includes('simulated') ? [words.simulated] : []),
    ...(changed ? [`! ${words.changed}`] : []),
    '',
    `${words.value}: ${shown}${range}`,
    `${words.asOf}: ${figure.asOf}`,
    ...(window ? [`${words.window}: ${window.from} … ${window.to}, ${words.rows(window.n)}`] : []),
    ...(figure.flags.length > 0 ? [`${words.flags}: ${figure.flags.join(', ')}`] : []),
  ];
}

function formulaLines({ figure, formula, worked }: Trace, words: TraceWords, language: Language): string[] {
  const params = Object.entries(figure.of.params ?? {}).map(([key, value]) => `${key} = ${value}`);
  const head = formula
    ? [
        `${words.formula}: ${formula.title[language]} (${formula.id})`,
        `  ${formula.text}`,
        ...(worked ? [`  ${words.worked}: ${worked}`] : []),
        `  ${words.formulaSource}: ${formula.source}`,
      ]
    : [`${words.formula}: ${figure.of.formula} (${words.unknownFormula})`];
  return [...head, ...(params.length > 0 ? [`  ${words.parameters}: ${params.join(', ')}`] : [])];
}

function inputLines(input: TraceInput, words: TraceWords, language: Language): string[] {
  const name = `${input.symbol} = ${titled(input.series, input.title, language)} ${input.date}`;
  if (input.value === null) return [`${name}: ${words.absent}`];
  const print = input.print === 'revised' ? words.revised : words.first;
  return [
    `${name}: ${amount(input.value, input.unit)}`,
    `    ${words.knownAt} ${input.knownAt} (${print})`,
    ...input.prints.map((one) => `    ${printLine(one, words)}`),
    ...(input.source ? sourceLines(input.source, input.unit, words) : []),
    ...(input.made ? madeLines(input.made, words, language) : []),
  ];
}

/** The formula of a value made by formula, and below it its inputs, each told as any input. */
function madeLines(made: TraceMade, words: TraceWords, language: Language): string[] {
  const { formula, worked, source, window, inputs } = made;
  return [
    `${words.formula}: ${formula}`,
    ...(worked ? [`${words.worked}: ${worked}`] : []),
    `${words.formulaSource}: ${source}`,
    ...(window ? [`${words.window}: ${window.from} … ${window.to}, ${words.rows(window.n)}`] : []),
    ...inputs.flatMap((input) => inputLines(input, words, language)),
  ].map((line) => `    ${line}`);
}

function printLine(print: Print, words: TraceWords): string {
  const value = print.value === null ? words.withdrawn : number(print.value);
  const flags = print.flags.length > 0 ? `; ${print.flags.join(', ')}` : '';
  const rule = words.rules[print.rule] ?? print.rule;
  const load = print.load === '' ? '' : `; ${words.load} ${print.load}`;
  return `· ${value} @ ${print.knownAt}, ${words.rule} ${rule}${load}${flags}`;
}

/** Provider and symbol of a source, and what was done to its unit. */
export function placeWords(source: TraceSource, unit: string, words: TraceWords): string {
  const place = [source.provider, source.symbol].filter(Boolean).join(' ');
  return [place, unitWords(source, unit, words)].filter(Boolean).join('; ');
}

/** Licence of a source, and whether its data may be handed on. */
export function licenceWords(source: TraceSource, words: TraceWords): string {
  const share = source.redistribute ? words.mayShare : words.mayNotShare;
  return `${source.licence || words.notStated}; ${share}`;
}

function sourceLines(source: TraceSource, unit: string, words: TraceWords): string[] {
  return [
    `    ${words.source}: ${placeWords(source, unit, words)}`,
    `    ${words.licence}: ${licenceWords(source, words)}`,
  ];
}

/** How the unit of a source became that of the store; empty where it is the same. */
function unitWords(source: TraceSource, unit: string, words: TraceWords): string {
  if (source.unit === unit || source.unit === '') return '';
  if (source.treatedAs) return words.atPar(source.unit, source.treatedAs);
  if (source.factor === null) return words.taken(source.unit);
  return words.converted(source.unit, number(source.factor));
}

function seriesLines(one: TraceSeries, trace: Trace, words: TraceWords, language: Language): string[] {
  const name = titled(one.series, one.title, language);
  const note = one.note ? [`    ${words.note}: ${one.note[language]}`] : [];
  if (trace.inputs.some((input) => input.series === one.series && input.value !== null))
    return [name, ...note];
  if (one.observations === 0) return [`${name}: ${words.nothing}`, ...note];
  const count = trace.figure.window ? words.inWindow(one.observations) : words.inAll(one.observations);
  return [
    `${name}: ${count}, ${one.from} … ${one.to}, ${words.knownAt} ${one.latestKnownAt}`,
    ...(one.made
      ? madeLines(one.made, words, language)
      : one.sources.flatMap((source) => sourceLines(source, one.unit ?? '', words))),
    ...note,
  ];
}

/** Series that the named inputs have already shown need no second telling, unless they carry a note. */
export function seriesToTell({ inputs, series }: Trace): readonly TraceSeries[] {
  const named = new Set(inputs.map((input) => input.series));
  return series.filter((one) => !named.has(one.series) || one.note !== null);
}

function block(title: string, items: readonly (readonly string[])[]): string[] {
  if (items.length === 0) return [];
  return ['', title, ...items.flatMap((lines) => lines.map((line) => `  ${line}`))];
}

function titled(id: string, title: Words | null, language: Language): string {
  return title ? `${title[language]} (${id})` : id;
}

const SHOWN_DIGITS = 12;

const FRACTIONS: readonly string[] = [
  'fraction',
  'fraction-per-year',
  'fraction-per-8h',
  'fraction-per-1e9-usd',
] satisfies readonly BaseUnit[];

/** `−0.1402 fraction = −14.02%`, `62910 usd`. */
function amount(value: number, unit: string): string {
  const percent = FRACTIONS.includes(unit) ? ` = ${number(Number((value * 100).toPrecision(8)))}%` : '';
  return `${number(value)} ${unit}${percent}`;
}

/** A value of the store with all its digits that count. */
export function number(value: number): string {
  return String(Number(value.toPrecision(SHOWN_DIGITS))).replace('-', '−');
}

function plainPercent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}
