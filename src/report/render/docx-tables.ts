import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  type BoxCell,
  type Cell,
  type ChartBlock,
  type Column,
  figuresIn,
  type Row,
  type TableBlock,
} from '../document.ts';
import { placeNotes, type TableNotes } from '../notes.ts';
import { columnWidths } from './column-widths.ts';
import { inlineRuns, referAll, simulatedRuns, textRun, type WordContext } from './docx-text.ts';
import { halfPoints, THICK, THIN, twips, wordColour } from './docx-theme.ts';

/** Room of the page in px at 96 dpi: A4 less its margins. */
export const MEASURE = 698;
/** Letters of a table in px, as wide as those that its widths are reckoned with. */
const TABLE_SIZE = 12;

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

function rule(context: WordContext, name: string, size: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color: wordColour(context.colours, name) };
}

/** Label and finding over a rule, and what is measured. */
export function captionParagraphs(context: WordContext, one: TableBlock | ChartBlock): readonly Paragraph[] {
  const children = [
    ...simulatedRuns(context),
    ...(one.label === '' ? [] : [textRun(context, `${one.label}  `)]),
    ...inlineRuns(context, one.title),
  ];
  const measure = one.measure ? inlineRuns(context, one.measure) : [];
  const under = [...measure, ...foldedMarks(context, one)];
  return [
    new Paragraph({ style: 'Caption', children }),
    ...(under.length > 0 ? [new Paragraph({ style: 'Measure', children: under })] : []),
  ];
}

/** Marks of the notes that stand in the folded table of a chart and have not been called for: on paper the table is left out. */
function foldedMarks(context: WordContext, one: TableBlock | ChartBlock): readonly ParagraphChild[] {
  const table = one.kind === 'chart' && one.table?.folded !== undefined ? one.table : undefined;
  if (!table) return [];
  const numbers = figuresIn([table]).map(({ figure }) => context.document.numberOf(figure));
  const open = [...new Set(numbers)].filter((note) => context.marks.repeat(note) === undefined);
  return referAll(open.map((note) => context.marks.refer(note)));
}

interface Place {
  readonly width: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function cellOf(
  place: Place,
  children: readonly Paragraph[],
  bottom: IBorderOptions,
  atFoot = false,
): TableCell {
  return new TableCell({
    width: { size: place.width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: place.isFirst ? 0 : 75, right: place.isLast ? 0 : 75 },
    borders: { top: NONE, left: NONE, right: NONE, bottom },
    verticalAlign: atFoot ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    children,
  });
}

interface Grid {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly scale: number;
  readonly notes: TableNotes;
}

function placeOf({ columns, widths }: Grid, index: number): Place {
  return { width: widths[index] as number, isFirst: index === 0, isLast: index === columns.length - 1 };
}

function alignmentOf({ columns }: Grid, index: number) {
  return index === 0 || columns[index]?.align === 'start' ? AlignmentType.LEFT : AlignmentType.RIGHT;
}

/** Letters of a style shrunk with the table. */
function shrunk(points: number, scale: number): { size?: number } {
  return scale === 1 ? {} : { size: Math.max(8, halfPoints(points * scale)) };
}

function headRow(context: WordContext, grid: Grid): TableRow {
  const heavy = rule(context, 'ink', THICK);
  const color = wordColour(context.colours, 'ink-2');
  const cells = grid.columns.map(({ title }, index) => {
    const own = grid.notes.columns[index];
    const marks = own === undefined ? [] : (context.marks.repeat(own) ?? []);
    const words = textRun(context, title, { color, ...shrunk(8.5, grid.scale) });
    const alignment = alignmentOf(grid, index);
    const paragraph = new Paragraph({
      style: 'Cell',
      alignment,
      keepNext: true,
      children: [words, ...marks],
    });
    return cellOf(placeOf(grid, index), [paragraph], heavy, true);
  });
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function cellParagraphs(
  context: WordContext,
  grid: Grid,
  index: number,
  { text, under, faint }: Cell,
  marks: readonly ParagraphChild[],
): readonly Paragraph[] {
  const alignment = alignmentOf(grid, index);
  const look = {
    ...shrunk(9, grid.scale),
    ...(faint ? { color: wordColour(context.colours, 'ink-3') } : {}),
  };
  const first = new Paragraph({
    style: 'Cell',
    alignment,
    children: [...inlineRuns(context, text, false, look), ...marks],
  });
  if (!under) return [first];
  const children = inlineRuns(context, under, false, shrunk(8, grid.scale));
  return [first, new Paragraph({ style: 'Under', alignment, children })];
}

function bodyRow(context: WordContext, grid: Grid, row: Row, bottom: IBorderOptions): TableRow {
  const marks = referAll(grid.notes.rowOf(row).map((note) => context.marks.refer(note)));
  const cells = row.cells.map((cell, index) =>
    cellOf(
      placeOf(grid, index),
      cellParagraphs(context, grid, index, cell, index === 0 ? marks : []),
      bottom,
    ),
  );
  return new TableRow({ cantSplit: true, children: cells });
}

function groupRow(context: WordContext, grid: Grid, title: string): TableRow {
  const words = textRun(context, title, { bold: true, ...shrunk(9, grid.scale) });
  const paragraph = new Paragraph({
    style: 'Cell',
    keepNext: true,
    spacing: { before: 80 },
    children: [words],
  });
  const cell = new TableCell({
    columnSpan: grid.columns.length,
    margins: { top: 30, bottom: 30, left: 0, right: 0 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: NONE },
    children: [paragraph],
  });
  return new TableRow({ cantSplit: true, children: [cell] });
}

function gridOf(context: WordContext, one: TableBlock): Grid {
  const notes = placeNotes(one, context.document.numberOf);
  const { widths, scale } = columnWidths(one, MEASURE, TABLE_SIZE, (row) => notes.rowOf(row).length);
  return { columns: one.columns, widths: widths.map(twips), scale, notes };
}

/** A small gap, without which Word joins two tables. */
export function gapAfterTable(): Paragraph {
  return new Paragraph({ style: 'After', children: [] });
}

/** Heads repeat on every page, so they can carry no footnote: notes of theirs that are not yet called stand before the table. */
function headMarks(context: WordContext, { notes }: Grid): readonly ParagraphChild[] {
  const open = [...new Set(notes.columns)].filter(
    (note) => note !== undefined && context.marks.repeat(note) === undefined,
  );
  return referAll(open.map((note) => context.marks.refer(note as number)));
}

/** A table with its caption: heads repeated on every page, rules between groups, none upright. */
export function tableParts(context: WordContext, one: TableBlock): readonly FileChild[] {
  const grid = gridOf(context, one);
  const caption = one.label !== '' || one.title.length > 0 ? captionParagraphs(context, one) : [];
  const open = headMarks(context, grid);
  const before =
    open.length > 0
      ? [new Paragraph({ style: 'Measure', alignment: AlignmentType.RIGHT, children: open })]
      : [];
  const light = rule(context, 'line', THIN);
  const rows = one.groups.flatMap(({ title, rows: own }) => [
    ...(title ? [groupRow(context, grid, title)] : []),
    ...own.map((row, index) => bodyRow(context, grid, row, index === own.length - 1 ? light : NONE)),
  ]);
  const table = new Table({
    width: { size: grid.widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: grid.widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [headRow(context, grid), ...rows],
  });
  const notes = one.notes.map(
    (note) => new Paragraph({ style: 'Absent', children: inlineRuns(context, note) }),
  );
  return [...caption, ...before, table, ...(notes.length > 0 ? notes : [gapAfterTable()])];
}

/** The verdict box: cells side by side in one frame, the first in the colour of severity. */
export function boxTable(context: WordContext, cells: readonly BoxCell[]): Table {
  const frame = rule(context, 'ink', THICK);
  const width = Math.floor(twips(MEASURE) / cells.length);
  const boxes = cells.map(({ label, value, note }, index) => {
    const color = wordColour(context.colours, index === 0 ? 'sev' : 'ink');
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 110, bottom: 110, left: 120, right: 120 },
      children: [
        new Paragraph({ style: 'BoxLabel', children: [textRun(context, label)] }),
        new Paragraph({ style: 'BoxValue', children: inlineRuns(context, value, { last: 0 }, { color }) }),
        new Paragraph({ style: 'BoxNote', children: inlineRuns(context, note) }),
      ],
    });
  });
  return new Table({
    width: { size: width * cells.length, type: WidthType.DXA },
    columnWidths: cells.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: {
      top: frame,
      bottom: frame,
      left: frame,
      right: frame,
      insideHorizontal: NONE,
      insideVertical: rule(context, 'line', THIN),
    },
    rows: [new TableRow({ cantSplit: true, children: boxes })],
  });
}
