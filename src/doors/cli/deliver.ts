import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Puts an answer on standard output, or into a file that is whole or not there. */
export async function deliver(
  text: string | Uint8Array,
  out: string | undefined,
  to: { readonly print: (text: string) => void; readonly log: (line: string) => void },
): Promise<void> {
  if (out === undefined || out === '-') {
    if (typeof text !== 'string') throw new TypeError('bytes for standard output; allowed: text');
    to.print(text);
    return;
  }
  const temporary = join(dirname(out), `.${basename(out)}.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path: out });
  }
  to.log(`wrote ${out}`);
}

/** JSON of an answer: keys in the answer's order, two spaces, one newline at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
