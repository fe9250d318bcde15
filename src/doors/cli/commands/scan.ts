import { Command } from 'commander';
import type { ScanAnswer } from '../../../diagnosis/scan/answer.ts';
import { deliver, json } from '../deliver.ts';
import { chooseFormat } from '../format.ts';
import { chooseLanguage } from '../language.ts';
import { PAPER_FORMATS, paperOf, refusePaperOnScreen } from '../paper.ts';
import { type Run, screenFor } from '../run.ts';
import { type AnswerOptions, answerOptions, scanRequest } from './options.ts';

const FORMATS = ['text', 'md', 'html', ...PAPER_FORMATS, 'json'] as const;

/** `tidemark scan`: what fell, how rare that is, and whether it was everything at once. */
export function scanCommand(run: Run): Command {
  return answerOptions(new Command('scan'), 'text, md, html, pdf, docx or json (default: text)')
    .addHelpText(
      'after',
      `
Examples:
  tidemark scan
  tidemark scan --as-of 2026-02-06T01:00Z --lang zh-Hans
  tidemark scan --window 5d --universe all --json
  tidemark scan --event 2026-01-30T15:00Z
  tidemark scan --specimen`,
    )
    .action((options: AnswerOptions) => scan(run, options));
}

async function scan(run: Run, options: AnswerOptions): Promise<void> {
  const { world } = run;
  const format = chooseFormat(options, FORMATS, 'text');
  refusePaperOnScreen(format, options.out);
  const language = chooseLanguage(run.options().lang, world.env);
  const request = scanRequest(options);
  const answer = await run.questions(await run.openStore(), options).scan(request);
  const texts: Record<(typeof FORMATS)[number], () => Promise<string | Uint8Array> | string> = {
    text: () => world.parts.terminal(answer, language, screenFor(run, options.out)),
    md: () => world.parts.markdown({ scan: answer }, language),
    html: () => world.parts.html({ scan: answer }, language),
    ...paperOf(run, { scan: answer }, language),
    json: () => json(answer),
  };
  await deliver(await texts[format](), options.out, { print: run.print, log: run.effects.log });
  sayMissingHeadline(answer, run);
}

/** The answer was printed, and its headline has no value: exit code 3, with the reason. */
export function sayMissingHeadline(answer: ScanAnswer, run: Run): void {
  const { score } = answer.joint;
  if (score.value !== null) return;
  run.effects.log(`tidemark: the joint-fall score has no value at ${answer.asOf}: ${score.why ?? ''}`);
  run.world.leaveWith(3);
}
