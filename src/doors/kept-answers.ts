import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { gunzip, gzip } from 'node:zlib';

/** Answers that outlast the process, by what was asked; whatever goes wrong with one, it is as if it had not been kept. */
export interface KeptAnswers {
  read(asked: readonly unknown[]): Promise<object | undefined>;
  write(asked: readonly unknown[], answer: object): Promise<void>;
}

interface KeptOptions {
  /** Of the program that answers: another one neither finds nor is found. */
  readonly fingerprint: () => Promise<string>;
  /** Answers kept before are not read; that of today stands in their place. */
  readonly fresh?: boolean;
  /** The oldest go when there are more. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 256 * 2 ** 20;
const FOLDER = 'answers';
const ENDING = '.gz';
/** What a process that was ended while it wrote has left behind. */
const ABANDONED_MS = 3_600_000;

const [pack, unpack] = [
  promisify<Buffer, { level: number }, Buffer>(gzip),
  promisify<Buffer, Buffer>(gunzip),
];

/**
 * Answers in the folder `answers` of a home that is there and may be written: one gzipped value each, whole or not there. They come back with
 * every bit they were kept with, also what JSON cannot say.
 */
export function keptAnswers(
  home: string,
  { fingerprint, fresh = false, mostBytes = MOST_BYTES }: KeptOptions,
): KeptAnswers {
  const folder = join(home, FOLDER);
  const fileOf = async (asked: readonly unknown[]) => {
    const key = createHash('sha256').update(JSON.stringify([await fingerprint(), asked]));
    return join(folder, `${key.digest('hex')}${ENDING}`);
  };
  return {
    async read(asked) {
      if (fresh) return undefined;
      try {
        const file = await fileOf(asked);
        const answer: unknown = deserialize(await unpack(await readFile(file)));
        const now = new Date();
        await utimes(file, now, now).catch(() => {});
        return typeof answer === 'object' && answer !== null ? answer : undefined;
      } catch {
        return undefined;
      }
    },
    async write(asked, answer) {
      const temporary = join(folder, `.${randomUUID()}`);
      try {
        await mkdir(folder).catch(() => {});
        await writeFile(temporary, await pack(serialize(answer), { level: 1 }), { flag: 'wx' });
        await rename(temporary, await fileOf(asked));
        await makeRoom(folder, mostBytes);
      } catch {
        await rm(temporary, { force: true }).catch(() => {});
      }
    },
  };
}

/** Takes away the answers that were not asked for longest, until the rest has room. */
async function makeRoom(folder: string, mostBytes: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }),
  );
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  const newest = files[0]?.mtimeMs ?? 0;
  let bytes = 0;
  for (const { name, size, mtimeMs } of files) {
    bytes += size;
    const isLeft = !name.endsWith(ENDING) && newest - mtimeMs > ABANDONED_MS;
    if (bytes > mostBytes || isLeft) await rm(join(folder, name), { force: true });
  }
}
