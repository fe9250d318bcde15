import { type Block, type Cell, figuresIn, type Row, type TableBlock } from './document.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './inline.ts';

/** One footnote: all figures shown that were made from the same series up to the same session. */
export interface Note {
  readonly number: number;
  readonly series: readonly string[];
  readonly session: string | undefined;
  /** Instant at which its figures were known. */
  readonly asOf: string;
  readonly figures: readonly Figure[];
}

export interface Notes {
  readonly list: readonly Note[];
  numberOf(figure: Figure): number;
}

/** Last date a figure was made from, when it says so. */
export function sessionOf(figure: Figure): string | undefined {
  const dates = figure.of.inputs?.map(({ date }) => date) ?? [];
  return figure.window?.to ?? dates.sort().at(-1);
}

/** A bar's columns stand with the bar: `btc-usd.low` is of `btc-usd`. */
export function baseSeries(figure: Figure): readonly string[] {
  return [...new Set(figure.of.series.map((id) => id.replace(/\.(?:open|high|low|volume)$/, '')))];
}

/** Figures of the same series as known at the same instant share a note. */
function keyOf(figure: Figure): string {
  return `${figure.asOf} ${baseSeries(figure).join('+')}`;
}

/** Numbers the figures of blocks in the order in which they are first read. */
export function numberNotes(blocks: readonly Block[]): Notes {
  const groups = new Map<string, Map<string, Figure>>();
  for (const { figure } of figuresIn(blocks)) {
    const key = keyOf(figure);
    const group = groups.get(key) ?? new Map<string, Figure>();
    group.set(figure.id, figure);
    groups.set(key, group);
  }
  const numbers = new Map([...groups.keys()].map((key, index) => [key, index + 1]));
  const list = [...groups.values()].map((group, index) => {
    const figures = [...group.values()];
    const first = figures[0] as Figure;
    const sessions = figures.map(sessionOf).filter((day) => day !== undefined);
    return {
      number: index + 1,
      series: baseSeries(first),
      session: sessions.sort().at(-1),
      asOf: first.asOf,
      figures,
    };
  });
  return { list, numberOf: (figure) => numbers.get(keyOf(figure)) ?? 0 };
}

function mergeSegments(paths: readonly string[], segment: number): string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const parts = path.split('.');
    const own = parts[segment];
    if (own === undefined) continue;
    const key = parts.map((part, index) => (index === segment ? '*' : part)).join('.');
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  const short = paths.filter((path) => path.split('.').length <= segment);
  const merged = [...groups].map(([key, own]) => {
    const text = own.length === 1 ? (own[0] as string) : `{${own.join(',')}}`;
    return key
      .split('.')
      .map((part, index) => (index === segment ? text : part))
      .join('.');
  });
  return [...short, ...merged];
}

/**
 * Paths written short as a shell would expand them: `a.x.b`, `a.y.b` become `a.{x,y}.b`. Expanding gives back the same set.
 */
export function bracePaths(paths: readonly string[]): readonly string[] {
  const longest = Math.max(0, ...paths.map((path) => path.split('.').length));
  let merged = [...new Set(paths)];
  for (let segment = longest - 1; segment >= 0; segment--) merged = mergeSegments(merged, segment);
  return merged;
}

export interface TableNotes {
  /** By column: the one note of all its figures, when they share one and stand in several rows. */
  readonly columns: readonly (number | undefined)[];
  /** By row, in order: the notes of figures whose column does not carry one. */
  rowOf(row: Row): readonly number[];
}

function numbersIn(cell: Cell | undefined, numberOf: (figure: Figure) => number): readonly number[] {
  if (!cell) return [];
  return [...figuresOf(cell.text), ...figuresOf(cell.under ?? [])].map(({ figure }) => numberOf(figure));
}

/** Where the note numbers of a table stand: at a column's head when it has one origin, else at the row. */
export function placeNotes(table: TableBlock, numberOf: (figure: Figure) => number): TableNotes {
  const rows = table.groups.flatMap((group) => group.rows);
  const columns = table.columns.map((_, index) => {
    const own = new Set(rows.flatMap(({ cells }) => numbersIn(cells[index], numberOf)));
    return rows.length > 1 && own.size === 1 ? [...own][0] : undefined;
  });
  return {
    columns,
    rowOf: ({ cells }) => [
      ...new Set(
        cells.flatMap((cell, index) => (columns[index] === undefined ? numbersIn(cell, numberOf) : [])),
      ),
    ],
  };
}
