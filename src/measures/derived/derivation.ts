import type { FigureInput } from '../../data/figure.ts';
import type { Series } from '../../data/observation.ts';
import { type EpochDay, formatDay } from '../../data/time.ts';
import type { Derivation } from '../../data/view.ts';
import type { Column, Compiled, Expression } from './compile.ts';
import { rowsOf } from './rows.ts';

/** Rows that an expression reads of each column: those to be named, and the first that a window begins with. */
interface Reading {
  readonly named: ReadonlyMap<number, ReadonlySet<number>>;
  readonly from: number;
}

/** More rows than this are told as a window. */
const FEW = 4;

/** The observations that the value dated `date` was made from; undefined when there is no such row. */
export function derivationOf(
  compiled: Compiled,
  series: readonly Series[],
  date: EpochDay,
): Derivation | undefined {
  const { entry, columns, expression, on } = compiled;
  const { dates, taken } = rowsOf(
    compiled,
    series,
    series[columns.findIndex((column) => column.entry.id === on.id)]!,
  );
  const t = dates.indexOf(date);
  if (t < 0) return undefined;
  const { named, from } = readingOf(expression, [t], dates);
  const inputs = [...named].flatMap(([k, rows]) =>
    [...rows].sort((a, b) => b - a).map((row) => inputOf(columns[k]!, series[k]!, taken[k]![row]!, t - row)),
  );
  return {
    formula: entry.formula,
    source: entry.source,
    inputs: unique(inputs),
    ...(from < t ? { window: { from: dates[from]!, to: date, n: t - from + 1 } } : {}),
  };
}

function inputOf({ symbol }: Column, { entry, dates }: Series, row: number, back: number): FigureInput {
  return {
    symbol: back === 0 ? symbol : `${symbol}[−${back}]`,
    series: entry.id,
    date: formatDay(dates[row]!),
  };
}

/** A symbol that is read both bare and carried may stand for one observation twice. */
function unique(inputs: readonly FigureInput[]): FigureInput[] {
  const seen = new Map(inputs.map((input) => [`${input.symbol} ${input.date}`, input]));
  return [...seen.values()];
}

/** `wanted`: the rows at which the value of this expression is read. */
function readingOf(expression: Expression, wanted: readonly number[], dates: Int32Array): Reading {
  const here = Math.max(...wanted);
  switch (expression.kind) {
    case 'constant':
      return { named: new Map(), from: here };
    case 'column':
      return { named: new Map([[expression.column, new Set(wanted)]]), from: here };
    case 'minus':
      return readingOf(expression.of, wanted, dates);
    case 'operation':
      return both([expression.left, expression.right].map((side) => readingOf(side, wanted, dates)));
    case 'function': {
      const { of, given, over } = expression;
      const reach = of.reach(given);
      const few = reach === 0 ? wanted : fewRows(wanted.flatMap((t) => of.rowsRead?.(given, dates, t) ?? []));
      const parts = both(over.map((one) => readingOf(one, few.length > 0 ? few : wanted, dates)));
      const from = few.length > 0 ? parts.from : Math.max(0, Math.min(...wanted) - reach);
      return { ...parts, from: Math.min(parts.from, from) };
    }
  }
}

/** Rows that can be named one by one; none when they are too many. */
function fewRows(rows: readonly number[]): readonly number[] {
  const distinct = [...new Set(rows)].filter((row) => row >= 0);
  return distinct.length <= FEW ? distinct : [];
}

function both(parts: readonly Reading[]): Reading {
  const named = new Map<number, Set<number>>();
  for (const part of parts) {
    for (const [column, rows] of part.named) {
      named.set(column, new Set([...(named.get(column) ?? []), ...rows]));
    }
  }
  return { named, from: Math.min(...parts.map((part) => part.from)) };
}
