import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/data/store/store.ts';
import { formatInstant, parseDay, parseInstant } from '../../../src/data/time.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

describeWithPack('derived series on the pack', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPack();
  });
  afterAll(() => store?.close());

  async function valueAt(id: string, date: string, asOf = '2026-02-13T01:00Z') {
    const { dates, values, knownAt } = await (await store.asOf(parseInstant(asOf))).series(id);
    const row = dates.indexOf(parseDay(date));
    return row < 0 ? undefined : { value: values[row]!, knownAt: formatInstant(knownAt[row]!) };
  }

  // WALCL and WDTGAL in millions, RRPONTSYD in billions, of the FRED releases; pandas: w*1e6 − t*1e6 − r*1e9.
  it.each([
    ['2025-10-08', 5791.53e9, '2025-10-09T20:30Z'],
    ['2025-11-19', 5653.322e9, '2025-11-20T21:30Z'],
    ['2025-12-31', 5661.772e9, '2026-01-02T21:30Z'],
    ['2026-02-04', 5695.758e9, '2026-02-05T21:30Z'],
    ['2026-02-11', 5710.801e9, '2026-02-12T21:30Z'],
  ])('net liquidity of %s is %d dollars, known at %s', async (date, value, knownAt) => {
    const found = await valueAt('net-liquidity', date);
    expect(found?.value).toBeCloseTo(value, 0);
    expect(found?.knownAt).toBe(knownAt);
  });

  it('does not know the balance sheet of 11 February at noon New York on the 12th', async () => {
    expect(await valueAt('net-liquidity', '2026-02-11', '2026-02-12T17:00Z')).toBeUndefined();
    expect(await valueAt('net-liquidity', '2026-02-11', '2026-02-12T21:29Z')).toBeUndefined();
    expect(await valueAt('net-liquidity', '2026-02-11', '2026-02-12T21:30Z')).toBeDefined();
    expect(await valueAt('net-liquidity', '2026-02-04', '2026-02-12T17:00Z')).toBeDefined();
  });

  // pandas on the CSVs: WALCL of 2026-02-11, TGA_DTS of 2026-02-11 (that of the 12th came on the 13th), RRPONTSYD of 2026-02-12.
  it('carries the Treasury’s account of the day before into the daily sum until that of the day is out', async () => {
    const found = await valueAt('net-liquidity-daily', '2026-02-12');
    expect(found?.value).toBeCloseTo(5709.005e9, 0);
  });

  // pandas: HG/GC, GDX/GLD closes; FEDFUNDS/100 − (CPI 2025-12 / CPI 2024-12 − 1), October 2025 absent; supply over that 30 days before.
  it.each([
    ['copper-gold-ratio', '2026-02-05', 0.0011928662770573555],
    ['gdx-gld-ratio', '2026-02-05', 0.20919706707703448],
    ['real-policy-rate', '2025-12-01', 0.010666958854422474],
    ['stablecoin-growth-30d', '2026-02-11', -0.004509910062675648],
  ])('%s of %s is that of pandas', async (id, date, value) => {
    expect((await valueAt(id, date))?.value).toBeCloseTo(value, 14);
  });

  // pandas on the CSVs, slower columns by merge_asof, fits by numpy.linalg.lstsq and numpy.polyfit, t by scipy.stats.ttest_ind(equal_var=False);
  // of the VIX only the days on which New York trades.
  it.each([
    ['gold-cpi-ratio', '2025-12-01', 8.149016297280848],
    ['gold-cpi-shift-2022', '2025-12-01', 1.7279158452959709],
    ['brent-unexplained-day', '2026-02-04', 0.034655034963968184],
    ['gold-from-dollar', '2026-02-04', 0.00574324538369498],
    ['us-ai-path', '2026-02-05', 1.2924822469692723],
    ['amzn-abnormal-capex-2026-02', '2026-02-06', -0.08295613131282664],
    ['amzn-abnormal-capex-2026-02', '2026-02-12', -0.11350375679867311],
    ['googl-abnormal-capex-2026-02', '2026-02-05', 0.006064880031938093],
    ['msft-abnormal-capex-2026-01', '2026-01-29', -0.09492257808032603],
    ['meta-abnormal-capex-2025-10', '2025-10-30', -0.09340292893030647],
  ])('%s of %s is that of pandas and numpy', async (id, date, value) => {
    expect((await valueAt(id, date))?.value).toBeCloseTo(value, 11);
  });

  it('has no value of an announcement before the session that could answer it', async () => {
    expect(await valueAt('amzn-abnormal-capex-2026-02', '2026-02-05')).toBeUndefined();
    const early = await (await store.asOf(parseInstant('2026-02-06T01:00Z'))).series(
      'amzn-abnormal-capex-2026-02',
    );
    expect(early.dates.length).toBe(0);
  });

  it('has nothing where a series is not in the pack, and lists what it has', async () => {
    const view = await store.asOf(parseInstant('2026-02-13T01:00Z'));
    expect((await view.series('brent-m1-m6')).dates.length).toBe(0);
    expect(view.ids()).not.toContain('brent-m1-m6');
    expect(view.ids()).toContain('net-liquidity');
    expect(view.entry('brent-m1-m6')?.sources.map(({ symbol }) => symbol)).toContain('BRN 6');
  });
});
