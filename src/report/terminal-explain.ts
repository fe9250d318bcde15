import pico from 'picocolors';
import type { Language } from '../data/series/entry.ts';
import type { ExplainAnswer, SectionId } from '../diagnosis/explain/answer.ts';
import { grouped } from './compose/cells.ts';
import { partTitles } from './compose/drivers.ts';
import { asOfLine, warningTexts } from './compose/front.ts';
import { explainTitle } from './compose/report.ts';
import { explainDesk, sectionsIn, storiesOf } from './explain/index.ts';
import type { ExplainDesk } from './explain/story.ts';
import { plainText } from './inline.ts';
import { SECTION_WORDS } from './messages/explain/sections.ts';
import { folded, requireWidth, type TerminalOptions } from './terminal-fold.ts';

/**
 * An explanation for a terminal: what was asked, the headlines of each section, what is missing, warnings. The same text for the same
 * answer, language, width and colour.
 * @throws RangeError when the width is not a whole number of at least 40 columns
 */
export function explainText(
  answer: ExplainAnswer,
  language: Language,
  { width, colour }: TerminalOptions,
): string {
  requireWidth(width);
  let charts = 0;
  const desk = explainDesk(answer, language, () => ++charts);
  const { m } = desk;
  const paint = pico.createColors(colour);
  const fold = (text: string) => folded(text, width);
  const mark = answer.simulated ? `[${m.simulated.word}] ` : '';
  const simulated = answer.simulated ? fold(m.simulated.sentence).map((line) => paint.magenta(line)) : [];
  const warnings = answer.warnings.length === 0 ? [] : warningTexts(desk).map(plainText);
  const lines = [
    ...simulated,
    ...fold(`${mark}${explainTitle(desk).join(m.gap)}`).map((line) => paint.bold(line)),
    ...fold([...asOfLine(desk), askedText(desk)].join(' · ')).map((line) => paint.dim(line)),
    ...sectionsIn(answer).flatMap((section) => [
      '',
      ...fold(`${mark}${SECTION_WORDS[language].sections[section]}`).map((line) => paint.bold(line)),
      ...headlineTexts(desk, section).flatMap((text) => item(`${mark}${text}`, width)),
      ...needLines(desk, section, fold, paint.dim),
    ]),
    ...(warnings.length === 0 ? [] : ['', paint.bold(m.warnings.title)]),
    ...warnings.flatMap(fold),
  ];
  return `${lines.join('\n')}\n`;
}

/** A text set off from the next one by a bullet, its later lines under the first. */
function item(text: string, width: number): readonly string[] {
  return folded(text, width - 2).map((line, k) => `${k === 0 ? '•' : ' '} ${line}`);
}

function askedText(desk: ExplainDesk): string {
  const { asset, window } = desk.answer.parameters;
  const sessions = Number.parseInt(window, 10);
  return SECTION_WORDS[desk.language].asked({ sessions, ...(asset ? { asset: desk.name(asset) } : {}) });
}

/** One text a part: its sentences. */
function headlineTexts(desk: ExplainDesk, section: SectionId): readonly string[] {
  const told = storiesOf(desk, section).filter(({ headline }) => headline.length > 0);
  if (told.length === 0) return [SECTION_WORDS[desk.language].nothing];
  return told.map(({ headline }) => headline.map(plainText).join(desk.m.gap));
}

/** Ids of what is missing, a line for the parts that read the same; the sources stand in the report. */
function needLines(
  desk: ExplainDesk,
  section: SectionId,
  fold: (text: string) => readonly string[],
  dim: (text: string) => string,
): readonly string[] {
  const needs = desk.answer[section]?.needs ?? [];
  if (needs.length === 0) return [];
  const titles = partTitles(desk);
  const lines = grouped(needs, ({ parts }) => parts.join(' ')).map((same) => {
    const readers = same[0]!.parts.map((id) => titles.get(id) ?? id).join(desk.m.semicolon);
    return `${readers}${desk.m.colon}${same.map(({ series }) => series).join(', ')}`;
  });
  return [SECTION_WORDS[desk.language].needsInBrief, ...lines].flatMap(fold).map(dim);
}
