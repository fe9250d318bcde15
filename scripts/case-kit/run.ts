import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asJson, type BadLeaf, compare, type Tolerances } from './compare.ts';
import type { CaseInput, CaseRunner } from './runner.ts';
import { parseTable } from './table.ts';

export type CaseResult =
  | {
      readonly name: string;
      readonly state: 'compared';
      readonly leaves: number;
      readonly bad: readonly BadLeaf[];
    }
  | { readonly name: string; readonly state: 'no-runner'; readonly method: string }
  | { readonly name: string; readonly state: 'failed'; readonly error: unknown };

interface CaseFile {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance: Tolerances;
}

/** Folders of `directory` that hold an expected.json, in order of name; `directory` itself when it holds one. */
export function caseFolders(directory: string): string[] {
  if (existsSync(join(directory, 'expected.json'))) return [directory];
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name))
    .filter((folder) => existsSync(join(folder, 'expected.json')));
}

/** The runners of scripts/cases by the methods they name. @throws Error when two name the same method. */
export async function loadRunners(): Promise<ReadonlyMap<string, CaseRunner>> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'cases');
  const runners = new Map<string, CaseRunner>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts')) continue;
    const { runner } = (await import(pathToFileURL(join(folder, file)).href)) as { runner?: CaseRunner };
    for (const method of runner?.methods ?? []) {
      if (runners.has(method)) throw new Error(`two runners name the method ${method}; one is ${file}`);
      runners.set(method, runner!);
    }
  }
  return runners;
}

/** Computes one case and holds it against its expected numbers; nothing is thrown. */
export async function runCase(folder: string, runners: ReadonlyMap<string, CaseRunner>): Promise<CaseResult> {
  const name = basename(folder);
  try {
    const file = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as CaseFile;
    const runner = runners.get(file.method);
    if (runner === undefined) return { name, state: 'no-runner', method: file.method };
    const got = asJson(await runner.run(inputOf(folder, file)));
    return { name, state: 'compared', ...compare(file.expected, got, file.tolerance) };
  } catch (error) {
    return { name, state: 'failed', error };
  }
}

function inputOf(folder: string, { method, params = {} }: CaseFile): CaseInput {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort();
  return {
    method,
    params: structuredClone(params),
    files,
    file: (name = 'input.csv') => parseTable(readFileSync(join(folder, name), 'utf8')),
  };
}

export function passed(result: CaseResult): boolean {
  return result.state === 'compared' && result.bad.length === 0;
}

const SHOWN = 20;

/** One line a case, the first bad leaves indented below it. */
export function describeCase(result: CaseResult): string {
  const { name } = result;
  if (result.state === 'no-runner') return `${name}: no runner for the method ${result.method}`;
  if (result.state === 'failed') return `${name}: failed\n   ${reason(result.error)}`;
  const lines = result.bad.slice(0, SHOWN).map(({ path, expected, got }) => {
    return `   ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? 'nothing'}`;
  });
  const rest = result.bad.length - lines.length;
  if (rest > 0) lines.push(`   and ${rest} more`);
  return [`${name}: ${result.leaves} leaves, ${result.bad.length} bad`, ...lines].join('\n');
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
