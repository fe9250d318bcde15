import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = resolve(root, process.env.TIDEMARK_PACK ?? '../shared/data');
const present = existsSync(join(folder, 'manifest.json'));

/** Folder of the real data pack, or undefined when it is not on this machine. */
export const PACK: string | undefined = present ? folder : undefined;

const required = process.env.TIDEMARK_PACK_REQUIRED === '1';
if (!present && !required) {
  process.stderr.write(
    `tests on the real data pack do not run: no manifest.json in ${folder} (set TIDEMARK_PACK)\n`,
  );
}

/** A suite that needs the pack: skipped with a printed reason when it is absent, failing when TIDEMARK_PACK_REQUIRED=1. */
export const describeWithPack: typeof describe.skip = present || required ? describe : describe.skip;
