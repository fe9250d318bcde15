import {
  BookmarkEnd,
  BookmarkStart,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, NoteText, ReportDocument } from '../document.ts';
import { escapeHtml } from '../escape.ts';
import type { Messages } from '../messages/messages.ts';
import { paperColours, usualRise } from '../tokens.ts';
import { chartParts, halves } from './docx-charts.ts';
import { boxTable, gapAfterTable, MEASURE, tableParts } from './docx-tables.ts';
import {
  codeRun,
  inlineRuns,
  noteMarks,
  type Raster,
  simulatedRuns,
  textRun,
  type WordContext,
} from './docx-text.ts';
import { twips, WORD_LANGUAGES, wordColour, wordStyles } from './docx-theme.ts';

/** A document before it is packed, and what is known of it: `docProps/core.xml` with the instant for its dates. */
export interface WordReport {
  readonly document: Document;
  readonly properties: string;
}

/** Margins in px at 96 dpi. */
const [UPRIGHT, SIDE] = [62, 48];
const [A4_WIDTH, A4_HEIGHT] = [11_906, 16_838];
/** Ids of a note up to so many characters stand in its footnote; more of them stand at the end of the document. */
const SHORT = 120;

const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;

function headingParagraph(context: WordContext, level: 2 | 3 | 4, number: string, text: string): Paragraph {
  const color = wordColour(context.colours, 'sev');
  return new Paragraph({
    heading: LEVELS[level],
    children: [...(number ? [textRun(context, `${number}  `, { color })] : []), textRun(context, text)],
  });
}

function listParagraphs(
  context: WordContext,
  { title, items, look }: Extract<Block, { kind: 'list' }>,
): Paragraph[] {
  const [head, item] = look === 'warnings' ? ['WarningTitle', 'Warning'] : ['Small', 'Small'];
  return [
    ...(title ? [new Paragraph({ style: head, children: [textRun(context, title)] })] : []),
    ...items.map((one) => new Paragraph({ style: item, children: inlineRuns(context, one) })),
  ];
}

function blockParts(context: WordContext, one: Block, isBack: boolean): readonly FileChild[] {
  switch (one.kind) {
    case 'heading':
      return [headingParagraph(context, one.level, one.number, one.text)];
    case 'paragraph': {
      const style = isBack ? 'Small' : one.lead ? 'Lead' : 'Words';
      const children = [...simulatedRuns(context), ...inlineRuns(context, one.text)];
      return [new Paragraph({ style, children })];
    }
    case 'list':
      return listParagraphs(context, one);
    case 'box':
      return [boxTable(context, one.cells), gapAfterTable()];
    case 'table':
      return tableParts(context, one);
    case 'chart':
      return chartParts(context, one);
  }
}

function blocksParts(context: WordContext, blocks: readonly Block[], isBack = false): FileChild[] {
  const parts: FileChild[] = [];
  let open: (readonly FileChild[])[] = [];
  const flush = () => {
    if (open.length > 0) parts.push(...halves(open));
    open = [];
  };
  for (const one of blocks) {
    const own = blockParts(context, one, isBack);
    if (one.kind === 'chart' && one.layout === 'half') {
      open.push(own);
      continue;
    }
    flush();
    parts.push(...own);
  }
  flush();
  return parts;
}

function headParts(context: WordContext): FileChild[] {
  const { document, m } = context;
  const { simulated } = document;
  const title = [...simulatedRuns(context), textRun(context, document.title.join(m.gap))];
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: title }),
    new Paragraph({ style: 'AsOf', children: [textRun(context, document.asOfLine.join(' · '))] }),
    ...(simulated
      ? [new Paragraph({ style: 'Notice', children: [textRun(context, simulated.sentence)] })]
      : []),
  ];
}

function separated(context: WordContext, parts: readonly (readonly ParagraphChild[])[], by: string) {
  const full = parts.filter((part) => part.length > 0);
  return full.flatMap((part, index) => (index === 0 ? part : [textRun(context, by), ...part]));
}

function idsOf(context: WordContext, { formulas }: NoteText): readonly ParagraphChild[] {
  const each = formulas.map(({ title, paths }) => [
    textRun(context, `${title} `),
    ...separated(
      context,
      paths.map((path) => [codeRun(context, path)]),
      ' ',
    ),
  ]);
  return separated(context, each, context.m.comma);
}

function isLong({ formulas }: NoteText): boolean {
  const length = formulas.reduce((sum, { title, paths }) => sum + title.length + paths.join(' ').length, 0);
  return length > SHORT;
}

/** What a note is of: its series, its session, when it was known. */
function subject(context: WordContext, { title, series }: NoteText): readonly ParagraphChild[] {
  const ids = series.map((id) => [codeRun(context, id)]);
  return separated(context, [...(title ? [[textRun(context, title)]] : []), ...ids], ' ');
}

function originOf(number: number): string {
  return `_Origin${number}`;
}

/** A footnote: what its figures are of, when that was known, and their ids, or where these stand. */
function footnote(context: WordContext, note: NoteText, number: number): Paragraph {
  const { m, document } = context;
  const ids = isLong(note)
    ? [
        new InternalHyperlink({
          anchor: originOf(number),
          children: [textRun(context, `${document.notesTitle} ${number}`, { style: 'Hyperlink' })],
        }),
      ]
    : idsOf(context, note);
  const flags = note.flags.length > 0 ? `${m.noteFlags}${m.colon}${note.flags.join(m.comma)}` : '';
  const parts = [
    subject(context, note),
    note.text === '' ? [] : [textRun(context, note.text)],
    ids,
    flags === '' ? [] : [textRun(context, flags)],
  ];
  return new Paragraph({
    style: 'FootnoteText',
    children: [textRun(context, ' '), ...separated(context, parts, m.semicolon)],
  });
}

/** Ids that are too many for the foot of a page. */
function origins(context: WordContext, notes: readonly NoteText[]): FileChild[] {
  const long = notes.flatMap((note, index) => (isLong(note) ? [{ note, number: index + 1 }] : []));
  const { document } = context;
  return [
    headingParagraph(context, 2, '', document.notesTitle),
    new Paragraph({ style: 'Small', children: inlineRuns(context, document.notesLead) }),
    ...long.map(({ note, number }) => {
      const link = notes.length + number;
      const children = [
        new BookmarkStart(originOf(number), link),
        textRun(context, `${number}  `, { color: wordColour(context.colours, 'accent') }),
        new BookmarkEnd(link),
        ...separated(context, [subject(context, note), idsOf(context, note)], context.m.semicolon),
      ] as unknown as readonly ParagraphChild[];
      return new Paragraph({ style: 'Origin', children });
    }),
  ];
}

function running(context: WordContext): Header {
  const { date, simulated } = context.document;
  const left = simulated ? `Tidemark · ${simulated.word}` : 'Tidemark';
  return new Header({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(MEASURE) }],
        children: [textRun(context, left), new TextRun({ text: '\t' }), textRun(context, date)],
      }),
    ],
  });
}

function folio(context: WordContext): Footer {
  const { before, of, after } = context.document.pageWord;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Folio',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(MEASURE) }],
        children: [
          new TextRun({ text: '\t' }),
          textRun(context, before),
          new TextRun({ children: [PageNumber.CURRENT] }),
          textRun(context, of),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          textRun(context, after),
        ],
      }),
    ],
  });
}

function properties({ document, m }: WordContext, title: string, asOf: string): string {
  const { value, eastAsia } = WORD_LANGUAGES[m.language];
  const date = `<dcterms:X xsi:type="dcterms:W3CDTF">${asOf.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z')}</dcterms:X>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:subject>${escapeHtml(document.asOfLine.join(' · '))}</dc:subject><dc:creator>Tidemark</dc:creator><dc:language>${m.language === 'en' ? value : eastAsia}</dc:language>${['created', 'modified'].map((name) => date.replaceAll('dcterms:X', `dcterms:${name}`)).join('')}</cp:coreProperties>`;
}

/**
 * The document for Word, A4: headings of the outline, footnotes of Word's own, pictures inside, the date that of the instant.
 * @param asOf instant as text, `2026-02-06T01:00Z`
 * @param raster pixels of a picture, for programs that cannot show SVG
 */
export function renderDocx(
  document: ReportDocument,
  m: Messages,
  asOf: string,
  raster: Raster = () => undefined,
): WordReport {
  let drawings = 0;
  const context: WordContext = {
    document,
    m,
    colours: paperColours(usualRise(m.language)),
    marks: noteMarks(),
    nextDrawing: () => ++drawings,
    raster,
  };
  const body = [
    ...headParts(context),
    ...blocksParts(context, document.blocks),
    ...blocksParts(context, document.back, true),
  ];
  const byNumber = new Map(document.notes.map((note) => [note.number, note]));
  const called = context.marks.called().map((number) => byNumber.get(number) as NoteText);
  const footnotes = called.map((note, index) => [
    String(index + 1),
    { children: [footnote(context, note, index + 1)] },
  ]);
  const simulated = document.simulated ? `${document.simulated.word} · ` : '';
  const title = `${simulated}${document.title.join(m.gap)}`;
  const margin = {
    top: twips(UPRIGHT),
    bottom: twips(UPRIGHT),
    left: twips(SIDE),
    right: twips(SIDE),
    header: twips(UPRIGHT / 2),
    footer: twips(UPRIGHT / 2),
  };
  return {
    document: new Document({
      title,
      creator: 'Tidemark',
      styles: wordStyles(m.language),
      footnotes: Object.fromEntries(footnotes),
      sections: [
        {
          properties: { page: { size: { width: A4_WIDTH, height: A4_HEIGHT }, margin } },
          headers: { default: running(context) },
          footers: { default: folio(context) },
          children: [...body, ...origins(context, called)],
        },
      ],
    }),
    properties: properties(context, title, asOf),
  };
}
