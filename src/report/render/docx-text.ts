import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  BuilderElement,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ReportDocument } from '../document.ts';
import { xmlCharacters } from '../escape.ts';
import type { FigureSpan, Inline, Span } from '../inline.ts';
import type { Messages } from '../messages/messages.ts';
import { wordColour } from './docx-theme.ts';

/** The footnotes that a document has called for, in the order in which Word numbers them: that of their first marks. */
export interface NoteMarks {
  /** The mark of a note of the report: the footnote itself the first time, a reference to its number later. */
  readonly refer: (note: number) => readonly ParagraphChild[];
  /** A reference only, for places that repeat and so can carry no footnote; undefined when it has no number yet. */
  readonly repeat: (note: number) => readonly ParagraphChild[] | undefined;
  readonly called: () => readonly number[];
}

/** An SVG as the bytes of a PNG; undefined when it cannot be made. */
export type Raster = (svg: string) => Uint8Array | undefined;

export interface WordContext {
  readonly document: ReportDocument;
  readonly m: Messages;
  readonly colours: ReadonlyMap<string, string>;
  readonly marks: NoteMarks;
  /** The next number of a drawing: the library would count on from document to document. */
  readonly nextDrawing: () => number;
  /** Pixels for programs that cannot show SVG. */
  readonly raster: Raster;
}

/** The note last marked in a text: figures of one note in a row mark it once. `false` marks none. */
export type Mark = false | { last: number };

export function noteMarks(): NoteMarks {
  const numbers = new Map<number, number>();
  const repeat = (note: number) => {
    const number = numbers.get(note);
    return number === undefined ? undefined : [numberOfFootnote(number)];
  };
  return {
    repeat,
    refer(note) {
      const known = repeat(note);
      if (known) return known;
      const number = numbers.size + 1;
      numbers.set(note, number);
      return [
        new BookmarkStart(bookmarkOf(number), number),
        new FootnoteReferenceRun(number),
        new BookmarkEnd(number),
      ] as unknown as readonly ParagraphChild[];
    },
    called: () => [...numbers.keys()],
  };
}

function bookmarkOf(number: number): string {
  return `_RefNote${number}`;
}

/** A field that Word keeps true when footnotes are added or taken away. */
function numberOfFootnote(number: number): ParagraphChild {
  return new BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: ` NOTEREF ${bookmarkOf(number)} \\f \\h ` } },
    children: [new TextRun({ text: String(number), style: 'FootnoteReference' })],
  }) as unknown as ParagraphChild;
}

/** Marks of several notes, with a blank between them. */
export function referAll(marks: readonly (readonly ParagraphChild[])[]): readonly ParagraphChild[] {
  return marks.flatMap((one, index) =>
    index === 0 ? one : [new TextRun({ text: ' ', superScript: true }), ...one],
  );
}

/** A run of plain text; in Chinese, quotes and dashes that Latin has too are set in the Chinese font. */
export function textRun({ m }: WordContext, text: string, look: Omit<IRunOptions, 'text'> = {}): TextRun {
  const hint = m.language === 'en' || look.style === 'Id' ? {} : { font: { hint: 'eastAsia' } };
  return new TextRun({ ...hint, ...look, text: xmlCharacters(text).replace(/\s/g, ' ') });
}

export function codeRun(context: WordContext, text: string): TextRun {
  return textRun(context, text, { style: 'Id' });
}

const TAG_PAINT = { simulated: 'sev', amber: 'amber', plain: 'ink-3' } as const;

function tagRuns(context: WordContext, text: string, look: keyof typeof TAG_PAINT): readonly TextRun[] {
  const color = wordColour(context.colours, TAG_PAINT[look]);
  const border = { style: BorderStyle.SINGLE, size: 4, space: 0, color };
  return [textRun(context, text, { color, border, size: 16, bold: false }), textRun(context, ' ')];
}

/** The word that marks simulated data, before a title. */
export function simulatedRuns(context: WordContext): readonly TextRun[] {
  const { simulated } = context.document;
  return simulated ? tagRuns(context, simulated.word, 'simulated') : [];
}

function figureRuns(
  context: WordContext,
  span: FigureSpan,
  mark: Mark,
  look: IRunOptions,
): readonly ParagraphChild[] {
  const number = context.document.numberOf(span.figure);
  const isNew = mark !== false && mark.last !== number;
  if (mark !== false) mark.last = number;
  const tone = span.tone === 'up' || span.tone === 'down' ? span.tone : undefined;
  const paint = span.missing ? 'ink-3' : tone;
  const colour = paint ? { color: wordColour(context.colours, paint) } : {};
  return [textRun(context, span.text, { ...look, ...colour }), ...(isNew ? context.marks.refer(number) : [])];
}

function spanRuns(
  context: WordContext,
  span: Span,
  mark: Mark,
  look: IRunOptions,
): readonly ParagraphChild[] {
  if (typeof span === 'string') return [textRun(context, span, look)];
  switch (span.kind) {
    case 'strong':
      return inlineRuns(context, span.of, mark, { ...look, bold: true });
    case 'code':
      return [textRun(context, span.text, { ...look, style: 'Id' })];
    case 'tag':
      return tagRuns(context, span.text, span.look);
    case 'figure':
      return figureRuns(context, span, mark, look);
  }
}

/** A text as runs; figures mark their footnotes, unless `mark` is false. */
export function inlineRuns(
  context: WordContext,
  text: Inline,
  mark: Mark = { last: 0 },
  look: IRunOptions = {},
): readonly ParagraphChild[] {
  return text.flatMap((span) => spanRuns(context, span, mark, look));
}
