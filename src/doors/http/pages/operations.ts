import { z } from 'zod';
import { UserError } from '../../../data/errors.ts';
import { parseFigureId } from '../../../data/figure.ts';
import { formatInstant, type Instant, parseInstant } from '../../../data/time.ts';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import type { SentFrame } from '../../../report/page/index.ts';
import { parseLanguage } from '../../cli/language.ts';
import type { DataQuestions } from '../../data-questions.ts';
import type { PageRequest } from '../../pages.ts';
import { type ApiContext, type Operation, operation, served } from '../api/operation.ts';
import { cascadeParameters } from '../api/parameters.ts';
import { readInstant } from '../api/read.ts';

const lang = z.string().optional().meta({ description: '`zh-Hans`, `zh-Hant` or `en`.' });
const about = z.string().optional().meta({ description: 'What the page is about: the id of a series.' });
const asked = { ...cascadeParameters.shape, lang, id: about };
const named = (what: string) =>
  z
    .string()
    .min(1)
    .meta({ description: `The id of a ${what}.` });
const languageAlone = z.strictObject({ lang });

type Asked = z.infer<z.ZodObject<typeof asked>>;

async function requestOf(
  { asof, lang: told, alone, id, ...rest }: Asked,
  { asOf, language, data }: ApiContext,
): Promise<PageRequest> {
  return {
    asOf: await knownInstant(asof, asOf, data),
    language: told === undefined ? language : parseLanguage(told, 'lang'),
    id,
    cascade: { ...rest, alone: alone === undefined ? undefined : alone === 'yes' },
  };
}

/**
 * An instant that the store reaches: a page of a later one would show what is not known yet as if nothing had happened.
 * @throws UserError (2) when it is later than the latest close.
 */
async function knownInstant(
  asof: string | undefined,
  otherwise: Instant | undefined,
  data: Pick<DataQuestions, 'latestClose'>,
): Promise<Instant | undefined> {
  const instant = readInstant(asof, otherwise);
  const latest = await data.latestClose();
  if (asof === undefined || instant === undefined || latest === undefined || instant <= latest)
    return instant;
  throw new UserError(
    `asof: ${formatInstant(instant)} is later than the latest close in the store`,
    `allowed: up to ${formatInstant(latest)}, or latest`,
    2,
  );
}

const frame = served({
  id: 'frame',
  path: '/frame',
  summary: 'What stands around every page: the list of pages, and which program it is.',
  parameters: languageAlone,
  schema: undefined,
  isFixed: true,
  async serve({ lang: told }, { pages, language, languageIsChosen }) {
    const json: SentFrame = {
      engine: ENGINE_VERSION,
      language: languageIsChosen ? language : null,
      pages: await pages.list(told === undefined ? language : parseLanguage(told, 'lang')),
    };
    return { json };
  },
});

const timeline = operation({
  id: 'timeline',
  path: '/timeline',
  summary: 'The score of the last sessions that are known, and the days worth a look among them.',
  parameters: z.strictObject({ asof: cascadeParameters.shape.asof, lang }),
  schema: undefined,
  answer: async ({ asof, lang: told }, { pages, language, asOf: opening, data }, how) => ({
    json: await pages.timeline(
      {
        language: told === undefined ? language : parseLanguage(told, 'lang'),
        asOf: await knownInstant(asof, undefined, data),
        opening,
      },
      how,
    ),
  }),
});

const trace = operation({
  id: 'pageTrace',
  path: '/trace',
  summary: 'Where a number on a page comes from, in words.',
  parameters: z.strictObject({ id: named('figure'), lang }),
  schema: undefined,
  otherwise: 'id',
  standsOn: ({ id }) => parseInstant(parseFigureId(id).instant),
  answer: async ({ id, lang: told }, { pages, language }, how) => ({
    json: await pages.trace(id, told === undefined ? language : parseLanguage(told, 'lang'), how),
  }),
});

const slot = operation({
  id: 'slot',
  path: '/{page}/slots/{slot}',
  summary: 'A part of a page that is asked for on its own.',
  parameters: z.strictObject({ page: named('page'), slot: named('part'), ...asked }),
  schema: undefined,
  otherwise: 'page',
  standsOn: ({ asof }, { asOf }) => readInstant(asof, asOf),
  answer: async ({ page, slot: part, ...rest }, context, how) => ({
    json: await context.pages.slot(page, part, await requestOf(rest, context), how),
  }),
});

const page = operation({
  id: 'page',
  path: '/{page}',
  summary: 'A page in words, figures and drawings.',
  parameters: z.strictObject({ page: named('page'), ...asked }),
  schema: undefined,
  otherwise: 'page',
  standsOn: ({ page: name, asof }, { asOf }) => (name === 'data' ? 'unknown' : readInstant(asof, asOf)),
  answer: async ({ page: name, ...rest }, context, how) => ({
    json: await context.pages.page(name, await requestOf(rest, context), how),
  }),
});

/** The routes from which the dashboard is filled; the page for one language of one instant is kept by its tag. */
export const PAGE_OPERATIONS: readonly Operation[] = [frame, timeline, trace, slot, page];
