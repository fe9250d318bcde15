import { beforeAll, expect, it } from 'vitest';
import type { Figure } from '../../../src/data/figure.ts';
import type { Store } from '../../../src/data/store/store.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { type ScanAnswer, scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

type Value = Figure['value'] | undefined;

function close(found: readonly Value[], expected: readonly number[], digits = 11): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, k) => {
    expect(found[k]).toBeCloseTo(value, digits);
  });
}

/** pandas 2.1, scipy 1.11 and statsmodels 0.14 on the files of the pack, bars whose high is below the low left out. */
describeWithPack('the sections of the scan of the data pack', () => {
  let store: Store;
  let answer: ScanAnswer;

  async function at(text: string, event: string | null = '2026-01-30T15:00Z'): Promise<ScanAnswer> {
    return scan(await store.asOf(parseInstant(text)), {
      universe: ['btc-usd', 'sp500'],
      universeName: 'core',
      window: '1d',
      event: event === null ? undefined : parseInstant(event),
    });
  }

  const pair = (a: string, b: string) =>
    answer.pairs.measured.find(
      (one) => one.a === a && one.b === b,
    ) as ScanAnswer['pairs']['measured'][number];

  beforeAll(async () => {
    store = await openPack();
    answer = await at('2026-02-06T01:00Z');
  });

  it('fit the schema', () => {
    expect(scanAnswer.parse(answer)).toEqual(answer);
  });

  it('agree with pandas on the falls of a pair, their rank correlation, episodes and share', () => {
    // r = closes on common dates .pct_change(); R = ∏(1 + r) over h; z = R / (r.rolling(252).std().shift(h) √h); spearmanr of the last 20;
    // flag = any h with both z < −1, and ρ > 0.5; from row 271 on; episodes by gaps of at most 5 rows.
    const gold = pair('sp500', 'gold-front');
    close(
      gold.spans.flatMap(({ changeA, changeB, zA, zB }) => [
        changeA.value,
        changeB.value,
        zA.value,
        zB.value,
      ]),
      [
        ...[-0.02448122543894249, -0.0859281002919694, -0.9389246049837819, -2.839614235400776],
        ...[-0.016627278864410622, -0.009656107792377466, -0.44873421401449953, -0.2301266151956271],
        ...[-0.017704310903179032, 0.09262133785635229, -0.33679996662968825, 1.5900567027874515],
      ],
    );
    expect(gold.rankCorrelation.value).toBeCloseTo(0.051127819548872175, 12);
    expect(gold.share.value).toBeCloseTo(25 / 5025, 15);
    expect(gold.from).toBe('2006-02-07');
    expect(gold.falling).toBe(false);
    expect(gold.lastEpisode).toEqual({ from: '2022-09-13', to: '2022-09-27' });
    const treasuries = pair('sp500', 'tlt');
    expect(treasuries.share.value).toBeCloseTo(2 / 5035, 15);
    expect(treasuries.lastEpisode).toEqual({ from: '2016-09-13', to: '2016-09-14' });
    // Two sessions of 5,035, where independent series would have about three: nothing speaks against independence.
    expect(treasuries.pValue.value!).toBeGreaterThan(0.3);
  });

  it('find the S&P 500 and bitcoin far more often in a joint fall than independent series', () => {
    const bitcoin = pair('sp500', 'btc-usd');
    expect(bitcoin.pValue.value!).toBeLessThan(0.01);
    expect(bitcoin.share.value!).toBeGreaterThan(10 * bitcoin.shareIndependent.value!);
    expect(answer.pairs.leftOut).toEqual([]);
  });

  it('count the days of a joint fall as pandas does', async () => {
    // The same flags on Binance closes: 2018-11-23, then 2020-03-19 and 2020-03-20 (ρ 0.523, 0.502), … ; 2025-11-18, -19, -20.
    const march = (await at('2020-03-21T01:00Z', null)).pairs.measured;
    const bitcoin = march.find((one) => one.a === 'sp500' && one.b === 'btc-usd')!;
    expect(bitcoin).toMatchObject({ falling: true, since: '2020-03-19' });
    expect(bitcoin.day.value).toBe(2);
    expect(bitcoin.rankCorrelation.value).toBeCloseTo(0.502, 3);
    expect(bitcoin.lastEpisode).toEqual({ from: '2018-11-23', to: '2018-11-23' });
    expect(pair('sp500', 'btc-usd').lastEpisode).toEqual({ from: '2025-11-18', to: '2025-11-20' });
    expect(pair('gdx', 'btc-usd').lastEpisode).toEqual({ from: '2024-09-03', to: '2024-09-09' });
  });

  it('agree with scipy and statsmodels on altcoins against majors', () => {
    const { day, recent, paired, betas, tiers } = answer.tiers!;
    // ttest_ind(alts, majors, equal_var=False) of the day; of the daily means of 20 days; ttest_rel of the same.
    close(
      [day.difference.value, day.t.value, day.pValue.value],
      [-0.016601594906463207, -1.2095144439627816, 0.2826375971704682],
    );
    close(
      [recent.difference.value, recent.t.value, recent.degreesOfFreedom.value, recent.pValue.value],
      [-0.0016063690851948788, -0.11498950741005438, 37.61592990344608, 0.9090650762270029],
    );
    close([paired.t.value, paired.pValue.value], [-0.5216431039701046, 0.6079467577605009]);
    // OLS(coin, [1, btc]).fit(cov_type='HC1', use_t=True) on the days of the last 250 with btc < 0.
    const expected = {
      'eth-usd': [1.3585181464810705, 1.0722188258806566, 1.6448174670814844],
      'sol-usd': [1.29136269362473, 0.978242874508556, 1.604482512740904],
      'zec-usd': [0.8132818992532964, 0.05466271953346469, 1.571901078973128],
    };
    for (const [series, values] of Object.entries(expected)) {
      const { beta, n } = betas.find((one) => one.series === series)!;
      close([beta.value, beta.band?.low, beta.band?.high], values, 9);
      expect(n.value).toBe(127);
    }
    const doge = tiers.flatMap(({ members }) => members).find(({ series }) => series === 'doge-usd')!;
    expect(doge.recent.value).toBeCloseTo(-0.35937160645768496, 12);
  });

  it('agree with numpy on level, slope and curvature, and state the session of the curve', async () => {
    // y = DGS2, 5, 10, 30 on common dates; d = y.diff(); eigh(cov(d[-251:-1])); e·(d[-1] − mean)/√λ; λ/Σλ.
    const early = answer.curve!;
    expect([early.session, early.previous]).toEqual(['2026-02-04', '2026-02-03']);
    close(
      early.components.flatMap(({ score, share }) => [score.value, share.value]),
      [
        ...[0.1340285861448459, 0.8591773851078364],
        ...[0.2227479073216192, 0.12136710351953227],
        ...[-0.1493235393593155, 0.015712154952379452],
      ],
      9,
    );
    expect(early.market.map(({ date }) => date)).toEqual(Array(4).fill('2026-02-05'));
    const late = (await at('2026-02-06T22:00Z')).curve!;
    // FRED DGS2 … DGS30 of 5 February 2026: 3.47, 3.74, 4.21, 4.85 %.
    expect(late.session).toBe('2026-02-05');
    close(
      late.tenors.filter(({ series }) => series !== 'us-3m').map(({ change }) => change.value),
      [-0.001, -0.0009, -0.0008, -0.0006],
    );
    close(
      late.components.map(({ score }) => score.value),
      [-1.7843536974890652, 0.4707672883287766, 0.5924011540403498],
      8,
    );
    expect(late.odd).toEqual([]);
    close(
      late.slopes.map(({ change }) => change.value),
      [0.0002, 0.0003],
    );
  });

  it('agree with pandas on the league of commodities', () => {
    const { members, spread } = answer.league!;
    const wti = members.find(({ series }) => series === 'wti-front')!;
    close([wti.day.value, wti.year.value], [-0.028400368437212165, 0.10222918843608486]);
    // By the same closes: gas +1.3 %, copper −0.5 %, gold −1.2 %, palladium −2.2 %, Brent −2.7 %, then WTI; in the year gold and Brent lead.
    expect([wti.rankDay.value, wti.rankYear.value, members.length]).toEqual([6, 3, 8]);
    // Front settlements of 5 February 2026: Brent 67.55, WTI 63.29.
    expect(spread!.level.value).toBeCloseTo(67.55 - 63.29, 10);
  });

  it('tell the metals crash of 30 January 2026 by each market’s own closes', () => {
    const of = (id: string) => answer.event!.reactions.find(({ series }) => series === id)!;
    // Published closes: silver −31.35 %, gold −11.4 %, S&P 500 −0.43 %.
    expect(of('silver-front').change.value).toBeCloseTo(-0.3135, 4);
    expect(of('gold-front').change.value).toBeCloseTo(-0.114, 3);
    expect(of('sp500').change.value).toBeCloseTo(-0.0043, 4);
    // Tokyo had closed on the 30th before 15:00 UTC, so its reaction is of Monday the 2nd.
    expect(of('nikkei-225').after).toMatch(/^2026-02-02/);
  });
});
