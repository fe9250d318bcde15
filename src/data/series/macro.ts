import type { Unit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import { elsewhere } from './elsewhere.ts';
import type { Frequency, ReleaseRule, SeriesEntry } from './entry.ts';
import {
  CPI,
  EMPLOYMENT,
  GDP,
  HOUSING,
  INDUSTRIAL_PRODUCTION,
  JOLTS,
  MICHIGAN,
  PERSONAL_OUTLAYS,
  RETAIL_SALES,
  UNEMPLOYMENT,
} from './macro-releases.ts';
import { type ProviderKey, source } from './providers.ts';
import { CLAIMS, CONTINUED_CLAIMS, ISM, monthLag } from './releases.ts';

interface Shape {
  readonly unit: Unit;
  readonly base: Unit;
  readonly release: ReleaseRule;
  readonly frequency?: Frequency;
  readonly provider?: ProviderKey;
  readonly pack?: string;
  readonly revised?: boolean;
  readonly note?: Text;
}

function statistic(id: string, title: Text, symbol: string, shape: Shape): SeriesEntry {
  const { unit, base, release, frequency = 'monthly', provider = 'fred', revised = true, note } = shape;
  return entry({
    id,
    title,
    assetClass: 'macro',
    unit: base,
    frequency,
    calendar: 'us-federal',
    release,
    transform: base === 'fraction-per-year' || base === 'fraction' ? 'yield' : 'level',
    revised,
    sources: [source(provider, symbol, unit, { pack: shape.pack ?? symbol })],
    note,
  });
}

const SCHEDULE_SINCE: Text = [
  '2020年起用实际公布日，此前取最晚公布日为保守值。2025年10月因政府停摆没有数值。',
  '2020年起用實際公布日，此前取最晚公布日為保守值。2025年10月因政府停擺沒有數值。',
  'Release days are actual since 2020, before that the latest day on which it ever came. October 2025 does not exist: the government was shut.',
];
const CONSERVATIVE: Text = [
  '停摆期间用实际公布日，其余取保守值。',
  '停擺期間用實際公布日，其餘取保守值。',
  'Release days of the shutdowns are actual, all others a conservative bound.',
];
const CLAIMS_NOTE: Text = [
  '至周六的一周，周四08:30公布；2025年9月25日至11月20日之间没有公布。',
  '至週六的一週，週四08:30公布；2025年9月25日至11月20日之間沒有公布。',
  'Week to Saturday, published on Thursday at 08:30; nothing was published between 25 September and 20 November 2025.',
];

const claims: Shape = {
  unit: 'persons',
  base: 'persons',
  release: CLAIMS,
  frequency: 'weekly',
  note: CLAIMS_NOTE,
};
const prices: Shape = { unit: 'index', base: 'index', release: CPI, note: SCHEDULE_SINCE };

export const MACRO: readonly SeriesEntry[] = [
  statistic('payrolls', ['美国非农就业', '美國非農就業', 'US nonfarm payrolls'], 'PAYEMS', {
    unit: 'persons-k',
    base: 'persons',
    release: EMPLOYMENT,
  }),
  statistic('unemployment-rate', ['美国失业率', '美國失業率', 'US unemployment rate'], 'UNRATE', {
    unit: 'percent',
    base: 'fraction',
    release: UNEMPLOYMENT,
    note: [
      '2025年10月因政府停摆没有数值。',
      '2025年10月因政府停擺沒有數值。',
      'October 2025 does not exist: the government was shut.',
    ],
  }),
  statistic('job-openings', ['美国职位空缺', '美國職缺數', 'US job openings (JOLTS)'], 'JTSJOL', {
    unit: 'persons-k',
    base: 'persons',
    release: JOLTS,
    note: CONSERVATIVE,
  }),
  elsewhere(
    'adp-employment',
    ['美国ADP私营就业', '美國ADP民間就業', 'US private employment (ADP)'],
    'fred-restricted',
    'ADPMNUSNERSA',
    { unit: 'persons', release: monthLag(9, '08:15') },
  ),
  elsewhere(
    'challenger-job-cuts',
    ['美国挑战者裁员人数', '美國挑戰者裁員人數', 'US announced job cuts (Challenger)'],
    'challenger',
    'announced job cuts',
    { unit: 'persons', release: monthLag(9, '07:30'), revised: false },
  ),
  elsewhere(
    'participation-rate',
    ['美国劳动参与率', '美國勞動參與率', 'US labour force participation rate'],
    'fred',
    'CIVPART',
    { unit: 'percent', release: UNEMPLOYMENT, transform: 'yield' },
  ),
  statistic('initial-claims', ['美国初请失业金', '美國初領失業金', 'US initial claims'], 'ICSA', claims),
  statistic('continued-claims', ['美国续请失业金', '美國續領失業金', 'US continued claims'], 'CCSA', {
    ...claims,
    release: CONTINUED_CLAIMS,
  }),
  statistic(
    'cpi',
    ['美国消费者物价指数', '美國消費者物價指數', 'US consumer price index'],
    'CPIAUCSL',
    prices,
  ),
  statistic(
    'cpi-core',
    ['美国核心消费者物价指数', '美國核心消費者物價指數', 'US core consumer price index'],
    'CPILFESL',
    prices,
  ),
  statistic(
    'pce-core',
    ['美国核心个人消费支出物价指数', '美國核心個人消費支出物價指數', 'US core PCE price index'],
    'PCEPILFE',
    { unit: 'index', base: 'index', release: PERSONAL_OUTLAYS, note: CONSERVATIVE },
  ),
  statistic('retail-sales', ['美国零售销售', '美國零售銷售', 'US retail sales'], 'RSAFS', {
    unit: 'usd-mn',
    base: 'usd',
    release: RETAIL_SALES,
    note: CONSERVATIVE,
  }),
  statistic('industrial-production', ['美国工业生产', '美國工業生產', 'US industrial production'], 'INDPRO', {
    unit: 'index',
    base: 'index',
    release: INDUSTRIAL_PRODUCTION,
    note: CONSERVATIVE,
  }),
  statistic(
    'consumer-sentiment',
    ['密歇根消费者信心', '密西根消費者信心', 'Michigan consumer sentiment'],
    'UMCSENT',
    {
      unit: 'index',
      base: 'index',
      release: MICHIGAN,
      provider: 'fred-restricted',
      note: [
        '终值在当月公布；以月末为保守值。',
        '終值在當月公布；以月底為保守值。',
        'The final value comes within its month; the end of the month is a conservative bound.',
      ],
    },
  ),
  statistic('gdp', ['美国名义GDP（年率）', '美國名目GDP（年率）', 'US nominal GDP, annual rate'], 'GDP', {
    unit: 'usd-bn',
    base: 'usd',
    release: GDP,
    frequency: 'quarterly',
    note: CONSERVATIVE,
  }),
  statistic('gdp-real', ['美国实际GDP（年率）', '美國實質GDP（年率）', 'US real GDP, annual rate'], 'GDPC1', {
    unit: 'usd-2017-bn',
    base: 'usd-2017',
    release: GDP,
    frequency: 'quarterly',
    note: CONSERVATIVE,
  }),
  statistic(
    'building-permits',
    ['美国建筑许可（年率）', '美國建築許可（年率）', 'US building permits, annual rate'],
    'PERMIT',
    { unit: 'housing-units-k', base: 'housing-units', release: HOUSING, note: CONSERVATIVE },
  ),
  statistic('ism-manufacturing', ['ISM制造业指数', 'ISM製造業指數', 'ISM manufacturing PMI'], 'ISM PMI', {
    unit: 'index',
    base: 'index',
    release: ISM,
    provider: 'ism',
    pack: 'ISM_MFG_PMI',
  }),
];
