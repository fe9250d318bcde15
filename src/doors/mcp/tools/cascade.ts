import { z } from 'zod';
import { CAUSES } from '../../../simulation/cascade/options.ts';
import { PAGE_LIMITS } from '../../cascade-limits.ts';
import { answered, answerSchema, PICK } from '../answers.ts';
import { AS_OF, instantOf, LANG, text, whole } from '../arguments.ts';
import { languageFor, tool } from '../tool.ts';

/** How far forced selling can run from here, under a shock. */
export const cascadeTool = tool({
  name: 'cascade',
  description:
    'How far forced selling can run from the state known at an instant, under a supposed shock, and whose it is. It says nothing of whether the shock comes. Takes seconds; progress is told.',
  input: z.strictObject({
    asOf: AS_OF,
    shock: text(
      'What comes from outside: asset=change joined by commas, such as btc-usd=-8%,silver-front=-10%. Default: btc-usd=-5%.',
    ),
    alone: z.boolean().optional().describe('Assets that are not named stay where they are. Default: false.'),
    over: text('Time over which the shock comes: 60m (default), 4h; 0m brings it in the first step.'),
    sellers: text('all (default), none, or ids joined by commas.'),
    assets: text('all (default), or ids joined by commas.'),
    paths: whole(`Paths over all draws. Default: 400; at most ${PAGE_LIMITS.paths}.`, PAGE_LIMITS.paths),
    draws: whole(
      `Draws of what nobody can observe. Default: 40; at most ${PAGE_LIMITS.draws}.`,
      PAGE_LIMITS.draws,
    ),
    seed: z.int().min(0).optional().describe('Seed of chance. Default: 1.'),
    step: text('Step of time, from 1m to 1d. Default: 5m.'),
    horizon: text('How far it is simulated, up to 30d. Default: 1d.'),
    calibration: text('What a fit has left of the unknowns, or prior. Default: the newest.'),
    causes: z
      .enum(CAUSES)
      .optional()
      .describe('What each seller adds to the fall; none leaves it out, which is faster. Default: all.'),
    claim: text('What somebody says that leveraged funds traded at a close: leveraged-funds=18bn@-1.59%.'),
    lang: LANG,
    ...PICK,
  }),
  output: (desk) => answerSchema('cascade', desk),
  async call({ asOf, lang, figures, full, paths, draws, seed, ...texts }, desk, how) {
    const request = {
      ...texts,
      asOf: instantOf(asOf),
      paths: paths?.toString(),
      draws: draws?.toString(),
      seed: seed?.toString(),
    };
    const answer = await (await desk.questions()).cascade(request, how);
    const named = Object.keys(answer.parameters.shock).map((id) => `${id}.`);
    return answered(answer, { figures, full }, ['forced', ...named], languageFor(lang, desk), desk);
  },
});
