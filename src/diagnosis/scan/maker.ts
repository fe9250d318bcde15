import type { Figure, FigureDraft, FigureFlag, FigureInput, FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import { type BaseUnit, baseUnit } from '../../data/unit.ts';
import { flagNames } from '../../data/view.ts';
import type { History } from '../history.ts';
import { changeBetween, changeFormula, changeUnit } from './change.ts';

/** What all figures of one instrument share: its history, the maker, and the flags of a value that is old. */
export interface Subject {
  readonly history: History;
  readonly figure: FigureMaker;
  readonly flags: readonly FigureFlag[];
}

type Draft = Omit<FigureDraft, 'path' | 'of' | 'flags'> & {
  readonly formula: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Rows of the closes in the formula, by symbol. */
  readonly closes?: Readonly<Record<string, number>>;
  /** Rows of bar columns in the formula, by symbol. */
  readonly bars?: Readonly<Record<string, readonly ['high' | 'low' | 'volume', number]>>;
  readonly flags?: readonly FigureFlag[];
  /** Series in the formula beside the instrument and the inputs named. */
  readonly beside?: readonly string[];
};

/** A figure of one instrument; the flags of the rows it names stick to it. */
export function figureOf(subject: Subject, path: string, draft: Draft): Figure {
  const { history, figure } = subject;
  const { formula, params, closes = {}, bars = {}, flags = [], beside = [], ...rest } = draft;
  const inputs = [
    ...Object.entries(closes).map(([symbol, row]) => inputAt(history, symbol, row, history.id)),
    ...Object.entries(bars).map(([symbol, [field, row]]) =>
      inputAt(history, symbol, row, `${history.id}.${field}`),
    ),
  ].filter((input) => input !== undefined);
  const rows = [...Object.values(closes), ...Object.values(bars).map(([, row]) => row)];
  return figure({
    ...rest,
    path: `${history.id}.${path}`,
    of: {
      formula,
      series: [...new Set([history.id, ...inputs.map((input) => input.series), ...beside])],
      ...(params ? { params } : {}),
      ...(inputs.length > 0 ? { inputs } : {}),
    },
    flags: [...subject.flags, ...flags, ...rows.flatMap((row) => flagsAt(history, row))],
  });
}

function inputAt(history: History, symbol: string, row: number, series: string): FigureInput | undefined {
  if (row < 0 || row > history.last) return undefined;
  return { symbol, series, date: formatDay(history.dates[row]!) };
}

export function flagsAt(history: History, row: number): readonly FigureFlag[] {
  return row >= 0 && row <= history.last ? flagNames(history.flags[row]!) : [];
}

/** A figure in the unit of the instrument's own values. */
export function levelOf(subject: Subject, path: string, draft: Omit<Draft, 'unit'>): Figure {
  return figureOf(subject, path, { ...draft, unit: levelUnit(subject.history) });
}

export function levelUnit(history: History): BaseUnit {
  return baseUnit(history.entry.unit);
}

/** Change between two rows as a figure with both closes named; where their sources differ the parameters say so. */
export function changeFigure(subject: Subject, path: string, from: number, to: number, why: string): Figure {
  const { history } = subject;
  const spliced = from >= 0 && to <= history.last && history.source[from] !== history.source[to];
  const oneStep = to - from === 1;
  return figureOf(subject, path, {
    value: oneStep ? history.changes[to]! : changeBetween(history, from, to),
    unit: changeUnit(history.entry),
    formula: changeFormula(history.entry),
    closes: { P_0: from, P_t: to },
    ...(spliced ? { params: { sources: sourcesOf(history, from, to) } } : {}),
    why: spliced && oneStep ? 'the two closes come from different sources' : why,
  });
}

function sourcesOf(history: History, from: number, to: number): string {
  return `${history.sources[history.source[from]!]} → ${history.sources[history.source[to]!]}`;
}

/** First and last date and count of rows `from…to`. */
export function windowOf(history: History, from: number, to: number, n = to - from + 1) {
  return { from: formatDay(history.dates[from]!), to: formatDay(history.dates[to]!), n };
}
