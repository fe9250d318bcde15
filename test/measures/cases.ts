import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { PACK } from '../pack.ts';

const folder = PACK === undefined ? undefined : join(PACK, '..', 'methods', 'cases');
const present = folder !== undefined && existsSync(folder);

/** Folder of the reference cases, or undefined when it is not on this machine. */
export const CASES: string | undefined = present ? folder : undefined;

if (!present)
  process.stderr.write('reference cases of the methods do not run: no methods/cases beside the data pack\n');

/** A suite that reads reference cases computed elsewhere (numpy, checked against R); skipped with a printed reason when absent. */
export const describeWithCases: typeof describe.skip = present ? describe : describe.skip;

/** Columns of a case's input by name, and what is expected of them. */
export function readCase(name: string) {
  const [head, ...lines] = readFileSync(join(folder as string, name, 'input.csv'), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => line.split(',').slice(1).map(Number));
  const names = (head as string).trim().split(',').slice(1);
  const columns = names.map((_, k) => Float64Array.from(rows, (row) => row[k] as number));
  const { params, expected } = JSON.parse(
    readFileSync(join(folder as string, name, 'expected.json'), 'utf8'),
  );
  return { names, columns, params, expected };
}
