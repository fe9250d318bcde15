import type { Language } from '../../data/series/entry.ts';
import { paperColours, usualRise } from '../tokens.ts';

/** Families of the two voices and of ids. */
export interface PaperFonts {
  readonly words: string;
  readonly ui: string;
  readonly code: string;
}

// In the Korean cut the quotes, dashes and dots of Latin text have Latin widths; elsewhere they are as wide as a Chinese character.
const CUTS: Readonly<Record<Language, string>> = { en: 'KR', 'zh-Hans': 'SC', 'zh-Hant': 'TC' };

/** Noto CJK in the cut of a language: its Latin letters are those of Source Serif and Source Sans. */
export function paperFonts(language: Language): PaperFonts {
  const cut = CUTS[language];
  return {
    words: `Noto Serif CJK ${cut}`,
    ui: `Noto Sans CJK ${cut}`,
    code: `Noto Sans Mono CJK ${cut}`,
  };
}

const TEXT_LANGUAGE: Readonly<Record<Language, string>> = {
  en: 'lang: "en"',
  'zh-Hans': 'lang: "zh", region: "cn", script: "hans"',
  'zh-Hant': 'lang: "zh", region: "tw", script: "hant"',
};

/** Signs that Noto CJK has not, by the one it has. */
const KIN: Readonly<Record<string, string>> = { '✕': '×', '▸': '▶' };

/** A text as a string of Typst: nothing in it is markup. */
export function typstString(text: string): string {
  const shown = text.replace(/[✕▸]/g, (sign) => KIN[sign] as string);
  const clean = shown.replace(/\p{Cc}/gu, (char) => (char === '\n' || char === '\t' ? ' ' : ''));
  return `"${clean.replace(/[\\"]/g, '\\$&')}"`;
}

/** Comes with the compiler and has the raised digits, which Noto CJK has not. */
const STAND_IN = typstString('DejaVu Sans Mono');

const NAMED = ['ink', 'ink-2', 'ink-3', 'line', 'accent', 'sev', 'sev-soft', 'amber', 'up', 'down'] as const;

function definitions(language: Language): string {
  const colours = paperColours(usualRise(language));
  const fonts = paperFonts(language);
  return [
    ...NAMED.map((name) => `#let ${name} = rgb("${colours.get(name)}")`),
    `#let words = (${typstString(fonts.words)}, ${STAND_IN})`,
    `#let ui = (${typstString(fonts.ui)}, ${STAND_IN})`,
    `#let mono = (${typstString(fonts.code)}, ${STAND_IN})`,
    `#let leading = ${language === 'en' ? '0.72em' : '0.86em'}`,
    `#set text(font: ui, size: 9.75pt, fill: ink, fallback: false, number-width: "tabular", ${TEXT_LANGUAGE[language]})`,
  ].join('\n');
}

const RULES = `
#set par(leading: 0.6em, spacing: 0.8em, justify: false)
#set super(size: 6.5pt, baseline: -0.42em, typographic: false)
#set heading(numbering: none)
#show heading: set block(sticky: true)
#show heading: set text(font: words, weight: "bold")
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 26pt, below: 12pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 20pt, below: 10.5pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 3): set block(above: 16pt, below: 9pt)
#set table(stroke: none, align: left + top, inset: (x: 0pt, y: 2.2pt), column-gutter: 7.5pt)
#let hatch(paint) = tiling(size: (4.5pt, 4.5pt), {
  place(std.line(start: (0pt, 4.5pt), end: (4.5pt, 0pt), stroke: 0.7pt + paint))
})
#let ref(k) = link(label("n" + str(k)), text(fill: accent, font: ui, weight: "regular", str(k)))
#let refs(..ks) = super(ks.pos().map(ref).join[ ])
#let fig(t, k, fill: none, mark: false, keep: false) = {
  let shown = link(label("n" + str(k)), if fill == none { t } else { text(fill: fill, t) })
  let whole = if mark { shown + super(ref(k)) } else { shown }
  if keep { box(whole) } else { whole }
}
#let id(..parts) = text(font: mono, size: 0.94em, parts.pos().join(box(width: 0pt)))
#let tag(t, paint) = box(stroke: 0.6pt + paint, radius: 2pt, inset: (x: 3pt), outset: (y: 2pt), text(font: ui, size: 8pt, fill: paint, t)) + h(4pt)
#let prose(lead: false, body) = block(above: 0pt, below: 15pt, {
  set par(leading: leading)
  text(font: words, size: if lead { 12pt } else { 11.25pt }, body)
})
#let small(body) = block(above: 0pt, below: 5pt, text(size: 8.5pt, fill: ink-2, body))
#let absent(body) = block(above: 5pt, below: 0pt, text(size: 8pt, fill: ink-3, body))
#let caption(title, measure) = block(sticky: true, above: 0pt, below: 5pt, {
  block(above: 0pt, below: 5.5pt, text(size: 9.75pt, weight: "bold", title))
  if measure != none { block(above: 0pt, below: 0pt, text(size: 8.75pt, fill: ink-2, measure)) }
})
#let ruled(breakable: true, body) = block(width: 100%, above: 18pt, below: 12pt, breakable: breakable, stroke: (top: 1.1pt + ink), inset: (top: 6pt), body)
#let warnings(title, body) = block(width: 100%, above: 10pt, below: 10pt, stroke: (left: 2.2pt + amber), inset: (left: 9pt, y: 2pt), {
  if title != none { block(above: 0pt, below: 4pt, text(size: 9pt, weight: "bold", fill: amber, title)) }
  body
})
#let notice(body) = block(width: 100%, above: 8pt, below: 12pt, stroke: 0.75pt + sev, fill: hatch(sev-soft), inset: 6pt, box(fill: white, inset: (x: 4pt), outset: (y: 3pt), text(fill: sev, weight: "bold", body)))
#let cell(first, second) = { first; if second != none { linebreak(); text(size: 0.92em, fill: ink-3, second) } }
#let svg(source, alt: "", width: 100%) = image(bytes(source), format: "svg", alt: alt, width: width)
#let note(k, body) = [#block(width: 100%, above: 0pt, below: 3.4pt, grid(columns: (17pt, 1fr), column-gutter: 5pt, align(right, text(fill: accent, str(k))), body))#label("n" + str(k))]
`;

/** Everything of a report on paper that is not its words: page, letters, colours, and the functions that its words call. */
export function typstTheme(language: Language): string {
  return definitions(language) + RULES;
}
