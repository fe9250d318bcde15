import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { source } from './providers.ts';
import { COT, FINRA } from './releases.ts';

const NOTE: Text = [
  '周二持仓，周五15:30公布；政府停摆期间按实际补发日程。',
  '週二部位，週五15:30公布；政府停擺期間按實際補發日程。',
  'Positions of Tuesday, published on Friday at 15:30; after the shutdowns by the published catch-up schedule.',
];
const NOTE_2013: Text = [
  '周二持仓，周五15:30公布；2018–19与2025–26年停摆按公布的补发日程，2013年取保守值。',
  '週二部位，週五15:30公布；2018–19與2025–26年停擺按公布的補發日程，2013年取保守值。',
  'Positions of Tuesday, published on Friday at 15:30; in the shutdowns of 2018–19 and 2025–26 by the published schedule, in 2013 a conservative bound.',
];

type Market = readonly [key: string, hans: string, hant: string, en: string];

const MARKETS: readonly Market[] = [
  ['gold', '黄金', '黃金', 'gold'],
  ['silver', '白银', '白銀', 'silver'],
  ['copper', '铜', '銅', 'copper'],
  ['bitcoin', '比特币', '比特幣', 'bitcoin'],
  ['crude', '原油', '原油', 'crude oil'],
  ['jpy', '日元', '日圓', 'yen'],
  ['eur', '欧元', '歐元', 'euro'],
  ['usdx', '美元指数', '美元指數', 'dollar index'],
  ['sp500', '标普500', '標普500', 'S&P 500'],
  ['nasdaq', '纳斯达克', '那斯達克', 'Nasdaq'],
  ['russell', '罗素2000', '羅素2000', 'Russell 2000'],
  ['tnote2', '2年期美债', '2年期美債', '2-year Treasury'],
  ['tnote10', '10年期美债', '10年期美債', '10-year Treasury'],
  ['bond30', '长期美债', '長期美債', 'Treasury bond'],
];

const LEGACY: readonly Market[] = [
  ['spec_long', '非商业多头', '非商業多頭', 'non-commercial long'],
  ['spec_short', '非商业空头', '非商業空頭', 'non-commercial short'],
  ['spec_net', '非商业净持仓', '非商業淨部位', 'non-commercial net'],
  ['comm_net', '商业净持仓', '商業淨部位', 'commercial net'],
];

const DISAGGREGATED: readonly Market[] = [
  ['mm_long', '管理基金多头', '管理基金多頭', 'managed money long'],
  ['mm_short', '管理基金空头', '管理基金空頭', 'managed money short'],
  ['open_interest', '未平仓量', '未平倉量', 'open interest'],
];

function contracts(
  id: string,
  title: Text,
  symbol: string,
  packs: readonly string[],
  note: Text,
): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'positioning',
    unit: 'contracts',
    frequency: 'weekly',
    calendar: 'us-federal',
    release: COT,
    transform: 'level',
    sources: packs.map((pack) => source('cftc', symbol, 'contracts', { pack })),
    note,
  });
}

function legacy([market, hans, hant, en]: Market, [kind, kindHans, kindHant, kindEn]: Market): SeriesEntry {
  const pack = `COT_${market}_${kind}`.toUpperCase();
  const packs = pack === 'COT_JPY_SPEC_NET' ? [pack, 'COT_JPY_SPEC_NET_LONG'] : [pack];
  return contracts(
    `cot-${market}-${kind.replace('_', '-')}`,
    [`${hans}期货${kindHans}`, `${hant}期貨${kindHant}`, `CFTC ${en}, ${kindEn}`],
    `legacy futures ${en} ${kindEn}`,
    packs,
    NOTE_2013,
  );
}

function disaggregated(
  [market, hans, hant, en]: Market,
  [kind, kindHans, kindHant, kindEn]: Market,
): SeriesEntry {
  return contracts(
    `cot-${market}-${kind.replace('mm_', 'managed-money-').replace('_', '-')}`,
    [`${hans}期货${kindHans}`, `${hant}期貨${kindHant}`, `CFTC ${en}, ${kindEn}`],
    `disaggregated futures ${en} ${kindEn}`,
    [`COTD_${market}_${kind}`.toUpperCase()],
    NOTE,
  );
}

/** Banks, US and others, long less short, as the monthly report has them. */
function banks([market, hans, hant, en]: Market): SeriesEntry {
  return entry({
    id: `bank-participation-${market}-net`,
    title: [`${hans}期货银行净持仓`, `${hant}期貨銀行淨部位`, `CFTC ${en}, banks net`],
    assetClass: 'positioning',
    unit: 'contracts',
    frequency: 'monthly',
    calendar: 'us-federal',
    release: COT,
    transform: 'level',
    sources: [source('cftc', `Bank Participation Report, futures, ${en}: long − short`, 'contracts')],
    note: [
      '每月首个周二的持仓，当周周五公布。',
      '每月首個週二的部位，當週週五公布。',
      'Positions of the month’s first Tuesday, published on the Friday of that week.',
    ],
  });
}

function margin(
  id: string,
  title: Text,
  symbol: string,
  unit: 'usd-mn' | 'percent',
  pack: string,
): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'positioning',
    unit: unit === 'percent' ? 'fraction' : 'usd',
    frequency: 'monthly',
    calendar: 'us-federal',
    release: FINRA,
    transform: 'level',
    sources: [source('finra', symbol, unit, { pack })],
    note: [
      '次月第三周公布；公布时刻取保守值。',
      '次月第三週公布；公布時刻取保守值。',
      'Published in the third week of the month after; the release is a conservative bound.',
    ],
  });
}

export const POSITIONING: readonly SeriesEntry[] = [
  ...MARKETS.flatMap((market) => LEGACY.map((kind) => legacy(market, kind))),
  ...MARKETS.slice(0, 3).flatMap((market) => DISAGGREGATED.map((kind) => disaggregated(market, kind))),
  ...MARKETS.slice(0, 2).map(banks),
  margin(
    'margin-debt',
    ['美国融资余额', '美國融資餘額', 'US margin debt'],
    'debit balances',
    'usd-mn',
    'FINRA_MARGIN_DEBIT',
  ),
  margin(
    'margin-debt-yoy',
    ['美国融资余额同比', '美國融資餘額年增率', 'US margin debt, year on year'],
    'debit balances y/y',
    'percent',
    'FINRA_MARGIN_YOY',
  ),
];
