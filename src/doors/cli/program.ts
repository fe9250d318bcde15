import { Command } from 'commander';
import { UserError } from '../../data/errors.ts';
import { type GlobalOptions, type Run, startRun } from './run.ts';
import type { World } from './world.ts';

/** Verbs, in the order of the help; each is loaded when it is the one asked for. */
const VERBS: Readonly<Record<string, { summary: string; load: (run: Run) => Promise<Command> }>> = {
  scan: {
    summary: 'What fell, how much, how rare is that, and was it everything at once?',
    load: async (run) => (await import('./commands/scan.ts')).scanCommand(run),
  },
  explain: {
    summary: 'Why did it fall: dollar liquidity, drivers, flows and leverage, as known then?',
    load: async (run) => (await import('./commands/explain.ts')).explainCommand(run),
  },
  cascade: {
    summary: 'How far can forced selling run from here, under a shock, and whose is it?',
    load: async (run) => (await import('./commands/cascade.ts')).cascadeCommand(run),
  },
  report: {
    summary: 'The whole written up: Markdown, or one self-contained HTML file.',
    load: async (run) => (await import('./commands/report.ts')).reportCommand(run),
  },
  trace: {
    summary: 'Where a number comes from: formula, inputs, source, licence, known at.',
    load: async (run) => (await import('./commands/trace.ts')).traceCommand(run),
  },
  schema: {
    summary: 'The JSON Schema of an answer.',
    load: async (run) => (await import('./commands/schema.ts')).schemaCommand(run),
  },
  data: {
    summary: 'Bring data in and out, and look after them.',
    load: async (run) => (await import('./commands/data.ts')).dataCommand(run),
  },
  serve: {
    summary: 'Prepare the data, print the scan, and serve the dashboard at a local address.',
    load: async (run) => (await import('./commands/serve.ts')).serveCommand(run),
  },
  mcp: {
    summary: 'Serve the verbs as tools of the Model Context Protocol, on standard input and output.',
    load: async (run) => (await import('./commands/mcp.ts')).mcpCommand(run),
  },
  completion: {
    summary: 'Completion of the command line for bash, zsh or fish.',
    load: async (run) => (await import('./commands/completion.ts')).completionCommand(run),
  },
};

export interface Program {
  readonly command: Command;
  readonly run: Run;
}

/** The command line for these arguments: all verbs named, and those that the arguments mention loaded. */
export async function buildProgram(args: readonly string[], world: World): Promise<Program> {
  const command = new Command('tidemark');
  const run = startRun(world, () => command.opts<GlobalOptions>());
  command
    .description(
      'What fell in the markets, how rare that is, and what moved with it, as of any instant; every number can be traced.',
    )
    .usage('VERB [options]')
    .version(world.version, '-V, --version')
    .option('--home <dir>', 'data home (default: TIDEMARK_HOME, else the folder for data of programs)')
    .option('--specimen', 'use a generated market instead of the data home; labelled SIMULATED')
    .option('--lang <language>', 'zh-Hans, zh-Hant or en (default: TIDEMARK_LANG, else the locale)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: world.print,
      writeErr: world.printError,
      outputError: (text, write) => write(text.replace(/^error: /, 'tidemark: ')),
    })
    .showHelpAfterError('  hint: see tidemark --help')
    .exitOverride()
    .hook('preAction', (_program, action) => refuseRealIntoSpecimen(action, run.options()))
    .addHelpText('after', EXAMPLES);
  for (const [name, verb] of Object.entries(VERBS)) {
    const added = args.includes(name) ? await verb.load(run) : new Command(name);
    if (added.description() === '') added.description(verb.summary);
    command.addCommand(inherit(added, command));
  }
  return { command, run };
}

/** Real and simulated values never stand in one home. */
function refuseRealIntoSpecimen(action: Command, { specimen }: GlobalOptions): void {
  if (!specimen || action.name() !== 'import') return;
  throw new UserError('real data are not imported into the specimen', 'leave --specimen out', 2);
}

/** Settings of the program for a command made elsewhere, and for those below it. */
function inherit(command: Command, from: Command): Command {
  command.copyInheritedSettings(from);
  command.addHelpText('after', EXIT_CODES);
  for (const child of command.commands) inherit(child, command);
  return command;
}

const EXIT_CODES = `
Exit codes: 0 answered, 1 failed, 2 wrong usage, 3 no value for want of data.`;

const EXAMPLES = `${EXIT_CODES}

Examples:
  tidemark data import ../my-data
  tidemark scan --as-of 2026-02-06T01:00Z
  tidemark explain --as-of 2026-02-13T01:00Z
  tidemark cascade --as-of 2026-02-05T12:00Z --shock btc-usd=-5%
  tidemark report --lang zh-Hans --out report.html
  tidemark serve --specimen
  tidemark mcp --specimen`;
