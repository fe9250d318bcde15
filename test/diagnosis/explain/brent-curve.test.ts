import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo } from '../scan/synthetic.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'brent-curve' } as const;
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

const flat = (id: string, values: readonly number[]) => columnsOf(id, rowsUpTo(id, TO, values));

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { ...answer.flows!.parts.brentCurve!, needs: answer.flows!.needs };
}

it('names the signs: nearer above further is backwardation', async () => {
  const front = new Array(100).fill(70);
  const further = Array.from({ length: 100 }, (_, t) => (t < 60 ? 72 : 68));
  const part = await told([flat('brent-front', front), flat('brent-m2', further), flat('brent-m6', front)]);
  const [second, sixth, twelfth] = part.months;
  expect(second!.now).toMatchObject({ date: '2026-02-11', state: 'backwardation', spread: { value: 2 } });
  expect(second!.before).toMatchObject({ state: 'contango', spread: { value: -2 } });
  // 12/(2 − 1) ln(70/68)
  expect(second!.roll.value).toBeCloseTo(12 * Math.log(70 / 68), 12);
  expect(sixth!.now.state).toBe('flat');
  expect(twelfth!.now.spread.why).toBe('the two deliveries have no date in common');
  expect(part.needs.map(({ series }) => series)).toContain('brent-m12');
});

it('says how old each leg is', async () => {
  const part = await told([flat('brent-front', [70, 71])], parseInstant('2026-03-13T01:00Z'));
  const age = part.ages.find(({ id }) => id === 'brent-front')!;
  expect(age.latest).toBe('2026-02-11');
  expect(age.age.flags).toEqual(['stale']);
  expect(part.ages.find(({ id }) => id === 'brent-m6')!.age.why).toBe('the series has no value');
});

it('changes no byte for what is known later, and stands an empty view', async () => {
  const cut = parseInstant('2026-01-20T01:00Z');
  const market = [
    flat(
      'brent-front',
      Array.from({ length: 90 }, (_, t) => 60 + t),
    ),
    flat(
      'brent-spot',
      Array.from({ length: 90 }, (_, t) => 61 + t / 2),
    ),
  ];
  const before = await told(market, cut);
  expect(
    await told(
      market.map((columns) => later(columns, cut, 'alter')),
      cut,
    ),
  ).toEqual(before);
  expect((await told([])).spotFront.now).toMatchObject({ date: null, state: null });
});

describeWithPack('the pack', () => {
  it('knows spot Brent only up to its last release', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const { spotFront, months } = (await explain(view, OPTIONS)).flows!.parts.brentCurve!;
    // DCOILBRENTEU less BZ on 2026-02-03
    expect(spotFront.now).toMatchObject({ date: '2026-02-03', state: 'backwardation' });
    expect(spotFront.now.spread.value).toBeCloseTo(2.68, 9);
    expect(months.every(({ now }) => now.spread.value === null)).toBe(true);
  });
});
