import type { Language } from '../data/series/entry.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
import { composeReport } from './compose/report.ts';
import { messagesOf } from './messages/index.ts';
import { type HtmlOptions, renderHtml } from './render/html.ts';
import { renderMarkdown } from './render/markdown.ts';

export type { HtmlOptions, ReportFonts, ReportLink } from './render/html.ts';

/** The report as GitHub-flavoured Markdown; the same bytes for the same answer. */
export function reportMarkdown(answer: ScanAnswer, language: Language): string {
  return renderMarkdown(composeReport(answer, language), messagesOf(language));
}

/** The report as one self-contained HTML file without scripts; the same bytes for the same answer and options. */
export function reportHtml(answer: ScanAnswer, language: Language, options: HtmlOptions = {}): string {
  return renderHtml(composeReport(answer, language), messagesOf(language), options);
}
