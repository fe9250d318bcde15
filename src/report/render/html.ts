import type {
  Block,
  BoxCell,
  Cell,
  ChartBlock,
  Column,
  ReportDocument,
  Row,
  TableBlock,
} from '../document.ts';
import { escapeHtml } from '../escape.ts';
import type { FigureSpan, Inline, Span } from '../inline.ts';
import type { Messages } from '../messages/messages.ts';
import { placeNotes, type TableNotes } from '../notes.ts';
import { usualRise } from '../tokens.ts';
import { APPENDIX, anchorOf, contentsHtml } from './html-contents.ts';
import { type ReportFonts, styleSheet } from './style.ts';

export type { ReportFonts } from './style.ts';

export interface HtmlOptions {
  /** Colour of a rise; by default warm in zh-Hans and cool elsewhere. */
  readonly rise?: 'warm' | 'cool';
  /** By default the reader's own. */
  readonly theme?: 'light' | 'dark';
  readonly fonts?: ReportFonts;
}

interface Context {
  readonly document: ReportDocument;
  readonly m: Messages;
}

/** The note number last printed in a text: figures of one note in a row print it once. `false` prints none. */
type Mark = false | { last: number };

function isNew(mark: Mark, number: number): boolean {
  if (mark === false || mark.last === number) return false;
  mark.last = number;
  return true;
}

function figure(context: Context, span: FigureSpan, mark: boolean): string {
  const number = context.document.numberOf(span.figure);
  const tone = span.tone === 'up' || span.tone === 'down' ? ` ${span.tone}` : '';
  const missing = span.missing ? ' missing' : '';
  const why = span.missing && span.figure.why ? ` title="${escapeHtml(context.m.why(span.figure.why))}"` : '';
  const sup = mark ? `<sup>${number}</sup>` : '';
  return `<a class="f${tone}${missing}" data-figure="${escapeHtml(span.figure.id)}" href="#n${number}"${why}>${escapeHtml(span.text)}${sup}</a>`;
}

function inlineSpan(context: Context, span: Span, mark: Mark): string {
  if (typeof span === 'string') return escapeHtml(span);
  switch (span.kind) {
    case 'strong':
      return `<b>${inline(context, span.of, mark)}</b>`;
    case 'code':
      return `<code>${escapeHtml(span.text)}</code>`;
    case 'tag':
      return `<span class="tag ${span.look}">${escapeHtml(span.text)}</span>`;
    case 'figure':
      return figure(context, span, isNew(mark, context.document.numberOf(span.figure)));
  }
}

function inline(context: Context, text: Inline, mark: Mark = { last: 0 }): string {
  return text.map((span) => inlineSpan(context, span, mark)).join('');
}

function simulatedTag({ document }: Context): string {
  return document.simulated
    ? `<span class="tag simulated">${escapeHtml(document.simulated.word)}</span>`
    : '';
}

function caption(context: Context, one: TableBlock | ChartBlock): string {
  const label = one.label === '' ? '' : `<span class="label">${escapeHtml(one.label)}</span>`;
  const measure = one.measure ? `<span class="m">${inline(context, one.measure)}</span>` : '';
  return `${simulatedTag(context)}${label}${inline(context, one.title)}${measure}`;
}

function cellClass(column: Column | undefined, cell?: Cell): string {
  const names = [
    ...(column?.align === 'start' ? ['start'] : []),
    ...(column?.phone ? [] : ['rest']),
    ...(cell?.faint ? ['faint'] : []),
  ];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function cellInner(context: Context, { text, under }: Cell): string {
  const second = under ? `<span class="u">${inline(context, under, false)}</span>` : '';
  return `${inline(context, text, false)}${second}`;
}

function noteLinks(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return `<sup>${numbers.map((number) => `<a href="#n${number}">${number}</a>`).join(' ')}</sup>`;
}

function rowHtml(context: Context, columns: readonly Column[], row: Row, notes: TableNotes): string {
  const cells = row.cells.map((cell, index) => {
    const column = columns[index];
    if (index === 0) {
      const name = inline(context, cell.text, false);
      const second = cell.under ? `<span class="u">${inline(context, cell.under, false)}</span>` : '';
      return `<th scope="row" role="rowheader" class="start">${name}${noteLinks(notes.rowOf(row))}${second}</th>`;
    }
    const key = column?.phone ? ` data-k="${escapeHtml(column.key)}"` : '';
    const label = column?.phone ? key : ` data-label="${escapeHtml(column?.title ?? '')}"`;
    return `<td role="cell"${cellClass(column, cell)}${label}>${cellInner(context, cell)}</td>`;
  });
  return `<tr role="row">${cells.join('')}</tr>`;
}

function tableHtml(context: Context, one: TableBlock): string {
  const notes = placeNotes(one, context.document.numberOf);
  const heads = one.columns
    .map((column, index) => {
      const own = notes.columns[index];
      const mark = noteLinks(own === undefined ? [] : [own]);
      return `<th scope="col" role="columnheader"${cellClass(column)}${column.phone ? ` data-k="${escapeHtml(column.key)}"` : ''}>${escapeHtml(column.title)}${mark}</th>`;
    })
    .join('');
  const groups = one.groups.map(({ title, rows }) => {
    const head = title
      ? `<tr role="row" class="g"><th scope="rowgroup" role="rowheader" colspan="${one.columns.length}">${escapeHtml(title)}</th></tr>`
      : '';
    return `<tbody role="rowgroup">${head}${rows.map((row) => rowHtml(context, one.columns, row, notes)).join('')}</tbody>`;
  });
  const isNamed = one.label !== '' || (one.folded === undefined && one.title.length > 0);
  const name = isNamed ? ` aria-labelledby="${one.id}-c"` : '';
  const cap = isNamed ? `<div class="cap" id="${one.id}-c">${caption(context, one)}</div>` : '';
  const absent = one.notes.map((note) => `<p class="absent">${inline(context, note)}</p>`).join('');
  const more = one.columns.some((column, index) => index > 0 && !column.phone)
    ? `<label class="more"><input type="checkbox">${escapeHtml(context.m.labels.allColumns)}</label>`
    : '';
  return `<div class="t" id="${one.id}">${cap}${more}<table role="table"${name}><thead role="rowgroup"><tr role="row">${heads}</tr></thead>${groups.join('')}</table>${absent}</div>`;
}

function tableBlock(context: Context, one: TableBlock): string {
  const table = tableHtml(context, one);
  return one.folded === undefined
    ? table
    : `<details><summary>${escapeHtml(one.folded)}</summary>${table}</details>`;
}

function chartHtml(context: Context, one: ChartBlock): string {
  const pictures = one
    .draw()
    .map(({ width, svg }) => (width === 'any' ? svg : `<div class="${width}">${svg}</div>`))
    .join('');
  const table = one.table ? tableBlock(context, one.table) : '';
  return `<figure id="fig-${one.id}"><figcaption>${caption(context, one)}</figcaption><div class="pictures${one.layout === 'multiples' ? ' multiples' : ''}">${pictures}</div>${table}</figure>`;
}

function boxHtml(context: Context, title: string, cells: readonly BoxCell[]): string {
  const inner = cells
    .map(
      ({ label, value, note }, index) =>
        `<div><dt>${escapeHtml(label)}</dt><dd class="v${index === 0 ? ' score' : ''}">${inline(context, value)}</dd><dd class="n">${inline(context, note)}</dd></div>`,
    )
    .join('');
  return `${simulatedTag(context)}<dl class="box" aria-label="${escapeHtml(title)}">${inner}</dl>`;
}

function listHtml(context: Context, one: Extract<Block, { kind: 'list' }>): string {
  const items = one.items.map((item) => `<li>${inline(context, item)}</li>`).join('');
  const title = one.title ? `<p>${escapeHtml(one.title)}</p>` : '';
  if (one.look === 'plain') return `${title}<ul class="plain">${items}</ul>`;
  return `<div class="warnings">${title}<ul>${items}</ul></div>`;
}

function blockHtml(context: Context, one: Block): string {
  switch (one.kind) {
    case 'heading': {
      const number = one.number ? `<b>${escapeHtml(one.number)}</b>` : '';
      const id = one.number ? ` id="${anchorOf(one.number)}"` : '';
      return `<h${one.level}${id}>${number}${escapeHtml(one.text)}</h${one.level}>`;
    }
    case 'paragraph':
      return `<p class="words${one.lead ? ' lead' : ''}">${simulatedTag(context)}${inline(context, one.text)}</p>`;
    case 'list':
      return listHtml(context, one);
    case 'box':
      return boxHtml(context, one.title, one.cells);
    case 'table':
      return tableBlock(context, one);
    case 'chart':
      return chartHtml(context, one);
  }
}

/** Blocks in order; charts of half the measure stand in pairs. */
function blocksHtml(context: Context, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let halves: string[] = [];
  const flush = () => {
    if (halves.length > 0) parts.push(`<div class="halves">${halves.join('')}</div>`);
    halves = [];
  };
  for (const one of blocks) {
    const html = blockHtml(context, one);
    if (one.kind === 'chart' && one.layout === 'half') {
      halves.push(html);
      continue;
    }
    flush();
    parts.push(html);
  }
  flush();
  return parts.join('\n');
}

function notesHtml({ document, m }: Context): string {
  const items = document.notes.map(({ number, title, series, text, formulas, flags }) => {
    const paths = formulas.map(
      ({ title, paths: own }) =>
        `${escapeHtml(title)} ${own.map((path) => `<code>${escapeHtml(path)}</code>`).join(' ')}`,
    );
    const marks = flags.length > 0 ? [`${m.noteFlags}${m.colon}${flags.join(m.comma)}`] : [];
    const ids = series.map((id) => `<code>${escapeHtml(id)}</code>`).join(' ');
    const head = [escapeHtml(title), ids].filter((part) => part !== '').join(' ');
    const body = text === '' ? [] : [escapeHtml(text)];
    const parts = [
      ...(head === '' ? [] : [head]),
      ...body,
      paths.join(escapeHtml(m.comma)),
      ...marks.map(escapeHtml),
    ];
    return `<li id="n${number}">${parts.join(escapeHtml(m.semicolon))}</li>`;
  });
  return `<ol class="notes">${items.join('\n')}</ol>`;
}

function headerHtml(context: Context): string {
  const { document, m } = context;
  const title = document.title.map((part) => `<span>${escapeHtml(part)}</span>`).join(m.gap);
  const asOf = document.asOfLine.map((part) => `<span>${escapeHtml(part)}</span>`).join(' · ');
  const notice = document.simulated
    ? `<p class="notice"><span>${escapeHtml(document.simulated.sentence)}</span></p>`
    : '';
  return `<header><div class="running"><div><strong>Tidemark</strong> ${simulatedTag(context)}</div><div>${escapeHtml(document.date)}</div></div>
<h1>${simulatedTag(context)}${title}</h1>
<p class="asof">${asOf}</p>${notice}</header>`;
}

/** The text, with the contents between the front matter and the first chapter. */
function mainHtml(context: Context): string {
  const { document, m } = context;
  const { blocks } = document;
  const first = blocks.findIndex((one) => one.kind === 'heading' && one.level === 2);
  if (first < 0) return blocksHtml(context, blocks);
  return [
    blocksHtml(context, blocks.slice(0, first)),
    contentsHtml(document, m.language),
    blocksHtml(context, blocks.slice(first)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The end matter, with the appendix closed until asked for. */
function backHtml(context: Context): string {
  const { back } = context.document;
  const at = back.findIndex((one) => one.kind === 'heading' && one.number === APPENDIX);
  if (at < 0) return blocksHtml(context, back);
  const [head, ...rest] = back.slice(at) as [Block, ...Block[]];
  return `${blocksHtml(context, back.slice(0, at))}
<details class="appendix"><summary>${blockHtml(context, head)}</summary>
${blocksHtml(context, rest)}
</details>`;
}

/** The document as one HTML file: inline style, inline pictures, no scripts, nothing fetched. */
export function renderHtml(document: ReportDocument, m: Messages, options: HtmlOptions): string {
  const context: Context = { document, m };
  const rise = options.rise ?? usualRise(m.language);
  const theme = options.theme ? ` data-theme="${options.theme}"` : '';
  const simulated = document.simulated ? `${document.simulated.word} · ` : '';
  const title = escapeHtml(`${simulated}${document.title.join(m.gap)}`);
  const style = styleSheet(options.fonts ?? {}, {
    left: document.simulated ? `Tidemark · ${document.simulated.word}` : 'Tidemark',
    right: document.date,
    ...document.pageWord,
  });
  return `<!doctype html>
<html lang="${m.language}" data-rise="${rise}"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Tidemark</title>
<style>
${style}
</style>
</head>
<body>
<div class="page">
${headerHtml(context)}
<main>
${mainHtml(context)}
</main>
<footer class="back">
${backHtml(context)}
<h2 id="notes">${escapeHtml(document.notesTitle)}</h2>
<p>${inline(context, document.notesLead)}</p>
${notesHtml(context)}
</footer>
</div>
</body>
</html>
`;
}
