import type { Drawn } from './drawn.ts';
import type { Figure } from './figure.ts';
import { type FigureSpan, figuresOf, type Inline } from './inline.ts';

/** A cell of the verdict box: label, the value large, one line of context. */
export interface BoxCell {
  readonly label: string;
  readonly value: Inline;
  readonly note: Inline;
}

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align: 'start' | 'end';
  /** Kept on the first line of a row on a phone; the others follow in a second line with their titles. */
  readonly phone?: boolean;
}

export interface Cell {
  readonly text: Inline;
  /** Second line, smaller: a date under its value. */
  readonly under?: Inline;
  /** Unremarkable, so it steps back. */
  readonly faint?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
}

export interface RowGroup {
  readonly title?: string;
  readonly rows: readonly Row[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly label: string;
  readonly title: Inline;
  readonly measure?: Inline;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  readonly notes: readonly Inline[];
  /** Stands under a chart, closed until asked for. */
  readonly folded?: string;
}

/** One picture: drawn only by a renderer that can show it. `narrow` pictures are for phones. */
export interface Picture {
  readonly width: 'wide' | 'narrow' | 'any';
  readonly svg: string;
}

export interface ChartBlock {
  readonly kind: 'chart';
  readonly id: string;
  readonly label: string;
  /** The finding, in words. */
  readonly title: Inline;
  /** What is measured, in which unit, over which span. */
  readonly measure: Inline;
  /** One picture over the whole measure, half of it, or small multiples. */
  readonly layout: 'one' | 'half' | 'multiples';
  readonly draw: () => readonly Picture[];
  readonly table?: TableBlock;
  /** What is drawn, where no table says it: for a reader who cannot take it from a picture. A page prints it, a report does not. */
  readonly drawn?: Drawn;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly number: string; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: Inline;
      readonly lead?: boolean;
      /** More than its section needs: a report tells it in its appendix. */
      readonly behind?: boolean;
    }
  | {
      readonly kind: 'list';
      readonly title?: string;
      readonly items: readonly Inline[];
      readonly look: 'plain' | 'warnings';
    }
  | { readonly kind: 'box'; readonly title: string; readonly cells: readonly BoxCell[] }
  | ChartBlock
  | TableBlock;

/** A report in one language, before it becomes Markdown or HTML. Words only: nothing here is computed. */
export interface ReportDocument {
  readonly title: readonly string[];
  /** Session of the verdict, in words. */
  readonly date: string;
  readonly pageWord: { readonly before: string; readonly of: string; readonly after: string };
  readonly asOfLine: readonly string[];
  readonly simulated?: { readonly word: string; readonly sentence: string };
  readonly blocks: readonly Block[];
  readonly back: readonly Block[];
  readonly notesTitle: string;
  readonly notesLead: Inline;
  readonly notes: readonly NoteText[];
  numberOf(figure: Figure): number;
}

/** A footnote in words: what its figures are of, and by formula the paths of their ids; a path that begins with a dot follows the id of the series. */
export interface NoteText {
  readonly number: number;
  readonly title: string;
  /** Catalogue ids the figures were made from. */
  readonly series: readonly string[];
  readonly text: string;
  readonly formulas: readonly { readonly title: string; readonly paths: readonly string[] }[];
  readonly flags: readonly string[];
}

function textsOfTable(table: TableBlock): readonly Inline[] {
  const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [
    table.title,
    ...(table.measure ? [table.measure] : []),
    ...cells.flatMap(({ text, under }) => (under ? [text, under] : [text])),
    ...table.notes,
  ];
}

/** Every text of a block in reading order. */
export function textsOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return [[block.text]];
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'box':
      return block.cells.flatMap(({ value, note }) => [value, note]);
    case 'chart':
      return [block.title, block.measure, ...(block.table ? textsOfTable(block.table) : [])];
    case 'table':
      return textsOfTable(block);
  }
}

/** Every figure of these blocks in reading order, repeats included. */
export function figuresIn(blocks: readonly Block[]): readonly FigureSpan[] {
  return blocks.flatMap((block) => textsOf(block).flatMap(figuresOf));
}
