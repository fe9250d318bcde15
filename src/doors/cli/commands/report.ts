import { Command } from 'commander';
import { deliver, json } from '../deliver.ts';
import { chooseFormat } from '../format.ts';
import { chooseLanguage } from '../language.ts';
import { PAPER_FORMATS, paperOf, refusePaperOnScreen } from '../paper.ts';
import type { Run } from '../run.ts';
import { answerOptions, assumeOption, type ReportCommandOptions, reportRequest } from './options.ts';
import { sayMissingHeadline } from './scan.ts';

const FORMATS = ['md', 'html', ...PAPER_FORMATS, 'json'] as const;

/** `tidemark report`: scan and explanation written up as one. */
export function reportCommand(run: Run): Command {
  const formats = 'md, html, pdf, docx or json (default: the ending of --out, else md)';
  return assumeOption(answerOptions(new Command('report'), formats))
    .option(
      '--since <instant>',
      'what the changes are told against: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ (default: a New York session earlier, at the same time of day)',
    )
    .addHelpText(
      'after',
      `
Examples:
  tidemark report --lang zh-Hans --out report.html
  tidemark report --as-of 2026-02-06T01:00Z --md
  tidemark report --as-of 2026-02-06T01:00Z --lang zh-Hant --out report.pdf
  tidemark report --as-of 2026-02-06T01:00Z --since 2026-01-30T01:00Z
  tidemark report --lang zh-Hans --out report.docx
  tidemark report --assume flow=-3,fed=40
  tidemark report --specimen --format html --out specimen.html`,
    )
    .action((options: ReportCommandOptions) => report(run, options));
}

async function report(run: Run, options: ReportCommandOptions): Promise<void> {
  const { parts } = run.world;
  const format = chooseFormat(options, FORMATS, 'md');
  refusePaperOnScreen(format, options.out);
  const language = chooseLanguage(run.options().lang, run.world.env);
  const request = reportRequest(options);
  const answers = await run.questions(await run.openStore(), options).report(request);
  const texts: Record<(typeof FORMATS)[number], () => Promise<string | Uint8Array> | string> = {
    md: () => parts.markdown(answers, language),
    html: () => parts.html(answers, language),
    ...paperOf(run, answers, language),
    json: () => json(answers),
  };
  await deliver(await texts[format](), options.out, { print: run.print, log: run.effects.log });
  sayMissingHeadline(answers.scan, run);
}
