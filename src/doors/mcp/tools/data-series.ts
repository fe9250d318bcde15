import { z } from 'zod';
import { aligned } from '../../cli/commands/columns.ts';
import { AS_OF, instantOf, LANG, whole } from '../arguments.ts';
import { type KnownSeries, knownSeries } from '../series.ts';
import { languageFor, tool } from '../tool.ts';

const LAST = 20;
const MOST = 5000;

/** The values of a series. */
export const dataSeriesTool = tool({
  name: 'data_series',
  description:
    'The latest values of a series as known at an instant, in base units, each with the instant from which it was known. The resource tidemark://series/ID has all of them.',
  input: z.strictObject({
    id: z.string().min(1).describe('An id as data_list gives it, such as btc-usd.'),
    asOf: AS_OF,
    last: whole(`How many values, the latest ones. Default: ${LAST}; at most ${MOST}.`, MOST),
    lang: LANG,
  }),
  output: z.strictObject({
    words: z.string(),
    id: z.string(),
    title: z.strictObject({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
    assetClass: z.string(),
    unit: z.string(),
    frequency: z.string(),
    sources: z.array(
      z.strictObject({
        provider: z.string(),
        symbol: z.string(),
        licence: z.string(),
        redistribute: z.boolean(),
      }),
    ),
    asOf: z.string(),
    dataVersion: z.string(),
    simulated: z.boolean(),
    earlier: z.int().describe('How many values there are before these.'),
    observations: z.array(
      z.strictObject({
        date: z.string(),
        time: z.string(),
        value: z.number(),
        knownAt: z.string(),
        source: z.string(),
        flags: z.string(),
      }),
    ),
  }),
  async call({ id, asOf, last = LAST, lang }, desk) {
    const known = await knownSeries(await desk.store(), id, instantOf(asOf));
    const observations = known.observations.slice(-last);
    const shown = { ...known, observations };
    return {
      words: wordsOf(shown, known.title[languageFor(lang, desk)]),
      ...shown,
      earlier: known.observations.length - observations.length,
    };
  },
});

function wordsOf({ id, unit, asOf, observations }: KnownSeries, title: string): string {
  const rows = observations.map(({ date, value, knownAt, flags }) => [date, String(value), knownAt, flags]);
  const head = ['date', unit, 'knownAt', 'flags'];
  return `${title} (${id}) · ${asOf}\n${aligned([head, ...rows]).join('\n')}\n`;
}
