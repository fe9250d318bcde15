import { z } from 'zod';

const asof = text('What was known then: an instant, or `latest`, which is the latest close in the store.', {
  example: '2026-02-06T01:00Z',
});
const window = text('Sessions of the headline change, `1d` to `2600d`.', {
  pattern: /^\d{1,4}d$/,
  example: '5d',
});
const universe = text('`core`, `all`, or ids joined by commas. Default: `core`.', {
  example: 'btc-usd,gold-front',
});
const event = text('A dated event whose reaction is measured: an instant with its time.', {
  example: '2026-02-04T19:00Z',
});
const assume = text(
  'What is supposed, in billions of US dollars: `fed`, `banks`, `mortgage`, `flow`; `cuts` in basis points.',
  { example: 'fed=40,flow=-3' },
);
const day = (what: string) =>
  text(`${what}: YYYY-MM-DD.`, { pattern: /^\d{4}-\d{2}-\d{2}$/, example: '2026-02-05' });
const [from, to] = [day('First date'), day('Last date')];

export const scanParameters = z.strictObject({ asof, universe, window, event });

export const explainParameters = z.strictObject({
  asof,
  asset: text('The instrument the question is about. Default: each part takes its own.', {
    example: 'btc-usd',
  }),
  window,
  assume,
  section: text('One section of the explanation. Default: all.', { example: 'liquidity' }),
});

export const cascadeParameters = z.strictObject({
  asof,
  shock: text('What comes from outside: `asset=change`, joined by commas. Default: `btc-usd=-5%`.', {
    example: 'btc-usd=-5%',
  }),
  alone: choice(
    ['yes', 'no'],
    'Whether assets that are not named stay, instead of moving as expected. Default: no.',
  ),
  over: time('Time over which the shock comes. Default: `60m`.'),
  sellers: text('`all`, `none`, or ids joined by commas.', { example: 'perpetuals,leveraged-funds' }),
  assets: text('`all`, or ids joined by commas.', { example: 'btc-usd,eth-usd' }),
  paths: whole('Paths, spread over the draws, at most 2000 here. Default: 400.', '100'),
  draws: whole('Draws of what nobody can observe, at most 100 here. Default: 40.', '20'),
  seed: whole('Seed of chance. Default: 1.', '1'),
  step: time('Step of time, from `1m` to `1d`. Default: `5m`.'),
  horizon: time('How far it is simulated, up to `30d` and 1440 steps here. Default: `1d`.'),
  calibration: text('Id of a calibration, or `prior`. Default: the newest.', { example: 'prior' }),
  causes: choice(
    ['all', 'none'],
    'What each seller adds to the fall; `none` leaves it out, which is faster. Default: all.',
  ),
  claim: text('What somebody says that leveraged funds traded at a close: `leveraged-funds=sum@move`.', {
    example: 'leveraged-funds=18bn@-1.59%',
  }),
});

export const reportParameters = z.strictObject({
  ...scanParameters.shape,
  assume,
  lang: text('`zh-Hans`, `zh-Hant` or `en`. Default: the language of the server.', { example: 'en' }),
  format: choice(
    ['md', 'html', 'pdf', 'docx'],
    'Markdown, one self-contained HTML file, PDF, or a document of Word. Default: md.',
  ),
});

export const traceParameters = z.strictObject({
  id: required('Id of the figure.', 'scan:btc-usd.change-1d@2026-02-06T01:00Z#7f3c91'),
});

export const listParameters = z.strictObject({
  part: text('Keeps the ids, titles and classes that contain it.', { example: 'gold' }),
  all: choice(['yes', 'no'], 'Whether series that the store lacks are listed too. Default: no.'),
  limit: text('Series of one page, 1 to 500. Default: 100.', {
    pattern: /^([1-9]\d?|[1-4]\d\d|500)$/,
    example: '100',
  }),
  after: text('The id after which the page begins: `next` of the page before.', { example: 'btc-usd' }),
});

export const observationsParameters = z.strictObject({
  id: required('Id of the series.', 'btc-usd'),
  asof,
  from,
  to,
  format: choice(['json', 'csv', 'parquet'], 'Default: json.'),
});

export const panelParameters = z.strictObject({
  ids: required('Ids of the series, joined by commas, at most 100.', 'btc-usd,gold-front'),
  asof,
  from,
  to,
  join: choice(
    ['intersection', 'union', 'first'],
    'Dates on which every series has a value, any has, or the first has. Default: intersection.',
  ),
  format: choice(['json', 'csv', 'parquet'], 'Default: json.'),
});

export const jobParameters = z.strictObject({
  verb: z.enum(['scan', 'explain', 'cascade', 'report']),
  parameters: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'As the route of the verb takes them.', examples: [{ asof: '2026-02-06T01:00Z' }] }),
});

export const jobIdParameters = z.strictObject({
  id: required('Id of the job.', '0b2f6e0e-6c54-4a5e-9d57-2f9f7d1c8a11'),
});

export const noParameters = z.strictObject({});

interface TextOptions {
  readonly pattern?: RegExp;
  readonly example: string;
}

function text(description: string, { pattern, example }: TextOptions) {
  const base = pattern ? z.string().regex(pattern) : z.string();
  return base.optional().meta({ description, examples: [example] });
}

function required(description: string, example: string) {
  return z
    .string()
    .min(1)
    .meta({ description, examples: [example] });
}

function choice<const T extends readonly string[]>(values: T, description: string) {
  return z.enum(values).optional().meta({ description });
}

function time(description: string) {
  return text(`${description} Minutes, hours or days.`, { pattern: /^\d{1,6}[mhd]$/, example: '60m' });
}

function whole(description: string, example: string) {
  return text(description, { pattern: /^\d{1,16}$/, example });
}
