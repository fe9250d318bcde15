import { Command } from 'commander';
import type { CascadeAnswer } from '../../../simulation/cascade/answer.ts';
import { type CascadeTexts, parseWhole } from '../../cascade-options.ts';
import { usage } from '../../failure.ts';
import { checkThreads } from '../../simulate/threads.ts';
import { asOfOption } from '../as-of.ts';
import { deliver, json } from '../deliver.ts';
import { chooseFormat } from '../format.ts';
import { chooseLanguage } from '../language.ts';
import { PAPER_FORMATS, paperOf, refusePaperOnScreen } from '../paper.ts';
import { type Run, screenFor } from '../run.ts';
import { type OutputOptions, outputOptions } from './options.ts';

const FORMATS = ['text', 'md', 'html', ...PAPER_FORMATS, 'json'] as const;

interface CascadeCommandOptions extends OutputOptions, CascadeTexts {
  readonly asOf?: string;
  readonly threads?: string;
}

/** `tidemark cascade`: how far forced selling can run from the state known at an instant, under a shock. */
export function cascadeCommand(run: Run): Command {
  const asked = new Command('cascade')
    .option(
      '--as-of <instant>',
      'what was known then: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ (default: the latest close in the store)',
    )
    .option('--shock <asset=change,…>', 'what comes from outside (default: btc-usd=-5%)')
    .option('--alone', 'assets that are not named stay, instead of moving as they are expected to')
    .option('--over <time>', 'time over which the shock comes (default: 60m)')
    .option('--sellers <ids>', 'all, none, or ids joined by commas (default: all)')
    .option('--assets <ids>', 'all, or ids joined by commas (default: all)')
    .option('--paths <n>', 'paths, spread over the draws (default: 400)')
    .option('--draws <n>', 'draws of what nobody can observe (default: 40)')
    .option('--seed <n>', 'seed of chance (default: 1)')
    .option('--step <time>', 'step of time, from 1m to 1d (default: 2.5m)')
    .option('--horizon <time>', 'how far it is simulated, up to 30d (default: 1d)')
    .option('--calibration <id>', 'what a fit has left of the unknowns, or prior (default: the newest)')
    .option('--causes <all|none>', 'what each seller adds to the fall, or not: faster (default: all)')
    .option(
      '--claim <leveraged-funds=sum@move>',
      'what somebody says that leveraged funds traded at a close, held against what they have',
    )
    .option('--threads <n>', 'threads (default: one less than the machine has)');
  return outputOptions(asked, 'text, md, html, pdf, docx or json (default: text)')
    .addHelpText(
      'after',
      `
What nobody can observe is drawn from a calibration or a prior; its bands are part of every number. The number of threads changes
nothing in the answer.

Examples:
  tidemark cascade
  tidemark cascade --as-of 2026-02-05T12:00Z --shock btc-usd=-5%
  tidemark cascade --shock btc-usd=-8%,silver-front=-10% --over 4h --horizon 2d
  tidemark cascade --sellers perpetuals,leveraged-funds --assets btc-usd,eth-usd --json
  tidemark cascade --claim leveraged-funds=18bn@-1.59%`,
    )
    .action((options: CascadeCommandOptions) => cascade(run, options));
}

async function cascade(run: Run, options: CascadeCommandOptions): Promise<void> {
  const { parts, env } = run.world;
  const format = chooseFormat(options, FORMATS, 'text');
  refusePaperOnScreen(format, options.out);
  const language = chooseLanguage(run.options().lang, env);
  const { asOf, threads, fresh, format: _format, md: _md, json: _json, out, ...texts } = options;
  const count = threads === undefined ? undefined : parseWhole(threads, '--threads');
  if (count !== undefined) usage('--threads', () => checkThreads(count));
  const request = { ...texts, asOf: asOfOption(asOf) };
  const answer = await run.questions(await run.openStore(), { threads: count, fresh }).cascade(request);
  const texted: Record<(typeof FORMATS)[number], () => Promise<string | Uint8Array> | string> = {
    text: () => parts.terminal(answer, language, screenFor(run, out)),
    md: () => parts.markdown({ cascade: answer }, language),
    html: () => parts.html({ cascade: answer }, language),
    ...paperOf(run, { cascade: answer }, language),
    json: () => json(answer),
  };
  await deliver(await texted[format](), out, { print: run.print, log: run.effects.log });
  sayPriors(answer, run);
}

/** One line on what the answer had to assume. */
function sayPriors({ readings, missing }: CascadeAnswer, run: Run): void {
  const priors = readings.filter(({ how }) => how === 'prior').length;
  if (priors === 0) return;
  const absent =
    missing.length === 0 ? '' : `; not in the store: ${missing.map(({ series }) => series).join(', ')}`;
  run.effects.log(`tidemark: ${priors} of ${readings.length} inputs are priors${absent}`);
}
