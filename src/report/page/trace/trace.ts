import type { Language } from '../../../data/series/entry.ts';
import { parseInstant } from '../../../data/time.ts';
import type { Trace, TraceInput, TraceSource } from '../../../data/trace.ts';
import { instantInWords } from '../../dates.ts';
import { wordingFor } from '../../desk.ts';
import { seriesToTell } from '../../trace-text.ts';
import { calculation, exact, groupedDigits } from './digits.ts';
import { csvOf } from './downloads.ts';
import { nextRelease } from './next-release.ts';
import { namedInput, sourcesOf, span, type TraceDesk, takenSeries, traceDesk } from './origin.ts';
import { quantity } from './quantity.ts';
import type { SentOriginFormula, SentTrace } from './sent-trace.ts';

/** Where a figure comes from, in one language: the value, its formula with symbols and with numbers, what went into it, and who gave that. */
export function sentTrace(trace: Trace, language: Language): SentTrace {
  const { figure, inputs, changed, dataVersion } = trace;
  const desk = traceDesk(wordingFor(language, figure.flags.includes('simulated')));
  const { t, m } = desk;
  const { value, unit, band } = figure;
  const name = nameOf(desk, trace);
  const shown = value === null ? t.noValue : quantity(value, unit, m);
  const sources = allSources(desk, trace);
  const [about, knownAt, next] = [aboutOf(desk, trace), latestKnown(trace), nextOf(trace)];
  const csv = csvOf(trace);
  return {
    id: figure.id,
    name,
    value: shown,
    ...(value === null ? { why: m.why(figure.why ?? '') } : {}),
    ...(band && value !== null
      ? {
          band: t.band(
            quantity(band.level, 'fraction', m).replace('.00', ''),
            quantity(band.low, unit, m),
            quantity(band.high, unit, m),
            band.how,
          ),
        }
      : {}),
    ...(about === undefined ? {} : { about }),
    ...(knownAt === undefined ? {} : { knownAt: instantInWords(knownAt) }),
    ...(next === undefined ? {} : { next: instantInWords(next) }),
    formula: formulaOf(desk, trace),
    inputs: inputs.map((input) => namedInput(desk, input)),
    taken: seriesToTell(trace)
      .filter(({ series }) => inputs.every((input) => input.series !== series))
      .map((one) => takenSeries(desk, one, trace)),
    prints: [],
    sources,
    notes: trace.series.flatMap(({ note }) => (note ? [note[language]] : [])),
    flags: figure.flags.map((flag) => m.flags[flag]),
    warnings: [...(figure.flags.includes('simulated') ? [t.simulated] : []), ...(changed ? [t.changed] : [])],
    dataVersion,
    ...(csv === undefined ? {} : { csv }),
    json: `/api/v1/trace/${encodeURIComponent(figure.id)}`,
    citation: [
      `${name}${m.colon}${shown}`,
      ...(sources.length > 0 ? [sources.map(({ place }) => place).join(m.semicolon)] : []),
      ...(knownAt === undefined ? [] : [`${t.knownAt} ${instantInWords(knownAt)}`]),
      figure.id,
    ].join(' · '),
    command: `tidemark trace '${figure.id}'`,
  };
}

/** The series and what was measured of it; of many series only the measure. */
function nameOf(desk: TraceDesk, { formula, figure, series }: Trace): string {
  const measure = formula?.title[desk.language] ?? figure.of.formula;
  const [only, ...others] = series;
  if (!only || others.length > 0) return measure;
  return `${only.title?.[desk.language] ?? desk.fullName(only.series)} · ${measure}`;
}

function formulaOf(desk: TraceDesk, { figure, formula, worked }: Trace): SentOriginFormula {
  const parameters = Object.entries(figure.of.params ?? {})
    .map(([key, value]) => `${key} = ${value}`)
    .join(', ');
  const said = parameters === '' ? {} : { parameters };
  if (!formula) return { text: `${figure.of.formula} (${desk.t.unknownFormula})`, ...said };
  return {
    title: formula.title[desk.language],
    text: formula.text,
    ...(worked === null ? {} : { worked: groupedDigits(calculation(worked)) }),
    ...(worked === null || figure.value === null ? {} : { result: exact(figure.value) }),
    ...said,
    source: formula.source,
  };
}

function aboutOf(desk: TraceDesk, { figure, inputs }: Trace): string | undefined {
  const { window } = figure;
  if (window) return `${span(desk, window.from, window.to)} · ${desk.t.rows(window.n)}`;
  const dates = inputs.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined ? undefined : span(desk, first, last);
}

/** The last of what went in decides from when the figure could be known. */
function latestKnown({ inputs, series }: Trace): string | undefined {
  const named = new Set(inputs.map((input) => input.series));
  const instants = [
    ...inputs.flatMap(({ knownAt }) => knownAt ?? []),
    ...series.flatMap((one) => (named.has(one.series) ? [] : (one.latestKnownAt ?? []))),
  ];
  return instants.sort((a, b) => parseInstant(a) - parseInstant(b)).at(-1);
}

/** The first of what went in to have a later value. */
function nextOf({ inputs, series }: Trace): string | undefined {
  const latest = new Map<string, string>();
  for (const { series: id, to } of series) if (to !== null) latest.set(id, to);
  for (const { series: id, date } of inputs) {
    const known = latest.get(id);
    if (known === undefined || known < date) latest.set(id, date);
  }
  const due = [...latest].flatMap(([id, date]) => nextRelease(id, date) ?? []);
  return due.sort((a, b) => parseInstant(a) - parseInstant(b))[0];
}

/** Who gave what went in, each once. */
function allSources(desk: TraceDesk, { inputs, series }: Trace) {
  const below = (input: TraceInput): readonly (readonly [TraceSource, string])[] =>
    input.made ? input.made.inputs.flatMap(below) : input.source ? [[input.source, input.unit]] : [];
  const named = new Set(inputs.map((input) => input.series));
  const taken = series
    .filter((one) => !named.has(one.series))
    .flatMap((one) =>
      one.sources.map((source) => [source, one.made ? source.unit : (one.unit ?? '')] as const),
    );
  const told = [...inputs.flatMap(below), ...taken].flatMap(([source, unit]) =>
    sourcesOf(desk, [source], unit),
  );
  return [...new Map(told.map((one) => [one.place, one])).values()];
}
