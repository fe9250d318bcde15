import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/data/series/entry.ts';
import { type ScanAnswer, scanAnswer } from '../../src/diagnosis/scan/answer.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import { scanText } from '../../src/report/terminal.ts';
import { expectGolden, goldenName } from '../golden-file.ts';

const folder = fileURLToPath(new URL('../golden/report/', import.meta.url));

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
  const name = goldenName(file);
  const make = name && MAKERS[name.kind];
  return name && make ? { file, make, language: name.language } : undefined;
}

describe.each(readdirSync(folder))('the golden answer %s', (name) => {
  const own = join(folder, name);
  const answer = scanAnswer.parse(JSON.parse(readFileSync(join(own, 'answer.json'), 'utf8')));
  const files = readdirSync(own).flatMap((file) => expectedFile(file) ?? []);

  it('has something to compare with', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('reads as $file does', ({ file, make, language }) => {
    expectGolden(own, file, make(answer, language));
  });
});
