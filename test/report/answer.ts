import { type FigureDraft, figureMaker } from '../../src/data/figure.ts';
import type { AssetClass, Words } from '../../src/data/series/entry.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { BaseUnit } from '../../src/data/unit.ts';
import { type ScanAnswer, type ScanInstrument, scanAnswer } from '../../src/diagnosis/scan/answer.ts';

/** Invented numbers in the shape of a scan: nothing here is a market price. */
export interface Invented {
  readonly simulated?: boolean;
  /** Every figure without value, as when a home holds almost nothing. */
  readonly empty?: boolean;
  readonly verdict?: ScanAnswer['joint']['verdict'];
  readonly scope?: ScanAnswer['joint']['scope'];
  /** Keep only instruments of these classes. */
  readonly only?: readonly AssetClass[];
  /** Sessions of the asked change: "1d" unless given. */
  readonly window?: string;
  /** With the reaction to an event. */
  readonly event?: boolean;
}

interface Seed {
  readonly id: string;
  readonly title: readonly [string, string, string];
  readonly assetClass: AssetClass;
  readonly venue?: string;
  readonly quote?: string;
  readonly unit?: BaseUnit;
  readonly close: number;
  readonly day: number;
  readonly z: number;
  readonly gap: number;
  readonly since: string | null;
  readonly low?: number;
  readonly utc?: boolean;
}

const SEEDS: readonly Seed[] = [
  {
    id: 'btc-usd',
    title: ['比特币', '比特幣', 'Bitcoin'],
    assetClass: 'crypto',
    venue: 'Binance',
    quote: 'USDT',
    close: 62910,
    day: -0.1402,
    z: -7.31,
    gap: -0.4953,
    since: '2022-11-09',
    low: -0.148,
    utc: true,
  },
  {
    id: 'eth-usd',
    title: ['以太币', '以太幣', 'Ether'],
    assetClass: 'crypto',
    venue: 'Binance',
    quote: 'USDT',
    close: 1827.4,
    day: -0.1496,
    z: -4.21,
    gap: -0.622,
    since: '2022-11-09',
    low: -0.154,
    utc: true,
  },
  {
    id: 'xrp-usd',
    title: ['瑞波币', '瑞波幣', 'XRP'],
    assetClass: 'crypto',
    venue: 'Binance',
    quote: 'USDT',
    close: 1.2153,
    day: -0.197,
    z: -5.63,
    gap: -0.658,
    since: null,
    low: -0.248,
    utc: true,
  },
  {
    id: 'sp500',
    title: ['标普500', '標普500', 'S&P 500'],
    assetClass: 'equity',
    venue: 'NYSE',
    unit: 'index',
    close: 6798.4,
    day: -0.0123,
    z: -0.96,
    gap: -0.026,
    since: '2026-01-20',
    low: -0.015,
  },
  {
    id: 'nasdaq-composite',
    title: ['纳斯达克综合指数', '那斯達克綜合指數', 'Nasdaq Composite'],
    assetClass: 'equity',
    venue: 'Nasdaq',
    unit: 'index',
    close: 22540.59,
    day: -0.0159,
    z: -1.12,
    gap: -0.059,
    since: '2026-01-20',
    low: -0.019,
  },
  {
    id: 'nikkei-225',
    title: ['日经225', '日經225', 'Nikkei 225'],
    assetClass: 'equity',
    venue: 'TSE',
    unit: 'index',
    close: 53818.04,
    day: -0.0088,
    z: -0.6,
    gap: -0.016,
    since: '2026-01-20',
  },
  {
    id: 'mstr',
    title: ['Strategy MSTR', 'Strategy MSTR', 'Strategy MSTR'],
    assetClass: 'equity',
    venue: 'Nasdaq',
    unit: 'usd',
    close: 106.99,
    day: -0.171,
    z: -3.7,
    gap: -0.774,
    since: '2024-04-30',
    low: -0.193,
  },
  {
    id: 'igv',
    title: ['软件股 IGV', '軟體股 IGV', 'Software IGV'],
    assetClass: 'equity',
    venue: 'Cboe BZX',
    unit: 'usd',
    close: 79.67,
    day: -0.05,
    z: -2.8,
    gap: -0.324,
    since: '2025-04-04',
    low: -0.055,
  },
  {
    id: 'gold-front',
    title: ['黄金期货', '黃金期貨', 'Gold futures'],
    assetClass: 'metals',
    venue: 'COMEX',
    unit: 'usd-per-oz',
    close: 4861.4,
    day: -0.012,
    z: -0.8,
    gap: -0.086,
    since: '2026-02-02',
    low: -0.027,
  },
  {
    id: 'silver-front',
    title: ['白银期货', '白銀期貨', 'Silver futures'],
    assetClass: 'metals',
    venue: 'COMEX',
    unit: 'usd-per-oz',
    close: 76.53,
    day: -0.0907,
    z: -2.6,
    gap: -0.335,
    since: '2026-01-30',
    low: -0.155,
  },
  {
    id: 'gdx',
    title: ['金矿股 GDX', '金礦股 GDX', 'Gold miners GDX'],
    assetClass: 'metals',
    venue: 'NYSE Arca',
    unit: 'usd',
    close: 92.44,
    day: -0.063,
    z: -2.5,
    gap: -0.176,
    since: '2026-01-30',
    low: -0.065,
  },
  {
    id: 'wti-front',
    title: ['WTI原油期货', 'WTI原油期貨', 'WTI crude futures'],
    assetClass: 'energy',
    venue: 'NYMEX',
    unit: 'usd-per-bbl',
    close: 63.29,
    day: -0.0284,
    z: -1.4,
    gap: -0.564,
    since: '2026-02-02',
    low: -0.038,
  },
  {
    id: 'hyg',
    title: ['高收益债 HYG', '高收益債 HYG', 'High yield HYG'],
    assetClass: 'credit',
    venue: 'NYSE Arca',
    unit: 'usd',
    close: 80.53,
    day: -0.0009,
    z: -0.3,
    gap: -0.241,
    since: '2026-02-04',
    low: -0.002,
  },
  {
    id: 'us-hy-oas',
    title: ['美国高收益利差', '美國高收益利差', 'US high-yield spread'],
    assetClass: 'credit',
    unit: 'fraction-per-year',
    close: 0.0286,
    day: 0.0004,
    z: 0.5,
    gap: 0,
    since: '2026-01-20',
  },
  {
    id: 'us-10y',
    title: ['美国10年期国债收益率', '美國10年期公債殖利率', 'US 10-year yield'],
    assetClass: 'rates',
    unit: 'fraction-per-year',
    close: 0.0421,
    day: -0.0008,
    z: -1.3,
    gap: 0,
    since: '2025-10-10',
  },
  {
    id: 'tlt',
    title: ['长期美债 TLT', '長天期美債 TLT', 'Treasuries 20y+ TLT'],
    assetClass: 'rates',
    venue: 'Nasdaq',
    unit: 'usd',
    close: 87.48,
    day: 0.0109,
    z: 1.5,
    gap: -0.49,
    since: '2025-10-10',
    low: 0.002,
  },
  {
    id: 'dollar-index',
    title: ['美元指数', '美元指數', 'Dollar index'],
    assetClass: 'fx',
    venue: 'ICE',
    unit: 'index',
    close: 97.82,
    day: 0.002,
    z: 0.4,
    gap: -0.11,
    since: '2026-02-02',
  },
  {
    id: 'usd-jpy',
    title: ['美元/日元', '美元/日圓', 'USD/JPY'],
    assetClass: 'fx',
    unit: 'jpy-per-usd',
    close: 156.92,
    day: 0.007,
    z: 1.1,
    gap: -0.03,
    since: '2026-01-20',
  },
  {
    id: 'vix',
    title: ['VIX波动率指数', 'VIX波動率指數', 'VIX'],
    assetClass: 'volatility',
    venue: 'Cboe',
    unit: 'index',
    close: 21.77,
    day: 0.168,
    z: 2,
    gap: -0.73,
    since: '2026-01-19',
  },
];

const AS_OF = '2026-02-06T01:00Z';
const DAY = '2026-02-05';

type Make = (
  draft: Omit<FigureDraft, 'unit' | 'of'> & { unit?: BaseUnit; series?: readonly string[]; formula?: string },
) => ScanAnswer['joint']['score'];

function maker({ simulated = false, empty = false }: Invented): Make {
  const make = figureMaker({
    verb: 'scan',
    instant: parseInstant(AS_OF),
    dataVersion: '7f3c91aa0b',
    parameters: {},
    simulated,
  });
  return ({ unit = 'fraction', series = [], formula = 'definition', ...draft }) => {
    const figure = make({
      ...draft,
      value: empty ? Number.NaN : draft.value,
      why: 'not measured',
      unit,
      of: { formula, series },
      window: { from: '2025-02-03', to: DAY, n: 252 },
    });
    return structuredClone(figure) as ScanAnswer['joint']['score'];
  };
}

function words([hans, hant, en]: readonly [string, string, string]): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}

/** A falling line with a ripple, so that pictures have something to draw. */
function spark(seed: Seed): number[] {
  return Array.from({ length: 60 }, (_, i) => 1 + (seed.day * 2 * i) / 59 + 0.01 * Math.sin(i * 0.9));
}

/** Another order than the day's, and other signs. */
function windowChange(seed: Seed): number {
  return seed.day * -1.2 + seed.gap / 5;
}

function instrument(seed: Seed, make: Make, window?: string): ScanInstrument {
  const figure = (path: string, value: number, unit: BaseUnit = 'fraction') =>
    make({
      path: `${seed.id}.${path}`,
      value,
      unit,
      series: [seed.id],
      formula: path.split('.')[0] as string,
    });
  const priceUnit = seed.unit ?? 'usd';
  const changeUnit: BaseUnit = priceUnit === 'fraction-per-year' ? 'fraction-per-year' : 'fraction';
  const direction = seed.day < 0 ? 'fall' : 'rise';
  return {
    id: seed.id,
    title: words(seed.title),
    assetClass: seed.assetClass,
    ...(seed.venue ? { venue: seed.venue } : {}),
    ...(seed.quote ? { quote: seed.quote } : {}),
    date: DAY,
    closedAt: seed.utc ? '2026-02-06T00:00Z' : '2026-02-05T21:00Z',
    unit: priceUnit,
    close: figure('close', seed.close, priceUnit),
    change: {
      window: figure('change-window', window ? windowChange(seed) : seed.day, changeUnit),
      day: figure('change-day', seed.day, changeUnit),
      week: figure('change-week', seed.day * 1.4, changeUnit),
      month: figure('change-month', seed.day * 1.8, changeUnit),
      year: figure('change-year', seed.day * 2, changeUnit),
    },
    ...(seed.low !== undefined ? { lowVsPrevious: figure('low-previous', seed.low) } : {}),
    ...(seed.id === 'btc-usd' ? { newYorkDay: figure('new-york-day', -0.1287) } : {}),
    z: figure('z', seed.z, 'sigma'),
    ...(window ? { windowZ: figure('window-z', 14 * windowChange(seed), 'sigma') } : {}),
    percentile: figure('percentile', 0.004),
    drawdown: {
      fromClose: figure('drawdown-close', seed.gap),
      peakCloseDate: '2025-10-06',
      peakClose: figure('peak-close', seed.close / (1 + seed.gap), priceUnit),
      ...(seed.low !== undefined
        ? {
            fromHigh: figure('drawdown-high', seed.gap - 0.007),
            peakHighDate: '2025-10-06',
            peakHigh: figure('peak-high', (seed.close / (1 + seed.gap)) * 1.01, priceUnit),
          }
        : {}),
      daysUnderWater: figure('days-under-water', 122, 'days'),
    },
    averages: {
      average50: figure('average-50', seed.close * 1.1, priceUnit),
      below50Since: seed.z < -2 ? '2026-01-20' : null,
      average200: figure('average-200', seed.close * 1.2, priceUnit),
      below200Since: seed.z < -4 ? '2025-11-04' : null,
    },
    bearSince: seed.gap < -0.2 && seed.utc ? '2025-11-14' : null,
    volatility: {
      annual: figure('volatility', Math.abs(seed.day) * 4 + 0.08),
      percentile: figure('volatility-percentile', 0.876),
    },
    ...(seed.low !== undefined
      ? { volumeRatio: figure('volume-ratio', 2.31, 'ratio'), volumeVerdict: 'confirmed' as const }
      : {}),
    ...(seed.unit === 'index' && seed.assetClass === 'equity'
      ? {
          indexClose: {
            previous: figure('index-close.previous', seed.close / (1 + seed.day), 'index'),
            points: figure('index-close.points', seed.close - seed.close / (1 + seed.day), 'index'),
            gap: figure('index-close.gap', 0, 'index'),
            check: 'consistent' as const,
          },
        }
      : {}),
    streak: {
      direction,
      sessions: figure('streak', 3, 'days'),
      change: figure('streak-change', seed.day * 1.3, changeUnit),
    },
    record: {
      what: 'day',
      direction,
      since: seed.since,
      from: '2017-08-17',
      rank: figure('rank', seed.since === null ? 1 : 8, 'count'),
      of: figure('rank-of', 3094, 'count'),
    },
    weekRecord: {
      what: 'week',
      direction,
      since: seed.utc ? '2022-06-18' : '2026-01-21',
      from: '2017-08-17',
      rank: figure('week-rank', 12, 'count'),
      of: figure('week-rank-of', 3094, 'count'),
    },
    roundTrip: seed.day < 0 ? '2024-10-14' : null,
    spark: spark(seed),
  };
}

const CLASSES = [
  ['equity', 1.12, 8.4],
  ['credit', Number.NaN, Number.NaN],
  ['metals', 1.9, 10.3],
  ['energy', 1.4, 7.1],
  ['crypto', 5.8, 17.2],
] as const;

const HEDGES = [
  ['treasuries', 'tlt', 0.0109, true],
  ['dollar', 'dollar-index', 0.002, true],
  ['yen', 'usd-jpy', -0.007, false],
] as const;

function joint(options: Invented, make: Make): ScanAnswer['joint'] {
  const basket = ['spy', 'qqq', 'eem', 'us-hy-oas', 'gld', 'slv', 'uso', 'btc-usd'];
  const figure = (path: string, value: number, unit: BaseUnit) =>
    make({ path: `joint.${path}`, value, unit, series: basket, formula: 'joint-fall-score' });
  return {
    verdict: options.verdict ?? 'broad',
    scope: options.scope ?? 'crypto-led',
    score: figure('score', 43, 'score'),
    rank: figure('rank', 41, 'count'),
    of: figure('of', 1847, 'count'),
    percentile: figure('percentile', 0.978, 'fraction'),
    since: '2005-01-03',
    perYear: figure('per-year', 5.6, 'count'),
    perYearIndependent: figure('per-year-independent', 0.86, 'count'),
    classes: CLASSES.map(([assetClass, move, points]) => ({
      assetClass,
      move: figure(`${assetClass}.move`, move, 'sigma'),
      contribution: figure(`${assetClass}.contribution`, points, 'score'),
      members: [],
    })),
    hedges: HEDGES.map(([hedge, series, change, held]) => ({
      hedge,
      series,
      change: make({
        path: `hedge.${hedge}.change`,
        value: change,
        series: [series],
        formula: 'hedge-change',
      }),
      z: make({
        path: `hedge.${hedge}.z`,
        value: change * 100,
        unit: 'sigma',
        series: [series],
        formula: 'z',
      }),
      held,
    })),
    leftOut: [{ what: 'credit', title: words(['信用', '信用債', 'credit']), reason: 'not-yet-known' }],
    history: Array.from({ length: 5 }, (_, i) => ({ date: `2026-02-0${i + 1}`, score: 8 * i + 11 })),
    histogram: [620, 480, 310, 190, 110, 62, 34, 18, 10, 6, 3, 1, 1, 1, 0, 0, 1, 0, 0, 0],
  };
}

const IDS = ['btc-usd', 'eth-usd', 'silver-front', 'gold-front', 'sp500', 'wti-front', 'hyg', 'tlt'];

function together(make: Make): ScanAnswer['together'] {
  const figure = (path: string, value: number, unit: BaseUnit = 'ratio') =>
    make({ path: `together.${path}`, value, unit, series: IDS, formula: `together-${path}` });
  const matrix = (shift: number) =>
    IDS.map((_, i) =>
      IDS.map((__, j) => (i === j ? 1 : Math.round(Math.cos((i + 1) * (j + 1) + shift) * 90) / 100)),
    );
  return {
    correlationShort: figure('correlation-short', 0.17),
    correlationLong: figure('correlation-long', 0.19),
    cryptoCorrelationShort: figure('crypto-correlation', 0.88),
    firstEigenvectorShort: figure('eigenvector-short', 0.41, 'fraction'),
    firstEigenvectorLong: figure('eigenvector-long', 0.38, 'fraction'),
    cissLike: figure('ciss-like', 0.22),
    matrix: { ids: IDS, short: matrix(0), long: matrix(0.3), shortDays: 60, longDays: 252 },
  };
}

const NEAREST = ['2021-05-19', '2019-09-24', '2022-11-09', '2021-01-21'] as const;
const FAN = ['sp500', 'btc-usd', 'gold-front'] as const;

function analogues(options: Invented, make: Make): ScanAnswer['analogues'] {
  const change = (path: string, series: string, value: number, band: boolean) => {
    const figure = make({ path: `analogues.${path}`, value, series: [series], formula: 'analogue-change' });
    return band && figure.value !== null
      ? { ...figure, band: { low: value - 0.11, high: value + 0.09, level: 0.8, how: 'quantiles' } }
      : figure;
  };
  return {
    from: '2014-01-02',
    days: options.empty
      ? []
      : NEAREST.map((date, i) => ({
          date,
          distance: make({
            path: `analogues.${date}.distance`,
            value: 1.9 + i / 3,
            unit: 'ratio',
            series: ['btc-usd', 'sp500'],
            formula: 'distance',
          }),
          score: make({
            path: `analogues.${date}.score`,
            value: 39 - i,
            unit: 'score',
            series: ['btc-usd', 'sp500'],
            formula: 'joint-fall-score',
          }),
          after: FAN.map((series, j) => ({
            series,
            sessions: 20,
            change: change(`${date}.${series}.20`, series, (i - 1.5) * 0.02 * (j + 1), false),
          })),
        })),
    fan: FAN.map((series, j) => ({
      series,
      horizons: [1, 5, 20, 60].map((sessions) => ({
        sessions,
        n: NEAREST.length,
        median: change(`fan.${series}.${sessions}`, series, (j - 1) * 0.01 * Math.sqrt(sessions), true),
      })),
    })),
  };
}

const RUNGS = [
  ['peak-high', 126200, '2025-10-06', 'not-reached', null, null, null],
  ['peak-close', 124660, '2025-10-06', 'broken-earlier', '2025-10-07', null, '2025-10-05'],
  ['average-200', 103040, null, 'broken-earlier', '2025-11-03', null, null],
  ['average-50', 88060, null, 'broken-earlier', '2026-01-20', null, null],
  ['round', 85000, null, 'broken-earlier', '2025-11-22', null, '2025-04-18'],
  ['swing-low', 80600, '2025-11-21', 'broken-earlier', '2026-01-31', null, '2025-04-10'],
  ['round', 80000, null, 'broken-earlier', '2026-01-31', null, '2025-04-10'],
  ['round', 70000, null, 'broken-today', '2026-02-05', null, '2024-11-05'],
  ['round', 65000, null, 'broken-today', '2026-02-05', null, '2024-10-13'],
  ['round', 62000, null, 'held', null, '2026-02-05', '2024-10-11'],
  ['swing-low', 58950, '2024-10-10', 'not-reached', null, null, '2024-09-16'],
  ['round', 55000, null, 'not-reached', null, null, '2024-09-08'],
] as const;

/** The same ladder for each seed that has one in the scan, scaled to its close. */
function levelsOf(seeds: readonly Seed[], make: Make): ScanAnswer['levels'] {
  const shown = ['btc-usd', 'gold-front', 'silver-front', 'sp500', 'nasdaq-composite', 'wti-front'];
  return seeds
    .filter(({ id }) => shown.includes(id))
    .map((seed) => {
      const scale = seed.close / 62910;
      const figure = (path: string, value: number, formula: string, unit: BaseUnit = seed.unit ?? 'usd') =>
        make({ path: `${seed.id}.levels.${path}`, value, unit, series: [seed.id], formula });
      return {
        series: seed.id,
        date: DAY,
        close: figure('close', seed.close, 'close'),
        legFrom: '2025-10-06',
        step: figure('step', 5000 * scale, 'round-step'),
        rungs: RUNGS.map(([kind, price, of, state, brokenOn, testedOn, lastBelow], k) => ({
          kind,
          of,
          price: figure(`${kind}-${k}.price`, Math.round(price * scale * 100) / 100, `${kind}-level`),
          distance: figure(`${kind}-${k}.distance`, price / 62910 - 1, 'level-distance', 'fraction'),
          state,
          brokenOn,
          testedOn,
          lastBelow,
        })),
      };
    });
}

function conesOf(seeds: readonly Seed[], make: Make): ScanAnswer['volatilityCones'] {
  const shown = ['btc-usd', 'sp500', 'gold-front', 'silver-front'];
  return seeds
    .filter(({ id }) => shown.includes(id))
    .map((seed) => {
      const now = Math.abs(seed.day) * 4 + 0.08;
      const figure = (path: string, value: number, unit: BaseUnit = 'fraction-per-year') =>
        make({ path: `${seed.id}.cone.${path}`, value, unit, series: [seed.id], formula: 'cone' });
      return {
        series: seed.id,
        yangZhang: figure('yang-zhang', now * 0.9),
        yangZhangPercentile: figure('yang-zhang-percentile', 0.83, 'fraction'),
        windows: [10, 30, 60, 120].map((sessions) => ({
          sessions,
          now: figure(`${sessions}.now`, now),
          percentile: figure(`${sessions}.percentile`, 0.81, 'fraction'),
          min: figure(`${sessions}.min`, now / 4),
          low: figure(`${sessions}.low`, now / 2),
          median: figure(`${sessions}.median`, now / 1.5),
          high: figure(`${sessions}.high`, now * 1.2),
          max: figure(`${sessions}.max`, now * 3),
          maxDate: '2020-04-06',
        })),
        crises: (['2008-10', '2020-03'] as const).map((crisis) => {
          const unseen = crisis === '2008-10' && seed.id === 'btc-usd';
          return {
            crisis,
            peak: figure(`${crisis}.peak`, unseen ? Number.NaN : now * 3),
            date: unseen ? null : crisis === '2008-10' ? '2008-11-21' : '2020-04-06',
            ratio: figure(`${crisis}.ratio`, unseen ? Number.NaN : 1 / 3, 'ratio'),
          };
        }),
      };
    });
}

function vixOf(make: Make): ScanAnswer['vix'] {
  const figure = (path: string, value: number, unit: BaseUnit, series: readonly string[] = ['vix']) =>
    make({ path: `vix.card.${path}`, value, unit, series, formula: `vix-${path}` });
  return {
    date: DAY,
    level: figure('level', 21.77, 'index'),
    points: figure('points', 3.13, 'index'),
    change: figure('change', 0.168, 'fraction'),
    percentile: figure('percentile', 0.71, 'fraction'),
    highestSince: '2025-11-21',
    from: '1990-01-02',
    ratio: figure('ratio', 1.034, 'ratio', ['vix', 'vix3m']),
    ratioPercentile: figure('ratio-percentile', 0.95, 'fraction', ['vix', 'vix3m']),
    termStructure: 'inverted',
    invertedSince: '2026-02-04',
  };
}

const EVENT = '2026-02-04T19:00Z';

function pairs(options: Invented, make: Make): ScanAnswer['pairs'] {
  const pair = (a: string, b: string, day: number): ScanAnswer['pairs']['measured'][number] => {
    const figure = (path: string, value: number, unit: BaseUnit = 'fraction', series = [a, b]) =>
      make({ path: `pairs.${a}+${b}.${path}`, value, unit, series, formula: `pair-${path.split('.')[0]}` });
    return {
      a,
      b,
      from: '2015-02-03',
      spans: [5, 10, 20].map((sessions, k) => ({
        sessions,
        changeA: figure(`change-${sessions}.${a}`, -0.031 * (k + 1), 'fraction', [a]),
        changeB: figure(`change-${sessions}.${b}`, -0.062 * (k + 1), 'fraction', [b]),
        zA: figure(`z-${sessions}.${a}`, -0.96 - k / 5, 'sigma', [a]),
        zB: figure(`z-${sessions}.${b}`, -1.7 - k / 5, 'sigma', [b]),
        both: k > 0,
      })),
      rankCorrelation: figure('rank-correlation', day > 0 ? 0.61 : 0.22, 'ratio'),
      falling: day > 0,
      since: day > 0 ? '2026-02-03' : null,
      day: figure('day', day, 'count'),
      lastEpisode: { from: '2025-11-18', to: '2025-11-20' },
      share: figure('share', 0.0069),
      shareIndependent: figure('share-independent', 0.0004),
      pValue: figure('p-value', 0.002),
    };
  };
  return {
    session: DAY,
    measured: options.empty
      ? []
      : [pair('gdx', 'btc-usd', 3), pair('sp500', 'btc-usd', 0), pair('sp500', 'gold-front', 2)],
    leftOut: options.empty ? [{ a: 'gdx', b: 'btc-usd' }] : [{ a: 'sp500', b: 'tlt' }],
  };
}

function tiers(options: Invented, make: Make): ScanAnswer['tiers'] {
  if (options.empty) return null;
  const figure = (
    path: string,
    value: number,
    unit: BaseUnit = 'fraction',
    series = ['btc-usd', 'eth-usd'],
  ) => make({ path: `tiers.${path}`, value, unit, series, formula: path.split('.')[1] as string });
  const test = (name: string, difference: number, p: number) => ({
    difference: figure(`${name}.difference`, difference),
    t: figure(`${name}.t`, -1.2, 'ratio'),
    degreesOfFreedom: figure(`${name}.degrees`, 4.8, 'count'),
    pValue: figure(`${name}.p-value`, p),
  });
  const tier = (name: 'majors' | 'large-alts', day: number, members: readonly string[]) => ({
    tier: name,
    members: members.map((id, k) => ({
      series: id,
      day: figure(`${id}.day`, day - k / 100, 'fraction', [id]),
      recent: figure(`${id}.recent`, 2.4 * day, 'fraction', [id]),
    })),
    day: figure(`${name}.day`, day, 'fraction', [...members]),
    recent: figure(`${name}.recent`, 2.4 * day, 'fraction', [...members]),
  });
  const beta = figure('xrp-usd.beta', 1.28, 'ratio', ['xrp-usd', 'btc-usd']);
  return {
    session: DAY,
    tiers: [tier('majors', -0.145, ['btc-usd', 'eth-usd']), tier('large-alts', -0.197, ['xrp-usd'])],
    day: test('day', -0.052, Number.NaN),
    recent: test('recent', -0.0016, 0.909),
    paired: test('paired', -0.0016, 0.048),
    sessions: 20,
    counts: { alts: 1, majors: 2 },
    betas: [
      {
        series: 'xrp-usd',
        beta: { ...beta, band: { low: 1.05, high: 1.51, level: 0.95, how: 'robust' } },
        n: figure('xrp-usd.beta-days', 127, 'count', ['xrp-usd', 'btc-usd']),
      },
    ],
    leftOut: ['sol-usd'],
  };
}

function curve(options: Invented, make: Make): ScanAnswer['curve'] {
  if (options.empty) return null;
  const figure = (path: string, value: number, series: string[], unit: BaseUnit = 'fraction-per-year') =>
    make({ path, value, unit, series, formula: `curve-${path.split('.').at(-1)}` });
  const all = ['us-2y', 'us-5y', 'us-10y', 'us-30y'];
  return {
    session: '2026-02-04',
    previous: '2026-02-03',
    tenors: all.map((series, k) => ({
      series,
      before: figure(`${series}.curve.before`, 0.0357 + 0.004 * k, [series]),
      after: figure(`${series}.curve.after`, 0.0357 + 0.004 * k + (k === 2 ? 0.0008 : 0.0001), [series]),
      change: figure(`${series}.curve.change`, k === 2 ? 0.0008 : 0.0001, [series]),
    })),
    odd: ['us-10y'],
    slopes: [
      {
        name: '2s10s',
        level: figure('curve.2s10s.level', 0.0072, ['us-2y', 'us-10y']),
        change: figure('curve.2s10s.change', 0.0007, ['us-2y', 'us-10y']),
      },
      {
        name: '5s30s',
        level: figure('curve.5s30s.level', -0.0004, ['us-5y', 'us-30y']),
        change: figure('curve.5s30s.change', 0, ['us-5y', 'us-30y']),
      },
    ],
    components: (['level', 'slope', 'curvature'] as const).map((name, k) => ({
      name,
      score: figure(`curve.${name}.score`, 1.3 - k, all, 'sigma'),
      share: figure(`curve.${name}.share`, [0.86, 0.12, 0.02][k] as number, all, 'fraction'),
    })),
    market: [
      {
        series: 'us-10y-market',
        date: DAY,
        level: figure('us-10y-market.curve.level', 0.0421, ['us-10y-market']),
        change: figure('us-10y-market.curve.change', -0.0007, ['us-10y-market']),
      },
    ],
  };
}

function league(options: Invented, make: Make): ScanAnswer['league'] {
  if (options.empty) return null;
  const ids = ['wti-front', 'gold-front', 'silver-front'];
  const figure = (path: string, value: number, series: readonly string[], unit: BaseUnit = 'fraction') =>
    make({ path, value, unit, series, formula: 'league' });
  return {
    session: DAY,
    members: ids.map((series, k) => ({
      series,
      day: figure(`${series}.league.day`, [-0.0284, -0.012, -0.0907][k] as number, [series]),
      year: figure(`${series}.league.year`, [0.1022, 0.1239, 0.0912][k] as number, [series]),
      rankDay: figure(`league.${series}.rank-day`, [2, 1, 3][k] as number, ids, 'count'),
      rankYear: figure(`league.${series}.rank-year`, [2, 1, 3][k] as number, ids, 'count'),
    })),
    leftOut: ['natgas-front'],
    spread: {
      level: figure('league.brent-wti.level', 4.26, ['brent-front', 'wti-front'], 'usd-per-bbl'),
      change: figure('league.brent-wti.change', -0.06, ['brent-front', 'wti-front'], 'usd-per-bbl'),
    },
  };
}

function event(options: Invented, make: Make): ScanAnswer['event'] {
  if (!options.event) return null;
  const reaction = (series: string, change: number, next: number, unit: BaseUnit = 'fraction') => ({
    series,
    before: '2026-02-03T21:00Z',
    after: '2026-02-04T21:00Z',
    next: Number.isNaN(next) ? null : '2026-02-05T21:00Z',
    change: make({ path: `${series}.event.reaction`, value: change, unit, series: [series] }),
    nextChange: make({ path: `${series}.event.next`, value: next, unit, series: [series] }),
  });
  return {
    instant: EVENT,
    reactions: [
      reaction('sp500', -0.0051, -0.0123),
      reaction('vix', 0.034, 0.168),
      reaction('us-10y', 0.0001, Number.NaN, 'fraction-per-year'),
      reaction('gold-front', 0.0043, -0.012),
      reaction('btc-usd', -0.0335, -0.1402),
    ],
  };
}

/** A schema-valid scan answer of invented numbers. */
export function inventedAnswer(options: Invented = {}): ScanAnswer {
  const make = maker(options);
  const seeds = SEEDS.filter(({ assetClass }) => options.only?.includes(assetClass) ?? true);
  const instruments = seeds.map((seed) => instrument(seed, make, options.window));
  const size = (one: ScanInstrument) => Math.abs((one.windowZ ?? one.z).value ?? 0);
  const moved = (test: (one: ScanInstrument) => boolean) =>
    [...instruments]
      .sort((a, b) => size(b) - size(a))
      .filter(test)
      .map(({ id }) => id);
  const classes = [...new Set(seeds.map(({ assetClass }) => assetClass))];
  return scanAnswer.parse({
    verb: 'scan',
    schema: 1,
    engine: '0.1.0',
    dataVersion: '7f3c91aa0b',
    asOf: AS_OF,
    simulated: options.simulated ?? false,
    sessions: [
      { calendar: 'utc', date: DAY, closedAt: '2026-02-06T00:00Z' },
      { calendar: 'new-york', date: DAY, closedAt: '2026-02-05T21:00Z' },
      { calendar: 'tokyo', date: DAY, closedAt: '2026-02-05T06:30Z' },
      { calendar: 'us-federal', date: '2026-02-04', closedAt: '2026-02-05T00:00Z' },
    ],
    warnings: [
      {
        kind: 'not-yet-known',
        series: 'us-hy-oas',
        title: words(['美国高收益利差', '美國高收益利差', 'US high-yield spread']),
        latest: '2026-02-04',
        due: '2026-02-06T14:00Z',
      },
    ],
    parameters: {
      universe: 'core',
      window: options.window ?? '1d',
      ...(options.event ? { event: EVENT } : {}),
    },
    joint: joint(options, make),
    rose: options.empty ? [] : moved((one) => (one.change.window.value ?? 0) > 0),
    fell: options.empty ? [] : moved((one) => (one.change.window.value ?? 0) < 0),
    instruments,
    breadth: classes.map((assetClass) => {
      const own = seeds.filter((seed) => seed.assetClass === assetClass);
      const share = (test: (seed: Seed) => boolean) => own.filter(test).length / own.length;
      const figure = (path: string, value: number) =>
        make({
          path: `breadth.${assetClass}.${path}`,
          value,
          series: own.map(({ id }) => id),
          formula: `breadth-${path}`,
        });
      return {
        assetClass,
        n: own.length,
        down: figure(
          'down',
          share(({ day }) => day < 0),
        ),
        below: figure(
          'below',
          share(({ z }) => z < -1),
        ),
        above50: figure(
          'above-50',
          share(({ z }) => z >= -2),
        ),
        above200: figure(
          'above-200',
          share(({ z }) => z >= -4),
        ),
        dispersion: figure('dispersion', 0.021),
      };
    }),
    together: together(make),
    analogues: analogues(options, make),
    flight: { kind: options.empty ? 'undecided' : 'to-treasuries-and-dollar', evidence: [] },
    shock: {
      kind: options.empty ? 'not-measured' : 'growth',
      yield2y: make({
        path: 'shock.yield',
        value: -0.0006,
        unit: 'fraction-per-year',
        series: ['us-2y'],
        formula: 'change',
      }),
      equity: make({ path: 'shock.equity', value: -0.0123, series: ['sp500'], formula: 'change' }),
    },
    sectors: {
      index: 'sp500',
      move: make({ path: 'sectors.move', value: -0.0123, series: ['sp500'], formula: 'change' }),
      parts: [
        ['xlk', ['信息技术', '資訊科技', 'Technology'], -0.00712],
        ['xlf', ['金融', '金融', 'Financials'], -0.00244],
        ['xlu', ['公用事业', '公用事業', 'Utilities'], 0.00058],
      ].map(([series, title, value]) => ({
        series: series as string,
        title: words(title as [string, string, string]),
        weight: make({
          path: `sectors.${series}.weight`,
          value: 0.3,
          series: [series as string],
          formula: 'sector-weight',
        }),
        contribution: make({
          path: `sectors.${series}.contribution`,
          value: value as number,
          series: [series as string],
          formula: 'sector-contribution',
        }),
      })),
      residual: make({
        path: 'sectors.residual',
        value: -0.0123 - (-0.00712 - 0.00244 + 0.00058),
        series: ['sp500', 'xlk', 'xlf', 'xlu'],
        formula: 'sector-residual',
      }),
    },
    dispersion: [
      {
        basket: 'equities',
        title: words(['大型股', '大型股', 'the largest stocks']),
        standardDeviation: make({
          path: 'dispersion.equities.sd',
          value: 0.034,
          series: ['mstr', 'igv'],
          formula: 'dispersion',
        }),
        percentile: make({
          path: 'dispersion.equities.percentile',
          value: 0.93,
          series: ['mstr', 'igv'],
          formula: 'dispersion',
        }),
        best: 'nikkei-225',
        worst: 'mstr',
      },
    ],
    snapBack: [
      {
        series: 'btc-usd',
        sameDay: make({
          path: 'snap-back.btc-usd.same-day',
          value: 0.054,
          series: ['btc-usd'],
          formula: 'snap-back',
        }),
        nextDay: make({
          path: 'snap-back.btc-usd.next-day',
          value: Number.NaN,
          series: ['btc-usd'],
          formula: 'snap-back',
        }),
      },
    ],
    valueLost: [
      {
        series: 'btc-usd',
        day: make({
          path: 'value.btc-usd.day',
          value: -2.05e11,
          unit: 'usd',
          series: ['btc-usd', 'btc-supply'],
          formula: 'value-lost',
        }),
        fromPeak: make({
          path: 'value.btc-usd.from-peak',
          value: -1.236e12,
          unit: 'usd',
          series: ['btc-usd', 'btc-supply'],
          formula: 'value-lost',
        }),
        supply: make({
          path: 'value.btc-usd.supply',
          value: 1.998e7,
          unit: 'btc',
          series: ['btc-supply'],
          formula: 'supply',
        }),
      },
    ],
    levels: options.empty ? [] : levelsOf(seeds, make),
    volatilityCones: conesOf(seeds, make),
    volatilityRanking: {
      order: options.empty
        ? []
        : [...seeds].sort((a, b) => Math.abs(b.day) - Math.abs(a.day)).map(({ id }) => id),
      silverOverBitcoin: make({
        path: 'volatility-ranking.silver-over-bitcoin',
        value: 0.69,
        unit: 'ratio',
        series: ['silver-front', 'btc-usd'],
        formula: 'volatility-ratio',
      }),
    },
    sectorBreadth: options.empty
      ? null
      : {
          n: 11,
          down: make({
            path: 'sector-breadth.down',
            value: 10 / 11,
            series: ['xlk'],
            formula: 'breadth-down',
          }),
          above50: make({
            path: 'sector-breadth.above-50',
            value: 5 / 11,
            series: ['xlk'],
            formula: 'breadth-above-50',
          }),
          above200: make({
            path: 'sector-breadth.above-200',
            value: 10 / 11,
            series: ['xlk'],
            formula: 'breadth-above-200',
          }),
        },
    upVolume: {
      n: 2,
      share: make({
        path: 'up-volume.all',
        value: 0.038,
        series: ['mstr', 'igv'],
        formula: 'up-volume-share',
      }),
      classes: [
        {
          assetClass: 'equity',
          n: 2,
          share: make({
            path: 'up-volume.equity',
            value: 0.0064,
            series: ['mstr', 'igv'],
            formula: 'up-volume-share',
          }),
        },
      ],
    },
    vix: seeds.some(({ id }) => id === 'vix') ? vixOf(make) : null,
    pairs: pairs(options, make),
    tiers: tiers(options, make),
    curve: curve(options, make),
    league: league(options, make),
    event: event(options, make),
  });
}
