import type { Language } from '../../data/series/entry.ts';
import type {
  Block,
  BoxCell,
  Cell,
  ChartBlock,
  NoteText,
  ReportDocument,
  Row,
  TableBlock,
} from '../document.ts';
import { type FigureSpan, type Inline, plainText, type Span } from '../inline.ts';
import type { Messages } from '../messages/messages.ts';
import { placeNotes, type TableNotes } from '../notes.ts';
import { paperColours, usualRise } from '../tokens.ts';
import { columnWidths } from './column-widths.ts';
import { inOneFont, paperPictures, stillPicture } from './still.ts';
import { paperFonts, typstString, typstTheme } from './typst-theme.ts';

interface Context {
  readonly document: ReportDocument;
  readonly m: Messages;
  readonly colours: ReadonlyMap<string, string>;
  readonly family: string;
}

/** The note number last printed in a text: figures of one note in a row print it once. `false` prints none. */
type Mark = false | { last: number };

/** Room of the page in px at 96 dpi, and the letters of its tables. */
const MEASURE = 698;
const HALF = 337;
const TABLE_SIZE = 12;
const MULTIPLES = 4;
/** Figures up to so many characters stand on one line. */
const KEPT = 36;

function str(text: string): string {
  return `#${typstString(text)}`;
}

function figure(context: Context, span: FigureSpan, mark: Mark): string {
  const number = context.document.numberOf(span.figure);
  const isNew = mark !== false && mark.last !== number;
  if (mark !== false) mark.last = number;
  const tone = span.tone === 'up' || span.tone === 'down' ? `, fill: ${span.tone}` : '';
  const fill = span.missing ? ', fill: ink-3' : tone;
  const isKept = mark !== false && /[\s\u2E80-\uFFEF]/.test(span.text) && span.text.length <= KEPT;
  return `#fig(${typstString(span.text)}, ${number}${fill}${isNew ? ', mark: true' : ''}${isKept ? ', keep: true' : ''})`;
}

/** An id, which may be broken after its signs and nowhere else. */
function code(text: string): string {
  const parts = text.split(/(?<=[.,:;/@_{}+-])/);
  return `#id(${parts.map(typstString).join(', ')})`;
}

const TAG_PAINT = { simulated: 'sev', amber: 'amber', plain: 'ink-3' } as const;

function spanText(context: Context, span: Span, mark: Mark): string {
  if (typeof span === 'string') return str(span);
  switch (span.kind) {
    case 'strong':
      return `#strong[${inline(context, span.of, mark)}]`;
    case 'code':
      return code(span.text);
    case 'tag':
      return `#tag(${typstString(span.text)}, ${TAG_PAINT[span.look]})`;
    case 'figure':
      return figure(context, span, mark);
  }
}

function inline(context: Context, text: Inline, mark: Mark = { last: 0 }): string {
  return text.map((span) => spanText(context, span, mark)).join('');
}

function simulatedTag({ document }: Context): string {
  return document.simulated ? `#tag(${typstString(document.simulated.word)}, sev)` : '';
}

function caption(context: Context, one: TableBlock | ChartBlock): string {
  const label = one.label === '' ? '' : `${str(one.label)}#h(0.9em)`;
  const measure = one.measure ? `[${inline(context, one.measure)}]` : 'none';
  return `#caption([${simulatedTag(context)}${label}${inline(context, one.title)}], ${measure})`;
}

function refs(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : `#refs(${numbers.join(', ')})`;
}

function cellText(context: Context, { text, under, faint }: Cell, numbers: readonly number[]): string {
  const second = under ? `[${inline(context, under, false)}]` : 'none';
  const first = `${inline(context, text, false)}${refs(numbers)}`;
  return `cell([${faint ? `#text(fill: ink-3)[${first}]` : first}], ${second})`;
}

function rowText(context: Context, row: Row, notes: TableNotes): string {
  const cells = row.cells.map((cell, index) => cellText(context, cell, index === 0 ? notes.rowOf(row) : []));
  return `${cells.join(', ')},`;
}

function tableText(context: Context, one: TableBlock): string {
  const notes = placeNotes(one, context.document.numberOf);
  const { widths, scale } = columnWidths(one, MEASURE, TABLE_SIZE, (row) => notes.rowOf(row).length);
  const count = one.columns.length;
  const heads = one.columns.map(({ title }, index) => {
    const own = notes.columns[index];
    return `[#text(size: 0.96em, fill: ink-2)[${str(title)}${refs(own === undefined ? [] : [own])}]]`;
  });
  const groups = one.groups.map(({ title, rows }) => {
    const head = title ? `table.cell(colspan: ${count}, inset: (top: 6pt))[#strong[${str(title)}]],` : '';
    return [
      head,
      ...rows.map((row) => rowText(context, row, notes)),
      'table.hline(stroke: 0.6pt + line),',
    ].join('\n');
  });
  const columns = widths.map((width) => `${width.toFixed(1)}fr,`).join(' ');
  const aligns = one.columns.map(({ align }, index) =>
    align === 'start' || index === 0 ? 'left,' : 'right,',
  );
  return `#[#set text(size: ${(TABLE_SIZE * 0.75 * scale).toFixed(2)}pt)
#set par(leading: 0.24em)
#set super(baseline: -0.32em)
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#table(columns: (${columns}), align: (${aligns.join(' ')}),
table.header(${heads.map((head) => `table.cell(align: bottom)${head}`).join(', ')}, table.hline(stroke: 1.1pt + ink)),
${groups.join('\n')})]
${one.notes.map((note) => `#absent[${inline(context, note)}]`).join('\n')}`;
}

function tableBlock(context: Context, one: TableBlock): string {
  const isNamed = one.label !== '' || one.title.length > 0;
  return `#ruled[${isNamed ? caption(context, one) : ''}
${tableText(context, one)}]`;
}

function pictures(context: Context, one: ChartBlock): readonly string[] {
  const room = one.layout === 'half' ? HALF : MEASURE;
  return paperPictures(one.draw()).map((picture) => {
    const { svg, width } = stillPicture(picture, context.colours, context.family);
    const share = one.layout === 'multiples' ? 100 : Math.min(100, (100 * width) / room);
    return `svg(${typstString(inOneFont(svg))}, alt: ${typstString(plainText(one.title))}, width: ${share.toFixed(1)}%)`;
  });
}

function chartText(context: Context, one: ChartBlock): string {
  const drawn = pictures(context, one);
  const shown =
    one.layout === 'multiples'
      ? `#grid(columns: (1fr,) * ${MULTIPLES}, gutter: 8pt, ${drawn.join(', ')})`
      : drawn.map((picture) => `#${picture}`).join('\n');
  const table = one.table && one.table.folded === undefined ? tableBlock(context, one.table) : '';
  return `#ruled(breakable: false)[${caption(context, one)}
${shown}]
${table}`;
}

function boxText(context: Context, cells: readonly BoxCell[]): string {
  const inner = cells.map(({ label, value, note }, index) => {
    const paint = index === 0 ? 'sev' : 'ink';
    return `[#text(size: 8.5pt, fill: ink-2)[${str(label)}] \\
#text(size: 12pt, weight: "bold", fill: ${paint})[${inline(context, value)}] \\
#text(size: 8.25pt, fill: ink-2)[${inline(context, note)}]]`;
  });
  const stroke = '(x, _) => (left: if x > 0 { 0.6pt + line })';
  return `#block(width: 100%, above: 10pt, below: 14pt, stroke: 1.1pt + ink, breakable: false, grid(columns: (1fr,) * ${cells.length}, inset: 6.5pt, stroke: ${stroke}, ${inner.join(', ')}))`;
}

function listText(context: Context, one: Extract<Block, { kind: 'list' }>): string {
  const items = one.items.map((item) => `#small[${inline(context, item)}]`).join('\n');
  const title = one.title ? typstString(one.title) : 'none';
  if (one.look === 'warnings') return `#warnings(${title})[${items}]`;
  return `${one.title ? `#small[${str(one.title)}]` : ''}${items}`;
}

function blockText(context: Context, one: Block, isBack: boolean): string {
  switch (one.kind) {
    case 'heading': {
      const number = one.number ? `#text(fill: sev, ${typstString(one.number)})#h(0.6em)` : '';
      return `#heading(level: ${one.level - 1})[${number}${str(one.text)}]`;
    }
    case 'paragraph': {
      const text = `${simulatedTag(context)}${inline(context, one.text)}`;
      return isBack ? `#small[${text}]` : `#prose(lead: ${one.lead ?? false})[${text}]`;
    }
    case 'list':
      return listText(context, one);
    case 'box':
      return boxText(context, one.cells);
    case 'table':
      return tableBlock(context, one);
    case 'chart':
      return chartText(context, one);
  }
}

/** Blocks in order; charts of half the measure stand in pairs. */
function blocksText(context: Context, blocks: readonly Block[], isBack = false): string {
  const parts: string[] = [];
  let halves: string[] = [];
  const flush = () => {
    if (halves.length > 0) {
      parts.push(
        `#grid(columns: (1fr, 1fr), column-gutter: 18pt, ${halves.map((half) => `[${half}]`).join(', ')})`,
      );
    }
    halves = [];
  };
  for (const one of blocks) {
    const text = blockText(context, one, isBack);
    if (one.kind === 'chart' && one.layout === 'half') {
      halves.push(text);
      continue;
    }
    flush();
    parts.push(text);
  }
  flush();
  return parts.join('\n\n');
}

function noteText({ m }: Context, { number, title, series, text, formulas, flags }: NoteText): string {
  const paths = formulas.map(
    ({ title: name, paths: own }) => `${str(`${name} `)}${own.map((path) => code(path)).join('#" "')}`,
  );
  const head = [...(title ? [str(title)] : []), ...series.map((id) => code(id))].join('#" "');
  const parts = [
    ...(head === '' ? [] : [head]),
    ...(text === '' ? [] : [str(text)]),
    paths.join(str(m.comma)),
    ...(flags.length > 0 ? [str(`${m.noteFlags}${m.colon}${flags.join(m.comma)}`)] : []),
  ];
  return `#note(${number})[${parts.join(str(m.semicolon))}]`;
}

function pageText({ document }: Context): string {
  const left = document.simulated ? `Tidemark · ${document.simulated.word}` : 'Tidemark';
  const { before, of, after } = document.pageWord;
  const right = `#${typstString(`${document.date} · ${before}`)}#context counter(page).display()${str(of)}#context counter(page).final().first()${str(after)}`;
  return `#set page(paper: "a4", margin: (top: 46.5pt, x: 36pt, bottom: 39pt), header-ascent: 9pt, header: [
#set text(size: 8.5pt, fill: ink-2)
#block(width: 100%, stroke: (bottom: 0.75pt + ink), inset: (bottom: 3pt))[${str(left)}#h(1fr)${right}]])`;
}

function headText(context: Context): string {
  const { document, m } = context;
  const title = document.title.map((part) => `#box[${str(part)}]`).join(m.gap === '' ? '' : str(m.gap));
  const notice = document.simulated ? `#notice(${typstString(document.simulated.sentence)})` : '';
  return `#v(9pt)
#block(above: 0pt, below: 11pt)[#set par(leading: 0.5em)
#text(font: words, size: 21pt, weight: "bold")[${simulatedTag(context)}${title}]]
#block(above: 0pt, below: 10pt, text(size: 8.75pt, fill: ink-2)[${document.asOfLine.map((part) => `#box[${str(part)}]`).join(str(' · '))}])
${notice}`;
}

function metaText({ document, m }: Context, asOf: string): string {
  const [year, month, day, hour, minute] = asOf.match(/\d+/g)!.map(Number);
  const date = `datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour ?? 0}, minute: ${minute ?? 0}, second: 0)`;
  const simulated = document.simulated ? `${document.simulated.word} · ` : '';
  return `#set document(title: ${typstString(`${simulated}${document.title.join(m.gap)}`)}, author: "Tidemark", date: ${date})`;
}

/**
 * The document as one source of Typst for A4: pictures inside, every number a link to its note, the date that of the instant.
 * @param asOf instant as text, `2026-02-06T01:00Z`
 */
export function renderTypst(document: ReportDocument, m: Messages, asOf: string): string {
  const language: Language = m.language;
  const colours = paperColours(usualRise(language));
  const context: Context = { document, m, colours, family: paperFonts(language).ui };
  return `${metaText(context, asOf)}
${typstTheme(language)}
${pageText(context)}
${headText(context)}
${blocksText(context, document.blocks)}
${blocksText(context, document.back, true)}
#heading(level: 1)[${str(document.notesTitle)}]
#small[${inline(context, document.notesLead)}]
#columns(2, gutter: 24pt)[#set text(size: 7.75pt, fill: ink-2)
#set par(leading: 0.5em)
${document.notes.map((note) => noteText(context, note)).join('\n')}]
`;
}
