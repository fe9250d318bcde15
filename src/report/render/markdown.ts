import type { Block, BoxCell, Cell, ReportDocument, Row, TableBlock } from '../document.ts';
import { escapeMarkdown } from '../escape.ts';
import type { Inline, Span } from '../inline.ts';
import type { Messages } from '../messages/messages.ts';
import { placeNotes, type TableNotes } from '../notes.ts';

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

/** A closing sign stands outside: CommonMark does not close bold after a sign that no space follows, as in Chinese. */
function bold(text: string): string {
  const [, body, sign] = /^([\s\S]*?)([.。！？]?)$/.exec(text) as unknown as [string, string, string];
  return `**${body}**${sign}`;
}

function span(context: Context, one: Span, marks: Mark): string {
  if (typeof one === 'string') return escapeMarkdown(one);
  switch (one.kind) {
    case 'strong':
      return bold(inline(context, one.of, marks));
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

function cellText(context: Context, { text, under }: Cell): string {
  const first = inline(context, text, false);
  const second = under ? inline(context, under, false) : '';
  return second === '' ? first : `${first} (${second})`;
}

function markList(numbers: readonly number[]): string {
  return numbers.map((number) => `[^${number}]`).join('');
}

function rowText(context: Context, row: Row, notes: TableNotes): string {
  const cells = row.cells.map((cell, index) =>
    index === 0 ? `${cellText(context, cell)}${markList(notes.rowOf(row))}` : cellText(context, cell),
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
  const notes = placeNotes(block, context.document.numberOf);
  const heads = block.columns.map(({ title }, index) => {
    const own = notes.columns[index];
    return `${escapeMarkdown(title)}${own === undefined ? '' : markList([own])}`;
  });
  const head = `| ${heads.join(' | ')} |`;
  const rule = `| ${block.columns.map(({ align }) => (align === 'end' ? '---:' : ':---')).join(' | ')} |`;
  const empty = block.columns.slice(1).map(() => '');
  const rows = block.groups.flatMap(({ title, rows: own }) => [
    ...(title ? [`| ${[`**${escapeMarkdown(title)}**`, ...empty].join(' | ')} |`] : []),
    ...own.map((row) => rowText(context, row, notes)),
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

function notesText({ document, m }: Context): string {
  return document.notes
    .map(({ number, title, series, text, formulas, flags }) => {
      const paths = formulas.map(
        ({ title, paths: own }) =>
          `${escapeMarkdown(title)} ${own.map((path) => `\`${path.replace(/`/g, '')}\``).join(' ')}`,
      );
      const marks = flags.length > 0 ? [`${m.noteFlags}${m.colon}${flags.join(m.comma)}`] : [];
      const ids = series.map((id) => `\`${id.replace(/`/g, '')}\``).join(' ');
      const head = [escapeMarkdown(title), ids].filter((part) => part !== '').join(' ');
      const body = text === '' ? [] : [escapeMarkdown(text)];
      const parts = [
        ...(head === '' ? [] : [head]),
        ...body,
        paths.join(m.comma),
        ...marks.map(escapeMarkdown),
      ];
      return `[^${number}]: ${parts.join(m.semicolon)}`;
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
    notesText(context),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
