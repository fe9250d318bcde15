import { z } from 'zod';
import { ASSET_CLASSES } from '../../../data/series/entry.ts';
import { figureSchema, wordsSchema } from '../../../diagnosis/answer.ts';
import { explainAnswer } from '../../../diagnosis/explain/answer.ts';
import { scanAnswer } from '../../../diagnosis/scan/answer.ts';
import { cascadeAnswer } from '../../../simulation/cascade/answer.ts';
import { jobParameters } from './parameters.ts';

const text = z.string();
const count = z.number().int();
const texts = z.array(text).readonly();
const number = z.number().nullable();

const traceSource = z.object({
  provider: text,
  symbol: text,
  unit: text,
  factor: number,
  treatedAs: text.nullable(),
  licence: text,
  redistribute: z.boolean(),
});

const print = z.object({ value: number, knownAt: text, rule: text, flags: texts, load: text });

const traceMade = z.object({
  formula: text,
  worked: text.nullable(),
  source: text,
  get inputs() {
    return z.array(traceInput);
  },
  window: z.object({ from: text, to: text, n: count }).nullable(),
});

const traceInput = z.object({
  symbol: text,
  series: text,
  title: wordsSchema.nullable(),
  date: text,
  value: number,
  unit: text,
  time: text.nullable(),
  knownAt: text.nullable(),
  print: z.enum(['first', 'revised', 'absent']),
  prints: z.array(print),
  source: traceSource.nullable(),
  get made(): z.ZodOptional<typeof traceMade> {
    return traceMade.optional();
  },
});

const traceSeries = z.object({
  series: text,
  title: wordsSchema.nullable(),
  unit: text.nullable(),
  observations: count,
  from: text.nullable(),
  to: text.nullable(),
  latestKnownAt: text.nullable(),
  sources: z.array(traceSource),
  note: wordsSchema.nullable(),
  made: traceMade.optional(),
});

const trace = z.object({
  figure: figureSchema,
  formula: z.object({ id: text, title: wordsSchema, text, source: text }).nullable(),
  worked: text.nullable(),
  inputs: z.array(traceInput),
  series: z.array(traceSeries),
  dataVersion: text,
  changed: z.boolean(),
});

const listedSeries = z.object({
  id: text,
  title: text,
  assetClass: z.enum(ASSET_CLASSES),
  unit: text,
  frequency: text,
  first: text.nullable(),
  last: text.nullable(),
  sources: texts,
});

const seriesPage = z.object({
  total: count,
  next: text.nullable().meta({ description: '`after` of the next page; null on the last.' }),
  series: z.array(listedSeries),
});

const seen = { asOf: text, dataVersion: text, simulated: z.boolean() };

const observations = z.object({
  ...seen,
  id: text,
  title: wordsSchema,
  unit: text,
  frequency: text,
  calendar: text,
  note: wordsSchema.optional(),
  sources: z.array(z.object({ provider: text, symbol: text, licence: text, redistribute: z.boolean() })),
  observations: z.array(
    z.object({ date: text, time: text, value: z.number(), knownAt: text, source: text, flags: text }),
  ),
});

const panel = z.object({
  ...seen,
  join: z.enum(['intersection', 'union', 'first']),
  asynchronyHours: z
    .number()
    .meta({ description: 'Largest gap in hours between two closes that stand in one row.' }),
  dates: texts,
  columns: z.array(z.object({ id: text, title: wordsSchema, unit: text, values: z.array(number) })),
});

const move = z.object({
  move: z.number(),
  close: z.number().optional(),
  open: z.number().optional(),
  high: z.number().optional(),
  low: z.number().optional(),
});

const episode = z.object({
  id: text,
  date: text,
  lastDate: text.optional(),
  scope: z.enum(['broad', 'equity', 'crypto', 'metals', 'energy', 'banks']),
  title: wordsSchema,
  fact: wordsSchema,
  source: z.object({ text, url: text }),
  days: z.record(text, z.record(text, move)),
});

const health = z.object({ status: z.literal('ok'), engine: text, latestClose: text.nullable() });

const problem = z.object({
  type: text,
  title: text,
  status: count,
  detail: text,
  field: text.optional().meta({ description: 'The parameter that is wrong.' }),
  hint: text.meta({ description: 'What to do.' }),
});

const job = z.object({
  id: text,
  verb: text,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z
    .object({ title: text, done: count, total: count })
    .nullable()
    .meta({ description: 'The stage of the work, such as `explaining`, and how much of it is done.' }),
  problem: problem.nullable().meta({ description: 'Of a job that failed.' }),
});

/** What the API sends, by the name it has in the document. */
export const API_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Figure: figureSchema,
  Words: wordsSchema,
  Scan: scanAnswer,
  Explain: explainAnswer,
  Cascade: cascadeAnswer,
  Trace: trace,
  TraceInput: traceInput,
  TraceMade: traceMade,
  TraceSource: traceSource,
  ListedSeries: listedSeries,
  SeriesPage: seriesPage,
  Observations: observations,
  Panel: panel,
  Episode: episode,
  Episodes: z.object({ episodes: z.array(episode) }),
  Health: health,
  Job: job,
  JobAsked: jobParameters,
  Problem: problem,
};
