import { z } from 'zod';
import { answered, answerSchema, PICK } from '../answers.ts';
import { AS_OF, ASSUME, instantOf, LANG, text, WINDOW } from '../arguments.ts';
import { languageFor, tool } from '../tool.ts';

/** Why it fell, as known then. */
export const explainTool = tool({
  name: 'explain',
  description:
    'Why it fell: dollar liquidity, drivers, flows and leverage, havens and who sends the shocks, as known at an instant. An association is called one.',
  input: z.strictObject({
    asOf: AS_OF,
    asset: text('The instrument the question is about, such as btc-usd. Default: each part takes its own.'),
    window: WINDOW,
    assume: ASSUME,
    section: text('liquidity, drivers, flows, havens or network. Default: all.'),
    lang: LANG,
    ...PICK,
  }),
  output: (desk) => answerSchema('explain', desk),
  async call({ asOf, asset, window, assume, section, lang, ...pick }, desk, how) {
    const request = { asOf: instantOf(asOf), asset, window, assume, section };
    const answer = await (await desk.questions()).explain(request, how);
    return answered(answer, pick, [], languageFor(lang, desk), desk);
  },
});
