import { z } from 'zod';
import { parseEvent } from '../../event.ts';
import { answered, answerSchema, PICK } from '../answers.ts';
import { AS_OF, EVENT, instantOf, LANG, UNIVERSE, WINDOW } from '../arguments.ts';
import { languageFor, tool } from '../tool.ts';

/** What fell, how rare that is, and whether it was everything at once. */
export const scanTool = tool({
  name: 'scan',
  description:
    'What fell in the markets, how much, how rare that is, and whether it was everything at once, as known at an instant.',
  input: z.strictObject({
    asOf: AS_OF,
    universe: UNIVERSE,
    window: WINDOW,
    event: EVENT,
    lang: LANG,
    ...PICK,
  }),
  output: (desk) => answerSchema('scan', desk),
  async call({ asOf, universe, window, event, lang, ...pick }, desk, how) {
    const request = {
      asOf: instantOf(asOf),
      universe,
      window,
      event: event === undefined ? undefined : parseEvent(event, 'event'),
    };
    const answer = await (await desk.questions()).scan(request, how);
    return answered(answer, pick, ['joint.'], languageFor(lang, desk), desk);
  },
});
