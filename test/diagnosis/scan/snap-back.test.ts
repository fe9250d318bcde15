import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { snapBack } from '../../../src/diagnosis/scan/snap-back.ts';
import { prices } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('the snap-back', () => {
  it('is the share of the fall to the low that the close, and the next close, took back', async () => {
    const path = [...prices(300, 2, 0.005), 100, 100, 90];
    const rows = rowsUpTo('btc-usd', DAY, path);
    const low = rows.map((row, t) => ({
      date: row.date,
      value: t === 301 ? 75 : t === 302 ? 80 : row.value,
    }));
    const view = viewOf([columnsOf('btc-usd', rows), columnsOf('btc-usd.low', low)], INSTANT);
    const histories = await readHistories(view, ['btc-usd']);
    const [answer] = snapBack(histories.values(), makerFor(view));
    // Day: previous close 100, low 80, close 90. Day before: previous close 100, low 75, next close 90.
    expect(answer?.sameDay.value).toBe(0.5);
    expect(answer?.nextDay.value).toBe(15 / 25);
  });
});
