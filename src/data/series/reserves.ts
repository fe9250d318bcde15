import { elsewhere, quarterLag } from './elsewhere.ts';
import type { SeriesEntry } from './entry.ts';
import { monthLag } from './releases.ts';

const QUARTERLY = { frequency: 'quarterly', assetClass: 'metals' } as const;
const FLOW = { transform: 'flow', assetClass: 'metals' } as const;
/** The trade of September 2025 came 72 days after its month. */
const TRADE = monthLag(75, '08:30');
const SWISS = { unit: 'kg', release: monthLag(25, '06:00'), ...FLOW } as const;

/** Official reserves, long prices of gold, and gold in foreign trade: none of it is in a data pack. */
export const RESERVES: readonly SeriesEntry[] = [
  elsewhere(
    'gold-monthly',
    ['黄金月均价', '黃金月均價', 'Gold, average of the month'],
    'world-bank',
    'Commodity Price Data (Pink Sheet), monthly: Gold ($/troy oz)',
    {
      unit: 'usd-per-oz',
      release: monthLag(10, '12:00'),
      transform: 'price',
      assetClass: 'metals',
      revised: false,
    },
  ),
  elsewhere(
    'gold-annual',
    ['黄金年均价（纽约）', '黃金年均價（紐約）', 'Gold, average of the year, New York'],
    'measuring-worth',
    'The Price of Gold: New York market price',
    {
      unit: 'usd-per-oz',
      release: monthLag(365, '12:00'),
      frequency: 'irregular',
      transform: 'price',
      assetClass: 'metals',
      revised: false,
      note: [
        '以当年1月1日标注，年末之后才知道。',
        '以當年1月1日標註，年末之後才知道。',
        'Labelled with 1 January of its year, and known after the year has ended.',
      ],
    },
  ),
  elsewhere(
    'cpi-unadjusted',
    ['美国消费者物价指数（未季调）', '美國消費者物價指數（未季調）', 'US consumer price index, not adjusted'],
    'fred',
    'CPIAUCNS',
    { unit: 'index', release: monthLag(56, '08:30'), revised: false },
  ),
  elsewhere(
    'official-gold',
    ['全球官方黄金储备', '全球官方黃金儲備', 'Official gold holdings, world'],
    'wgc',
    'World official gold holdings, quarterly time series: World, tonnes',
    { unit: 'tonnes', release: quarterLag(70), ...QUARTERLY },
  ),
  elsewhere(
    'official-gold-purchases',
    ['央行净购金', '央行淨購金', 'Central bank net purchases of gold'],
    'wgc',
    'Gold Demand Trends: Central banks and other institutions, tonnes',
    { unit: 'tonnes', release: quarterLag(45), ...QUARTERLY, transform: 'flow' },
  ),
  elsewhere(
    'official-fx-reserves',
    ['全球官方外汇储备', '全球官方外匯儲備', 'Official foreign exchange reserves, world'],
    'imf',
    'COFER Q.W00.RAXGFX_USD',
    { unit: 'usd-mn', release: quarterLag(95), ...QUARTERLY, assetClass: 'macro' },
  ),
  elsewhere(
    'official-treasuries',
    [
      '外国官方持有的美国国债',
      '外國官方持有的美國公債',
      'US Treasuries held by foreign official institutions',
    ],
    'fred',
    'BOGZ1FL263061130Q',
    { unit: 'usd-mn', release: quarterLag(80), ...QUARTERLY, assetClass: 'macro' },
  ),
  elsewhere(
    'trade-balance',
    ['美国商品与服务贸易差额', '美國商品與服務貿易差額', 'US balance of trade in goods and services'],
    'fred',
    'BOPGSTB',
    { unit: 'usd-mn', release: TRADE },
  ),
  elsewhere(
    'gold-exports-us',
    ['美国非货币黄金出口', '美國非貨幣黃金出口', 'US exports of nonmonetary gold'],
    'census',
    'FT-900 Exhibit 7: Nonmonetary gold',
    { unit: 'usd-mn', release: TRADE, ...FLOW },
  ),
  elsewhere(
    'gold-imports-us',
    ['美国非货币黄金进口', '美國非貨幣黃金進口', 'US imports of nonmonetary gold'],
    'census',
    'FT-900 Exhibit 8: Nonmonetary gold',
    { unit: 'usd-mn', release: TRADE, ...FLOW },
  ),
  elsewhere(
    'gold-exports-us-customs',
    ['美国黄金出口（海关）', '美國黃金出口（海關）', 'US exports of gold, customs'],
    'census',
    'timeseries/intltrade/exports/hs E_COMMODITY=7108 ALL_VAL_MO',
    { unit: 'usd', release: TRADE, ...FLOW },
  ),
  elsewhere(
    'gold-exports-us-switzerland',
    ['美国对瑞士黄金出口', '美國對瑞士黃金出口', 'US exports of gold to Switzerland'],
    'census',
    'timeseries/intltrade/exports/hs E_COMMODITY=7108 CTY_CODE=4419 ALL_VAL_MO',
    { unit: 'usd', release: TRADE, ...FLOW },
  ),
  elsewhere(
    'gold-exports-switzerland',
    ['瑞士黄金出口', '瑞士黃金出口', 'Swiss exports of gold'],
    'swiss-customs',
    'Swiss-Impex 7108.1200 exports, all countries, kg',
    SWISS,
  ),
  elsewhere(
    'gold-exports-switzerland-china',
    ['瑞士对中国内地黄金出口', '瑞士對中國內地黃金出口', 'Swiss exports of gold to mainland China'],
    'swiss-customs',
    'Swiss-Impex 7108.1200 exports, China, kg',
    SWISS,
  ),
  elsewhere(
    'gold-exports-switzerland-hong-kong',
    ['瑞士对香港黄金出口', '瑞士對香港黃金出口', 'Swiss exports of gold to Hong Kong'],
    'swiss-customs',
    'Swiss-Impex 7108.1200 exports, Hong Kong, kg',
    SWISS,
  ),
  elsewhere(
    'gold-exports-switzerland-india',
    ['瑞士对印度黄金出口', '瑞士對印度黃金出口', 'Swiss exports of gold to India'],
    'swiss-customs',
    'Swiss-Impex 7108.1200 exports, India, kg',
    SWISS,
  ),
  elsewhere(
    'gdx-price-to-book',
    ['金矿股基金GDX市净率', '金礦股基金GDX股價淨值比', 'Gold miners fund GDX, price to book'],
    'issuer',
    'VanEck GDX, fund characteristics: price/book ratio',
    { unit: 'ratio', release: monthLag(15, '12:00'), assetClass: 'metals', revised: false },
  ),
  elsewhere(
    'gold-mining-aisc',
    ['金矿全维持成本', '金礦全維持成本', 'Gold mining, all-in sustaining cost'],
    'wgc',
    'Gold mine production costs: AISC, industry average, US$/oz, quarterly (Metals Focus)',
    { unit: 'usd-per-oz', release: quarterLag(100), ...QUARTERLY },
  ),
  elsewhere(
    'gdx-net-debt-to-equity',
    ['金矿股净负债与市值之比', '金礦股淨負債與市值之比', 'Gold miners, net debt over market value'],
    'issuer',
    'Quarterly reports of the holdings of VanEck GDX: net debt / market value of equity, weighted as the fund',
    { unit: 'ratio', release: quarterLag(60), ...QUARTERLY },
  ),
];
