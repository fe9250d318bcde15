import { expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer, SECTIONS } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import type { ExplainPart } from '../../../src/diagnosis/explain/part.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { columnsOf, later, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'liquidity' } as const;

const IDS = [...new Set(Object.values<ExplainPart>(SECTIONS.liquidity).flatMap(({ series }) => series))];

/** Values of every series the section reads, on the days of its own calendar and frequency, to the day before the instant. */
function everything(made: (day: number, id: string) => number, length = 3 * 365) {
  const last = parseDay('2026-02-11');
  return IDS.map((id) => {
    const { calendar: market, frequency } = entryOf(id)!;
    const step = { weekly: 7, monthly: 30, quarterly: 91 }[frequency as string];
    const days = step
      ? Array.from({ length: Math.ceil(length / step) }, (_, k) => last - step * k).reverse()
      : [...calendar(market).sessions(last - length, last)];
    return columnsOf(
      id,
      days.map((date) => ({ date, value: made(date, id) })),
    );
  });
}

it('answers and tells itself when every series is constant', async () => {
  const answer = await explain(
    viewOf(
      everything(() => 1),
      INSTANT,
    ),
    OPTIONS,
  );
  expect(explainAnswer.parse(answer)).toEqual(answer);
  for (const language of LANGUAGES) {
    for (const { blocks } of storiesOf(
      explainDesk(answer, language, () => 1),
      'liquidity',
    )) {
      for (const block of blocks) if (block.kind === 'chart') expect(block.draw()).toHaveLength(2);
    }
  }
});

it('answers and tells itself when every series has one row, or none', async () => {
  for (const columns of [everything(() => 5, 1), []]) {
    const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
    expect(explainAnswer.parse(answer)).toEqual(answer);
    for (const language of LANGUAGES)
      storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
  }
});

it('is changed by nothing known later, in any part', async () => {
  const before = parseInstant('2026-01-15T01:00Z');
  const columns = everything((day, id) => 100 + ((day * 7919 + id.length * 104729) % 97));
  const known = JSON.stringify(await explain(viewOf(columns, before), OPTIONS));
  for (const how of ['alter', 'remove', 'withdraw'] as const) {
    const changed = columns.map((one) => later(one, before, how));
    expect(JSON.stringify(await explain(viewOf(changed, before), OPTIONS))).toBe(known);
  }
});
