import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { SECTIONS } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { figuresIn, type TableBlock, textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { randomMarket, viewOf } from '../../diagnosis/scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const WEEKLY = ['fed-assets', 'tga', 'fed-rrp'];
const SUPPLIED = ['capex-pump', 'capex-events', 'capital-intensity'];
const READ = [...new Set(Object.values(SECTIONS.drivers).flatMap(({ series }) => series))];

async function toldIn(language: (typeof LANGUAGES)[number], rows: number) {
  const ids = READ.filter((id) => !WEEKLY.includes(id));
  const view = viewOf(randomMarket(ids, parseDay('2026-02-11'), rows, 23), INSTANT);
  const answer = await explain(view, { window: '5d', section: 'drivers' });
  return storiesOf(
    explainDesk(answer, language, () => 1),
    'drivers',
  );
}

/** The number that a cell prints: "−1.2%" is −1.2. */
const printed = (text: string) => Number(text.replace('\u2212', '-').replace('%', ''));

it.each(
  LANGUAGES,
)('tells every part with values in %s, and prints parts that add to the printed move', async (language) => {
  const stories = await toldIn(language, 900);
  for (const { part, headline, blocks } of stories) {
    const text = blocks.flatMap(textsOf).map(plainText).join('\n');
    // These read tables that a reader supplies: without them they say only what to import.
    if (!SUPPLIED.includes(part.id)) expect(headline, part.id).not.toEqual([]);
    expect(text, part.id).not.toMatch(/undefined|NaN|\[object/);
  }
  const split = stories.find(({ part }) => part.id === 'driver-split')!;
  const table = split.blocks.find((block): block is TableBlock => block.kind === 'table')!;
  const rows = table.groups.flatMap((group) => group.rows);
  for (const column of [1, 2, 3]) {
    const cells = rows
      .map(({ cells: row }) => plainText(row[column]!.text))
      .filter((text) => text.endsWith('%'));
    const numbers = cells.map(printed);
    const move = numbers.pop()!;
    expect(numbers.reduce((sum, value) => sum + value, 0)).toBeCloseTo(move, 6);
  }
});

it('says nothing, and breaks nothing, on an empty market, and has Chinese words for every reason', async () => {
  const stories = await toldIn('en', 30);
  const figures = stories.flatMap(({ blocks }) => figuresIn(blocks));
  const empty = await explain(viewOf([], INSTANT), { window: '5d', section: 'drivers' });
  expect(
    storiesOf(
      explainDesk(empty, 'en', () => 1),
      'drivers',
    ).every(({ headline }) => headline.length === 0),
  ).toBe(true);
  const whys = [
    ...figures.flatMap(({ figure }) => figure.why ?? []),
    ...[...JSON.stringify(empty.drivers).matchAll(/"why":"([^"]+)"/g)].map(([, why]) => why!),
  ];
  expect(whys.length).toBeGreaterThan(20);
  for (const why of new Set(whys)) {
    for (const words of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      expect(
        words.some(([reason]) => reason.test(why)),
        why,
      ).toBe(true);
    }
  }
});
