import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Effects } from '../../data/effects.ts';
import { LEAST_WIDTH } from '../../report/terminal-fold.ts';
import type { Place } from '../answering/messages.ts';
import type { AnsweringThreads } from '../answering/threads.ts';
import { PARTS, type Parts } from '../parts.ts';
import type { HomePlace } from './home.ts';
import { terminalEffects } from './terminal.ts';

/** Everything a run of the command line takes from outside; the one place where the process is read. */
export interface World extends HomePlace {
  readonly version: string;
  readonly effects: Effects;
  readonly parts: Parts;
  /** Width in columns and whether colour is wanted on standard output. */
  readonly screen: { readonly width: number; readonly colour: boolean };
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Threads beside this one in which a server answers; absent: it answers in this one. */
  readonly answering?: (place: Place) => Promise<AnsweringThreads>;
  /** Standard input and output, for a protocol that is spoken over both. */
  readonly pipes: () => { readonly input: Readable; readonly output: Writable };
  /** Exit code of an answer whose headline has no value. */
  readonly leaveWith: (code: number) => void;
  /** Resolves when the process is told to end; a server lives until then. */
  readonly untilEnd: Promise<void>;
}

const DEFAULT_WIDTH = 100;

/** Columns to write for: a terminal that does not know its own has 0, and text needs the least that it can be folded to. */
function widthOf(columns: number | undefined): number {
  return Math.max(LEAST_WIDTH, columns || DEFAULT_WIDTH);
}

export function processWorld(untilEnd: Promise<void>): World {
  const { stdout, stderr, env, platform } = process;
  const effects = terminalEffects(stderr);
  return {
    version: packageVersion(),
    effects,
    parts: PARTS,
    screen: { width: widthOf(stdout.columns), colour: stdout.isTTY === true && !env.NO_COLOR },
    print: (text) => void stdout.write(text),
    printError: (text) => void stderr.write(text),
    answering: async (place) =>
      (await import('../answering/threads.ts')).answeringThreads(place, effects.log),
    pipes: () => ({ input: process.stdin, output: stdout }),
    leaveWith: (code) => {
      process.exitCode = code;
    },
    untilEnd,
    env,
    platform,
    userHome: homedir(),
  };
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
