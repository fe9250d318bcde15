import { beforeAll, expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import type { ScanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

const UNIVERSE = [
  ...['btc-usd', 'sp500', 'nasdaq-composite', 'dow-jones', 'gold-front', 'silver-front', 'vix'],
  ...[
    'spy',
    'qqq',
    'iwm',
    'eem',
    'efa',
    'arkk',
    'igv',
    'smh',
    'kre',
    'xle',
    'xlf',
    'xlk',
    'xlu',
    'xlp',
    'nvda',
  ],
];

describeWithPack('levels, volatility, breadth and the VIX on the data pack, 5 February 2026', () => {
  let answer: ScanAnswer;

  beforeAll(async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-06T01:00Z'));
    answer = await scan(view, { universe: UNIVERSE, universeName: 'core', window: '1d' });
  });

  it.each([
    // pandas: first close below after the highest close of the last 365, and the last close below before it.
    [80_000, 'broken-earlier', '2026-01-31', '2025-04-10'],
    [75_000, 'broken-earlier', '2026-02-04', '2024-11-05'],
    [70_000, 'broken-today', '2026-02-05', '2024-11-05'],
    [65_000, 'broken-today', '2026-02-05', '2024-10-13'],
    [60_000, 'not-reached', null, '2024-09-16'],
  ])('finds %d of bitcoin %s on %s', (price, state, brokenOn, lastBelow) => {
    const bitcoin = answer.levels.find(({ series }) => series === 'btc-usd')!;
    expect(bitcoin).toMatchObject({ legFrom: '2025-10-06', date: '2026-02-05' });
    expect(bitcoin.rungs.find((rung) => rung.kind === 'round' && rung.price.value === price)).toMatchObject({
      state,
      brokenOn,
      lastBelow,
    });
  });

  it('finds swings that pandas finds', () => {
    // rolling ±20: btc low of 21 November 2025 80,600 and of 7 April 2025 74,508; gold high of 17 October 2025 4,358.
    const swing = (id: string, price: number) =>
      answer.levels.find(({ series }) => series === id)!.rungs.find((rung) => rung.price.value === price);
    expect(swing('btc-usd', 80_600)).toMatchObject({
      kind: 'swing-low',
      of: '2025-11-21',
      brokenOn: '2026-01-31',
    });
    expect(swing('btc-usd', 74_508)).toMatchObject({ kind: 'swing-low', of: '2025-04-07' });
    expect(swing('gold-front', 4358)).toMatchObject({ kind: 'swing-high', of: '2025-10-17' });
  });

  it('sees silver break 80 and hold 75 and its 50-day average', () => {
    const { rungs } = answer.levels.find(({ series }) => series === 'silver-front')!;
    const of = (kind: string, price?: number) =>
      rungs.find((rung) => rung.kind === kind && (price === undefined || rung.price.value === price))!;
    expect(of('round', 80).state).toBe('broken-today');
    expect(of('round', 75)).toMatchObject({ state: 'held', testedOn: '2026-02-05' });
    // pandas rolling(50).mean()
    expect(of('average-50').price.value).toBeCloseTo(75.19132, 5);
    expect(of('average-50').state).toBe('held');
  });

  it.each([
    // pandas: ln p .diff().rolling(w).std()·√252; min, numpy quantiles, max with its date, (v <= v[-1]).mean();
    // rows whose high is below the low left out.
    [
      'sp500',
      30,
      0.035635591916378,
      0.08181984742701,
      0.13886536166952,
      0.26809032439795,
      0.85867153260251,
      '2020-04-08',
      0.10251436359927,
      0.24170965364775,
    ],
    [
      'gold-front',
      10,
      0.03017481641944,
      0.08724432853706,
      0.141382475313,
      0.2470098850199,
      0.77156314864659,
      '2026-02-03',
      0.76719590545289,
      0.99968607753885,
    ],
    [
      'silver-front',
      120,
      0.11153711978644,
      0.1751486863792,
      0.27792991697999,
      0.44813524197962,
      0.81201725809889,
      '2026-02-05',
      0.81201725809889,
      1,
    ],
  ])('agrees with pandas on the cone of %s over %d sessions', (id, sessions, ...wanted) => {
    const cone = answer.volatilityCones.find(({ series }) => series === id)!;
    const { min, low, median, high, max, now, percentile, maxDate } = cone.windows.find(
      (one) => one.sessions === sessions,
    )!;
    const [a, b, c, d, e, date, f, g] = wanted;
    [min, low, median, high, max, now, percentile].forEach((figure, k) => {
      expect(figure.value).toBeCloseTo([a, b, c, d, e, f, g][k] as number, 10);
    });
    expect(maxDate).toBe(date);
  });

  it.each([
    // pandas as above; Yang–Zhang over 30 rows, each with the close before.
    ['sp500', 0.8046698433466718, '2008-11-21', 0.8586715326025135, '2020-04-08', 0.10791360032858148],
    ['gold-front', 0.5042057970801348, '2008-10-23', 0.41847727967987614, '2020-04-09', 0.42921510224389087],
    ['silver-front', 0.8896405045608908, '2008-10-21', 0.7355550690623469, '2020-04-23', 1.068393944858449],
  ])('agrees with pandas on %s in October 2008 and March 2020, and by ranges', (id, first, firstDay, second, secondDay, range) => {
    const { crises, yangZhang } = answer.volatilityCones.find(({ series }) => series === id)!;
    expect(crises.map(({ date }) => date)).toEqual([firstDay, secondDay]);
    expect(crises[0]!.peak.value).toBeCloseTo(first, 10);
    expect(crises[1]!.peak.value).toBeCloseTo(second, 10);
    expect(yangZhang.value).toBeCloseTo(range, 10);
  });

  it('has no October 2008 for bitcoin, and says why', () => {
    const { crises } = answer.volatilityCones.find(({ series }) => series === 'btc-usd')!;
    expect(crises[0]!.peak.why).toMatch(/^the history does not hold all of 2008-10-01/);
    // Realised volatility of bitcoin passed 200 % a year in March 2020.
    expect(crises[1]!.peak.value!).toBeGreaterThan(1.8);
  });

  it('agrees with pandas on the sector funds and the dollars traded in what rose', () => {
    // 11 funds: 10 down, 5 above rolling(50).mean(), 10 above rolling(200).mean().
    expect([answer.sectorBreadth!.n, answer.sectorBreadth!.down.value]).toEqual([11, 10 / 11]);
    expect([answer.sectorBreadth!.above50.value, answer.sectorBreadth!.above200.value]).toEqual([
      5 / 11,
      10 / 11,
    ]);
    // Σ close·volume of the 15 funds and stocks that rose / of all.
    const equity = answer.upVolume.classes.find(({ assetClass }) => assetClass === 'equity')!;
    expect(equity.n).toBe(15);
    expect(equity.share.value).toBeCloseTo(0.006407753735507132, 12);
  });

  it('has consistent points: S&P 500 −84.32, Nasdaq −363.99, Dow −592.58', () => {
    // Published closes: 6,798.40, 22,540.59, 48,908.72 after 6,882.72, 22,904.58, 49,501.30.
    const points = ['sp500', 'nasdaq-composite', 'dow-jones'].map((id) => {
      const { indexClose } = answer.instruments.find((one) => one.id === id)!;
      expect(indexClose!.check).toBe('consistent');
      return Number(indexClose!.points.value!.toFixed(2));
    });
    expect(points).toEqual([-84.32, -363.99, -592.58]);
  });

  it('reads the VIX: 21.77, up 3.13, last higher on 21 November 2025, not inverted', () => {
    // Cboe closes: VIX 21.77 after 18.64, VIX3M 22.45.
    const card = answer.vix!;
    expect(card.points.value).toBeCloseTo(3.13, 10);
    expect(card).toMatchObject({ highestSince: '2025-11-21', termStructure: 'normal', invertedSince: null });
    expect(card.ratio.value).toBeCloseTo(21.77 / 22.45, 12);
    expect(card.percentile.value).toBeCloseTo(0.7125, 2);
  });

  it('reads the inversion of March 2020 from 24 February', async () => {
    // Cboe: VIX closed above VIX3M on 24 February 2020 (25.03 against 23.5) and stayed there.
    const view = await (await openPack()).asOf(parseInstant('2020-03-20T01:00Z'));
    const { vix } = await scan(view, { universe: ['sp500'], universeName: 'core', window: '1d' });
    expect(vix).toMatchObject({ termStructure: 'inverted', invertedSince: '2020-02-24' });
  });
});
