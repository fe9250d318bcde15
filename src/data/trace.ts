import { type Figure, type FigureInput, type Formula, parseFigureId } from './figure.ts';
import type { Series } from './observation.ts';
import type { SeriesEntry, SourceRef, Words } from './series/entry.ts';
import { type EpochDay, formatDay, formatInstant, parseDay } from './time.ts';
import { baseUnit, conversion } from './unit.ts';
import type { ObservationRecord, View } from './view.ts';

/** One print of a value, in the order in which they became known; `value` null takes the value back. */
export interface Print {
  readonly value: number | null;
  readonly knownAt: string;
  readonly rule: string;
  readonly flags: readonly string[];
  readonly load: string;
}

export interface TraceSource {
  readonly provider: string;
  readonly symbol: string;
  /** Unit in which the source gives it, and the factor to the unit of the store. */
  readonly unit: string;
  readonly factor: number | null;
  /** Unit in which it is taken at par although it is stated in another: US dollars for USDT. */
  readonly treatedAs: string | null;
  readonly licence: string;
  readonly redistribute: boolean;
}

/** One observation that went into a figure, down to its prints and its source. */
export interface TraceInput {
  readonly symbol: string;
  readonly series: string;
  readonly title: Words | null;
  readonly date: string;
  readonly value: number | null;
  readonly unit: string;
  readonly time: string | null;
  readonly knownAt: string | null;
  readonly print: 'first' | 'revised' | 'absent';
  readonly prints: readonly Print[];
  readonly source: TraceSource | null;
  /** How the value was made, where the series is one made by formula. */
  readonly made?: TraceMade;
}

/** A value made by formula, down to the observations it was made from. */
export interface TraceMade {
  readonly formula: string;
  /** With numbers; null where rows before its own are read. */
  readonly worked: string | null;
  readonly source: string;
  readonly inputs: readonly TraceInput[];
  readonly window: { readonly from: string; readonly to: string; readonly n: number } | null;
}

/** What a figure took from one series inside its window. */
export interface TraceSeries {
  readonly series: string;
  readonly title: Words | null;
  readonly unit: string | null;
  readonly observations: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly latestKnownAt: string | null;
  readonly sources: readonly TraceSource[];
  readonly note: Words | null;
  /** How its latest value was made, where it is a series made by formula; `sources` are then those of what it is made from. */
  readonly made?: TraceMade;
}

/** Where a figure comes from: formula, observations, sources and licences. */
export interface Trace {
  readonly figure: Figure;
  readonly formula: Formula | null;
  /** The formula with its symbols replaced by the inputs' values; null where the inputs are too many to name. */
  readonly worked: string | null;
  readonly inputs: readonly TraceInput[];
  readonly series: readonly TraceSeries[];
  readonly dataVersion: string;
  /** The data seen now at that instant are not those the figure was made from. */
  readonly changed: boolean;
}

/**
 * Resolves a figure to the observations it was made from, as known at the instant of the view.
 * Missing observations are said (`absent`), never guessed.
 */
export async function traceFigure(
  figure: Figure,
  view: View,
  formulas: readonly Formula[],
  id: string = figure.id,
): Promise<Trace> {
  const wanted = [
    ...new Set([...figure.of.series, ...(figure.of.inputs ?? []).map((input) => input.series)]),
  ];
  const known = wanted.filter((series) => view.entry(series) !== undefined);
  const columns = await view.seriesMany(known);
  const inputs = await Promise.all(
    (figure.of.inputs ?? []).map((input) => traceInput(input, view, columns.get(input.series))),
  );
  const formula = formulas.find((one) => one.id === figure.of.formula) ?? null;
  const stated = parseFigureId(id).dataVersion;
  return {
    figure,
    formula,
    worked: formula && inputs.length > 0 ? workedFormula(formula.text, inputs) : null,
    inputs,
    series: await Promise.all(wanted.map((series) => traceSeries(series, figure, view, columns.get(series)))),
    dataVersion: view.dataVersion,
    changed: !view.dataVersion.startsWith(stated),
  };
}

async function traceInput(input: FigureInput, view: View, series: Series | undefined): Promise<TraceInput> {
  const entry = series?.entry ?? view.entry(input.series);
  const day = parseDay(input.date);
  const row = series ? series.dates.lastIndexOf(day) : -1;
  const head = {
    symbol: input.symbol,
    series: input.series,
    title: entry?.title ?? null,
    date: input.date,
    unit: entry?.unit ?? '',
  };
  if (!series || row < 0) {
    return { ...head, value: null, time: null, knownAt: null, print: 'absent', prints: [], source: null };
  }
  const source = series.sources[series.source[row] as number] as string;
  const time = series.times[row] as number;
  const history = await view.history(input.series, day);
  const prints = history.filter((record) => record.source === source && record.time === time);
  const made = await traceMade(input.series, day, view);
  return {
    ...head,
    value: series.values[row] as number,
    time: formatInstant(time),
    knownAt: formatInstant(series.knownAt[row] as number),
    print: prints.length > 1 || prints[0]?.flags.includes('revised') ? 'revised' : 'first',
    prints: prints.map(printOf),
    source: made ? null : sourceOf(series.entry, source),
    ...(made ? { made } : {}),
  };
}

async function traceMade(id: string, day: EpochDay, view: View): Promise<TraceMade | undefined> {
  const made = await view.derivation?.(id, day);
  if (!made) return undefined;
  const { formula, source, window } = made;
  const columns = await view.seriesMany([...new Set(made.inputs.map((input) => input.series))]);
  const inputs = await Promise.all(
    made.inputs.map((input) => traceInput(input, view, columns.get(input.series))),
  );
  const isOwnRow = !window && inputs.every(({ symbol }) => !symbol.includes('['));
  return {
    formula,
    worked: isOwnRow ? workedFormula(formula, inputs) : null,
    source,
    inputs,
    window: window ? { from: formatDay(window.from), to: formatDay(window.to), n: window.n } : null,
  };
}

/** The sources of the observations that a made value comes down to, each once. */
function sourcesBelow({ inputs }: TraceMade): TraceSource[] {
  const found = inputs.flatMap(({ source, made }) => (made ? sourcesBelow(made) : source ? [source] : []));
  return [...new Map(found.map((one) => [`${one.provider}:${one.symbol}`, one])).values()];
}

function printOf(record: ObservationRecord): Print {
  return {
    value: record.value,
    knownAt: formatInstant(record.knownAt),
    rule: record.rule,
    flags: record.flags,
    load: record.load,
  };
}

async function traceSeries(
  id: string,
  figure: Figure,
  view: View,
  series: Series | undefined,
): Promise<TraceSeries> {
  const entry = series?.entry ?? view.entry(id);
  const from = figure.window ? parseDay(figure.window.from) : Number.NEGATIVE_INFINITY;
  const to = figure.window ? parseDay(figure.window.to) : Number.POSITIVE_INFINITY;
  const used = new Set<number>();
  let [first, last, count, knownAt] = [-1, -1, 0, Number.NEGATIVE_INFINITY];
  for (let row = 0; series && row < series.dates.length; row += 1) {
    const date = series.dates[row] as number;
    if (date < from || date > to) continue;
    if (first < 0) first = date;
    last = date;
    count += 1;
    knownAt = Math.max(knownAt, series.knownAt[row] as number);
    used.add(series.source[row] as number);
  }
  const made = count > 0 ? await traceMade(id, last, view) : undefined;
  return {
    series: id,
    title: entry?.title ?? null,
    unit: entry?.unit ?? null,
    observations: count,
    from: count > 0 ? formatDay(first) : null,
    to: count > 0 ? formatDay(last) : null,
    latestKnownAt: count > 0 ? formatInstant(knownAt) : null,
    sources: made
      ? sourcesBelow(made)
      : [...used].sort((a, b) => a - b).map((index) => sourceOf(entry, series?.sources[index] as string)),
    note: entry?.note ?? null,
    ...(made ? { made } : {}),
  };
}

/** The source of an observation, found in the catalogue entry by `provider:symbol`; a licence nobody stated is empty. */
function sourceOf(entry: SeriesEntry | undefined, name: string): TraceSource {
  const at = name.indexOf(':');
  const [provider, symbol] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
  const unit = entry?.unit ?? '';
  if (provider === 'specimen') return { ...GENERATED, provider, symbol, unit };
  const ref = entry?.sources.find((one) => one.provider === provider && one.symbol === symbol);
  return {
    provider,
    symbol,
    unit: ref?.unit ?? unit,
    factor: ref && entry ? factorOf(ref, entry) : null,
    treatedAs: ref?.treatAs ?? null,
    licence: ref?.licence ?? '',
    redistribute: ref?.redistribute ?? false,
  };
}

const GENERATED = {
  factor: 1,
  treatedAs: null,
  licence: 'generated by this program, MIT',
  redistribute: true,
} as const;

function factorOf(ref: SourceRef, entry: SeriesEntry): number | null {
  const stated = ref.treatAs ?? ref.unit;
  return baseUnit(stated) === baseUnit(entry.unit) ? conversion(stated, entry.unit) : null;
}

const SHOWN_DIGITS = 12;

/** A formula's text with each symbol replaced by its number; a symbol inside a longer word stays. */
export function workedFormula(
  text: string,
  inputs: readonly { readonly symbol: string; readonly value: number | null }[],
): string | null {
  const values = new Map(inputs.map((input) => [input.symbol, input.value]));
  const symbols = [...values.keys()].filter((symbol) => symbol !== '').sort((a, b) => b.length - a.length);
  if (symbols.length === 0) return null;
  const escaped = symbols.map((symbol) => symbol.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_{])`, 'gu');
  let replaced = 0;
  const worked = text.replace(pattern, (symbol) => {
    replaced += 1;
    const value = values.get(symbol) ?? null;
    if (value === null) return '?';
    const shown = Number(value.toPrecision(SHOWN_DIGITS));
    return shown < 0 ? `(${shown})` : String(shown);
  });
  return replaced > 0 ? worked : null;
}

/** Every figure inside an answer, in the answer's order. */
export function figuresOf(answer: unknown): Figure[] {
  const found: Figure[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node !== null && typeof node === 'object') {
      if (isFigure(node)) found.push(node);
      else Object.values(node).forEach(walk);
    }
  };
  walk(answer);
  return found;
}

function isFigure(node: object): node is Figure {
  return 'id' in node && 'of' in node && 'asOf' in node && 'flags' in node;
}
