import { Command } from 'commander';
import { traceText } from '../../../report/trace-text.ts';
import { deliver, json } from '../deliver.ts';
import { chooseFormat } from '../format.ts';
import { chooseLanguage } from '../language.ts';
import type { Run } from '../run.ts';

const FORMATS = ['text', 'json'] as const;

interface TraceOptions {
  readonly json?: boolean;
  readonly out?: string;
}

/** `tidemark trace`: where one number comes from. */
export function traceCommand(run: Run): Command {
  return new Command('trace')
    .argument('<figure-id>', 'the id printed beside the number; quote it, for it may hold ; and #')
    .option('--json', 'the trace as JSON and nothing else')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  tidemark trace 'scan:btc-usd.change-1d@2026-02-06T01:00Z#7f3c91'
  tidemark trace 'scan:joint.score@2026-02-06T01:00Z;window=5d#7f3c91' --json`,
    )
    .action((id: string, options: TraceOptions) => trace(run, id, options));
}

async function trace(run: Run, id: string, options: TraceOptions): Promise<void> {
  const format = chooseFormat(options, FORMATS, 'text');
  const language = chooseLanguage(run.options().lang, run.world.env);
  const found = await run.questions(await run.openStore()).trace(id);
  const text = format === 'json' ? json(found) : traceText(found, language);
  await deliver(text, options.out, { print: run.print, log: run.effects.log });
}
