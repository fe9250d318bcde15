import type { z } from 'zod';
import { dayOf, formatDay, MS_PER_DAY } from '../../data/time.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import type { carryTrades } from '../sellers/carry-trades.ts';
import { MARKET_ASSETS } from './assets.ts';
import { priorReading, unknownOf, words } from './holders/prior.ts';
import type { Reading, StateReader } from './reading.ts';
import type { Theta, Unknown } from './unknown.ts';

type Params = z.infer<typeof carryTrades.params>;

const FUNDING = 'jpy-usd';
const SHORTS = 'cot-jpy-spec-short';
/** Yen a contract: CME rulebook, chapter 351. */
const YEN_A_CONTRACT = 12_500_000;
/** Days after which a count of contracts says no more than its prior. */
const STALE_DAYS = 45;
/** Sessions over whose mean price positions are taken to have been opened. */
const ENTRY_ROWS = 60;
/** All carry trades over the short contracts of speculators. */
const MULTIPLE: readonly [number, number] = [2, 16];
const SIZE_PRIOR: readonly [number, number] = [3e10, 3e11];

const BIS =
  'Aquilina, Lombardi, Schrimpf & Sushko (2024), BIS Bulletin 90: 40 trillion yen (250 billion dollars) before August 2024, a rough middle';

/** Shares of what is held in the market by asset; coins share what the unknown says, gold has a twentieth. */
const GOLD_SHARE = 0.05;
const COINS: Readonly<Record<string, number>> = { 'btc-usd': 0.75, 'eth-usd': 0.25 };
const EQUITIES: Readonly<Record<string, number>> = { 'nasdaq-100': 0.5, sp500: 0.5 };

const RISK_SHARE = unknownOf(
  'carry-trades.risk-share',
  [
    '套息资金中投在本市场资产的部分',
    '套息資金中投在本市場資產的部分',
    'Share of carry trades held in the assets of the market',
  ],
  'fraction',
  [0.05, 0.4],
  'log',
  'Reasoned: most carry trades hold other currencies and bonds; what holds US equities and coins is not counted anywhere',
);

const COIN_SHARE = unknownOf(
  'carry-trades.coin-share',
  ['其中加密货币的部分', '其中加密貨幣的部分', 'Of these, the share in coins'],
  'fraction',
  [0.01, 0.1],
  'log',
  'Reasoned: about the share of coins in the value of US equities and coins together, up to some times that',
);

const LEVERAGE = unknownOf(
  'carry-trades.leverage',
  ['套息交易的杠杆', '套息交易的槓桿', 'Leverage of carry trades'],
  'ratio',
  [1.5, 6],
  'log',
  'Reasoned: margins of 15 to 65 % of the assets; currency margins alone would allow more',
);

const LOSS_LIMIT = unknownOf(
  'carry-trades.loss-limit',
  ['开始平仓的权益亏损', '開始平倉的權益虧損', 'Loss of equity at which trades begin to be closed'],
  'fraction',
  [0.05, 0.3],
  'linear',
  'Reasoned: limits of leveraged funds on a drawdown are mostly 5 to 10 %, private holders bear more',
);

const LOSS_WIDTH = unknownOf(
  'carry-trades.loss-width',
  ['至全部平仓再增加的亏损', '至全部平倉再增加的虧損', 'Further loss until all are closed'],
  'fraction',
  [0.2, 0.7],
  'linear',
  'Reasoned: from one margin to nearly all of the equity',
);

/** Yen carry trades: the scale from the short contracts of speculators at the CME, entries from past prices, the rest from priors. */
export const readCarryTrades: StateReader<Params> = async ({ view, start, assets }) => {
  const yen = assets.find(({ id }) => id === FUNDING);
  const weighted = assets.filter(({ id }) => weightOf(id, 0.5) > 0);
  if (!yen || weighted.length === 0) return NOTHING;
  const table = MARKET_ASSETS.filter(({ id }) => id === FUNDING || weighted.some((one) => one.id === id));
  const histories = await readHistories(view, [SHORTS, ...table.map(({ daily }) => daily)]);
  const entries = new Map(
    table.map(({ id, daily, inverse }) => {
      const { price } = assets.find((one) => one.id === id)!;
      return [id, entryOf(histories.get(daily), inverse ? 1 / price : price) * (inverse ? -1 : 1)];
    }),
  );
  const shorts = histories.get(SHORTS);
  const fresh =
    shorts && shorts.last >= 0 && start - shorts.times[shorts.last]! <= STALE_DAYS * MS_PER_DAY
      ? shorts.values[shorts.last]! * YEN_A_CONTRACT * yen.price
      : Number.NaN;
  const size = sizeOf(fresh);
  const unknowns = [size, RISK_SHARE, COIN_SHARE, LEVERAGE, LOSS_LIMIT, LOSS_WIDTH];
  return {
    params: (theta) => paramsOf(theta, size, weighted, entries),
    readings: [
      fresh > 0 ? sizeReading(size, shorts!) : priorReading(size),
      ...((histories.get('usd-jpy')?.last ?? -1) >= 0
        ? [entryReading(entries.get(FUNDING)!, histories.get('usd-jpy')!)]
        : []),
      ...unknowns.slice(1).map(priorReading),
    ],
    unknowns,
    missing: fresh > 0 ? [] : [SHORTS],
  };
};

const NOTHING = { params: () => null, readings: [], unknowns: [], missing: [] };

function paramsOf(
  theta: Theta,
  size: Unknown,
  assets: readonly { readonly id: string }[],
  entries: ReadonlyMap<string, number>,
): Params {
  const whole = theta[size.name]! * theta[RISK_SHARE.name]!;
  const lossLimit = theta[LOSS_LIMIT.name]!;
  return {
    funding: FUNDING,
    fundingEntry: entries.get(FUNDING)!,
    positions: assets.map(({ id }) => ({
      asset: id,
      usd: whole * weightOf(id, theta[COIN_SHARE.name]!),
      entry: entries.get(id)!,
    })),
    leverage: theta[LEVERAGE.name]!,
    lossLimit,
    lossAll: Math.min(1, lossLimit + theta[LOSS_WIDTH.name]!),
  };
}

/** Share of an asset when coins have `coins` of the whole. */
function weightOf(id: string, coins: number): number {
  if (id === 'gold-front') return GOLD_SHARE;
  return coins * (COINS[id] ?? 0) + (1 - GOLD_SHARE - coins) * (EQUITIES[id] ?? 0);
}

/** Mean log price of the last sessions relative to the start; 0 without any. */
function entryOf(history: History | undefined, price: number): number {
  if (!history) return 0;
  const recent = history.values.subarray(Math.max(0, history.last + 1 - ENTRY_ROWS), history.last + 1);
  const logs = recent.filter((value) => value > 0).map((value) => Math.log(value / price));
  return logs.length === 0 ? 0 : logs.reduce((sum, log) => sum + log, 0) / logs.length;
}

function sizeOf(shorts: number): Unknown {
  const measured = shorts > 0;
  return unknownOf(
    'carry-trades.size',
    ['日元套息交易的规模', '日圓套息交易的規模', 'Size of yen carry trades'],
    'usd',
    measured ? [MULTIPLE[0] * shorts, MULTIPLE[1] * shorts] : SIZE_PRIOR,
    'log',
    measured
      ? `short yen contracts of non-commercial traders (CFTC), 2 to 16 times: ${BIS}, when those contracts were a fourteenth of it (223,554 on 9 July 2024)`
      : `${BIS}; a tenth of it to a fifth more`,
  );
}

function sizeReading(size: Unknown, shorts: History): Reading {
  return {
    ...priorReading(size),
    how: 'proxy',
    inputs: [{ symbol: 'S', series: SHORTS, date: formatDay(shorts.dates[shorts.last]!) }],
    note: words([
      'CFTC 非商业空头合约的 2 至 16 倍，此处取几何中点',
      'CFTC 非商業空頭合約的 2 至 16 倍，此處取幾何中點',
      '2 to 16 times the short contracts of non-commercial traders (CFTC), here the geometric middle',
    ]),
  };
}

function entryReading(entry: number, history: History): Reading {
  return {
    name: 'carry-trades.yen-since-entry',
    title: words([
      '日元自平均建仓价以来的涨跌',
      '日圓自平均建倉價以來的漲跌',
      'Move of the yen since trades were opened',
    ]),
    value: Math.expm1(-entry),
    unit: 'fraction',
    how: 'proxy',
    inputs: [{ symbol: 'P', series: history.id, date: formatDay(dayOf(history.times[history.last]!)) }],
    note: words([
      '建仓价取最近 60 个交易日的均价',
      '建倉價取最近 60 個交易日的均價',
      'opened at the mean price of the last 60 sessions',
    ]),
  };
}
