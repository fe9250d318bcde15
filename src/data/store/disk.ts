import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { UserError } from '../errors.ts';

/** The steps by which something becomes durable; each can fail, and a test can make each fail. */
export interface Disk {
  /** Writes a new file and syncs it. */
  write(path: string, parts: readonly Uint8Array[]): void;
  /** Syncs a file that something else wrote. */
  sync(path: string): void;
  /** Gives a finished file its name, in one step, never over another file. */
  publish(temporary: string, name: string): void;
  syncFolder(path: string): void;
}

export const DISK: Disk = {
  write(path, parts) {
    withFile(path, 'wx', (file) => {
      for (const part of parts) writeFully(file, part);
      fsyncSync(file);
    });
  },
  sync(path) {
    withFile(path, 'r+', fsyncSync);
  },
  publish(temporary, name) {
    try {
      linkSync(temporary, name);
    } catch (error) {
      if (!NO_LINKS.has(codeOf(error)) || existsSync(name)) throw error;
      renameSync(temporary, name);
      return;
    }
    unlinkSync(temporary);
  },
  syncFolder(path) {
    // Windows cannot open a folder; its file system journals names by itself.
    if (process.platform !== 'win32') withFile(path, 'r', fsyncSync);
  },
};

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

export function withFile(path: string, mode: string, use: (file: number) => void): void {
  const file = openSync(path, mode);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}

/** A write may take only a part of what it is given. */
export function writeFully(file: number, part: Uint8Array): void {
  for (let at = 0; at < part.byteLength; ) at += writeSync(file, part, at);
}

export function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another system may hold it open; the next writer takes it away.
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The error that a person can act on, for a failed write; anything else comes back as it is. */
export function writeError(error: unknown, home: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left|quota exceeded/i.test(error.message)) {
    return new UserError(
      `no space left on the disk of ${home}: nothing of this was stored, what was there before is intact`,
      'free some space, or take another place with --home or TIDEMARK_HOME',
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new UserError(
      `cannot write in ${home} (${code})`,
      'give this user the right to write there, or take another place with --home or TIDEMARK_HOME',
    );
  }
  return error;
}
