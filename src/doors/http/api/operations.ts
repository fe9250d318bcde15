import { UserError } from '../../../data/errors.ts';
import { parseFigureId } from '../../../data/figure.ts';
import { formatInstant, type Instant, parseInstant } from '../../../data/time.ts';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import { parseLanguage } from '../../cli/language.ts';
import { observationsReply, panelReply } from './data-replies.ts';
import { type ApiContext, type Operation, operation } from './operation.ts';
import {
  cascadeParameters,
  explainParameters,
  listParameters,
  noParameters,
  observationsParameters,
  panelParameters,
  reportParameters,
  scanParameters,
  traceParameters,
} from './parameters.ts';
import { readInstant, readRange, readScan } from './read.ts';

const PAGE = 100;
const MOST_COLUMNS = 100;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const scan = operation({
  id: 'scan',
  path: '/scan',
  summary: 'What fell, how much, how rare that is, and whether it was everything at once.',
  parameters: scanParameters,
  schema: 'Scan',
  otherwise: 'universe',
  standsOn: instantAsked,
  answer: async (asked, { questions, asOf }) => ({ json: await questions.scan(readScan(asked, asOf)) }),
});

const explain = operation({
  id: 'explain',
  path: '/explain',
  summary: 'Why it fell: dollar liquidity, drivers, flows and leverage, as known then.',
  parameters: explainParameters,
  schema: 'Explain',
  otherwise: 'asset',
  standsOn: instantAsked,
  answer: async ({ asof, ...rest }, { questions, asOf }) => ({
    json: await questions.explain({ asOf: readInstant(asof, asOf), ...rest }),
  }),
});

const cascade = operation({
  id: 'cascade',
  path: '/cascade',
  summary: 'How far forced selling can run from the state known then, under a shock.',
  parameters: cascadeParameters,
  schema: 'Cascade',
  otherwise: 'shock',
  standsOn: instantAsked,
  answer: async ({ asof, alone, ...rest }, { questions, asOf }) => ({
    json: await questions.cascade({
      asOf: readInstant(asof, asOf),
      alone: alone === undefined ? undefined : alone === 'yes',
      ...rest,
    }),
  }),
});

const report = operation({
  id: 'report',
  path: '/report',
  summary: 'The whole written up.',
  parameters: reportParameters,
  schema: undefined,
  others: {
    'text/markdown': 'The report as Markdown.',
    'text/html': 'The report as one file.',
    'application/pdf': 'The report on paper, A4.',
    [WORD]: 'The report as a document of Word, A4.',
  },
  otherwise: 'universe',
  standsOn: instantAsked,
  async answer({ lang, format = 'md', assume, ...asked }, { questions, parts, fontFolders, asOf, language }) {
    const told = lang === undefined ? language : parseLanguage(lang, 'lang');
    const answers = await questions.report({ ...readScan(asked, asOf), assume });
    const filename = `tidemark-${answers.scan.asOf.slice(0, 10)}-${told}.${format}`;
    switch (format) {
      case 'md':
        return { type: 'text/markdown; charset=utf-8', body: await parts.markdown(answers, told) };
      case 'html':
        return { type: 'text/html; charset=utf-8', body: await parts.html(answers, told) };
      case 'pdf':
        return { type: 'application/pdf', body: await parts.pdf(answers, told, fontFolders), filename };
      case 'docx':
        return { type: WORD, body: await parts.docx(answers, told, fontFolders), filename };
    }
  },
});

const trace = operation({
  id: 'trace',
  path: '/trace/{id}',
  summary: 'Where a number comes from: formula, inputs, source, licence, known at.',
  parameters: traceParameters,
  schema: 'Trace',
  otherwise: 'id',
  standsOn: ({ id }) => parseInstant(parseFigureId(id).instant),
  answer: async ({ id }, { questions }) => ({ json: await questions.trace(id) }),
});

const list = operation({
  id: 'listSeries',
  path: '/series',
  summary: 'The series that the store holds, by id, a page at a time.',
  parameters: listParameters,
  schema: 'SeriesPage',
  standsOn: () => undefined,
  async answer({ part, all, limit, after }, { data }) {
    const found = await data.list(part, all === 'yes');
    const rest = after === undefined ? found : found.filter(({ id }) => id > after);
    const series = rest.slice(0, limit === undefined ? PAGE : Number(limit));
    const next = series.length < rest.length ? (series.at(-1)?.id ?? null) : null;
    return { json: { total: found.length, next, series } };
  },
});

const observations = operation({
  id: 'observations',
  path: '/series/{id}',
  summary: 'The observations of one series as known at the instant.',
  parameters: observationsParameters,
  schema: 'Observations',
  others: {
    'text/csv': 'A line an observation; texts that a spreadsheet would take for formulas are guarded.',
    'application/vnd.apache.parquet': 'A row an observation.',
  },
  standsOn: instantAsked,
  async answer({ id, asof, format = 'json', ...range }, { data, asOf }) {
    const request = { id, asOf: readInstant(asof, asOf), ...readRange(range) };
    return observationsReply(await data.observations(request), format);
  },
});

const panel = operation({
  id: 'panel',
  path: '/panel',
  summary: 'Series side by side on common dates, as known at the instant; a hole stays a hole.',
  parameters: panelParameters,
  schema: 'Panel',
  others: {
    'text/csv': 'A line a date, a column a series; an empty cell where there is no value.',
    'application/vnd.apache.parquet': 'A row a date, a column a series; null where there is no value.',
  },
  otherwise: 'ids',
  standsOn: instantAsked,
  async answer({ ids, asof, join, format = 'json', ...range }, { data, asOf }) {
    const question = { ids: idsOf(ids), join, asOf: readInstant(asof, asOf), ...readRange(range) };
    return panelReply(await data.panel(question), format);
  },
});

const episodes = operation({
  id: 'episodes',
  path: '/episodes',
  summary: 'Dated events of the markets: days worth a look, oldest first.',
  parameters: noParameters,
  schema: 'Episodes',
  standsOn: () => 'none',
  answer: async (_asked, { parts }) => ({ json: { episodes: await parts.episodes() } }),
});

const health = operation({
  id: 'health',
  path: '/health',
  summary: 'Whether it answers, which program it is, and the latest close it knows.',
  parameters: noParameters,
  schema: 'Health',
  async answer(_asked, { data }) {
    const latest = await data.latestClose();
    return {
      json: {
        status: 'ok',
        engine: ENGINE_VERSION,
        latestClose: latest === undefined ? null : formatInstant(latest),
      },
    };
  },
});

/** The routes of the API, in the order of the reference page. */
export const OPERATIONS: readonly Operation[] = [
  scan,
  explain,
  cascade,
  report,
  trace,
  list,
  observations,
  panel,
  episodes,
  health,
];

function instantAsked({ asof }: { asof?: string | undefined }, { asOf }: ApiContext): Instant | undefined {
  return readInstant(asof, asOf);
}

function idsOf(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  const unique = [...new Set(ids)];
  if (ids.every((id) => id !== '') && unique.length <= MOST_COLUMNS) return unique;
  throw new UserError(
    `ids: ${ids.includes('') ? 'an id is missing' : `too many: ${unique.length}`}`,
    `allowed: 1 to ${MOST_COLUMNS} ids joined by commas`,
    2,
  );
}
