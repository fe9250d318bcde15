import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { figuresOf, plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

it('gives yields in differences and the dollar in relative changes over the sessions asked for', async () => {
  const yields = columnsOf(
    'us-10y',
    rowsUpTo(
      'us-10y',
      TO,
      Array.from({ length: 30 }, (_, t) => 0.04 + t * 1e-4),
    ),
  );
  const dollar = columnsOf(
    'dollar-index',
    rowsUpTo(
      'dollar-index',
      TO,
      Array.from({ length: 30 }, (_, t) => 100 + t),
    ),
  );
  const answer = await explain(viewOf([yields, dollar], INSTANT), { window: '2d', part: 'policy-table' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  const { quoted, target } = answer.liquidity!.parts.policyTable!;
  const of = (id: string) => quoted.find(({ series }) => series === id)!;
  expect(of('us-10y').change.value).toBeCloseTo(2e-4, 12);
  expect(of('us-10y').month.value).toBeCloseTo(20e-4, 12);
  expect(of('dollar-index').change.value).toBeCloseTo(129 / 127 - 1, 12);
  expect(of('us-2y').level).toMatchObject({ value: null, why: 'us-2y has no value' });
  expect(target.upper.value).toBeNull();
});

describeWithPack('the tables of the section on the real pack', () => {
  it('are told in every language with the figures of the answer, and no reason stays in English', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', section: 'liquidity' });
    expect(explainAnswer.parse(answer)).toEqual(answer);
    for (const language of LANGUAGES) {
      const stories = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      const tables = stories.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
      const five = tables.find(({ id }) => id === 't-5')!;
      const six = tables.find(({ id }) => id === 't-6')!;
      expect(five.groups[0]!.rows).toHaveLength(13);
      expect(six.groups[0]!.rows).toHaveLength(4);
      const told = five.groups[0]!.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => figuresOf(text)));
      expect(told.map(({ figure }) => figure.id)).toContain(answer.liquidity!.parts.netLiquidity!.level.id);
      if (language === 'en') continue;
      for (const note of tables.flatMap(({ notes }) => notes)) {
        expect(plainText(note)).not.toMatch(/has no value|no value of/);
      }
    }
    // H.15 of 11 February 2026 and the target range since 11 December 2025, of the CSV files with pandas.
    const { quoted, target } = answer.liquidity!.parts.policyTable!;
    expect([target.lower.value, target.upper.value]).toEqual([0.035, 0.0375]);
    expect(quoted[1]).toMatchObject({ series: 'us-10y', date: '2026-02-11' });
    expect(quoted[1]!.level.value).toBeCloseTo(0.0418, 6);
  });
});
