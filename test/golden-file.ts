import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { LANGUAGES, type Language } from '../src/data/series/entry.ts';

const regenerate = process.env.REGEN === '1' && !process.env.CI;

function changedName(file: string): string {
  return file.replace(/\.([a-z]+)$/, '-changed.$1');
}

/** Compares a text with a golden file; what differs is left beside it, and REGEN=1 takes it. */
export function expectGolden(folder: string, file: string, made: string): void {
  const path = join(folder, file);
  const changed = join(folder, changedName(file));
  if (regenerate) writeFileSync(path, made);
  const same = existsSync(path) && readFileSync(path, 'utf8') === made;
  if (same && existsSync(changed)) rmSync(changed);
  if (!same) writeFileSync(changed, made);
  expect(same, `differs from ${path}; the new text is in ${changed} (REGEN=1 takes it)`).toBe(true);
}

/** Name, language and ending of a golden file: `report.en.md`; undefined for any other file. */
export function goldenName(file: string): { kind: string; language: Language } | undefined {
  const match = /^([a-z]+)\.([a-zA-Z-]+)\.([a-z]+)$/.exec(file);
  const language = LANGUAGES.find((one) => one === match?.[2]);
  return match && language ? { kind: `${match[1]}.${match[3]}`, language } : undefined;
}
