import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { LEVERED, listed } from './listed.ts';
import { bars, OHLC, source } from './providers.ts';
import { H15, MOF_EVENING, TERM_PREMIA } from './releases.ts';

const CONSTANT_MATURITY: Text = [
  '固定期限收益率，按美联储H.15次一营业日16:15公布；财政部当日傍晚已公布同值，故此为保守值。',
  '固定期限殖利率，按聯準會H.15次一營業日16:15公布；財政部當日傍晚已公布同值，故此為保守值。',
  'Constant maturity, by the Fed’s H.15 at 16:15 of the next business day; the Treasury shows the same figure the evening before, so this is a conservative bound.',
];

function treasury(id: string, title: Text, fred: string, inPack = true): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'rates',
    unit: 'fraction-per-year',
    calendar: 'us-federal',
    release: H15,
    transform: 'yield',
    sources: [source('fred', fred, 'percent-per-year', inPack ? { pack: fred } : {})],
    note: CONSTANT_MATURITY,
  });
}

function slope(id: string, title: Text, fred: string): SeriesEntry {
  return { ...treasury(id, title, fred), transform: 'spread' };
}

function cboeYield(id: string, title: Text, symbol: string, pack: string): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'rates',
    unit: 'fraction-per-year',
    calendar: 'new-york',
    venue: 'Cboe',
    transform: 'yield',
    sources: [source('yahoo', symbol, 'percent-per-year', bars(pack, OHLC))],
    note: [
      '芝加哥期权交易所的市场收益率指数，当日可知；与固定期限收益率定义不同。',
      '芝加哥選擇權交易所的市場殖利率指數，當日可知；與固定期限殖利率定義不同。',
      'Market yield of the newest issue, known the same day; not the constant-maturity yield.',
    ],
  });
}

function jgb(years: number, pack: string): SeriesEntry {
  return entry({
    id: `japan-${years}y`,
    title: [`日本${years}年期国债收益率`, `日本${years}年期公債殖利率`, `Japan ${years}-year yield`],
    assetClass: 'rates',
    unit: 'fraction-per-year',
    calendar: 'tokyo',
    release: MOF_EVENING,
    transform: 'yield',
    sources: [source('mof', `JGB ${years}Y`, 'percent-per-year', { pack })],
    note: [
      '日本财务省当日傍晚公布；时刻取保守值。',
      '日本財務省當日傍晚公布；時刻取保守值。',
      'Posted by the Ministry of Finance in the evening of the day; the hour is a conservative bound.',
    ],
  });
}

const nasdaq = { venue: 'Nasdaq' };

export const RATES: readonly SeriesEntry[] = [
  treasury('us-3m', ['美国3个月国债收益率', '美國3個月公債殖利率', 'US 3-month yield'], 'DGS3MO'),
  treasury('us-2y', ['美国2年期国债收益率', '美國2年期公債殖利率', 'US 2-year yield'], 'DGS2'),
  treasury('us-5y', ['美国5年期国债收益率', '美國5年期公債殖利率', 'US 5-year yield'], 'DGS5'),
  treasury('us-10y', ['美国10年期国债收益率', '美國10年期公債殖利率', 'US 10-year yield'], 'DGS10'),
  treasury('us-30y', ['美国30年期国债收益率', '美國30年期公債殖利率', 'US 30-year yield'], 'DGS30'),
  treasury(
    'us-10y-real',
    ['美国10年期实际收益率', '美國10年期實質殖利率', 'US 10-year real yield'],
    'DFII10',
  ),
  treasury(
    'us-10y-breakeven',
    ['美国10年期盈亏平衡通胀', '美國10年期損益平衡通膨', 'US 10-year breakeven inflation'],
    'T10YIE',
  ),
  treasury(
    'us-5y-breakeven',
    ['美国5年期盈亏平衡通胀', '美國5年期損益平衡通膨', 'US 5-year breakeven inflation'],
    'T5YIE',
  ),
  treasury(
    'us-5y5y-inflation',
    ['美国5年后5年通胀预期', '美國5年後5年通膨預期', 'US 5-year, 5-year forward inflation'],
    'T5YIFR',
  ),
  treasury(
    'us-5y-real',
    ['美国5年期实际收益率', '美國5年期實質殖利率', 'US 5-year real yield'],
    'DFII5',
    false,
  ),
  treasury('us-1y', ['美国1年期国债收益率', '美國1年期公債殖利率', 'US 1-year yield'], 'DGS1', false),
  treasury('us-20y', ['美国20年期国债收益率', '美國20年期公債殖利率', 'US 20-year yield'], 'DGS20', false),
  slope('us-10y-2y', ['美债10年减2年利差', '美債10年減2年利差', 'US 10-year minus 2-year'], 'T10Y2Y'),
  slope('us-10y-3m', ['美债10年减3个月利差', '美債10年減3個月利差', 'US 10-year minus 3-month'], 'T10Y3M'),
  entry({
    id: 'us-10y-term-premium',
    title: ['美国10年期期限溢价', '美國10年期期限溢酬', 'US 10-year term premium (ACM)'],
    assetClass: 'rates',
    unit: 'fraction-per-year',
    calendar: 'us-federal',
    release: TERM_PREMIA,
    transform: 'spread',
    revised: true,
    sources: [source('nyfed', 'ACMTP10', 'percent-per-year', { pack: 'THREEFYTP10' })],
    note: [
      '模型每次重估会改变全部历史；公布时刻取保守值。',
      '模型每次重估會改變全部歷史；公布時刻取保守值。',
      'A model: each estimation changes the whole history; the release is a conservative bound.',
    ],
  }),
  cboeYield(
    'us-13w-market',
    ['美国13周国库券贴现率（市场）', '美國13週國庫券貼現率（市場）', 'US 13-week bill discount rate, market'],
    '^IRX',
    'ohlcv/IRX',
  ),
  cboeYield(
    'us-5y-market',
    ['美国5年期收益率（市场）', '美國5年期殖利率（市場）', 'US 5-year yield, market'],
    '^FVX',
    'ohlcv/FVX',
  ),
  cboeYield(
    'us-10y-market',
    ['美国10年期收益率（市场）', '美國10年期殖利率（市場）', 'US 10-year yield, market'],
    '^TNX',
    'ohlcv/TNX',
  ),
  cboeYield(
    'us-30y-market',
    ['美国30年期收益率（市场）', '美國30年期殖利率（市場）', 'US 30-year yield, market'],
    '^TYX',
    'ohlcv/TYX',
  ),
  jgb(1, 'JGB1Y'),
  jgb(2, 'JGB2Y'),
  jgb(5, 'JGB5Y'),
  jgb(10, 'JGB10Y'),
  jgb(20, 'JGB20Y'),
  jgb(30, 'JGB30Y'),
  jgb(40, 'JGB40Y'),
  listed(
    'TLT',
    ['20年以上美债基金 TLT', '20年以上美債基金 TLT', 'Treasury 20+ years fund TLT'],
    'rates',
    nasdaq,
  ),
  listed('IEF', ['7至10年美债基金 IEF', '7至10年美債基金 IEF', 'Treasury 7–10 years fund IEF'], 'rates', {
    ...nasdaq,
    adjusted: true,
  }),
  listed('SHY', ['1至3年美债基金 SHY', '1至3年美債基金 SHY', 'Treasury 1–3 years fund SHY'], 'rates', {
    ...nasdaq,
    adjusted: true,
  }),
  listed('TIP', ['通胀保值国债基金 TIP', '抗通膨公債基金 TIP', 'TIPS fund TIP'], 'rates'),
  listed('AGG', ['美国综合债基金 AGG', '美國綜合債基金 AGG', 'US aggregate bond fund AGG'], 'rates'),
  listed(
    'TMF',
    ['三倍做多长期美债 TMF', '三倍做多長期美債 TMF', 'Treasury 20+ years three times TMF'],
    'rates',
    { note: LEVERED, adjusted: true },
  ),
  listed('BIL', ['1至3个月国库券基金 BIL', '1至3個月國庫券基金 BIL', 'Treasury bill fund BIL'], 'cash'),
  entry({
    id: 'japan-expected-rate-1y',
    title: [
      '日本一年后的隔夜利率（期货）',
      '日本一年後的隔夜利率（期貨）',
      'Japan overnight rate in a year, from futures',
    ],
    assetClass: 'rates',
    unit: 'fraction-per-year',
    calendar: 'tokyo',
    release: { kind: 'at-close', minutes: 120 },
    transform: 'yield',
    sources: [
      source(
        'jpx',
        'OSE 3-month TONA futures, fifth quarterly contract: 100 less settlement',
        'percent-per-year',
      ),
    ],
  }),
].flat();
