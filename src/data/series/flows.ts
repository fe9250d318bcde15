import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { type ProviderKey, source } from './providers.ts';
import { FARSIDE, FILING, FUND_SHARES, monthLag } from './releases.ts';

const FARSIDE_NOTE: Text = [
  '约次日05:00（UTC）齐全；0可能表示未报告。',
  '約次日05:00（UTC）齊全；0可能表示未報告。',
  'Complete at about 05:00 UTC of the next day; 0 can mean that nothing was reported.',
];
const WEAK_NOTE: Text = [
  '方法未说明，多日空缺；公布时刻取保守值。',
  '方法未說明，多日空缺；公布時刻取保守值。',
  'The method is not documented and many days are blank; the release is a conservative bound.',
];

function coinFlow(coin: string, fund: string, pack: string, provider: ProviderKey): SeriesEntry {
  const total = fund === 'total';
  const upper = coin.toUpperCase();
  const name: Text = total ? ['合计', '合計', 'all funds'] : [fund, fund, fund];
  return entry({
    id: `${coin}-etf-flow-${fund.toLowerCase()}`,
    title: [
      `美国${upper}现货基金净流入：${name[0]}`,
      `美國${upper}現貨基金淨流入：${name[1]}`,
      `US spot ${upper} fund net flow, ${name[2]}`,
    ],
    assetClass: 'flows',
    unit: 'usd',
    calendar: 'new-york',
    release: FARSIDE,
    transform: 'flow',
    sources: [source(provider, `${upper} ETF flow ${fund}`, 'usd-mn', { pack, column: fund })],
    note: FARSIDE_NOTE,
  });
}

const BTC_FUNDS = 'IBIT FBTC BITB ARKB BTCO EZBC BRRR HODL BTCW MSBT GBTC BTC total'.split(' ');
const ETH_FUNDS = 'ETHA ETHB FETH ETHW TETH ETHV QETH EZET ETHE ETH total'.split(' ');
const SOL_FUNDS = 'BSOL VSOL FSOL TSOL SOEZ GSOL total'.split(' ');

function fundFlow(ticker: string): SeriesEntry {
  return entry({
    id: `etf-flow-${ticker.toLowerCase()}`,
    title: [`${ticker}基金净流入`, `${ticker}基金淨流入`, `${ticker} net flow`],
    assetClass: 'flows',
    unit: 'usd',
    calendar: 'new-york',
    release: FUND_SHARES,
    transform: 'flow',
    sources: [source('issuer', `${ticker} net flow`, 'usd', { pack: `ETF_FLOW_${ticker}` })],
    note: WEAK_NOTE,
  });
}

const FUNDS = 'GLD SLV IAU GLDM IBIT QQQ SPY TLT HYG LQD IWM GDX EEM SOXX'.split(' ');

function fundLevel(id: string, title: Text, unit: 'usd' | 'shares', symbol: string, note: Text): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'flows',
    unit,
    calendar: 'new-york',
    release: FUND_SHARES,
    transform: 'level',
    sources: [source('issuer', symbol, unit)],
    note,
  });
}

const ASSETS_NOTE: Text = [
  '由发行人网站导出；缺少时以流量估计各基金资产。',
  '由發行人網站匯出；缺少時以流量估計各基金資產。',
  'Exported from the issuer’s site; without it the assets of each fund are estimated from its flows.',
];
const SHARES_NOTE: Text = [
  '世界黄金协会与道富的历史文件，纽约时间次日早晨更新。',
  '世界黃金協會與道富的歷史檔案，紐約時間次日早晨更新。',
  'The historical file of World Gold Trust Services and State Street, updated on the next morning in New York.',
];

const WORLD_NOTE: Text = [
  '世界黄金协会每月上旬公布上月数字；公布时刻取保守值。',
  '世界黃金協會每月上旬公布上月數字；公布時刻取保守值。',
  'The World Gold Council publishes the month in the first days of the next; the release is a conservative bound.',
];

const SECURITIES: readonly (readonly [column: string, Text])[] = [
  ['mstr', ['普通股', '普通股', 'common shares']],
  ['strc', ['STRC优先股', 'STRC優先股', 'STRC preferred']],
  ['strk', ['STRK优先股', 'STRK優先股', 'STRK preferred']],
  ['strf', ['STRF优先股', 'STRF優先股', 'STRF preferred']],
  ['strd', ['STRD优先股', 'STRD優先股', 'STRD preferred']],
];

const HAND_TYPED: Text = [
  '据公司8-K文件手工录入。',
  '據公司8-K文件手工輸入。',
  'Typed by hand from the company’s 8-K filings.',
];

function issuance(column: string, title: Text, unit: 'usd-mn' | 'btc'): SeriesEntry {
  return entry({
    id: `strategy-atm-${column}`,
    title,
    assetClass: 'flows',
    unit: unit === 'btc' ? 'btc' : 'usd',
    frequency: 'weekly',
    calendar: 'us-federal',
    release: FILING,
    transform: 'flow',
    sources: [source('filings', `Strategy ATM ${column}`, unit, { pack: 'mstr_atm_issuance', column })],
    note: HAND_TYPED,
  });
}

export const FLOWS: readonly SeriesEntry[] = [
  ...BTC_FUNDS.map((fund) => coinFlow('btc', fund, 'btc_etf_flows', 'farside')),
  ...ETH_FUNDS.map((fund) => coinFlow('eth', fund, 'eth_etf_flows', 'farside')),
  ...SOL_FUNDS.map((fund) => coinFlow('sol', fund, 'sol_etf_flows', 'sosovalue')),
  ...FUNDS.map(fundFlow),
  ...['IBIT', 'FBTC', 'GBTC'].map((ticker) =>
    fundLevel(
      `etf-assets-${ticker.toLowerCase()}`,
      [`${ticker}基金净资产`, `${ticker}基金淨資產`, `${ticker} net assets`],
      'usd',
      `${ticker} net assets`,
      ASSETS_NOTE,
    ),
  ),
  entry({
    id: 'gold-etf-flow-world',
    title: ['全球黄金ETF净流入', '全球黃金ETF淨流入', 'Gold ETF net flow, world'],
    assetClass: 'flows',
    unit: 'usd',
    frequency: 'monthly',
    calendar: 'us-federal',
    release: monthLag(12, '12:00'),
    transform: 'flow',
    sources: [source('wgc', 'Gold ETF: holdings and flows, monthly flow US$ bn', 'usd-bn')],
    note: WORLD_NOTE,
  }),
  fundLevel(
    'gld-shares',
    ['GLD基金份额', 'GLD基金流通股數', 'GLD shares outstanding'],
    'shares',
    'GLD_US_archive_EN.csv: shares outstanding',
    SHARES_NOTE,
  ),
  ...SECURITIES.map(([column, [hans, hant, en]]) =>
    issuance(
      column,
      [`Strategy增发：${hans}`, `Strategy增發：${hant}`, `Strategy issuance, ${en}`],
      'usd-mn',
    ),
  ),
  issuance('btc', ['Strategy买入比特币', 'Strategy買入比特幣', 'Strategy bitcoin bought'], 'btc'),
];
