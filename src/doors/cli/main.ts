#!/usr/bin/env node
import { CommanderError } from 'commander';
import { failureOf, failureText } from '../failure.ts';
import { buildProgram, type Program } from './program.ts';
import { processWorld } from './world.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the command line of this process and ends it with the right code. */
async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', endOnBrokenOutput);
  process.stderr.on('error', () => process.exit(1));
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(code));
  const world = processWorld(new Promise(() => {}));
  let program: Program | undefined;
  try {
    program = await buildProgram(args, world);
    await program.command.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error, (text) => process.stderr.write(text));
  }
  await program?.run.close().catch(() => {});
  process.stdout.write('', (error) => {
    if (!error) process.exit();
  });
}

function exitCodeOf(error: unknown, say: (text: string) => void): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  say(failureText(error, Boolean(process.env.TIDEMARK_DEBUG)));
  return failureOf(error).exitCode;
}

/** `tidemark scan --json | head` closes the pipe early, which is no failure; a full disk behind `>` is one. */
function endOnBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(failureText(error, Boolean(process.env.TIDEMARK_DEBUG)));
  process.exit(failureOf(error).exitCode);
}

await main(process.argv.slice(2));
