import { textWidth } from '../charts/svg.ts';
import type { Cell, Column, Row, TableBlock } from '../document.ts';
import { plainText } from '../inline.ts';

export interface ColumnWidths {
  /** px, one a column; together the width that was given. */
  readonly widths: readonly number[];
  /** What the letters shrink by, 1 when everything fits. */
  readonly scale: number;
}

/** Room between columns and for a note number, in px. */
const GAP = 12;
const MARK = 20;
/** A column of words wraps, but not below so many px unless its words are shorter. */
const LEAST_WORDS = 84;
/** The names of the rows have more, or every row is three lines high. */
const LEAST_NAMES = 104;
const UNDER = 0.92;

/**
 * Widths of a table's columns as a browser lays them out: each at least its longest unbreakable text, the rest shared by what each would
 * take unwrapped; when the least is too much, the letters shrink.
 * @param width room in px
 * @param size of the letters in px
 * @param marksOf how many note numbers stand at the name of a row
 */
export function columnWidths(
  table: TableBlock,
  width: number,
  size: number,
  marksOf: (row: Row) => number,
): ColumnWidths {
  const wanted = table.columns.map((column, index) =>
    spanOf(table, column, index, size, index === 0 ? marksOf : () => 0),
  );
  const least = wanted.reduce((sum, { min }) => sum + min, 0);
  const most = wanted.reduce((sum, { max }) => sum + max, 0);
  if (least >= width) {
    return { widths: wanted.map(({ min }) => (min * width) / least), scale: width / least };
  }
  if (most <= width) return { widths: wanted.map(({ max }) => (max * width) / most), scale: 1 };
  const spare = (width - least) / (most - least);
  return { widths: wanted.map(({ min, max }) => min + (max - min) * spare), scale: 1 };
}

interface Span {
  readonly min: number;
  readonly max: number;
}

function spanOf(
  table: TableBlock,
  column: Column,
  index: number,
  size: number,
  marksOf: (row: Row) => number,
): Span {
  const isHead = index === 0;
  const isWords = isHead || column.align === 'start';
  const rows = table.groups.flatMap((group) => group.rows);
  const spans = rows.flatMap((row) => {
    const cell = row.cells[index];
    if (!cell) return [];
    const { min, max } = cellSpan(cell, size, isWords, isHead);
    const marks = marksOf(row) * MARK;
    return [{ min: min + Math.min(marks, MARK), max: max + marks }];
  });
  const head = wordsSpan(column.title, size, 0);
  return {
    min: Math.max(head.min + MARK / 2, ...spans.map(({ min }) => min)) + GAP,
    max: Math.max(head.max + MARK / 2, ...spans.map(({ max }) => max)) + GAP,
  };
}

function cellSpan({ text, under }: Cell, size: number, isWords: boolean, isHead: boolean): Span {
  const first = plainText(text);
  const second = under ? plainText(under) : '';
  const least = isHead ? LEAST_NAMES : LEAST_WORDS;
  const own = isWords ? wordsSpan(first, size, least) : lineSpan(first, size);
  const below = isHead ? wordsSpan(second, size * UNDER, least) : lineSpan(second, size * UNDER);
  return { min: Math.max(own.min, below.min), max: Math.max(own.max, below.max) };
}

function lineSpan(text: string, size: number): Span {
  const width = textWidth(text, size);
  return { min: width, max: width };
}

function wordsSpan(text: string, size: number, least: number): Span {
  const words = text.split(/[\s\u2E80-\uFFEF]+/);
  const longest = Math.max(...words.map((word) => textWidth(word, size)));
  const max = textWidth(text, size);
  return { min: Math.min(max, Math.max(longest, least)), max };
}
