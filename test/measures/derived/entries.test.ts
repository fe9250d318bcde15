import { expect, it } from 'vitest';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { formatDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { DERIVED, withDerived } from '../../../src/measures/derived/index.ts';
import { END_OF_TIME, observed } from './world.ts';

type Rows = readonly (readonly [date: string, value: number])[];
type World = Readonly<Record<string, Rows>>;

/** Values on the first days of so many quarters from 2024. */
function quarters(...values: readonly number[]): Rows {
  return values.map((value, k) => [
    `${2024 + Math.floor(k / 4)}-${String(1 + 3 * (k % 4)).padStart(2, '0')}-01`,
    value,
  ]);
}

function months(...values: readonly number[]): Rows {
  return values.map((value, k) => [
    `${2024 + Math.floor(k / 12)}-${String(1 + (k % 12)).padStart(2, '0')}-01`,
    value,
  ]);
}

function years(first: number, ...values: readonly number[]): Rows {
  return values.map((value, k) => [`${first + k}-01-01`, value]);
}

/** So many dates, one every `step` days. */
function dated(from: string, step: number, values: readonly number[]): Rows {
  return values.map((value, k) => [formatDay(parseDay(from) + step * k), value]);
}

async function told(id: string, world: World, instant = END_OF_TIME): Promise<Rows> {
  const rows = Object.entries(world).map(([series, given]) =>
    observed(
      series,
      given.map(([date, value]) => ({ date, value })),
    ),
  );
  const view = withDerived(memoryView(rows, instant, { entry: entryOf }), DERIVED);
  const { dates, values } = await view.series(id);
  return [...dates].map((day, i) => [formatDay(day), values[i]!] as const);
}

async function expectLast(id: string, world: World, date: string, value: number): Promise<void> {
  const [day, found] = (await told(id, world)).at(-1) ?? [];
  expect(day, id).toBe(date);
  expect(found! / value, id).toBeCloseTo(1, 9);
}

const OUNCES = 1e9;
const RESERVES: World = {
  'official-gold': quarters(OUNCES, 1.1 * OUNCES),
  'official-fx-reserves': quarters(12e12, 12.4e12),
  'official-treasuries': quarters(4e12, 3.9e12),
  'gold-front': [
    ['2023-12-29', 2000],
    ['2024-04-01', 3000],
  ],
};
const TRADE: World = {
  'trade-balance': months(-70e9, -60e9),
  'gold-exports-us': months(5e9, 17e9),
  'gold-imports-us': months(4e9, 3e9),
};
const PLATFORM = (ticker: string): World => ({
  [`${ticker}-revenue`]: quarters(100, 100, 100, 100, 110, 120, 130, 140),
  [`${ticker}-operating-cash-flow`]: quarters(25, 25, 25, 25, 30, 30, 30, 30),
  [`${ticker}-capex`]: quarters(10, 10, 10, 10, 15, 15, 15, 18),
});
const FOUR: World = Object.fromEntries(
  ['amzn', 'msft', 'googl', 'meta'].flatMap((ticker) => Object.entries(PLATFORM(ticker))),
);

// Expected values by hand, as written at each line.
it.each<[id: string, World, date: string, value: number]>([
  // 35/20.67 over 1.02
  [
    'gold-cpi-1930',
    { 'gold-annual': years(1930, 20.67, 35), 'cpi-unadjusted': years(1930, 17, 17.34) },
    '1931-01-01',
    35 / 20.67 / 1.02,
  ],
  // Holdings of the quarter before at the price of 1 April: 3e12 / (3e12 + 12e12); 4e12 / 15e12; 3/4
  ['official-gold-share', RESERVES, '2024-04-01', 0.2],
  ['official-treasury-share', RESERVES, '2024-04-01', 4 / 15],
  ['official-gold-treasury-ratio', RESERVES, '2024-04-01', 0.75],
  // s/(1 − s) × 12.4e12/1.1e9: at one half 11 272.73 dollars
  ['gold-price-at-share-50', RESERVES, '2024-04-01', 12400 / 1.1],
  ['gold-price-at-share-20', RESERVES, '2024-04-01', 3100 / 1.1],
  ['gold-price-at-share-30', RESERVES, '2024-04-01', (12400 / 1.1) * (3 / 7)],
  ['gold-price-at-share-40', RESERVES, '2024-04-01', (12400 / 1.1) * (2 / 3)],
  ['gold-price-at-share-60', RESERVES, '2024-04-01', (12400 / 1.1) * 1.5],
  ['official-gold-pace', { 'official-gold-purchases': quarters(1, 2, 3, 4, 5) }, '2025-01-01', 14],
  // After the first quarter of 2022: 9, 11; before: 4, 5, 6. (10 − 5)/√(2/2 + 1/3)
  [
    'official-gold-shift-2022',
    {
      'official-gold-purchases': [
        ['2009-10-01', 99],
        ['2021-04-01', 4],
        ['2021-10-01', 5],
        ['2022-01-01', 6],
        ['2022-04-01', 9],
        ['2022-07-01', 11],
      ],
    },
    '2022-07-01',
    5 / Math.sqrt(4 / 3),
  ],
  // −60 − 17 + 3; (17 − 3 − (5 − 4))/10; 12/10
  ['trade-balance-without-gold', TRADE, '2024-02-01', -74e9],
  ['gold-share-of-balance-change', TRADE, '2024-02-01', 1.3],
  ['gold-exports-share-of-balance-change', TRADE, '2024-02-01', 1.2],
  [
    'gold-exports-to-switzerland-share',
    { 'gold-exports-us-switzerland': months(6), 'gold-exports-us-customs': months(8) },
    '2024-01-01',
    0.75,
  ],
  [
    'gold-switzerland-to-asia-share',
    {
      'gold-exports-switzerland': months(100),
      'gold-exports-switzerland-china': months(20),
      'gold-exports-switzerland-hong-kong': months(5),
      'gold-exports-switzerland-india': months(30),
    },
    '2024-01-01',
    0.55,
  ],
  // 120 months rising, then the 119th of the last 120 values
  [
    'gdx-price-to-book-percentile',
    { 'gdx-price-to-book': months(...Array.from({ length: 120 }, (_, k) => 1 + k), 119.5) },
    '2034-01-01',
    119 / 120,
  ],
  ['us-debt-to-gdp', { 'federal-debt': quarters(36e12), gdp: quarters(30e12) }, '2024-01-01', 1.2],
  [
    'oil-balance',
    { 'oil-supply-world': months(106e6), 'oil-demand-world': months(104.5e6) },
    '2024-01-01',
    1.5e6,
  ],
  [
    'oil-balance-2026-iea',
    { 'iea-supply-2026': [['2026-02-12', 108.6e6]], 'iea-demand-2026': [['2026-02-12', 104.8e6]] },
    '2026-02-12',
    3.8e6,
  ],
  [
    'brent-over-forecast',
    { 'brent-front': [['2026-02-12', 66]], 'eia-brent-forecast-2026': [['2026-02-10', 55]] },
    '2026-02-12',
    0.2,
  ],
  // 3 of 4 million barrels
  [
    'opec-plus-compliance',
    {
      'opec-plus-reference': months(40e6),
      'opec-plus-production': months(37e6),
      'opec-plus-required': months(36e6),
    },
    '2024-01-01',
    0.75,
  ],
  // 53 weeks from 13.0 to 13.65
  [
    'us-crude-production-growth',
    { 'us-crude-production': dated('2025-01-03', 7, [13e6, ...Array(51).fill(13.2e6), 13.65e6]) },
    '2026-01-02',
    0.05,
  ],
  [
    'federal-interest-to-gdp',
    { 'federal-interest': quarters(1.2e12), gdp: quarters(30e12) },
    '2024-01-01',
    0.04,
  ],
  [
    'federal-interest-to-receipts',
    { 'federal-interest': quarters(1.2e12), 'federal-receipts': quarters(5e12) },
    '2024-01-01',
    0.24,
  ],
  // 140/100 − 1; 63/120; (120 − 63)/500; (500 − 400)/40
  ...['amzn', 'msft', 'googl', 'meta'].flatMap((ticker): [string, World, string, number][] => [
    [`${ticker}-sales-growth`, PLATFORM(ticker), '2025-10-01', 0.4],
    [`${ticker}-capex-to-cash-flow`, PLATFORM(ticker), '2025-10-01', 63 / 120],
    [`${ticker}-free-cash-margin`, PLATFORM(ticker), '2025-10-01', 57 / 500],
    [`${ticker}-sales-per-capex`, PLATFORM(ticker), '2025-10-01', 2.5],
  ]),
  ['hyperscaler-capex', FOUR, '2025-10-01', 4 * 63],
  [
    'hyperscaler-capex-to-gdp',
    { ...FOUR, gdp: quarters(0, 0, 0, 0, 0, 0, 0, 25200).slice(7) },
    '2025-10-01',
    0.01,
  ],
  // 0.8 + 0.5 of 2.6 points
  ...(
    [
      ['ai-investment-contribution', 0.013],
      ['ai-share-of-growth', 0.5],
      ['growth-without-ai', 0.013],
    ] as const
  ).map(([id, value]): [string, World, string, number] => [
    id,
    {
      'gdp-contribution-it-equipment': quarters(0.008),
      'gdp-contribution-software': quarters(0.005),
      'gdp-growth': quarters(0.026),
    },
    '2024-01-01',
    value,
  ]),
  // 12 % less 4 %
  [
    'information-sales-gap',
    {
      'information-revenue': quarters(100, 101, 102, 103, 112),
      'business-sales': months(100, ...Array(11).fill(101), 104),
    },
    '2025-01-01',
    0.08,
  ],
  [
    'data-hosting-jobs-growth',
    { 'employment-data-hosting': months(400e3, ...Array(11).fill(410e3), 424e3) },
    '2025-01-01',
    0.06,
  ],
  [
    'computer-design-jobs-growth',
    { 'employment-computer-design': months(2.5e6, ...Array(11).fill(2.4e6), 2.4e6) },
    '2025-01-01',
    -0.04,
  ],
  ['ai-orders-year', { 'presidential-documents-ai': months(9, ...Array(12).fill(2)) }, '2025-01-01', 24],
  [
    'us-equity-stakes-total',
    {
      'us-equity-stakes': [
        ['2025-07-10', 0.4e9],
        ['2025-08-22', 8.9e9],
      ],
    },
    '2025-08-22',
    9.3e9,
  ],
  // (120/100) / (110/100)
  [
    'china-strategic-path',
    {
      'csi-new-energy': [
        ['2015-05-19', 100],
        ['2015-06-30', 120],
      ],
      'csi-300': [
        ['2015-05-19', 1000],
        ['2015-06-30', 1100],
      ],
    },
    '2015-06-30',
    12 / 11,
  ],
  // 2353 rows after the base the path is at its base: one
  [
    'china-strategic-path-aligned',
    {
      'csi-new-energy': dated('2015-05-19', 1, [100, ...Array(2353).fill(150)]),
      'csi-300': dated('2015-05-19', 1, Array(2354).fill(1000)),
    },
    formatDay(parseDay('2015-05-19') + 2353),
    1,
  ],
  // The swap of a year stands at 1.25 %, the overnight rate at 0.75 %
  [
    'japan-path-1y',
    { 'japan-expected-rate-1y': [['2026-02-12', 0.0125]], 'japan-call-rate': [['2026-02-10', 0.0075]] },
    '2026-02-12',
    0.005,
  ],
  // From 1 January 2024 to 2025, 366 days: 1.1^(365.2425/366) − 1, less 5 %
  ...(
    [
      ['china', 'shanghai-composite'],
      ['japan', 'nikkei-225'],
      ['germany', 'dax'],
      ['korea', 'kospi'],
      ['united-kingdom', 'ftse-100'],
    ] as const
  ).map(([country, index]): [string, World, string, number] => [
    `equity-less-growth-${country}`,
    {
      [`gdp-growth-${country}`]: years(2024, 0.05, 0.04),
      [index]: [
        ['2023-12-29', 3000],
        ['2024-12-31', 3300],
      ],
    },
    '2025-01-01',
    1.1 ** (365.2425 / 366) - 1 - 0.05,
  ]),
])('%s of a made-up world is what the hand gets', (id, world, date, value) =>
  expectLast(id, world, date, value));

it('the elasticity of official gold is the slope of its logarithms, with the error of twenty quarters', async () => {
  const price = [0.02, -0.01, 0.03, 0, -0.02];
  const path = (changes: readonly number[]) => [
    100,
    ...changes.map((_, k) => 100 * Math.exp(changes.slice(0, k + 1).reduce((a, b) => a + b, 0))),
  ];
  const changes = Array.from({ length: 20 }, (_, k) => price[k % 5]!);
  // Half the change of the price, give or take 0.001 on every other five quarters.
  const ounces = changes.map((change, k) => 0.5 * change + (Math.floor(k / 5) % 2 === 0 ? 0.001 : -0.001));
  const world = { 'gold-monthly': quarters(...path(changes)), 'official-gold': quarters(...path(ounces)) };
  await expectLast('official-gold-elasticity', world, '2029-01-01', 0.5);
  // Σ(x − x̄)² = 4 × (16² + 14² + 26² + 4² + 24²) × 10⁻⁶; RSS = 20 × 10⁻⁶
  const squares = 4 * (16 ** 2 + 14 ** 2 + 26 ** 2 + 4 ** 2 + 24 ** 2) * 1e-6;
  await expectLast('official-gold-elasticity-error', world, '2029-01-01', Math.sqrt(20e-6 / 18 / squares));
});

it('a forecast is revised by its reports, and a report that is not out is not counted', async () => {
  const world: World = {
    'iea-demand-growth-2026': [
      ['2025-10-14', 1.15e6],
      ['2025-11-13', 1.2e6],
      ['2025-12-11', 1.15e6],
      ['2026-01-21', 1.1e6],
      ['2026-02-12', 0.85e6],
    ],
  };
  // 1.20 − 1.15 up, then three cuts of 0.05, 0.05 and 0.25 million barrels a day
  expect((await told('oil-demand-revision', world)).map(([, value]) => Math.round(value))).toEqual([
    50_000, -50_000, -50_000, -250_000,
  ]);
  expect((await told('oil-demand-revision-streak', world)).map(([, value]) => value)).toEqual([
    1, -1, -2, -3,
  ]);
  const before = await told('oil-demand-revision-streak', world, parseInstant('2026-02-12T01:00Z'));
  expect(before.at(-1)).toEqual(['2026-01-21', -2]);
});

it('gold against geopolitical risk is a slope on the logarithm of the index', async () => {
  const days = 300;
  const risk = Array.from({ length: days }, (_, k) => 100 * Math.exp(0.3 * Math.sin(k / 9)));
  const ratio = (k: number) => risk[k]! / risk[k - 20]!;
  // Gold made so that its change over 20 days is 0.05 times the log of the five-day mean of the ratio.
  const gold: number[] = Array(20).fill(100);
  for (let k = 20; k < days; k++) {
    const five = k < 24 ? 1 : [0, 1, 2, 3, 4].reduce((sum, i) => sum + ratio(k - i), 0) / 5;
    gold.push(gold[k - 20]! * (1 + 0.05 * Math.log(five)));
  }
  const world = {
    'gold-front': dated('2025-01-01', 1, gold),
    'geopolitical-risk': dated('2025-01-01', 1, risk),
  };
  await expectLast('gold-geopolitical-beta', world, formatDay(parseDay('2025-01-01') + days - 1), 0.05);
});

/** Wednesdays on which net liquidity falls for 13 weeks, then rises for 13, then stands. */
const LIQUIDITY = dated(
  '2024-01-03',
  7,
  Array.from({ length: 40 }, (_, k) => 5e12 - 1e10 * (k <= 13 ? k : k <= 26 ? 26 - k : 0)),
);
const FLAT = (value: number) => LIQUIDITY.map(([date]) => [date, value] as const);
const WEEKS = (growth: number) => LIQUIDITY.map(([date], k) => [date, 100 * growth ** k] as const);

it.each([
  ['value-growth', 'vtv', 'vug'],
  ['dividend-market', 'schd', 'spy'],
  ['quality-market', 'qual', 'spy'],
])('%s has a row after 13 weeks of falling liquidity, and in its twin after rising', async (pair, first, second) => {
  const world: World = {
    'fed-assets': LIQUIDITY,
    tga: FLAT(0),
    'fed-rrp': FLAT(0),
    [first]: WEEKS(1.01),
    [second]: WEEKS(1),
  };
  const [tight, easy] = [
    await told(`${pair}-after-tightening`, world),
    await told(`${pair}-after-easing`, world),
  ];
  // The first change of 13 weeks is that of row 13, down; the forward return of it stands in row 26. Rows 13…19 are below the row
  // 13 before them, row 20 alike within rounding, 21…26 above; 1.01^13 − 1 in all.
  expect(tight[0]![0]).toBe(LIQUIDITY[26]![0]);
  for (const [, value] of [...tight, ...easy]) expect(value).toBeCloseTo(1.01 ** 13 - 1, 10);
  const last = (rows: Rows) => rows.map(([date]) => date);
  expect(last(tight)).toContain(LIQUIDITY[32]![0]);
  expect(last(tight)).not.toContain(LIQUIDITY[34]![0]);
  expect(last(easy)).toContain(LIQUIDITY[39]![0]);
});

it('quality after a joint fall has the row of the fall only', async () => {
  // SPY and bitcoin fall by 6 % and 10 % within a day, 60 rows before the last; quality earns 3 % in them, the market 1 %.
  const at = (first: number, fallen: number, last: number) =>
    dated('2025-01-01', 1, [...Array(10).fill(first), ...Array(60).fill(fallen), last]);
  const world = {
    spy: at(100, 94, 94 * 1.01),
    'btc-usd': at(1000, 900, 900),
    qual: at(100, 100, 103),
  };
  const rows = await told('quality-after-joint-fall', world);
  expect(rows.at(-1)![0]).toBe(formatDay(parseDay('2025-01-01') + 70));
  expect(rows.at(-1)![1]).toBeCloseTo(0.02, 12);
  expect(rows.length).toBe(1);
});

it.each([
  ['amzn', 'capex-2026-02', '2026-02-05'],
  ['googl', 'capex-2026-02', '2026-02-04'],
  ['msft', 'capex-2026-01', '2026-01-28'],
  ['meta', 'capex-2025-10', '2025-10-29'],
])('%s lost so much of its value beside the market after its announcement', async (ticker, what, before) => {
  // 131 closes up to the eve of the event; two days of each market return with the share 0.2 % above and below it, then −10 % alone.
  const market = Array.from({ length: 132 }, (_, k) => (k === 131 ? 0 : 0.01 * Math.sin(Math.ceil(k / 2))));
  const path = (returns: readonly number[]) => {
    let level = 100;
    return returns.map((r) => {
      level *= 1 + r;
      return level;
    });
  };
  const share = path(market.map((m, k) => (k === 131 ? -0.1 : m + (k % 2 === 0 ? 0.002 : -0.002))));
  const from = formatDay(parseDay(before) - 130);
  const world = {
    qqq: dated(from, 1, path(market)),
    [ticker]: dated(from, 1, share),
    [`${ticker}-shares`]: [[formatDay(parseDay(before) - 140), 1e10]] as Rows,
  };
  const [abnormal] = (await told(`${ticker}-abnormal-${what}`, world)).map(([, value]) => value);
  expect(abnormal).toBeLessThan(-0.09);
  // α of the estimation rows is what pairs of ±0.2 % leave: 0. So −10 % of the value of the eve.
  expect(abnormal).toBeCloseTo(-0.1, 6);
  const rows = await told(`${ticker}-value-${what}`, world);
  expect(rows).toHaveLength(1);
  expect(rows[0]![1] / (-0.1 * 1e10 * share[130]!)).toBeCloseTo(1, 5);
});

it('yields nothing, and names its sources, where its inputs are in no pack', async () => {
  for (const id of [
    'official-gold-share',
    'oil-balance',
    'amzn-value-capex-2026-02',
    'value-growth-after-easing',
  ]) {
    expect(await told(id, {}), id).toEqual([]);
  }
  const view = withDerived(memoryView([], END_OF_TIME, { entry: entryOf }), DERIVED);
  expect(view.ids()).toEqual([]);
  expect(
    view.entry('official-gold-share')?.sources.map(({ provider, symbol }) => `${provider} ${symbol}`),
  ).toContain('imf COFER Q.W00.RAXGFX_USD');
});
