import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRows } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'drivers', part: 'labour-board' } as const;

/** Payrolls by month to January 2026: steps of 100,000 and 140,000 in turn, then the last addition given. */
function payrolls(last: number): ObservationColumns {
  let level = 150e6;
  const rows = Array.from({ length: 60 }, (_, k) => {
    const month = 12 * 2021 + 1 + k;
    if (k > 0) level += k === 59 ? last : k % 2 === 0 ? 140e3 : 100e3;
    const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
    return { date: parseDay(`${year}-${String(of).padStart(2, '0')}-01`), value: level };
  });
  return columnsOf('payrolls', rows);
}

function consensus(rows: readonly (readonly [string, string, number | string])[]): TableRows {
  return {
    table: 'consensus',
    source: 'test:a',
    rows: rows.map(([day, series, value]) => {
      const date = parseDay(day);
      const time = endOfDay(date);
      return { date, time, knownAt: time, cells: { statistic: series, consensus: value } };
    }),
  };
}

async function boardOf(columns: readonly ObservationColumns[], tables: readonly TableRows[] = []) {
  const view = memoryView([...columns], INSTANT, { entry: entryOf, tables });
  const answer = await explain(view, OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  const { rows } = answer.drivers!.parts.labourBoard!;
  return { answer, row: (id: string) => rows.find(({ series }) => series === id)! };
}

describe('the labour board', () => {
  it('reads payrolls as persons added, with the step, its size and when it was last weaker', async () => {
    const { row } = await boardOf([payrolls(60e3)]);
    const found = row('payrolls');
    expect(found).toMatchObject({ date: '2026-01-01', shown: 'change', weakerIn: null });
    expect(found.value.value).toBeCloseTo(60e3, 3);
    // The month before added 140,000; every step of the three years before it was 40,000 up or down: −80,000 is two of them.
    expect(found.change.value).toBeCloseTo(-80e3, 3);
    expect(found.z.value).toBeCloseTo(-2, 9);
    expect(found.released).toBe('2026-02-11T13:30Z');
  });

  it('compares with the consensus that stood before the release, and with no other', async () => {
    const rows = [
      ['2026-01-08', 'payrolls', 70e3],
      ['2026-02-06', 'payrolls', 65e3],
      ['2026-02-10', 'payrolls', 66e3],
      ['2026-02-10', 'payrolls', 'about 66'],
      ['2026-02-11', 'payrolls', 60e3],
      ['2026-02-10', 'unemployment-rate', 0.044],
    ] as const;
    const { row } = await boardOf([payrolls(130e3)], [consensus(rows)]);
    expect(row('payrolls').surprise.value).toBeCloseTo(64e3, 3);
    expect(row('unemployment-rate').surprise.value).toBeNull();
    const early = await boardOf([payrolls(130e3)], [consensus(rows.slice(0, 1))]);
    expect(early.row('payrolls').surprise).toMatchObject({ value: null, why: 'no consensus is supplied' });
  });

  it('measures a revision against a first print that was seen at its time, and otherwise says why not', async () => {
    const first = payrolls(60e3);
    const last = first.values.length - 1;
    const again = columnsOf('payrolls', [{ date: first.dates[last]!, value: first.values[last]! - 25e3 }]);
    const revised = { ...again, knownAt: Float64Array.of(INSTANT - 3_600_000) };
    const { row } = await boardOf([first, revised]);
    expect(row('payrolls').revision.value).toBeCloseTo(-25e3, 3);
    expect(row('payrolls').value.value).toBeCloseTo(35e3, 3);
    const late = { ...first, flags: first.flags.map((_, t) => (t === last ? 1 : 0)) };
    const unseen = await boardOf([late, revised]);
    expect(unseen.row('payrolls').revision.why).toBe('no earlier print of it is in the data');
  });

  it('takes the surprise of the first print, whatever was revised since, the month before included', async () => {
    // 130,000 announced against 65,000; later the month loses 30,000 of them and the month before 20,000.
    const first = payrolls(130e3);
    const last = first.values.length - 1;
    const revised = [last - 1, last].map((row) => {
      const value = first.values[row]! - (row === last ? 30e3 : 20e3);
      const again = columnsOf('payrolls', [{ date: first.dates[row]!, value }]);
      return { ...again, knownAt: Float64Array.of(INSTANT - 3_600_000) };
    });
    const stated = consensus([['2026-02-10', 'payrolls', 65e3]]);
    const { row } = await boardOf([first, ...revised], [stated]);
    const found = row('payrolls');
    expect(found.firstPrint.value).toBeCloseTo(130e3, 3);
    expect(found.surprise.value).toBeCloseTo(65e3, 3);
    expect(found.value.value).toBeCloseTo(120e3, 3);
    expect(found.revision.value).toBeCloseTo(-30e3, 3);
    const late = { ...first, flags: first.flags.map((_, t) => (t === last ? 1 : 0)) };
    const unseen = (await boardOf([late, ...revised], [stated])).row('payrolls');
    expect(unseen.firstPrint.why).toBe('no first print of it was seen at its time');
    expect(unseen.surprise.value).toBeCloseTo(55e3, 3);
  });

  it('gives no change across a month that is missing', async () => {
    const all = payrolls(60e3);
    const cut = columnsOf(
      'payrolls',
      [...all.dates.keys()]
        .filter((t) => t !== 58)
        .map((t) => ({ date: all.dates[t]!, value: all.values[t]! })),
    );
    const { row } = await boardOf([cut]);
    expect(row('payrolls').value).toMatchObject({ value: null, why: 'the period before has no value' });
  });

  it('is told in three languages, every reason too', async () => {
    const cases = [[], [payrolls(60e3)]];
    for (const columns of cases) {
      const { answer } = await boardOf(columns);
      for (const language of LANGUAGES) {
        const stories = storiesOf(
          explainDesk(answer, language, () => 1),
          'drivers',
        );
        const { headline, blocks } = stories.find(({ part }) => part.id === 'labour-board')!;
        const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
        expect(headline.length > 0).toBe(columns.length > 0);
      }
      const part = answer.drivers!.parts.labourBoard;
      for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]*)"/g)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(list.some(([reason]) => reason.test(why!))).toBe(true);
        }
      }
    }
  });
});

describeWithPack('the labour board on the real pack', () => {
  it('says of January 2026 what was published by then, as far as its vintages go', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const { rows } = (await explain(view, OPTIONS)).drivers!.parts.labourBoard!;
    const row = (id: string) => rows.find(({ series }) => series === id)!;
    // BLS, Employment Situation of 11 February 2026: unemployment 4.3 %.
    expect(row('unemployment-rate').value.value).toBeCloseTo(0.043, 9);
    // BLS, JOLTS of 5 February 2026: 6.5 million openings in December.
    expect(row('job-openings').value.value! / 1e6).toBeCloseTo(6.5, 0);
    expect(row('payrolls')).toMatchObject({ date: '2026-01-01', released: '2026-02-11T13:30Z' });
    expect(row('payrolls').value.flags).toContain('late-vintage');
    for (const { revision } of rows) expect(revision.value).toBeNull();
  });
});
