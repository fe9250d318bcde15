import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { Language } from '../../data/series/entry.ts';
import { paperColours, usualRise } from '../tokens.ts';

interface Fonts {
  readonly words: FontPair;
  readonly ui: FontPair;
}

interface FontPair {
  readonly latin: string;
  readonly eastAsia: string;
}

const SIMPLIFIED: Fonts = {
  words: { latin: 'Cambria', eastAsia: 'SimSun' },
  ui: { latin: 'Calibri', eastAsia: 'Microsoft YaHei' },
};

// Word brings these families to every system that it runs on; Noto, which the PDF embeds, is not among them.
const FONTS: Readonly<Record<Language, Fonts>> = {
  en: SIMPLIFIED,
  'zh-Hans': SIMPLIFIED,
  'zh-Hant': {
    words: { latin: 'Cambria', eastAsia: 'PMingLiU' },
    ui: { latin: 'Calibri', eastAsia: 'Microsoft JhengHei' },
  },
};

const CODE = 'Consolas';

/** Language tags of Word: of Latin text, and of Chinese text. */
export const WORD_LANGUAGES: Readonly<
  Record<Language, { readonly value: string; readonly eastAsia: string }>
> = {
  en: { value: 'en-GB', eastAsia: 'zh-CN' },
  'zh-Hans': { value: 'en-GB', eastAsia: 'zh-CN' },
  'zh-Hant': { value: 'en-GB', eastAsia: 'zh-TW' },
};

/** Families of the letters in a picture, the first that a reader has. */
export function pictureFamilies(language: Language): string {
  const { latin, eastAsia } = FONTS[language].ui;
  return `${latin}, ${eastAsia}, sans-serif`;
}

/** px at 96 dpi in twentieths of a point. */
export function twips(px: number): number {
  return Math.round(px * 15);
}

/** Points in half points, which is what Word has. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Colour of a name, as Word writes it: six digits. */
export function wordColour(colours: ReadonlyMap<string, string>, name: string): string {
  return (colours.get(name) as string).slice(1);
}

/** Thickness of a rule in eighths of a point. */
export const THICK = 9;
export const THIN = 5;

interface Look {
  readonly voice?: keyof Fonts;
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
  /** Line height in 240ths of a line. */
  readonly line?: number;
  readonly keepNext?: boolean;
  readonly border?: NonNullable<NonNullable<IParagraphStyleOptions['paragraph']>['border']>;
  readonly indent?: number;
  /** Depth in the outline, from 0. */
  readonly outlineLevel?: number;
}

/** Every style of the document: letters, colours, distances. */
export function wordStyles(language: Language): IStylesOptions {
  const colours = paperColours(usualRise(language));
  const colour = (name: string) => wordColour(colours, name);
  const isChinese = language !== 'en';
  const fontOf = (voice: keyof Fonts) => {
    const { latin, eastAsia } = FONTS[language][voice];
    return { ascii: latin, hAnsi: latin, cs: latin, eastAsia };
  };
  const look = ({ voice = 'ui', size, colour: paint = 'ink', bold, ...rest }: Look) => ({
    run: {
      font: fontOf(voice),
      size: halfPoints(size),
      color: colour(paint),
      bold: bold ?? false,
      italics: false,
    },
    paragraph: {
      spacing: {
        before: (rest.before ?? 0) * 20,
        after: (rest.after ?? 0) * 20,
        line: rest.line ?? 259,
        lineRule: LineRuleType.AUTO,
      },
      ...(rest.keepNext ? { keepNext: true, keepLines: true } : {}),
      ...(rest.border ? { border: rest.border } : {}),
      ...(rest.outlineLevel === undefined ? {} : { outlineLevel: rest.outlineLevel }),
      ...(rest.indent ? { indent: { left: rest.indent } } : {}),
    },
  });
  const style = (id: string, name: string, one: Look): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...look(one),
  });
  const heading = (outlineLevel: number, size: number, before: number, after: number) => ({
    next: 'Words',
    ...look({ voice: 'words', size, bold: true, before, after, keepNext: true, outlineLevel }),
  });
  const side = (name: string, size: number, space: number) => ({
    style: BorderStyle.SINGLE,
    color: colour(name),
    size,
    space,
  });
  const frame = side('sev', 6, 5);
  return {
    default: {
      document: {
        run: {
          font: fontOf('ui'),
          size: halfPoints(10),
          color: colour('ink'),
          language: WORD_LANGUAGES[language],
        },
      },
      title: { ...look({ voice: 'words', size: 21, bold: true, before: 9, after: 6, keepNext: true }) },
      heading1: heading(0, 15, 22, 8),
      heading2: heading(1, 12, 17, 6),
      heading3: heading(2, 10.5, 14, 5),
      caption: look({
        size: 10,
        bold: true,
        before: 14,
        after: 3,
        keepNext: true,
        border: { top: side('ink', THICK, 6) },
      }),
      footnoteText: look({ size: 7.5, colour: 'ink-2', after: 1, line: 240 }),
      footnoteReference: {
        run: { superScript: true, color: colour('accent'), font: fontOf('ui'), bold: false },
      },
      hyperlink: { run: { color: colour('accent') } },
    },
    characterStyles: [
      {
        id: 'Id',
        name: 'Id',
        basedOn: 'DefaultParagraphFont',
        run: { font: { ascii: CODE, hAnsi: CODE, cs: CODE }, noProof: true },
      },
    ],
    paragraphStyles: [
      style('Words', 'Words', { voice: 'words', size: 11, after: 9, line: isChinese ? 320 : 300 }),
      style('Lead', 'Lead', { voice: 'words', size: 12, after: 9, line: isChinese ? 330 : 310 }),
      style('Small', 'Small', { size: 8.5, colour: 'ink-2', after: 4 }),
      style('Absent', 'Absent', { size: 8, colour: 'ink-3', before: 3, after: 2 }),
      style('AsOf', 'As of', { size: 9, colour: 'ink-2', after: 8 }),
      style('Notice', 'Notice', {
        size: 9.5,
        colour: 'sev',
        bold: true,
        before: 6,
        after: 10,
        border: { top: frame, bottom: frame, left: frame, right: frame },
      }),
      style('Measure', 'Measure', { size: 8.5, colour: 'ink-2', after: 4, keepNext: true }),
      style('Picture', 'Picture', { size: 8, after: 4 }),
      style('Cell', 'Cell', { size: 9, line: 228 }),
      style('Under', 'Under', { size: 8, colour: 'ink-3', line: 216 }),
      style('BoxLabel', 'Box label', { size: 8.5, colour: 'ink-2', keepNext: true }),
      style('BoxValue', 'Box value', { size: 12, bold: true, before: 2, after: 2, keepNext: true }),
      style('BoxNote', 'Box note', { size: 8, colour: 'ink-2' }),
      style('WarningTitle', 'Warning title', {
        size: 9,
        colour: 'amber',
        bold: true,
        before: 8,
        after: 2,
        indent: 160,
        keepNext: true,
        border: { left: side('amber', 18, 8) },
      }),
      style('Warning', 'Warning', {
        size: 8.5,
        colour: 'ink-2',
        after: 2,
        indent: 160,
        border: { left: side('amber', 18, 8) },
      }),
      style('Origin', 'Origin', { size: 7.5, colour: 'ink-2', after: 2, line: 240 }),
      style('After', 'After table', { size: 4, line: 120 }),
      style('Running', 'Running line', {
        size: 8.5,
        colour: 'ink-2',
        border: { bottom: side('ink', 6, 3) },
      }),
      style('Folio', 'Folio', { size: 8.5, colour: 'ink-2' }),
    ],
  };
}
