import { z } from 'zod';
import { listText } from '../../cli/commands/data-list.ts';
import { filled } from '../../empty-home.ts';
import { listSeries } from '../../series-list.ts';
import { text } from '../arguments.ts';
import { tool } from '../tool.ts';

/** The series there are. */
export const dataListTool = tool({
  name: 'data_list',
  description: 'The stored series with class, frequency, unit, span and title.',
  input: z.strictObject({
    part: text('Only those whose id, title or class contains it, such as crypto.'),
    all: z.boolean().optional().describe('Also those of the catalogue that are not stored. Default: false.'),
  }),
  output: z.strictObject({
    words: z.string(),
    series: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        assetClass: z.string(),
        unit: z.string(),
        frequency: z.string(),
        first: z.string().nullable(),
        last: z.string().nullable(),
        sources: z.array(z.string()),
      }),
    ),
  }),
  async call({ part, all = false }, desk) {
    const store = await desk.store();
    const series = await listSeries(all ? store : await filled(store), part, all);
    return { words: listText(series), series: [...series] };
  },
});
