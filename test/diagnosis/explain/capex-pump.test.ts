import { describe, expect, it } from 'vitest';
import type { TableRow, TableRows } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { chainOf, profitHurdle } from '../../../src/diagnosis/explain/drivers/capex/guidance.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'drivers', part: 'capex-pump' } as const;

type Cells = TableRow['cells'];

function guidance(rows: readonly (readonly [day: string, cells: Cells])[]): TableRows {
  return {
    table: 'capex_guidance',
    source: 'test:a',
    rows: rows.map(([day, cells]) => {
      const time = endOfDay(parseDay(day));
      return { date: parseDay(day), time, knownAt: time, cells };
    }),
  };
}

function stated(firm: string, year: number, low: number, high: number, unit = 'usd-bn'): Cells {
  return { firm, year, low, high, unit };
}

async function pumpOf(rows: readonly (readonly [string, Cells])[]) {
  const view = memoryView([], INSTANT, { entry: entryOf, tables: [guidance(rows)] });
  const answer = await explain(view, OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.capexPump! };
}

const ROWS: readonly (readonly [string, Cells])[] = [
  ['2025-10-30', stated('A', 2026, 90, 110)],
  ['2026-01-29', stated('A', 2026, 115, 135)],
  ['2025-10-30', stated('A', 2025, 75, 85)],
  ['2026-02-05', stated('B', 2026, 200_000, 200_000, 'usd-mn')],
  ['2026-02-20', stated('B', 2026, 300, 300)],
  ['2026-02-05', stated('C', 2026, 10, 5)],
  ['2026-02-05', stated('D', 2026, 10, 10, 'eur')],
];

describe('capital spending to be funded', () => {
  it('adds the latest statements known by then, and leaves out rows that are none', async () => {
    const { part } = await pumpOf(ROWS);
    expect(part).toMatchObject({ year: 2026, refused: 2 });
    // (115 + 135)/2 + 200, from 115 + 200 to 135 + 200.
    expect(part.total.value).toBe(325e9);
    expect(part.total.band).toMatchObject({ low: 315e9, high: 335e9 });
    expect(part.firms.find(({ firm }) => firm === 'A')!.revision.value).toBe(25e9);
    // A alone has both years: 125/80 − 1.
    expect(part.growth.value).toBeCloseTo(0.5625, 12);
    // 325 (0.1 + 1/5).
    expect(part.hurdles.find(({ rate }) => rate === 0.1)!.profit.value).toBeCloseTo(97.5e9, 0);
  });

  it('takes a level back by its stated growth: 660 with 60 % and 165 % is 412.5, 249.1 and 65.6 %', async () => {
    const { part } = await pumpOf([
      ['2026-02-06', { ...stated('four firms', 2026, 660, 660), growth1: 0.6, growth2: 1.65 }],
    ]);
    const [chain] = part.chain;
    expect(chain!.oneBefore.value! / 1e9).toBeCloseTo(412.5, 9);
    // 660/2.65, 2.65/1.6 − 1.
    expect(chain!.twoBefore.value! / 1e9).toBeCloseTo(249.0566, 4);
    expect(chain!.between.value).toBeCloseTo(0.65625, 12);
    expect(chainOf(100, 0.25).twoBefore).toBeNaN();
    expect(profitHurdle(100, 0, 5)).toBe(20);
  });

  it('says what to import when there is nothing, in three languages, and tells the rest', async () => {
    for (const rows of [[], ROWS, ROWS.slice(5)]) {
      const { answer, part } = await pumpOf(rows);
      for (const language of LANGUAGES) {
        const stories = storiesOf(
          explainDesk(answer, language, () => 1),
          'drivers',
        );
        const { headline, blocks } = stories.find(({ part: told }) => told.id === 'capex-pump')!;
        const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
        expect(text.includes('capex_guidance')).toBe(rows !== ROWS);
      }
      for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]*)"/g)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(list.some(([reason]) => reason.test(why!))).toBe(true);
        }
      }
    }
  });
});
