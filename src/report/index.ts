import type { Language } from '../data/series/entry.ts';
import { headOf, type ReportAnswers } from './compose/answers.ts';
import { composeReport } from './compose/report.ts';
import { messagesOf } from './messages/index.ts';
import { type HtmlOptions, renderHtml } from './render/html.ts';
import { renderMarkdown } from './render/markdown.ts';
import { renderTypst } from './render/typst.ts';

export type { ReportAnswers } from './compose/answers.ts';
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
