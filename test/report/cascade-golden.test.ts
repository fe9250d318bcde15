import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/data/series/entry.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import type { CascadeAnswer } from '../../src/simulation/cascade/answer.ts';
import { expectGolden, goldenName } from '../golden-file.ts';
import { GOLDEN_CASCADES, goldenCascade } from './cascade-example.ts';

/** By the first part of the file's name: `report.en.md` is the Markdown in English. */
const MAKERS: Readonly<Record<string, (cascade: CascadeAnswer, language: Language) => string>> = {
  'report.md': (cascade, language) => reportMarkdown({ cascade }, language),
  'report.html': (cascade, language) => reportHtml({ cascade }, language),
};

describe.each(readdirSync(GOLDEN_CASCADES))('the golden cascade %s', (name) => {
  const folder = join(GOLDEN_CASCADES, name);
  const files = readdirSync(folder).flatMap((file) => {
    const parts = goldenName(file);
    const make = parts && MAKERS[parts.kind];
    return parts && make ? [{ file, make, language: parts.language }] : [];
  });

  it('has something to compare with', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('reads as $file does', ({ file, make, language }) => {
    expectGolden(folder, file, make(goldenCascade(name), language));
  });
});
