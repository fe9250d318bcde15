import type { z } from 'zod';
import { formatDay, parseDay } from '../../data/time.ts';
import { FUND_COINS, type FundCoin } from '../../diagnosis/explain/flows/etf/coins.ts';
import { fundAssets } from '../../diagnosis/explain/flows/etf/holdings.ts';
import { type FundSessions, readFundSessions } from '../../diagnosis/explain/flows/etf/sessions.ts';
import { type Slope, slopeOf } from '../../diagnosis/explain/flows/etf/slope.ts';
import type { etfFlows } from '../sellers/etf-flows.ts';
import { lastSessionReturns } from './holders/last-session.ts';
import { priorReading, unknownOf, words } from './holders/prior.ts';
import type { Reading, StateReader } from './reading.ts';
import type { Unknown } from './unknown.ts';

type Params = z.infer<typeof etfFlows.params>;

/** Sessions from which the elasticity is measured: a year. */
const ROWS = 250;
/** Standard errors on each side of the elasticity. */
const ERRORS = 2;
/** How far the assets counted from flows may lie from those stated. */
const SPREAD = 1.1;
/** Largest flow of a session when none has been measured, fraction of the assets. */
const USUAL_LIMIT = 0.02;
/** By how much a flow may exceed the largest of the year. */
const BEYOND = 1.5;

interface Prior {
  /** First session of the US funds. */
  readonly since: string;
  readonly assets: readonly [number, number];
}

/** Coins whose funds are simulated, with what is believed without any flow. */
const PRIORS: Readonly<Record<string, Prior>> = {
  'btc-usd': { since: '2024-01-11', assets: [5e10, 1.7e11] },
  'eth-usd': { since: '2024-07-23', assets: [7e9, 3e10] },
};

const ELASTICITY: readonly [number, number] = [0.02, 0.12];

interface Measured {
  /** US dollars per dollar of price: coins held; NaN when not known. */
  readonly coins: number;
  readonly date: string;
  readonly slope: Slope | undefined;
  readonly limit: number;
}

/** Funds' coins, and how their flow goes with the return of the session before, both from what the view knows. */
export const readEtfFlows: StateReader<Params> = async ({ view, start, assets }) => {
  const wanted = assets.flatMap(({ id, price }) => {
    const coin = FUND_COINS.find(({ asset }) => asset === id);
    const prior = PRIORS[id];
    return coin && prior && start >= parseDay(prior.since) * 86_400_000 ? [{ id, price, coin, prior }] : [];
  });
  const ids = wanted.map(({ id }) => id);
  const returns = ids.length > 0 ? await lastSessionReturns(view, ids, start) : new Map<string, number>();
  const funds = await Promise.all(
    wanted.map(async ({ id, price, coin, prior }) => {
      const found = measure(coin, await readFundSessions(view, coin));
      return { id, coin, found, ...unknownsOf(id, price, coin, found, prior) };
    }),
  );
  return {
    params: (theta) =>
      funds.length === 0
        ? null
        : {
            funds: funds.map(({ id, assets: usd, elasticity, found }) => ({
              asset: id,
              usd: theta[usd.name]!,
              elasticity: theta[elasticity.name]!,
              limit: found.limit,
              lastReturn: returns.get(id)!,
            })),
          },
    readings: funds.flatMap(({ id, coin, found, assets: usd, elasticity }) =>
      readingsOf(id, coin, found, usd, elasticity),
    ),
    unknowns: funds.flatMap(({ assets: usd, elasticity }) => [usd, elasticity]),
    missing: funds
      .flatMap(({ coin, found }) => [
        ...(Number.isNaN(found.coins) ? [coin.total] : []),
        ...coin.funds.flatMap(({ assets: stated }) => (stated ? [stated] : [])),
      ])
      .filter((series) => !view.ids().includes(series)),
  };
};

function measure(coin: FundCoin, sessions: FundSessions): Measured {
  const assets = fundAssets(coin, sessions);
  const last = assets.length - 1;
  const from = Math.max(1, assets.length - ROWS);
  const share = sessions.total.slice(from).map((flow, k) => flow / assets[from + k - 1]!);
  const largest = share.reduce((most, s) => Math.max(most, Number.isFinite(s) ? Math.abs(s) : 0), 0);
  return {
    coins: last < 0 ? Number.NaN : assets[last]! / sessions.price[last]!,
    date: last < 0 ? '' : formatDay(sessions.dates[last]!),
    slope: slopeOf(share, sessions.returns.slice(from - 1, last)),
    limit: largest > 0 ? Math.min(1, BEYOND * largest) : USUAL_LIMIT,
  };
}

function unknownsOf(
  id: string,
  price: number,
  coin: FundCoin,
  { coins, slope, date }: Measured,
  prior: Prior,
) {
  const usd = coins * price;
  const assets = unknownOf(
    `etf-flows.assets.${id}`,
    [`${id} 现货ETF资产`, `${id} 現貨ETF資產`, `Assets of spot funds, ${id}`],
    'usd',
    usd > 0 ? [usd / SPREAD, usd * SPREAD] : prior.assets,
    'log',
    usd > 0
      ? `coins counted from the flows in ${coin.total} to ${date}, within 10 %`
      : 'lowest and highest sums of the funds as quoted in the press since they were listed, rounded',
  );
  const reach = slope ? ERRORS * slope.standardError : 0;
  const elasticity = unknownOf(
    `etf-flows.elasticity.${id}`,
    [
      `${id} 资金流对前日涨跌的弹性`,
      `${id} 資金流對前日漲跌的彈性`,
      `Elasticity of the flow to the return before, ${id}`,
    ],
    'ratio',
    slope ? [Math.max(0, slope.slope - reach), Math.max(0, slope.slope + reach)] : ELASTICITY,
    'linear',
    slope
      ? `regression of flow over assets on the return of the session before, ${slope.rows} sessions, within two standard errors (Newey–West) and not below 0`
      : 'regressions of the first two years of bitcoin funds, in round numbers',
  );
  return { assets, elasticity };
}

function readingsOf(
  id: string,
  coin: FundCoin,
  { coins, slope, date }: Measured,
  assets: Unknown,
  elasticity: Unknown,
): Reading[] {
  const inputs = [
    { symbol: 'F', series: coin.total, date },
    { symbol: 'P', series: id, date },
  ];
  return [
    coins > 0
      ? {
          ...priorReading(assets),
          how: 'proxy',
          inputs,
          note: words([
            '由资金流累计的持币量乘以起点价格，不计费用',
            '由資金流累計的持幣量乘以起點價格，不計費用',
            'coins counted from the flows, at the price of the start; without fees',
          ]),
        }
      : priorReading(assets),
    slope
      ? {
          ...priorReading(elasticity),
          value: slope.slope,
          how: 'measured',
          inputs,
          note: words([
            '资金流占资产的比例对前一交易日涨跌的回归斜率',
            '資金流占資產的比例對前一交易日漲跌的迴歸斜率',
            'slope of the flow over assets on the return of the session before',
          ]),
        }
      : priorReading(elasticity),
  ];
}
