import { z } from 'zod';
import { traceText } from '../../../report/trace-text.ts';
import { LANG } from '../arguments.ts';
import { languageFor, tool } from '../tool.ts';

/** Where one number comes from. */
export const traceTool = tool({
  name: 'trace',
  description:
    'Where a number comes from: its formula with symbols and with numbers, each input with the instant from which it was known, source and licence.',
  input: z.strictObject({
    id: z.string().min(1).describe('The id of a figure, as scan, explain and cascade give it.'),
    lang: LANG,
  }),
  output: z.looseObject({
    words: z.string(),
    figure: z.looseObject({ id: z.string(), value: z.number().nullable(), unit: z.string() }),
    formula: z.looseObject({ id: z.string(), text: z.string(), source: z.string() }).nullable(),
    worked: z.string().nullable(),
    inputs: z.array(z.looseObject({ symbol: z.string(), series: z.string(), date: z.string() })),
    series: z.array(z.looseObject({ series: z.string() })),
    dataVersion: z.string(),
    changed: z.boolean().describe('The data seen now are not those the figure was made from.'),
  }),
  async call({ id, lang }, desk, how) {
    const found = await (await desk.questions()).trace(id, how);
    return { words: traceText(found, languageFor(lang, desk)), ...found };
  },
});
