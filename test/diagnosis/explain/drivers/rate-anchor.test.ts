import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { rateAnchor } from '../../../../src/diagnosis/explain/drivers/anchor/rate-anchor.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, randomMarket, rowsUpTo } from '../../scan/synthetic.ts';
import { driversOf, expectNoLookAhead, expectTold } from './part-checks.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const PART = 'rate-anchor';

/** A yield of steps of 5 bp, and Treasuries of a duration of so many years with an own last step and noise. */
function market(duration: number, own = 0, noise = 0, rows = 400): ObservationColumns[] {
  const [steps, rest] = [1, 2].map((seed) => normals(rows, seed)) as [Float64Array, Float64Array];
  let [level, price] = [0.04, Math.log(100)];
  const yields = steps.map((z) => {
    level += 0.0005 * z;
    return level;
  });
  const prices = steps.map((z, t) => {
    price += -duration * (t === 0 ? 0 : 0.0005 * z) + noise * rest[t]! + (t === rows - 1 ? own : 0);
    return Math.exp(price);
  });
  return [
    columnsOf('us-10y-market', rowsUpTo('spy', TO, yields)),
    columnsOf('tlt', rowsUpTo('spy', TO, prices)),
  ];
}

async function anchorOf(columns: readonly ObservationColumns[]) {
  const part = (await driversOf(columns, INSTANT, { part: PART, asset: 'tlt' })).parts.rateAnchor!;
  return { part, tlt: part.assets[0]! };
}

describe('the duration to the 10-year yield', () => {
  it('is that which prices were made with, and implies the whole move', async () => {
    const { part, tlt } = await anchorOf(market(16));
    expect(tlt.duration.value).toBeCloseTo(16, 9);
    expect(tlt.rSquared.value).toBeCloseTo(1, 9);
    expect(tlt.agreed.value).toBe(1);
    expect(tlt.window.implied.value).toBeCloseTo(Math.expm1(-16 * part.yieldWindow.value!), 12);
    expect(tlt.window.rest.value).toBe(tlt.window.actual.value! - tlt.window.implied.value!);
    expect(tlt.day.rest.value).toBeCloseTo(0, 9);
    expect(tlt.check).toBe('as-implied');
  });

  it('sees a day that goes against it, and does not judge a duration near zero', async () => {
    const { part } = await anchorOf(market(16));
    const { tlt } = await anchorOf(market(16, 32 * part.yieldDay.value!));
    expect(tlt.check).toBe('against');
    expect((await anchorOf(market(0, 0, 0.01))).tlt.check).toBe('unclear');
  });

  it('does not look ahead and does not depend on the order of the series', async () => {
    await expectNoLookAhead(
      randomMarket(rateAnchor.series, TO, 400, 3),
      parseInstant('2026-01-15T23:00Z'),
      PART,
    );
  });

  it('is told in three languages, and says why for an empty view, one row, and a short history', async () => {
    await expectTold(randomMarket(rateAnchor.series, TO, 400, 3), INSTANT, PART, true);
    for (const rows of [0, 1, 50]) {
      await expectTold(randomMarket(rateAnchor.series, TO, rows, 3), INSTANT, PART, false);
    }
  });
});

describeWithPack('the anchor in the data pack', () => {
  it('gives long Treasuries the duration that statsmodels gives', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: PART })).drivers!.parts.rateAnchor!;
    const [tlt] = part.assets;
    expect(part).toMatchObject({ from: '2026-02-05', date: '2026-02-12' });
    // statsmodels OLS with HAC errors (4 lags) on the CSV files of TLT and TNX, 250 sessions of SPY to 2026-02-05.
    expect(tlt!.duration.value).toBeCloseTo(12.680567, 5);
    expect(tlt!.rSquared.value).toBeCloseTo(0.6933130327584986, 9);
    expect(tlt!.duration.band!.high - tlt!.duration.value!).toBeCloseTo(1.83910742, 5);
  });
});
