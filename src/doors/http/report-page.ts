import { z } from 'zod';
import { parseLanguage } from '../cli/language.ts';
import { operation } from './api/operation.ts';
import { readInstant, readScan } from './api/read.ts';
import { pageLinks, withBar } from './bar.ts';

const text = z.string().optional();

/** The report as a page of the server: what the route of the report writes, with links and a bar to ask for another instant. */
export const reportPage = operation({
  id: 'reportPage',
  path: '/',
  summary: 'The report page.',
  parameters: z.object({ asof: text, universe: text, window: text, event: text, assume: text, lang: text }),
  schema: undefined,
  otherwise: 'universe',
  standsOn: ({ asof }, { asOf }) => readInstant(asof, asOf),
  async answer(asked, { questions, parts, asOf, language: otherwise, bookmarks }, how) {
    const { lang, assume, ...texts } = asked;
    const language = lang === undefined ? otherwise : parseLanguage(lang, 'lang');
    const answers = await questions.report({ ...readScan(texts, asOf), assume }, how);
    const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][];
    const query = new URLSearchParams(given);
    const page = await parts.html(answers, language, pageLinks(language, query));
    const body = withBar(page, { language, asOf: answers.scan.asOf, query, bookmarks });
    return { type: 'text/html; charset=utf-8', body };
  },
});
