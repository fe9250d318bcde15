import { entry, type Text } from './define.ts';
import type { Frequency, ReleaseRule, SeriesEntry } from './entry.ts';
import { source } from './providers.ts';
import { KCFSI, NFCI, OFR, STLFSI } from './releases.ts';

const REESTIMATED: Text = [
  '每次公布都会重估整条历史：首次公布值须取自当时版本。',
  '每次公布都會重估整條歷史：首次公布值須取自當時版本。',
  'Every release re-estimates the whole history: a first print must come from its vintage.',
];

function index(
  id: string,
  title: Text,
  symbol: string,
  frequency: Frequency,
  release: ReleaseRule,
): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'stress',
    unit: 'index',
    frequency,
    calendar: frequency === 'daily' ? 'fx' : 'us-federal',
    release,
    transform: 'level',
    revised: true,
    sources: [source(symbol.startsWith('OFR') ? 'ofr' : 'fred', symbol, 'index', { pack: symbol })],
    note: REESTIMATED,
  });
}

const ofr = (id: string, title: Text, symbol: string): SeriesEntry => index(id, title, symbol, 'daily', OFR);

export const STRESS: readonly SeriesEntry[] = [
  ofr('ofr-fsi', ['OFR金融压力指数', 'OFR金融壓力指數', 'OFR Financial Stress Index'], 'OFRFSI'),
  ofr('ofr-fsi-credit', ['OFR压力：信用', 'OFR壓力：信用', 'OFR stress: credit'], 'OFRFSI_CREDIT'),
  ofr(
    'ofr-fsi-equity',
    ['OFR压力：股票估值', 'OFR壓力：股票評價', 'OFR stress: equity valuation'],
    'OFRFSI_EQUITY',
  ),
  ofr('ofr-fsi-safe', ['OFR压力：避险资产', 'OFR壓力：避險資產', 'OFR stress: safe assets'], 'OFRFSI_SAFE'),
  ofr('ofr-fsi-funding', ['OFR压力：融资', 'OFR壓力：融資', 'OFR stress: funding'], 'OFRFSI_FUNDING'),
  ofr('ofr-fsi-volatility', ['OFR压力：波动率', 'OFR壓力：波動率', 'OFR stress: volatility'], 'OFRFSI_VOL'),
  ofr('ofr-fsi-us', ['OFR压力：美国', 'OFR壓力：美國', 'OFR stress: United States'], 'OFRFSI_US'),
  ofr(
    'ofr-fsi-advanced',
    ['OFR压力：其他发达经济体', 'OFR壓力：其他已開發經濟體', 'OFR stress: other advanced economies'],
    'OFRFSI_ADV',
  ),
  ofr(
    'ofr-fsi-emerging',
    ['OFR压力：新兴市场', 'OFR壓力：新興市場', 'OFR stress: emerging markets'],
    'OFRFSI_EM',
  ),
  index(
    'nfci',
    ['芝加哥联储金融状况指数', '芝加哥聯準銀行金融狀況指數', 'Chicago Fed NFCI'],
    'NFCI',
    'weekly',
    NFCI,
  ),
  index(
    'nfci-adjusted',
    ['调整后金融状况指数', '調整後金融狀況指數', 'Chicago Fed adjusted NFCI'],
    'ANFCI',
    'weekly',
    NFCI,
  ),
  index('nfci-risk', ['金融状况：风险', '金融狀況：風險', 'NFCI: risk'], 'NFCIRISK', 'weekly', NFCI),
  index('nfci-credit', ['金融状况：信贷', '金融狀況：信貸', 'NFCI: credit'], 'NFCICREDIT', 'weekly', NFCI),
  index(
    'nfci-leverage',
    ['金融状况：杠杆', '金融狀況：槓桿', 'NFCI: leverage'],
    'NFCILEVERAGE',
    'weekly',
    NFCI,
  ),
  index(
    'stlfsi',
    ['圣路易斯联储金融压力指数', '聖路易聯準銀行金融壓力指數', 'St. Louis Fed Financial Stress Index'],
    'STLFSI4',
    'weekly',
    STLFSI,
  ),
  index(
    'kcfsi',
    ['堪萨斯城联储金融压力指数', '堪薩斯城聯準銀行金融壓力指數', 'Kansas City Fed Financial Stress Index'],
    'KCFSI',
    'monthly',
    KCFSI,
  ),
];
