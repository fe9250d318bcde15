import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import type { View } from '../../../src/data/view.ts';
import { CASCADE_DEFAULTS, type CascadeOptions } from '../../../src/simulation/cascade/options.ts';
import { setUp } from '../../../src/simulation/cascade/setup.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';

const START = parseInstant('2026-02-06T01:00Z');
const DAY = Math.floor(START / 86_400_000);
const prices = Array.from({ length: 300 }, (_, k) => 60_000 * (1 + 0.02 * Math.sin(k)));
const bitcoin = columnsOf('btc-usd', rowsUpTo('btc-usd', DAY - 1, prices));
const OPTIONS: CascadeOptions = { ...CASCADE_DEFAULTS, shock: { 'btc-usd': -0.05 }, calibration: 'prior' };

/** A view that counts how often it is read. */
function counted(view: View): { view: View; reads: () => number } {
  let reads = 0;
  const seriesMany: View['seriesMany'] = (ids) => {
    reads++;
    return view.seriesMany(ids);
  };
  return { view: { ...view, seriesMany }, reads: () => reads };
}

describe('what a cascade starts from', () => {
  it('is read once of a view, whatever the shock, the sellers, the paths and the seed', async () => {
    const { view, reads } = counted(viewOf([bitcoin], START));
    const first = await setUp(view, OPTIONS);
    const once = reads();
    const others: Partial<CascadeOptions>[] = [
      { shock: { 'btc-usd': -0.2 } },
      { sellers: ['perpetuals'] },
      { paths: 60, draws: 10, seed: 3, causes: 'none' },
    ];
    for (const change of others) expect(await setUp(view, { ...OPTIONS, ...change })).toBe(first);
    expect(reads()).toBe(once);
  });

  it('is read anew for another step, horizon, set of assets or view', async () => {
    const view = viewOf([bitcoin], START);
    const first = await setUp(view, OPTIONS);
    const others: Partial<CascadeOptions>[] = [
      { stepMinutes: 10 },
      { horizonMinutes: 2880 },
      { assets: ['btc-usd'] },
    ];
    for (const change of others) expect(await setUp(view, { ...OPTIONS, ...change })).not.toBe(first);
    expect(await setUp(viewOf([bitcoin], START), OPTIONS)).not.toBe(first);
    expect(await setUp(view, OPTIONS)).toBe(first);
  });

  it('refuses an asset without a price also where the state is kept', async () => {
    const view = viewOf([bitcoin], START);
    await setUp(view, OPTIONS);
    const silver = setUp(view, { ...OPTIONS, shock: { 'silver-front': -0.05 } });
    await expect(silver).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('silver-front'),
    });
  });

  it('refuses a view without the price of any asset', async () => {
    const view = viewOf([columnsOf('vix', rowsUpTo('vix', DAY - 1, [17, 18]))], START);
    await expect(setUp(view, OPTIONS)).rejects.toMatchObject({ exitCode: 3 });
  });

  it('is read again when reading failed', async () => {
    const view = viewOf([bitcoin], START);
    let fails = true;
    const failing: View = {
      ...view,
      seriesMany: (ids) => (fails ? Promise.reject(new Error('no disk')) : view.seriesMany(ids)),
    };
    await expect(setUp(failing, OPTIONS)).rejects.toThrow('no disk');
    fails = false;
    expect((await setUp(failing, OPTIONS)).market.assets.length).toBe(1);
  });
});
