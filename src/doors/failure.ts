import { UserError } from '../data/errors.ts';

/** What is said to the person and with which code the process ends. */
export interface Failure {
  readonly message: string;
  readonly hint: string;
  readonly exitCode: number;
}

const SYSTEM: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['no space left on the disk', 'free some space and run it again; nothing already stored is lost'],
  EDQUOT: ['the disk quota is used up', 'free some space and run it again; nothing already stored is lost'],
  EACCES: ['not permitted', 'give the user of this process access, or choose another place'],
  EPERM: ['not permitted', 'give the user of this process access, or choose another place'],
  EROFS: ['the file system is read-only', 'choose another place with --home or --out'],
  ENOENT: ['no such file or folder', 'check the path'],
  ENOTDIR: ['a part of the path is a file', 'choose another place'],
  EISDIR: ['it is a folder', 'name a file'],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n) and run it again'],
};

/** Words and exit code for anything thrown: a UserError speaks for itself, the system's errors get a hint, the rest is our fault. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return error;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const known = code ? SYSTEM[code] : undefined;
  if (known) return { message: path ? `${known[0]}: ${path}` : known[0], hint: known[1], exitCode: 1 };
  return {
    message: `a fault of the program: ${message ?? String(error)}`,
    hint: 'run it again with TIDEMARK_DEBUG=1 for the stack, and report it',
    exitCode: 1,
  };
}

/** The two lines a failed command leaves on standard error; the stack only when asked for. */
export function failureText(error: unknown, debug: boolean): string {
  const { message, hint } = failureOf(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  return `tidemark: ${message}\n${hint ? `  hint: ${hint}\n` : ''}${stack}`;
}

/** Runs a reader of arguments; its RangeError becomes a wrong usage (2), split at "; " into what came and what is allowed. */
export function usage<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const at = error.message.indexOf('; ');
    const message = at < 0 ? error.message : error.message.slice(0, at);
    const hint = at < 0 ? `see tidemark --help` : error.message.slice(at + 2);
    throw new UserError(where ? `${where}: ${message}` : message, hint, 2);
  }
}
