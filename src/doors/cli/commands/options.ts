import type { Command } from 'commander';
import { parseInstant } from '../../../data/time.ts';
import { parseEvent } from '../../event.ts';
import { usage } from '../../failure.ts';
import type { ExplainRequest, ReportRequest, ScanRequest } from '../../questions.ts';
import { asOfOption } from '../as-of.ts';
import type { FormatOptions } from '../format.ts';

/** What every verb takes that answers. */
export interface OutputOptions extends FormatOptions {
  readonly fresh?: boolean;
}

export interface AnswerOptions extends OutputOptions {
  readonly asOf?: string;
  readonly universe?: string;
  readonly window?: string;
  readonly event?: string;
}

export interface ReportCommandOptions extends AnswerOptions {
  readonly assume?: string;
  readonly since?: string;
}

export interface ExplainCommandOptions extends OutputOptions {
  readonly asOf?: string;
  readonly asset?: string;
  readonly window?: string;
  readonly assume?: string;
  readonly section?: string;
}

/** The options of a verb that writes its answer in one of several formats. */
export function outputOptions(command: Command, formats: string): Command {
  return command
    .option('--format <format>', formats)
    .option('--md', 'short for --format md')
    .option('--json', 'short for --format json: the answer and nothing else')
    .option('--out <file>', 'write to a file instead of standard output')
    .option('--fresh', 'compute anew, also an answer that is kept in the data home');
}

/** The options of a verb that scans as of an instant. */
export function answerOptions(command: Command, formats: string): Command {
  const asked = command
    .option(
      '--as-of <instant>',
      'what was known then: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ (default: the latest close in the store)',
    )
    .option(
      '--universe <which>',
      'core, all, a file with one id a line, or ids joined by commas (default: core)',
    )
    .option('--window <sessions>', 'sessions of the headline change: 1d, 5d, 20d … (default: 1d)')
    .option('--event <instant>', 'what the markets did over a dated event: YYYY-MM-DDTHH:MMZ');
  return outputOptions(asked, formats);
}

/** What is supposed; given twice, both. */
export function assumeOption(command: Command): Command {
  return command.option(
    '--assume <name=value,…>',
    'suppose, in billions of US dollars: fed, banks, mortgage (a month, for the projection), flow (into the funds of the coin); in basis points: cuts',
    (text: string, before?: string) => (before === undefined ? text : `${before},${text}`),
  );
}

export function scanRequest(options: AnswerOptions): ScanRequest {
  return {
    asOf: asOfOption(options.asOf),
    universe: options.universe,
    window: options.window,
    event: options.event === undefined ? undefined : parseEvent(options.event, '--event'),
  };
}

export function reportRequest(options: ReportCommandOptions): ReportRequest {
  const { assume, since } = options;
  return {
    ...scanRequest(options),
    assume,
    since: since === undefined ? undefined : usage('--since', () => parseInstant(since)),
  };
}

export function explainRequest(options: ExplainCommandOptions): ExplainRequest {
  const { asOf, asset, window, assume, section } = options;
  return { asOf: asOfOption(asOf), asset, window, assume, section };
}
