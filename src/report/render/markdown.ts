import type { Block, BoxCell, Cell, ReportDocument, Row, TableBlock } from '../document.ts';
import { escapeMarkdown } from '../escape.ts';
import { figuresOf, type Inline, type Span } from '../inline.ts';
import type { Messages } from '../messages/messages.ts';

interface Context {
  readonly document: ReportDocument;
  readonly m: Messages;
}

/** The note number last printed in a text: figures of one note in a row print it once. `false` prints none. */
type Mark = false | { last: number };

function markOf(mark: Mark, number: number): string {
  if (mark === false || mark.last === number) return '';
  mark.last = number;
  return `[^${number}]`;
}

function span(context: Context, one: Span, marks: Mark): string {
  if (typeof one === 'string') return escapeMarkdown(one);
  switch (one.kind) {
    case 'strong':
      return `**${inline(context, one.of, marks)}**`;
    case 'code':
      return `\`${one.text.replace(/`/g, '')}\``;
    case 'tag':
      return `[${escapeMarkdown(one.text)}]`;
    case 'figure':
      return `${escapeMarkdown(one.text)}${markOf(marks, context.document.numberOf(one.figure))}`;
  }
}

function inline(context: Context, text: Inline, marks: Mark = { last: 0 }): string {
  return text.map((one) => span(context, one, marks)).join('');
}

/** Footnote numbers of a row, once each: a number at every cell would drown the values. */
function rowMarks({ document }: Context, row: Row): string {
  const figures = row.cells.flatMap(({ text, under }) => [...figuresOf(text), ...figuresOf(under ?? [])]);
  const numbers = [...new Set(figures.map(({ figure }) => document.numberOf(figure)))];
  return numbers.map((number) => `[^${number}]`).join('');
}

function cellText(context: Context, { text, under }: Cell): string {
  const first = inline(context, text, false);
  const second = under ? inline(context, under, false) : '';
  return second === '' ? first : `${first} (${second})`;
}

function rowText(context: Context, row: Row): string {
  const cells = row.cells.map((cell, index) =>
    index === 0 ? `${cellText(context, cell)}${rowMarks(context, row)}` : cellText(context, cell),
  );
  return `| ${cells.join(' | ')} |`;
}

function simulatedLine({ document }: Context): readonly string[] {
  return document.simulated ? [`**[${document.simulated.word}]**`] : [];
}

function caption(context: Context, label: string, title: Inline): string {
  const named = label === '' ? '' : `${escapeMarkdown(label)} `;
  const mark = simulatedLine(context);
  return [`**${named}${inline(context, title)}**`, ...mark].join(' ');
}

function table(context: Context, block: TableBlock): readonly string[] {
  const head = `| ${block.columns.map(({ title }) => escapeMarkdown(title)).join(' | ')} |`;
  const rule = `| ${block.columns.map(({ align }) => (align === 'end' ? '---:' : ':---')).join(' | ')} |`;
  const empty = block.columns.slice(1).map(() => '');
  const rows = block.groups.flatMap(({ title, rows: own }) => [
    ...(title ? [`| ${[`**${escapeMarkdown(title)}**`, ...empty].join(' | ')} |`] : []),
    ...own.map((row) => rowText(context, row)),
  ]);
  return [
    caption(context, block.label, block.title),
    ...(block.measure ? [inline(context, block.measure)] : []),
    [head, rule, ...rows].join('\n'),
    ...block.notes.map((note) => inline(context, note)),
  ];
}

function box(context: Context, cells: readonly BoxCell[]): string {
  const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [
    row(cells.map(({ label }) => escapeMarkdown(label))),
    row(cells.map(() => ':---')),
    row(cells.map(({ value }) => `**${inline(context, value)}**`)),
    row(cells.map(({ note }) => inline(context, note))),
  ].join('\n');
}

function marked(context: Context, text: string): string {
  return [...simulatedLine(context), text].join(' ');
}

function block(context: Context, one: Block): readonly string[] {
  switch (one.kind) {
    case 'heading':
      return [`${'#'.repeat(one.level)} ${one.number ? `${one.number} ` : ''}${escapeMarkdown(one.text)}`];
    case 'paragraph':
      return [marked(context, inline(context, one.text))];
    case 'list':
      return [
        ...(one.title ? [`**${escapeMarkdown(one.title)}**`] : []),
        ...(one.items.length > 0 ? [one.items.map((item) => `- ${inline(context, item)}`).join('\n')] : []),
      ];
    case 'box':
      return [...simulatedLine(context), box(context, one.cells)];
    case 'table':
      return table(context, one);
    case 'chart':
      return [
        caption(context, one.label, one.title),
        inline(context, one.measure),
        ...(one.table ? table(context, { ...one.table, title: [] }).slice(1) : []),
      ];
  }
}

function notes({ document, m }: Context): string {
  return document.notes
    .map(({ number, text, formulas, flags }) => {
      const paths = formulas.map(
        ({ title, paths: own }) =>
          `${m.noteFormula} ${escapeMarkdown(title)}: ${own.map((path) => `\`${path}\``).join(' ')}`,
      );
      const marks = flags.length > 0 ? [`${m.noteFlags}: ${flags.map(escapeMarkdown).join(', ')}`] : [];
      return `[^${number}]: ${[escapeMarkdown(text), ...paths, ...marks].join('; ')}`;
    })
    .join('\n');
}

/** The document as GitHub-flavoured Markdown: same words, charts as their tables, footnotes for every figure. */
export function renderMarkdown(document: ReportDocument, m: Messages): string {
  const context: Context = { document, m };
  const title = escapeMarkdown(document.title.join(m.gap));
  const simulated = document.simulated;
  const parts = [
    `# ${simulated ? `[${simulated.word}] ` : ''}${title}`,
    escapeMarkdown(document.asOfLine.join(' · ')),
    ...(simulated ? [`> **${escapeMarkdown(simulated.sentence)}**`] : []),
    ...document.blocks.flatMap((one) => block(context, one)),
    ...document.back.flatMap((one) => block(context, one)),
    `## ${escapeMarkdown(document.notesTitle)}`,
    inline(context, document.notesLead),
    notes(context),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
