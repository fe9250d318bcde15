import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { parseInstant } from '../../src/data/time.ts';
import { SECTION_IDS, SECTIONS } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import type { ExplainPart } from '../../src/diagnosis/explain/part.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import { reportMarkdown } from '../../src/report/index.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

const INSTANT = parseInstant('2026-02-06T01:00Z');
const PARTS = SECTION_IDS.flatMap((section) => Object.values<ExplainPart>(SECTIONS[section]));
const empty = withDerived(memoryView([], INSTANT, { entry: entryOf }), DERIVED);

/** Headings of the third level, with the text under each. */
function places(markdown: string): ReadonlyMap<string, string> {
  const chapter = markdown.split(/^## /m).find((text) => text.startsWith('2 '))!;
  const [, ...found] = chapter.split(/^### /m);
  return new Map(found.map((text) => [text.slice(0, text.indexOf('\n')), text]));
}

describe('chapter 2 of a report', () => {
  it.each(LANGUAGES)('is numbered by question, and says of each what is missing: %s', async (language) => {
    const found = places(reportMarkdown({ explain: await explain(empty, { window: '5d' }) }, language));
    expect([...found.keys()].slice(0, 4).map((title) => title.split(' ')[0])).toEqual([
      '2.1',
      '2.2',
      '2.3',
      '2.4',
    ]);
    // Every series of every part is missing, and each part is named where it would stand.
    const all = [...found.values()].join('');
    for (const { series, title } of PARTS) {
      for (const id of series) expect(all).toMatch(new RegExp(`[(（]${id}[)）]`));
      if (series.length > 0) expect(all).toContain(title[language]);
    }
  });

  it('asked for one section, has the sub-chapters that its parts belong to', async () => {
    const answer = await explain(empty, { window: '5d', section: 'network' });
    expect([...places(reportMarkdown({ explain: answer }, 'en')).keys()]).toEqual(['2.4 Mood and contagion']);
  });
});

describeWithPack('chapter 2 of the real pack', () => {
  it('has its tables where their questions are, figures in the order of reading, and closes with the attribution', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d' });
    await store.close();
    const markdown = reportMarkdown({ explain: answer }, 'en');
    const found = places(markdown);
    const under = (number: string) => [...found].find(([title]) => title.startsWith(number))?.[1] ?? '';
    expect(under('2.1')).toMatch(/\*\*Table T-A /);
    expect(under('2.1')).toMatch(/\*\*Table T-5 /);
    expect(under('2.2')).toMatch(/\*\*Table T-4 /);
    const close = [...found.values()].at(-1) as string;
    expect([...found.keys()].at(-1)).not.toMatch(/^\d/);
    expect(close).toMatch(/\*\*Figure \d+ Of the .* of Bitcoin, .* is unexplained\*\*/);
    expect(close.indexOf('| Cause | Time |')).toBeGreaterThan(close.indexOf('| Driver |'));
    const figures = [...markdown.matchAll(/^\*\*Figure (\d+) /gm)].map((match) => Number(match[1]));
    expect(figures).toEqual(figures.map((_, k) => k + 1));
  }, 120_000);
});
