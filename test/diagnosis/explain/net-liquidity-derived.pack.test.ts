import { expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import { USD_LIQUIDITY, weeklyLiquidity } from '../../../src/diagnosis/explain/liquidity/usd-liquidity.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

describeWithPack('net liquidity, as a part of an explanation and as a series by formula', () => {
  it('is the same number on every Wednesday since reverse repo is offered daily', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const all = await view.seriesMany([...USD_LIQUIDITY, 'net-liquidity']);
    const weekly = weeklyLiquidity(all);
    const derived = all.get('net-liquidity')!;
    const from = derived.dates.findIndex((date) => date >= weekly.dates[0]!);
    expect(weekly.dates.length).toBeGreaterThan(600);
    expect([...derived.dates.subarray(from)]).toEqual([...weekly.dates]);
    expect([...derived.values.subarray(from)]).toEqual([...weekly.net]);
  });
});
