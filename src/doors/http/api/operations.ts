import { UserError } from '../../../data/errors.ts';
import { parseFigureId } from '../../../data/figure.ts';
import { formatInstant, type Instant, parseInstant } from '../../../data/time.ts';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import { parseLanguage } from '../../cli/language.ts';
import { observationsReply, panelReply } from './data-replies.ts';
import { eventStream } from './event-stream.ts';
import { type ApiContext, type Computed, type Operation, operation, served } from './operation.ts';
import {
  cascadeParameters,
  explainParameters,
  jobIdParameters,
  jobParameters,
  listParameters,
  noParameters,
  observationsParameters,
  panelParameters,
  reportParameters,
  scanParameters,
  traceParameters,
} from './parameters.ts';
import { readInstant, readRange, readScan, textsOf } from './read.ts';

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
  answer: async (asked, { questions, asOf }, how) => ({
    json: await questions.scan(readScan(asked, asOf), how),
  }),
});

const explain = operation({
  id: 'explain',
  path: '/explain',
  summary: 'Why it fell: dollar liquidity, drivers, flows and leverage, as known then.',
  parameters: explainParameters,
  schema: 'Explain',
  otherwise: 'asset',
  standsOn: instantAsked,
  answer: async ({ asof, ...rest }, { questions, asOf }, how) => ({
    json: await questions.explain({ asOf: readInstant(asof, asOf), ...rest }, how),
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
  answer: async ({ asof, alone, ...rest }, { questions, asOf }, how) => ({
    json: await questions.cascade(
      {
        asOf: readInstant(asof, asOf),
        alone: alone === undefined ? undefined : alone === 'yes',
        ...rest,
      },
      how,
    ),
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
  async answer(
    { lang, format = 'md', assume, ...asked },
    { questions, parts, fontFolders, asOf, language },
    how,
  ) {
    const told = lang === undefined ? language : parseLanguage(lang, 'lang');
    const answers = await questions.report({ ...readScan(asked, asOf), assume }, how);
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
  answer: async ({ id }, { questions }, how) => ({ json: await questions.trace(id, how) }),
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

const episodes = served({
  id: 'episodes',
  path: '/episodes',
  summary: 'Dated events of the markets: days worth a look, oldest first.',
  parameters: noParameters,
  schema: 'Episodes',
  isFixed: true,
  serve: async (_asked, { parts }) => ({ json: { episodes: await parts.episodes() } }),
});

const health = served({
  id: 'health',
  path: '/health',
  summary: 'Whether it answers, which program it is, and the latest close it knows.',
  parameters: noParameters,
  schema: 'Health',
  async serve(_asked, { data }) {
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

/** What a job may ask, each as its route takes it. */
export const JOBS: Readonly<Record<string, Computed>> = { scan, explain, cascade, report };

const startJob = served({
  id: 'startJob',
  method: 'post',
  path: '/jobs',
  summary: 'Begins work that is not waited for: scan, explain, cascade or report. Location names the job.',
  parameters: jobParameters,
  body: 'JobAsked',
  schema: 'Job',
  status: 202,
  otherwise: 'verb',
  serve({ verb, parameters = {} }, { jobs, compute }) {
    const work = JOBS[verb] as Computed;
    const asked = textsOf(
      work,
      Object.entries(parameters).map(([name, text]) => [name, [text]]),
    );
    const state = jobs.start(verb, (how) => compute(work, asked, how));
    return { json: state, status: 202, location: `/api/v1/jobs/${state.id}` };
  },
});

const job = served({
  id: 'job',
  path: '/jobs/{id}',
  summary: 'Where a job stands. It is forgotten ten minutes after its end.',
  parameters: jobIdParameters,
  schema: 'Job',
  serve: ({ id }, { jobs }) => ({ json: jobs.state(id) }),
});

const cancelJob = served({
  id: 'cancelJob',
  method: 'delete',
  path: '/jobs/{id}',
  summary: 'Cancels a job; one that is over stays as it is.',
  parameters: jobIdParameters,
  schema: 'Job',
  serve: ({ id }, { jobs }) => ({ json: jobs.cancel(id) }),
});

const jobEvents = served({
  id: 'jobEvents',
  path: '/jobs/{id}/events',
  summary:
    'How far a job is, as it comes: events `progress`, and at the end `done`, `failed` or `cancelled`.',
  parameters: jobIdParameters,
  schema: undefined,
  others: { 'text/event-stream': 'Events whose data are a Job as JSON.' },
  serve: ({ id }, { jobs, lastEvent }) => ({ events: jobs.events(id, lastEvent) }),
});

const jobAnswer = served({
  id: 'jobAnswer',
  path: '/jobs/{id}/answer',
  summary: 'The answer of a job that is done, as the route of its verb sends it.',
  parameters: jobIdParameters,
  schema: undefined,
  others: { '*/*': 'Of the type of the answer.' },
  serve: ({ id }, { jobs }) => ({ sent: jobs.answer(id) }),
});

const events = served({
  id: 'events',
  path: '/events',
  summary: 'What is in the store, at once and after each commit: events `data`.',
  parameters: noParameters,
  schema: undefined,
  others: { 'text/event-stream': 'Events whose data are `{"latestClose", "dataVersion"}`.' },
  serve: (_asked, { news }) => ({
    events: eventStream((send) => news.listen((fresh) => send('data', fresh))),
  }),
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
  startJob,
  job,
  cancelJob,
  jobEvents,
  jobAnswer,
  events,
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
