import type { z } from 'zod';
import { readHistories } from '../../diagnosis/history.ts';
import { squareRootImpact } from '../formulas/impact.ts';
import { MINUTES_A_DAY } from '../market/spec.ts';
import type { commonHolders } from '../sellers/common-holders.ts';
import { MARKET_ASSETS } from './assets.ts';
import { priorReading, unknownOf, words } from './holders/prior.ts';
import type { StateReader, StateTable } from './reading.ts';
import { midTheta, type Theta, type Unknown } from './unknown.ts';
import { MARKET_UNKNOWNS } from './unknowns.ts';
import { ewmaVolatility } from './volatility.ts';

type Params = z.infer<typeof commonHolders.params>;

/** Sale of which the cost is told, US dollars. */
const SALE = 1e9;

const ASSETS = unknownOf(
  'common-holders.assets',
  ['多资产杠杆基金的资产', '多資產槓桿基金的資產', 'Assets of leveraged multi-asset funds'],
  'usd',
  [1e11, 1e12],
  'log',
  'Reasoned from the private fund statistics of the SEC (Form PF): multi-strategy and macro funds have net assets of the order of a trillion dollars; a tenth to all of it in assets such as these',
);

const HARD_ASSETS = unknownOf(
  'common-holders.hard-assets',
  [
    '兼持比特币与黄金的基金的资产',
    '兼持比特幣與黃金的基金的資產',
    'Assets of funds that hold coins and metals together',
  ],
  'usd',
  [3e9, 3e10],
  'log',
  'Reasoned: 3 to 30 % of the spot bitcoin funds (about 100 billion) are in hands that hold gold beside them; form 13F shows some of the holders, not their other assets',
);

const LEVERAGE = unknownOf(
  'common-holders.leverage',
  ['共同持有人的杠杆', '共同持有人的槓桿', 'Leverage of common holders'],
  'ratio',
  [1.2, 4],
  'log',
  'Reasoned from the private fund statistics of the SEC (Form PF): gross over net assets of hedge funds about 2, more in the largest',
);

const HEADROOM = unknownOf(
  'common-holders.headroom',
  ['杠杆上限高出现值的部分', '槓桿上限高出現值的部分', 'Rise of leverage that they bear'],
  'fraction',
  [0.03, 0.4],
  'log',
  'Reasoned: daily margin leaves a few percent, term financing more',
);

const LIQUID_FIRST = unknownOf(
  'common-holders.liquid-first',
  ['先卖最好卖的部分', '先賣最好賣的部分', 'Share that sells what is liquid first'],
  'fraction',
  [0, 1],
  'linear',
  'Jiang, Li & Wang (2021), J. Financial and Quantitative Analysis 56: liquid assets first in calm markets, in proportion in stress',
);

const LOOK = unknownOf(
  'common-holders.look',
  ['查看杠杆的间隔', '查看槓桿的間隔', 'Time between looks at leverage'],
  'days',
  [30 / MINUTES_A_DAY, 1],
  'log',
  'Reasoned: margin is called once a day, desks look within the hour',
);

const COIN_SHARE = unknownOf(
  'common-holders.coin-share',
  ['多资产基金中加密货币的部分', '多資產基金中加密貨幣的部分', 'Share of coins in multi-asset funds'],
  'fraction',
  [0.003, 0.05],
  'log',
  'Reasoned: form 13F of 2025: bitcoin funds are a few thousandths to a few percent of the holders’ positions',
);

const GOLD_SHARE = unknownOf(
  'common-holders.gold-share',
  ['多资产基金中贵金属的部分', '多資產基金中貴金屬的部分', 'Share of metals in multi-asset funds'],
  'fraction',
  [0.02, 0.2],
  'log',
  'Reasoned: from a market weight of 2 % to a fifth in funds that trade macro views',
);

const UNKNOWNS: readonly Unknown[] = [
  ASSETS,
  HARD_ASSETS,
  LEVERAGE,
  HEADROOM,
  LIQUID_FIRST,
  LOOK,
  COIN_SHARE,
  GOLD_SHARE,
];

type Weights = Readonly<Record<string, number>>;

const HARD: Weights = { 'btc-usd': 0.4, 'eth-usd': 0.1, 'gold-front': 0.4, 'silver-front': 0.1 };

function mixed(coins: number, metals: number): Weights {
  const equities = 1 - coins - metals;
  return {
    'btc-usd': 0.75 * coins,
    'eth-usd': 0.25 * coins,
    'gold-front': 0.85 * metals,
    'silver-front': 0.15 * metals,
    'nasdaq-100': 0.4 * equities,
    sp500: 0.6 * equities,
  };
}

/** Nobody publishes who holds what with which leverage: priors throughout; what the market does not trade is held and not sold. */
export const readCommonHolders: StateReader<Params> = async ({ view, assets }) => {
  const ids = assets.map(({ id }) => id);
  const all = Object.keys(mixed(0, 0));
  if (!ids.some((id) => all.includes(id))) {
    return { params: () => null, readings: [], unknowns: [], missing: [] };
  }
  const table = MARKET_ASSETS.filter(({ id }) => ids.includes(id) && all.includes(id));
  const histories = await readHistories(
    view,
    table.map(({ daily }) => daily),
  );
  const volatility = new Map(table.map(({ id, daily }) => [id, ewmaVolatility(histories.get(daily))]));
  return {
    params: (theta) => ({
      funds: [
        ...pair(
          'multi-asset',
          mixed(theta[COIN_SHARE.name]!, theta[GOLD_SHARE.name]!),
          theta[ASSETS.name]!,
          ids,
          theta,
        ),
        ...pair('hard-assets', HARD, theta[HARD_ASSETS.name]!, ids, theta),
      ],
      everyMinutes: theta[LOOK.name]! * MINUTES_A_DAY,
    }),
    readings: UNKNOWNS.map(priorReading),
    unknowns: UNKNOWNS,
    missing: [],
    tables: [saleTable(volatility)],
  };
};

/** A kind of fund in two: what sells in proportion, and what sells the liquid first. */
function pair(
  name: string,
  weights: Weights,
  usd: number,
  ids: readonly string[],
  theta: Theta,
): Params['funds'] {
  const leverage = theta[LEVERAGE.name]!;
  const held = ids.filter((id) => (weights[id] ?? 0) > 0);
  if (held.length === 0) return [];
  const liquid = theta[LIQUID_FIRST.name]!;
  const rest = 1 - held.reduce((sum, id) => sum + weights[id]!, 0);
  return (['proportional', 'liquid-first'] as const).map((order) => {
    const size = usd * (order === 'liquid-first' ? liquid : 1 - liquid);
    return {
      name: `${name}-${order}`,
      holdings: held.map((asset) => ({ asset, usd: size * weights[asset]! })),
      other: Math.max(0, size * rest),
      leverage,
      trigger: leverage * (1 + theta[HEADROOM.name]!),
      target: leverage,
      order,
    };
  });
}

/**
 * Order in which a holder of all of them would sell to raise cash at the least cost, before any of them runs out. With I = Y·σ·√(Q/V) the
 * last unit costs the same everywhere when Q is in proportion to V/(Y·σ)².
 */
function saleTable(volatility: ReadonlyMap<string, number>): StateTable {
  const theta = midTheta(MARKET_UNKNOWNS);
  const rows = MARKET_ASSETS.flatMap(({ id, kind, volume: [low, high] }) => {
    const sigma = volatility.get(id);
    if (sigma === undefined || !(sigma > 0)) return [];
    const prefactor = theta[kind === 'crypto' ? 'market.crypto-impact' : 'market.exchange-impact']!;
    const { impact } = squareRootImpact(SALE, Math.sqrt(low * high), sigma, prefactor);
    return [{ id, sigma, impact, depth: SALE / impact ** 2 }];
  }).sort((a, b) => a.impact - b.impact);
  const whole = rows.reduce((sum, { depth }) => sum + depth, 0);
  return {
    id: 'sale-order',
    title: words(['卖出次序：先卖成本最低的', '賣出次序：先賣成本最低的', 'Order of sale: cheapest first']),
    columns: [
      words(['资产', '資產', 'Asset']),
      words(['日波动率', '日波動率', 'Volatility a day']),
      words(['卖出10亿美元的冲击', '賣出10億美元的衝擊', 'Impact of a sale of 10⁹ dollars']),
      words(['最低成本卖出中的份额', '最低成本賣出中的份額', 'Share of the cheapest sale']),
    ],
    rows: rows.map(({ id, sigma, impact, depth }) => ({
      label: id,
      values: [
        { value: sigma, unit: 'fraction' },
        { value: impact, unit: 'fraction' },
        { value: depth / whole, unit: 'fraction' },
      ],
    })),
    formula: 'cascade-sale-order',
  };
}
