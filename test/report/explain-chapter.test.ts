import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { CORE_UNIVERSE } from '../../src/data/series/universe.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { parseInstant } from '../../src/data/time.ts';
import { SECTION_IDS, SECTIONS } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import type { ExplainPart } from '../../src/diagnosis/explain/part.ts';
import { scan } from '../../src/diagnosis/scan/scan.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import { CONSEQUENCE_PLACES, DRIVER_PLACES } from '../../src/report/compose/places.ts';
import { reportMarkdown } from '../../src/report/index.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

const INSTANT = parseInstant('2026-02-06T01:00Z');
const PARTS = SECTION_IDS.flatMap((section) => Object.values<ExplainPart>(SECTIONS[section]));
const empty = withDerived(memoryView([], INSTANT, { entry: entryOf }), DERIVED);

/** Headings of the third level of a chapter, with the text under each. */
function places(markdown: string, chapter = '2'): ReadonlyMap<string, string> {
  const own = markdown.split(/^## /m).find((text) => text.startsWith(`${chapter} `)) ?? '';
  const [, ...found] = own.split(/^### /m);
  return new Map(found.map((text) => [text.slice(0, text.indexOf('\n')), text]));
}

function numbersOf(found: ReadonlyMap<string, string>): readonly (string | undefined)[] {
  return [...found.keys()].map((title) => title.split(' ')[0]);
}

describe('an explanation that stands alone', () => {
  it.each(LANGUAGES)('is numbered by question, and says at its end what is missing: %s', async (language) => {
    const text = reportMarkdown({ explain: await explain(empty, { window: '5d' }) }, language);
    expect(numbersOf(places(text))).toEqual(['2.1', '2.2', '2.3', '2.4']);
    expect(numbersOf(places(text, '3'))).toEqual(['3.2']);
    // Every series of every part is missing, and each part is named where it would stand.
    const end = text.slice(text.lastIndexOf('### 3.2'));
    for (const { series, title } of PARTS) {
      for (const id of series) expect(end).toMatch(new RegExp(`[(（]${id}[)）]`));
      if (series.length > 0) expect(end).toContain(title[language]);
    }
  });

  it('asked for one section, has the sub-chapters that its parts belong to', async () => {
    const answer = await explain(empty, { window: '5d', section: 'network' });
    expect([...places(reportMarkdown({ explain: answer }, 'en')).keys()]).toEqual(['2.4 Mood and contagion']);
  });
});

describe('the places of the parts', () => {
  const all = [...DRIVER_PLACES, ...CONSEQUENCE_PLACES];

  it('name only parts there are, each once, and have a place for every section', () => {
    const named = all.flatMap(({ body, brief = [] }) => [...body, ...brief]);
    expect(named.filter((id, k) => named.indexOf(id) !== k)).toEqual([]);
    expect(named.filter((id) => !PARTS.some((part) => part.id === id))).toEqual([]);
    expect(all.flatMap(({ sections = [] }) => sections).sort()).toEqual([...SECTION_IDS].sort());
  });
});

describeWithPack('the report of the real pack', () => {
  it('has a picture a part, its tables of data once and in chapter 5, and its figures in the order of reading', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const answers = {
      scan: await scan(view, { universe: CORE_UNIVERSE, universeName: 'core', window: '1d' }),
      explain: await explain(view, { window: '5d' }),
    };
    await store.close();
    const text = reportMarkdown(answers, 'en');
    expect([...text.matchAll(/^## (\S+) /gm)].map((match) => match[1])).toEqual([
      '1',
      '2',
      '3',
      '5',
      '7',
      'A',
    ]);
    for (const id of ['T-1', 'T-3', 'T-4', 'T-5', 'T-6']) {
      expect(text.match(new RegExp(`^\\*\\*Table ${id} `, 'gm'))).toHaveLength(1);
      expect(text.indexOf(`**Table ${id} `)).toBeGreaterThan(text.indexOf('\n## 5 '));
      expect(text.indexOf(`**Table ${id} `)).toBeLessThan(text.indexOf('\n## 7 '));
    }
    const under = (number: string, chapter: string) =>
      [...places(text, chapter)].find(([title]) => title.startsWith(number))?.[1] ?? '';
    expect(under('2.1', '2')).toMatch(/\*\*Table T-A /);
    expect(under('2.2', '2')).toContain('Table T-4, chapter 5');
    expect(numbersOf(places(text, '3'))).toEqual(['3.1', '3.2', '3.3']);
    const close = under('2.6', '2');
    expect(close).toMatch(/\*\*Figure \d+ Of the .* of Bitcoin, .* is unexplained\*\*/);
    expect(close).toContain('| Cause | Time |');
    const figures = [...text.matchAll(/^\*\*Figure (\d+) /gm)].map((match) => Number(match[1]));
    expect(figures).toEqual(figures.map((_, k) => k + 1));
    const heads = [...text.matchAll(/^### A\.(\S+)/gm)].map((match) => match[1]);
    for (const number of heads) expect(text).toMatch(new RegExp(`^### ${number} `, 'm'));
  }, 120_000);
});
