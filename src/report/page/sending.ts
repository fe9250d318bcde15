import type { Wording } from '../desk.ts';
import type { Block, Cell, Column, TableBlock } from '../document.ts';
import type { FigureSpan, Inline, Span } from '../inline.ts';
import { baseSeries } from '../notes.ts';
import { drawnTable } from './drawn-table.ts';
import type { SentBlock, SentCell, SentChart, SentFigure, SentInline, SentSpan, SentTable } from './sent.ts';

function sentFigure({ m }: Wording, { figure, text, tone, missing }: FigureSpan): SentFigure {
  const flags = figure.flags.map((flag) => m.flags[flag]);
  return {
    kind: 'figure',
    id: figure.id,
    text,
    ...(tone ? { tone } : {}),
    ...(missing ? { why: m.why(figure.why ?? '') } : {}),
    ...(flags.length > 0 ? { flags } : {}),
    of: baseSeries(figure),
    value: figure.value,
  };
}

function sentSpan(wording: Wording, span: Span): SentSpan {
  if (typeof span === 'string') return span;
  if (span.kind === 'figure') return sentFigure(wording, span);
  if (span.kind === 'strong') return { kind: 'strong', of: sentInline(wording, span.of) };
  return span;
}

/** A text as the page gets it: figures keep their id and their words, and leave the rest behind. */
export function sentInline(wording: Wording, text: Inline): SentInline {
  return text.map((span) => sentSpan(wording, span));
}

export function sentCell(wording: Wording, { text, under, faint }: Cell): SentCell {
  return {
    text: sentInline(wording, text),
    ...(under ? { under: sentInline(wording, under) } : {}),
    ...(faint ? { faint } : {}),
  };
}

/** Columns of numbers are sorted by their figures, the others by their words. */
function sentColumn(column: Column): SentTable['columns'][number] {
  return { ...column, sort: column.align === 'end' ? 'number' : 'text' };
}

export function sentTable(wording: Wording, table: TableBlock): SentTable {
  const { kind, id, label, title, measure, columns, groups, notes, folded } = table;
  return {
    kind,
    id,
    label,
    title: sentInline(wording, title),
    ...(measure ? { measure: sentInline(wording, measure) } : {}),
    columns: columns.map(sentColumn),
    groups: groups.map(({ title: head, rows }) => ({
      ...(head === undefined ? {} : { title: head }),
      rows: rows.map(({ cells }) => ({ cells: cells.map((cell) => sentCell(wording, cell)) })),
    })),
    notes: notes.map((note) => sentInline(wording, note)),
    ...(folded === undefined ? {} : { folded }),
  };
}

/** Draws the pictures: what is sent can be shown as it is. */
function sentChart(wording: Wording, block: Extract<Block, { kind: 'chart' }>): SentChart {
  const { kind, id, title, measure, layout, draw, table, drawn } = block;
  return {
    kind,
    id,
    title: sentInline(wording, title),
    measure: sentInline(wording, measure),
    layout,
    pictures: draw(),
    ...(table
      ? { table: sentTable(wording, table) }
      : drawn
        ? { table: drawnTable(wording.language, id, drawn) }
        : {}),
  };
}

/** A block of the report as the page gets it. */
export function sentBlock(wording: Wording, block: Block): SentBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level === 2 ? 2 : 3, text: block.text };
    case 'paragraph':
      return { kind: 'paragraph', text: sentInline(wording, block.text), look: 'words' };
    case 'list':
      return {
        kind: 'list',
        ...(block.title === undefined ? {} : { title: block.title }),
        items: block.items.map((item) => sentInline(wording, item)),
        look: block.look,
      };
    case 'box':
      return {
        kind: 'stats',
        cells: block.cells.map(({ label, value, note }) => ({
          label,
          value: sentInline(wording, value),
          note: sentInline(wording, note),
        })),
      };
    case 'table':
      return sentTable(wording, block);
    case 'chart':
      return sentChart(wording, block);
  }
}

export function sentBlocks(wording: Wording, blocks: readonly Block[]): readonly SentBlock[] {
  return blocks.map((block) => sentBlock(wording, block));
}
