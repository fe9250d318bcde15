import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { together } from '../../../src/diagnosis/scan/together.ts';
import { prices } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('together', () => {
  it('finds one factor where everything moves as one, and says why it finds nothing on short data', async () => {
    const ids = ['sp500', 'nasdaq-composite', 'russell-2000', 'eem', 'hyg', 'gdx'];
    const path = prices(330, 8);
    const one = viewOf(
      ids.map((id) => columnsOf(id, rowsUpTo(id, DAY, path))),
      INSTANT,
    );
    const answer = await together(one, makerFor(one));
    expect(answer.correlationShort.value).toBeCloseTo(1, 9);
    expect(answer.firstEigenvectorLong.value).toBeCloseTo(1, 9);
    expect(answer.correlationShort.of.params?.leftOut).toContain('btc-usd');
    expect(answer.correlationLong.window?.n).toBe(252);
    expect(answer.matrix.ids).toEqual(['sp500', 'nasdaq-composite', 'hyg']);
    const empty = viewOf([], INSTANT);
    const nothing = await together(empty, makerFor(empty));
    expect(nothing.correlationShort.value).toBeNull();
    expect(nothing.matrix.ids).toEqual([]);
  });
});
