import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { columnsOf, randomMarket, rowsUpTo, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-12T22:30Z');

const SAME_CALENDAR = ['nasdaq-100', 'tip', 'russell-2000', 'hyg', 'vix', 'semiconductors'];

async function ordersOf(columns: readonly ObservationColumns[], asset = 'nasdaq-100') {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'causal-order', asset });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.causalOrder!.assets[0]!;
}

const walk = (steps: Float64Array) => {
  let level = 0;
  return steps.map((step) => {
    level += 0.01 * step;
    return 100 * Math.exp(level);
  });
};

it('calls a driver first that moved a session before the asset, here and in the past', async () => {
  // The fund takes the step of HYG a session later; the largest step of HYG in the window is the one before the last.
  const lead = normals(700, 3);
  lead[698] = -6;
  const noise = normals(700, 4);
  const follow = lead.map((_, t) => 0.2 * noise[t]! + (t > 0 ? lead[t - 1]! : 0));
  const { effect, rows } = await ordersOf([
    columnsOf('hyg', rowsUpTo('hyg', TO, walk(lead))),
    columnsOf('nasdaq-100', rowsUpTo('nasdaq-100', TO, walk(follow))),
  ]);
  expect(effect!.date).toBe('2026-02-11');
  const [credit] = rows;
  expect(credit).toMatchObject({
    driver: 'credit',
    hours: 24,
    order: 'precedes',
    asCause: true,
    cause: { date: '2026-02-10', time: '2026-02-10T21:00Z' },
  });
  expect(credit!.leads.value).toBeLessThan(1e-6);
});

it('names no cause among series that have no order', async () => {
  const { rows } = await ordersOf(randomMarket(SAME_CALENDAR, TO, 700, 5));
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ asCause }) => asCause)).toEqual([]);
});

it('says nothing of an empty view, and gives a reason where the test has too few sessions', async () => {
  expect(await ordersOf([])).toEqual({ asset: 'nasdaq-100', effect: null, rows: [] });
  const { rows } = await ordersOf(randomMarket(['nasdaq-100', 'hyg'], TO, 20, 5));
  expect(rows[0]!.leads).toMatchObject({ value: null, why: 'too few sessions for the test of precedence' });
  expect(rows[0]!.order).toBeNull();
});
