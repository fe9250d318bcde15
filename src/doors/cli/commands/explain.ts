import { Command } from 'commander';
import { figuresOf } from '../../../data/trace.ts';
import type { ExplainAnswer } from '../../../diagnosis/explain/answer.ts';
import { deliver, json } from '../deliver.ts';
import { chooseFormat } from '../format.ts';
import { chooseLanguage } from '../language.ts';
import { PAPER_FORMATS, paperOf, refusePaperOnScreen } from '../paper.ts';
import { type Run, screenFor } from '../run.ts';
import { assumeOption, type ExplainCommandOptions, explainRequest, outputOptions } from './options.ts';

const FORMATS = ['text', 'md', 'html', ...PAPER_FORMATS, 'json'] as const;

/** `tidemark explain`: why it fell, in sections. */
export function explainCommand(run: Run): Command {
  const asked = new Command('explain')
    .option(
      '--as-of <instant>',
      'what was known then: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ (default: the latest close in the store)',
    )
    .option('--asset <id>', 'the instrument the question is about (default: each part takes its own)')
    .option('--window <sessions>', 'sessions of the explained change: 1d, 5d, 20d … (default: 5d)');
  const command = assumeOption(asked).option(
    '--section <name>',
    'liquidity, drivers, flows, havens or network (default: all)',
  );
  return outputOptions(command, 'text, md, html, pdf, docx or json (default: text)')
    .addHelpText(
      'after',
      `
Examples:
  tidemark explain
  tidemark explain --as-of 2026-02-13T01:00Z --lang zh-Hans
  tidemark explain --asset btc-usd --section flows --window 20d --json
  tidemark explain --section liquidity --assume fed=40,banks=25
  tidemark explain --asset btc-usd --assume flow=-3
  tidemark explain --section drivers --assume fed=-60,cuts=50
  tidemark explain --specimen --out why.html`,
    )
    .action((options: ExplainCommandOptions) => explain(run, options));
}

async function explain(run: Run, options: ExplainCommandOptions): Promise<void> {
  const { parts, env } = run.world;
  const format = chooseFormat(options, FORMATS, 'text');
  refusePaperOnScreen(format, options.out);
  const language = chooseLanguage(run.options().lang, env);
  const request = explainRequest(options);
  const answer = await run.questions(await run.openStore(), options).explain(request);
  const texts: Record<(typeof FORMATS)[number], () => Promise<string | Uint8Array> | string> = {
    text: () => parts.terminal(answer, language, screenFor(run, options.out)),
    md: () => parts.markdown({ explain: answer }, language),
    html: () => parts.html({ explain: answer }, language),
    ...paperOf(run, { explain: answer }, language),
    json: () => json(answer),
  };
  await deliver(await texts[format](), options.out, { print: run.print, log: run.effects.log });
  sayNothingMeasured(answer, run);
}

/** The answer was printed, and no part of it has a value: exit code 3, with the reason. */
function sayNothingMeasured(answer: ExplainAnswer, run: Run): void {
  const figures = figuresOf(answer);
  if (figures.some(({ value }) => value !== null)) return;
  const { asset } = answer.parameters;
  const why =
    figures.length === 0 && asset ? `no part has anything to say of ${asset}` : 'no part has a value';
  run.effects.log(`tidemark: ${why} at ${answer.asOf}`);
  run.world.leaveWith(3);
}
