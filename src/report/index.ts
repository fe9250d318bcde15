import type { Language } from '../data/series/entry.ts';
import { headOf, type ReportAnswers } from './compose/answers.ts';
import { composeReport } from './compose/report.ts';
import { messagesOf } from './messages/index.ts';
import { renderDocx, type WordReport } from './render/docx.ts';
import type { Raster } from './render/docx-text.ts';
import { type HtmlOptions, renderHtml } from './render/html.ts';
import { renderMarkdown } from './render/markdown.ts';
import { renderTypst } from './render/typst.ts';
import { paperFonts } from './render/typst-theme.ts';

export type { ReportAnswers } from './compose/answers.ts';
export type { WordReport } from './render/docx.ts';
export type { Raster } from './render/docx-text.ts';
export type { HtmlOptions, ReportFonts } from './render/html.ts';

/**
 * The report as GitHub-flavoured Markdown, a chapter an answer; the same bytes for the same answers.
 * @throws RangeError for no answer, or answers of different instants or data
 */
export function reportMarkdown(answers: ReportAnswers, language: Language): string {
  return renderMarkdown(composeReport(answers, language), messagesOf(language));
}

/**
 * The report as one self-contained HTML file without scripts; the same bytes for the same answers and options.
 * @throws RangeError for no answer, or answers of different instants or data
 */
export function reportHtml(answers: ReportAnswers, language: Language, options: HtmlOptions = {}): string {
  return renderHtml(composeReport(answers, language), messagesOf(language), options);
}

/**
 * The report as one source of Typst for A4, pictures inside; the same bytes for the same answers.
 * @throws RangeError for no answer, or answers of different instants or data
 */
export function reportTypst(answers: ReportAnswers, language: Language): string {
  return renderTypst(composeReport(answers, language), messagesOf(language), headOf(answers).asOf);
}

/**
 * The report as a document of Word for A4, not yet packed; the same for the same answers.
 * @param raster pixels of a picture, for programs that cannot show SVG
 * @throws RangeError for no answer, or answers of different instants or data
 */
export function reportDocx(answers: ReportAnswers, language: Language, raster?: Raster): WordReport {
  return renderDocx(composeReport(answers, language), messagesOf(language), headOf(answers).asOf, raster);
}

/** Family of the letters in the pictures on paper. */
export function pictureFamily(language: Language): string {
  return paperFonts(language).ui;
}
