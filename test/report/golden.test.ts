import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/data/series/entry.ts';
import { type ScanAnswer, scanAnswer } from '../../src/diagnosis/scan/answer.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import { scanText } from '../../src/report/terminal.ts';

const folder = fileURLToPath(new URL('../golden/report/', import.meta.url));
const regenerate = process.env.REGEN === '1' && !process.env.CI;

type Make = (answer: ScanAnswer, language: Language) => string;

/** By the first part of the file's name: `report.en.md` is the Markdown in English. */
const MAKERS: Readonly<Record<string, Make>> = {
  'report.md': (answer, language) => reportMarkdown({ scan: answer }, language),
  'report.html': (answer, language) => reportHtml({ scan: answer }, language),
  'scan.txt': (answer, language) => scanText(answer, language, { width: 80, colour: false }),
};

interface Expected {
  readonly file: string;
  readonly make: Make;
  readonly language: Language;
}

function expectedFile(file: string): Expected | undefined {
  const match = /^([a-z]+)\.([a-zA-Z-]+)\.([a-z]+)$/.exec(file);
  const make = match ? MAKERS[`${match[1]}.${match[3]}`] : undefined;
  const language = LANGUAGES.find((one) => one === match?.[2]);
  return make && language ? { file, make, language } : undefined;
}

function changedName(file: string): string {
  return file.replace(/\.([a-z]+)$/, '-changed.$1');
}

describe.each(readdirSync(folder))('the golden answer %s', (name) => {
  const own = join(folder, name);
  const answer = scanAnswer.parse(JSON.parse(readFileSync(join(own, 'answer.json'), 'utf8')));
  const files = readdirSync(own).flatMap((file) => expectedFile(file) ?? []);

  it('has something to compare with', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('reads as $file does', ({ file, make, language }) => {
    const made = make(answer, language);
    const path = join(own, file);
    const changed = join(own, changedName(file));
    if (regenerate) writeFileSync(path, made);
    const same = readFileSync(path, 'utf8') === made;
    if (same && existsSync(changed)) rmSync(changed);
    if (!same) writeFileSync(changed, made);
    expect(same, `differs from ${path}; the new text is in ${changed} (REGEN=1 takes it)`).toBe(true);
  });
});
