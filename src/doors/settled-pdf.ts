import { createHash } from 'node:crypto';

const RESOURCES =
  /(\/(?:ExtGState|ColorSpace|Pattern|Shading|XObject|Font) <<\n)((?: *\/[A-Za-z]+\d+ \d+ 0 R\n){2,})/g;
const INSTANCE = /(<xmpMM:InstanceID>)([A-Za-z0-9+/=]{24})(<)/;

/**
 * A PDF whose bytes depend on what it shows only: the compiler lists the resources of a picture in an order that differs from run to run, and
 * hashes them into the id of the instance. Nothing changes its place, so that the table of objects stays true.
 */
export function settledPdf(bytes: Uint8Array): Uint8Array {
  const sorted = Buffer.from(bytes)
    .toString('latin1')
    .replace(RESOURCES, (_, head: string, entries: string) => head + inOrder(entries));
  const old = INSTANCE.exec(sorted)?.[2];
  if (old === undefined) return Buffer.from(sorted, 'latin1');
  const blank = sorted.replaceAll(old, ''.padEnd(old.length, '0'));
  const id = createHash('sha256').update(blank, 'latin1').digest().subarray(0, 16).toString('base64');
  return Buffer.from(sorted.replaceAll(old, id), 'latin1');
}

/** Numbers of a list of resources, ascending. */
function inOrder(entries: string): string {
  const numbered = entries.match(/.+\n/g) ?? [];
  return numbered
    .map((line) => ({ line, number: Number(/\d+/.exec(line)?.[0]) }))
    .sort((a, b) => a.number - b.number)
    .map(({ line }) => line)
    .join('');
}
