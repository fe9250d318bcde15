import { beforeAll, describe, expect, it } from 'vitest';
import { type ExportRow, exportRows } from '../../../src/data/export/rows.ts';
import { LANGUAGES, type Language } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { CORE_UNIVERSE } from '../../../src/data/series/universe.ts';
import { specimenColumns } from '../../../src/data/specimen/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { SECTION_IDS } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { DERIVED, withDerived } from '../../../src/measures/derived/index.ts';
import { drawnOverTime, drawnSplit } from '../../../src/report/drawn.ts';
import { PAGES, type SentBlock } from '../../../src/report/page/index.ts';
import type { PageAnswers } from '../../../src/report/page/page.ts';
import type { SentChart, SentInline, SentTable } from '../../../src/report/page/sent.ts';
import { exampleCascade } from '../cascade-example.ts';

const INSTANT = '2026-02-06T01:00Z';

describe('what is drawn over time', () => {
  const day = (t: number) => new Date(Date.UTC(2020, 0, 1 + t)).toISOString().slice(0, 10);
  const dates = Array.from({ length: 100 }, (_, t) => day(t));
  const format = (value: number) => `${value} x`;

  it('is told newest first, sixty days of it, with how many there are', () => {
    const { rows, of } = drawnOverTime({
      dates,
      lines: [{ name: 'A', values: dates.map((_, t) => t) }],
      format,
    });
    expect(rows).toHaveLength(60);
    expect(rows[0]).toEqual({ name: day(99), texts: ['99 x'] });
    expect(rows.at(-1)!.name).toBe(day(40));
    expect(of).toBe(100);
  });

  it('keeps the last value of a line that ended long before', () => {
    const ended = dates.map((_, t) => (t <= 10 ? t : null));
    const lines = [
      { name: 'A', values: dates.map((_, t) => t) },
      { name: 'B', values: ended },
    ];
    const { rows } = drawnOverTime({ dates, lines, format });
    expect(rows.at(-1)).toEqual({ name: day(10), texts: ['10 x', '10 x'] });
  });

  it('leaves out days without a value, and has no rows without any', () => {
    const gaps = dates.map((_, t) => (t % 2 === 0 ? t : null));
    const { rows, of } = drawnOverTime({ dates, lines: [{ name: '', values: gaps }], format });
    expect([rows.length, of]).toEqual([50, undefined]);
    expect(drawnOverTime({ dates: [], lines: [{ name: '', values: [] }], format }).rows).toEqual([]);
  });
});

describe('a waterfall as a table', () => {
  it('has a row a part and the whole last', () => {
    const panels = [{ name: 'P', texts: ['+1', '+3'] }];
    expect(drawnSplit('Part', { rows: ['a'], total: 'All', panels }).rows).toEqual([
      { name: 'a', texts: ['+1'] },
      { name: 'All', texts: ['+3'] },
    ]);
  });
});

describe('every chart of every page on the specimen', () => {
  let answers: PageAnswers;

  beforeAll(async () => {
    const columns = specimenColumns();
    const view = withDerived(memoryView(columns, parseInstant(INSTANT), { entry: entryOf }), DERIVED);
    const whole = await explain(view, { window: '5d' });
    const rows: ExportRow[] = [];
    for await (const row of exportRows(view, ['btc-usd'])) rows.push(row);
    answers = {
      scan: await scan(view, { universe: CORE_UNIVERSE, universeName: 'core', window: '1d' }),
      sections: Object.fromEntries(SECTION_IDS.map((id) => [id, whole])),
      cascade: exampleCascade(),
      series: { entry: entryOf('btc-usd')!, rows },
      seen: { asOf: INSTANT, dataVersion: 'specimen', simulated: true },
    };
  }, 180_000);

  /** Charts by the place at which they stand. */
  function chartsIn(language: Language): readonly (readonly [string, SentChart])[] {
    return PAGES.filter(({ needs }) => needs.data !== 'health').flatMap((page) => {
      const parts: [string, readonly SentBlock[]][] = [
        [page.id, page.compose(answers, language).blocks],
        ...Object.entries(page.slots)
          .filter(([, { needs }]) => !needs.parts && needs.cascade !== 'brief')
          .map(
            ([id, slot]) =>
              [`${page.id}/${id}`, slot.compose(answers, language).blocks] as [string, readonly SentBlock[]],
          ),
      ];
      return parts.flatMap(([place, blocks]) =>
        chartsOf(blocks).map((chart) => [`${place} ${chart.id}`, chart] as const),
      );
    });
  }

  it.each(LANGUAGES)('has a table with rows: %s', (language) => {
    const all = chartsIn(language);
    expect(all.length).toBeGreaterThan(25);
    const without = all.filter(([, { table }]) => !table || rowsOf(table).length === 0);
    expect(without.map(([place]) => place)).toEqual([]);
    expect(all.flatMap(([, { table }]) => headsOf(table!)).filter((title) => title === '')).toEqual([]);
  });

  it.each(LANGUAGES)('has in its table the value that stands at the end of its line: %s', (language) => {
    let compared = 0;
    for (const [place, chart] of chartsIn(language)) {
      if (!chart.table?.id.endsWith('-drawn')) continue;
      const ends = chart.pictures.flatMap(({ svg }) => endsOf(svg));
      if (chart.table.columns[0]!.title !== DAY[language] || ends.length === 0) continue;
      chart.table.columns.slice(1).forEach((column, k) => {
        const last = rowsOf(chart.table!).find((cells) => cells[k + 1] !== '')?.[k + 1];
        if (last === undefined) return;
        expect([
          place,
          column.title,
          last,
          ends.some((end) => end === last || end.endsWith(` ${last}`)),
        ]).toEqual([place, column.title, last, true]);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('prints the shares of the heat that its table holds', () => {
    const [, heat] = chartsIn('en').find(([, { id }]) => id === 'share-table')!;
    const texts = rowsOf(heat.table!).flatMap((cells) => cells.slice(1));
    const drawn = textsOf(heat.pictures[0]!.svg);
    for (const text of texts) expect(drawn).toContain(text);
  });

  it('is light: no page is sent with more than a quarter of a million bytes', () => {
    for (const page of PAGES.filter(({ needs }) => needs.data !== 'health')) {
      for (const language of LANGUAGES) {
        const size = Buffer.byteLength(JSON.stringify(page.compose(answers, language)));
        expect([page.id, language, size > 250_000 ? size : 'light']).toEqual([page.id, language, 'light']);
      }
    }
  });
});

const DAY: Readonly<Record<Language, string>> = { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Day' };

function chartsOf(blocks: readonly SentBlock[]): readonly SentChart[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') return [block];
    if (block.kind === 'columns') return block.columns.flatMap(chartsOf);
    if (block.kind === 'panel' || block.kind === 'fold') return chartsOf(block.blocks);
    if (block.kind === 'story') return chartsOf(block.rest?.blocks ?? []);
    return [];
  });
}

function plain(text: SentInline): string {
  return text
    .map((span) => (typeof span === 'string' ? span : span.kind === 'strong' ? plain(span.of) : span.text))
    .join('');
}

function rowsOf(table: SentTable): readonly (readonly string[])[] {
  return table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => plain(text))));
}

function headsOf(table: SentTable): readonly string[] {
  return table.columns.map(({ title }) => title);
}

function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!);
}

/** Words at the ends of lines: those in strong letters, but for the word that marks a whole picture. */
function endsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text([^>]*font-weight="620"[^>]*)>([^<]*)</g)]
    .filter(([, look]) => !look!.includes('var(--surface)'))
    .map(([, , text]) => text!);
}
