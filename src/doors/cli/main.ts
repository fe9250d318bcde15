#!/usr/bin/env node
import { CommanderError } from 'commander';
import { failureOf, failureText } from '../failure.ts';
import { buildProgram, type Program } from './program.ts';
import { processWorld } from './world.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the command line of this process and ends it with the right code. */
async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietlyOnClosedPipe);
  process.stderr.on('error', endQuietlyOnClosedPipe);
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
  process.stdout.write('', () => process.exit());
}

function exitCodeOf(error: unknown, say: (text: string) => void): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  say(failureText(error, Boolean(process.env.TIDEMARK_DEBUG)));
  return failureOf(error).exitCode;
}

/** `tidemark scan --json | head` closes the pipe early; that is no failure. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

await main(process.argv.slice(2));
