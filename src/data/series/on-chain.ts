import type { BaseUnit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { SeriesEntry, SourceRef } from './entry.ts';
import { source } from './providers.ts';
import { FILING } from './releases.ts';

const ARCHIVE: Text = [
  '止于2024年11月；来源条款禁止再分发。',
  '止於2024年11月；來源條款禁止再散布。',
  'Ends in November 2024; the terms of the source forbid handing it on.',
];
const DAY_START: Text = [
  '所标日期零时（UTC）的快照；以当日结束为保守值。',
  '所標日期零時（UTC）的快照；以當日結束為保守值。',
  'Snapshot of 00:00 UTC of its date; known at the end of the day is a conservative bound.',
];

function onChain(id: string, title: Text, unit: BaseUnit, from: SourceRef, note: Text): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'on-chain',
    unit,
    calendar: 'utc',
    transform: 'level',
    revised: true,
    sources: [from],
    note,
  });
}

function archive(id: string, title: Text, unit: BaseUnit, symbol: string, pack: string): SeriesEntry {
  return onChain(id, title, unit, source('cryptoquant', symbol, unit, { pack }), ARCHIVE);
}

function stablecoin(issuer: string): SeriesEntry {
  return entry({
    id: `stablecoin-supply-${issuer.toLowerCase()}`,
    title: [`稳定币供应：${issuer}`, `穩定幣供給：${issuer}`, `Stablecoin supply, ${issuer}`],
    assetClass: 'on-chain',
    unit: 'usd',
    frequency: 'irregular',
    calendar: 'utc',
    transform: 'level',
    revised: true,
    sources: [
      source('defillama', `stablecoin ${issuer}`, 'usd', {
        pack: 'stablecoin_by_issuer_monthly',
        keys: { stablecoin: issuer },
      }),
    ],
    note: DAY_START,
  });
}

type Venue = readonly [id: string, name: string, cryptoquant: string, defillama?: string];

/** Exchanges whose holdings can be had; DefiLlama counts published wallets and needs no key. */
const VENUES: readonly Venue[] = [
  ['coinbase', 'Coinbase', 'coinbase_advanced'],
  ['binance', 'Binance', 'binance', 'binance-cex'],
  ['kraken', 'Kraken', 'kraken'],
  ['okx', 'OKX', 'okx', 'okx'],
  ['bitfinex', 'Bitfinex', 'bitfinex', 'bitfinex'],
];

function venueReserve([id, name, cryptoquant, defillama]: Venue): SeriesEntry {
  return entry({
    id: `btc-exchange-reserve-${id}`,
    title: [`${name}比特币储备`, `${name}比特幣儲備`, `Bitcoin held on ${name}`],
    assetClass: 'on-chain',
    unit: 'btc',
    calendar: 'utc',
    venue: name,
    transform: 'level',
    revised: true,
    sources: [
      ...(defillama ? [source('defillama', `protocol/${defillama}: tokens, BTC`, 'btc')] : []),
      source('cryptoquant', `btc/exchange-flows/reserve exchange=${cryptoquant}`, 'btc'),
    ],
    note: [
      '按已知地址统计；地址增补会改变历史。',
      '按已知地址統計；地址增補會改變歷史。',
      'Counted over known addresses; an address found later changes the past.',
    ],
  });
}

const ISSUERS = [
  'USDT',
  'USDC',
  'DAI',
  'USDe',
  'USDS',
  'USD1',
  'USDf',
  'PYUSD',
  'USYC',
  'BUIDL',
  'OTHER',
  'total',
];

function treasury(id: string, title: Text, unit: BaseUnit, column: string): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'on-chain',
    unit,
    calendar: 'new-york',
    release: FILING,
    transform: 'level',
    revised: true,
    sources: [source('filings', `Strategy ${column}`, unit, { pack: 'mstr_mnav_calc', column })],
    note: [
      '持币与股数为手工录入的阶梯值；市值口径，不计债务与优先股。',
      '持幣與股數為手工輸入的階梯值；市值口徑，不計債務與特別股。',
      'Holdings and shares are step tables typed by hand; market value without debt and preferred shares.',
    ],
  });
}

/** A figure of a company's filings that no pack holds yet. */
function filed(id: string, title: Text, unit: BaseUnit, symbol: string): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'on-chain',
    unit,
    frequency: 'irregular',
    calendar: 'new-york',
    release: FILING,
    transform: 'level',
    sources: [source('filings', symbol, unit)],
  });
}

export const ON_CHAIN: readonly SeriesEntry[] = [
  onChain(
    'stablecoin-supply',
    ['稳定币总供应', '穩定幣總供給', 'Stablecoin supply'],
    'usd',
    source('defillama', 'stablecoins', 'usd', { pack: 'stablecoin_supply_defillama' }),
    DAY_START,
  ),
  onChain(
    'defi-tvl',
    ['DeFi总锁仓价值', 'DeFi總鎖倉價值', 'DeFi total value locked'],
    'usd',
    source('defillama', 'charts', 'usd', { pack: 'defi_tvl_defillama' }),
    DAY_START,
  ),
  entry({
    id: 'usdc-borrow-rate',
    title: ['USDC借款利率（Aave）', 'USDC借款利率（Aave）', 'USDC borrowing rate on Aave'],
    assetClass: 'on-chain',
    unit: 'fraction-per-year',
    calendar: 'utc',
    venue: 'Aave v3 Ethereum',
    transform: 'yield',
    sources: [
      source('defillama', 'yields chartLendBorrow: aave-v3 Ethereum USDC, apyBaseBorrow', 'percent-per-year'),
    ],
    note: ['浮动利率，免密钥。', '浮動利率，免金鑰。', 'Variable rate; needs no key.'],
  }),
  ...ISSUERS.map(stablecoin),
  archive(
    'btc-exchange-reserve',
    ['交易所比特币储备', '交易所比特幣儲備', 'Bitcoin held on exchanges'],
    'btc',
    'exchange reserve',
    'btc_exchange_reserve_hist',
  ),
  ...VENUES.map(venueReserve),
  archive(
    'btc-exchange-inflow-coin-days',
    ['交易所流入销毁币天数', '交易所流入銷毀幣天數', 'Exchange inflow coin-days destroyed'],
    'coin-days',
    'exchange inflow CDD',
    'btc_exchange_inflow_cdd_hist',
  ),
  archive(
    'btc-fund-holdings',
    ['基金持有的比特币', '基金持有的比特幣', 'Bitcoin held by funds'],
    'btc',
    'fund holdings',
    'btc_fund_holdings_hist',
  ),
  archive(
    'btc-exchange-stablecoins-ratio',
    ['交易所比特币与稳定币比', '交易所比特幣與穩定幣比', 'Exchange stablecoins ratio'],
    'ratio',
    'exchange stablecoins ratio',
    'btc_exchange_stablecoins_ratio_hist',
  ),
  archive(
    'btc-miner-reserve',
    ['矿工比特币储备', '礦工比特幣儲備', 'Bitcoin held by miners'],
    'btc',
    'miner reserve',
    'btc_miner_reserve_hist',
  ),
  archive('btc-mvrv', ['比特币MVRV', '比特幣MVRV', 'Bitcoin MVRV'], 'ratio', 'MVRV', 'btc_mvrv_hist'),
  archive('btc-sopr', ['比特币SOPR', '比特幣SOPR', 'Bitcoin SOPR'], 'ratio', 'SOPR', 'btc_sopr_hist'),
  treasury(
    'strategy-mnav',
    ['Strategy市值与持币价值比', 'Strategy市值與持幣價值比', 'Strategy market value to bitcoin held'],
    'ratio',
    'mnav',
  ),
  treasury(
    'strategy-btc-held',
    ['Strategy持有的比特币', 'Strategy持有的比特幣', 'Bitcoin held by Strategy'],
    'btc',
    'btc_held',
  ),
  treasury('strategy-shares', ['Strategy股数', 'Strategy股數', 'Strategy shares'], 'shares', 'shares'),
  filed(
    'strategy-debt',
    ['Strategy债务', 'Strategy債務', 'Debt of Strategy'],
    'usd',
    'Strategy 10-Q long-term debt, principal',
  ),
  filed(
    'strategy-preferred',
    [
      'Strategy优先股（清算价值）',
      'Strategy特別股（清算價值）',
      'Preferred shares of Strategy at their claim',
    ],
    'usd',
    'Strategy 10-Q preferred stock, liquidation preference',
  ),
  filed(
    'strategy-cash',
    ['Strategy现金', 'Strategy現金', 'Cash of Strategy'],
    'usd',
    'Strategy 10-Q cash and cash equivalents',
  ),
  filed(
    'metaplanet-btc-held',
    ['Metaplanet持有的比特币', 'Metaplanet持有的比特幣', 'Bitcoin held by Metaplanet'],
    'btc',
    'Metaplanet TDnet disclosure of bitcoin purchases',
  ),
  filed(
    'metaplanet-shares',
    ['Metaplanet股数', 'Metaplanet股數', 'Metaplanet shares'],
    'shares',
    'Metaplanet TDnet shares outstanding',
  ),
];
