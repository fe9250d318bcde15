import type { CalendarId } from '../calendar.ts';
import type { Unit } from '../unit.ts';
import { AT_CLOSE, entry, type Text } from './define.ts';
import type { Frequency, ReleaseRule, SeriesEntry, Transform } from './entry.ts';
import { type ProviderKey, source } from './providers.ts';
import {
  BOJ_ACCOUNTS,
  BOJ_NEXT_MORNING,
  ECB_STATEMENT,
  FED_FUNDS_RATE,
  FREDDIE_MAC,
  H6,
  H8,
  H8_MONTHLY,
  H15_MONTHLY,
  H41,
  monthLag,
  REVERSE_REPO,
  SECURED_RATES,
  STANDING_REPO,
  TREASURY_STATEMENT,
} from './releases.ts';

interface Shape {
  readonly unit: Unit;
  readonly base: Unit;
  readonly frequency: Frequency;
  readonly release: ReleaseRule;
  readonly calendar?: CalendarId;
  readonly transform?: Transform;
  readonly revised?: boolean;
  readonly provider?: ProviderKey;
  readonly listedOnly?: boolean;
  readonly note?: Text;
}

function amount(id: string, title: Text, symbol: string, shape: Shape): SeriesEntry {
  const { unit, base, provider = 'fred', transform = 'level', revised = false, listedOnly, note } = shape;
  return entry({
    id,
    title,
    assetClass: 'liquidity',
    unit: base,
    frequency: shape.frequency,
    calendar: shape.calendar ?? 'us-federal',
    release: shape.release,
    transform,
    revised,
    sources: [source(provider, symbol, unit, listedOnly ? {} : { pack: symbol })],
    note,
  });
}

const H41_NOTE: Text = [
  '美联储H.4.1，周三水平，周四16:30公布。',
  '聯準會H.4.1，週三水準，週四16:30公布。',
  'Fed H.4.1, level of Wednesday, published on Thursday at 16:30.',
];
const H41_AVERAGE: Text = [
  '美联储H.4.1，至周三的一周平均，周四16:30公布。',
  '聯準會H.4.1，至週三的一週平均，週四16:30公布。',
  'Fed H.4.1, average of the week to Wednesday, published on Thursday at 16:30.',
];
const H8_NOTE: Text = [
  '美联储H.8，经季节调整，九天后的周五16:15公布，此后每周修订。',
  '聯準會H.8，經季節調整，九天後的週五16:15公布，此後每週修訂。',
  'Fed H.8, seasonally adjusted, on the Friday nine days after, revised every week.',
];
const POLICY_NOTE: Text = [
  '利率在生效前已公布；此处以当日结束（UTC）为准，是保守值。',
  '利率在生效前已公布；此處以當日結束（UTC）為準，是保守值。',
  'Announced before it takes effect; taken as known at the end of its UTC day, a conservative bound.',
];

const millions: Shape = { unit: 'usd-mn', base: 'usd', frequency: 'weekly', release: H41, note: H41_NOTE };
const billions: Shape = { ...millions, unit: 'usd-bn' };
const bank: Shape = { ...billions, release: H8, revised: true, note: H8_NOTE };
const rate: Shape = {
  unit: 'percent-per-year',
  base: 'fraction-per-year',
  frequency: 'daily',
  release: SECURED_RATES,
  transform: 'yield',
  provider: 'nyfed',
};
const policy: Shape = { ...rate, release: AT_CLOSE, calendar: 'utc', provider: 'fed', note: POLICY_NOTE };

export const LIQUIDITY: readonly SeriesEntry[] = [
  amount('fed-assets', ['美联储总资产', '聯準會總資產', 'Fed total assets'], 'WALCL', millions),
  amount(
    'fed-treasuries',
    ['美联储持有的美债', '聯準會持有的美債', 'Treasuries held by the Fed'],
    'TREAST',
    millions,
  ),
  amount(
    'fed-bills',
    ['美联储持有的国库券', '聯準會持有的國庫券', 'Treasury bills held by the Fed'],
    'WSHOBL',
    { ...millions, listedOnly: true },
  ),
  amount(
    'fed-mbs',
    [
      '美联储持有的抵押贷款支持证券',
      '聯準會持有的房貸擔保證券',
      'Mortgage-backed securities held by the Fed',
    ],
    'WSHOMCB',
    millions,
  ),
  amount('fed-reserves', ['准备金余额', '準備金餘額', 'Reserve balances'], 'WRESBAL', {
    ...millions,
    note: H41_AVERAGE,
  }),
  amount(
    'tga',
    ['财政部一般账户（周三）', '財政部一般帳戶（週三）', 'Treasury General Account, Wednesday'],
    'WDTGAL',
    millions,
  ),
  amount(
    'tga-week-average',
    ['财政部一般账户（周均）', '財政部一般帳戶（週均）', 'Treasury General Account, week average'],
    'WTREGEN',
    { ...millions, note: H41_AVERAGE },
  ),
  amount(
    'tga-daily',
    ['财政部一般账户（每日）', '財政部一般帳戶（每日）', 'Treasury General Account, daily'],
    'TGA_DTS',
    {
      ...billions,
      frequency: 'daily',
      release: TREASURY_STATEMENT,
      provider: 'treasury',
      note: [
        '财政部日报，次一营业日16:00公布。',
        '財政部日報，次一營業日16:00公布。',
        'Daily Treasury Statement, published the next business day at 16:00.',
      ],
    },
  ),
  amount('fed-rrp', ['隔夜逆回购', '隔夜逆回購', 'Overnight reverse repo'], 'RRPONTSYD', {
    ...billions,
    frequency: 'daily',
    release: REVERSE_REPO,
    provider: 'nyfed',
    note: [
      '操作日13:30前公布；2013年前并非每日操作。',
      '操作日13:30前公布；2013年前並非每日操作。',
      'Published by 13:30 of the day; before 2013 there was no operation on most days.',
    ],
  }),
  amount(
    'fed-srf',
    ['美联储回购（常备回购便利）', '聯準會附買回（常備附買回機制）', 'Fed repo accepted (standing facility)'],
    'SRF_ACCEPTED',
    {
      ...billions,
      frequency: 'daily',
      release: STANDING_REPO,
      provider: 'nyfed',
      note: ['时刻取保守值。', '時刻取保守值。', 'The hour is a conservative bound.'],
    },
  ),
  amount(
    'fed-primary-credit',
    ['贴现窗口一级信贷', '貼現窗口主要融通', 'Discount window, primary credit'],
    'H41_PRIMARY_CREDIT',
    { ...billions, provider: 'fed' },
  ),
  amount(
    'fed-swap-lines',
    ['央行流动性互换', '央行流動性換匯', 'Central-bank liquidity swaps'],
    'H41_CB_SWAPS',
    { ...billions, provider: 'fed' },
  ),
  amount(
    'gse-mortgage-portfolio',
    [
      '房利美与房地美自持抵押贷款组合',
      '房利美與房地美自持房貸組合',
      'Retained mortgage portfolio of Fannie Mae and Freddie Mac',
    ],
    'Monthly Summary, retained mortgage portfolio + Monthly Volume Summary, mortgage-related investments portfolio',
    {
      unit: 'usd-mn',
      base: 'usd',
      frequency: 'monthly',
      release: monthLag(30, '17:00'),
      provider: 'gse',
      listedOnly: true,
      note: [
        '两家机构月报之和，次月下旬公布；时刻取保守值。',
        '兩家機構月報之和，次月下旬公布；時刻取保守值。',
        'Sum of the monthly reports of both, in the last third of the next month; the release is a conservative bound.',
      ],
    },
  ),
  amount(
    'fed-foreign-rrp',
    ['外国官方逆回购', '外國官方逆回購', 'Foreign official reverse repo'],
    'H41_FOREIGN_RRP',
    { ...billions, provider: 'fed' },
  ),
  amount('bank-credit', ['美国银行信贷', '美國銀行信貸', 'US bank credit'], 'TOTBKCR', bank),
  amount(
    'bank-assets',
    ['美国商业银行总资产', '美國商業銀行總資產', 'US commercial bank assets'],
    'TLAACBW027SBOG',
    { ...bank, listedOnly: true },
  ),
  amount(
    'bank-loans',
    ['美国银行贷款与租赁', '美國銀行放款與租賃', 'US bank loans and leases'],
    'TOTLL',
    bank,
  ),
  amount(
    'bank-deposits',
    ['美国商业银行存款', '美國商業銀行存款', 'US bank deposits'],
    'DPSACBW027SBOG',
    bank,
  ),
  amount(
    'bank-other-deposits',
    ['美国商业银行其他存款', '美國商業銀行其他存款', 'US bank other deposits'],
    'ODSACBW027SBOG',
    { ...bank, listedOnly: true },
  ),
  amount(
    'bank-ci-loans',
    ['工商业贷款（月）', '工商業放款（月）', 'Commercial and industrial loans, monthly'],
    'BUSLOANS',
    { ...bank, frequency: 'monthly', release: H8_MONTHLY },
  ),
  amount('m2', ['美国M2', '美國M2', 'US M2'], 'M2SL', {
    ...billions,
    frequency: 'monthly',
    release: H6,
    revised: true,
    note: [
      '美联储H.6，次月第四个周二13:00公布；2021年前更早，故为保守值。',
      '聯準會H.6，次月第四個週二13:00公布；2021年前更早，故為保守值。',
      'Fed H.6, the fourth Tuesday of the next month; before 2021 it came earlier, so this is a conservative bound.',
    ],
  }),
  amount('m2-velocity', ['美国M2流通速度', '美國M2流通速度', 'Velocity of US M2'], 'M2V', {
    unit: 'ratio',
    base: 'ratio',
    frequency: 'quarterly',
    release: { ...monthLag(32, '17:00'), months: 3 } as ReleaseRule,
    revised: true,
    listedOnly: true,
  }),
  amount('ecb-assets', ['欧洲央行总资产', '歐洲央行總資產', 'ECB total assets'], 'ECBASSETSW', {
    unit: 'eur-mn',
    base: 'eur',
    frequency: 'weekly',
    release: ECB_STATEMENT,
    calendar: 'target',
    note: [
      '周五水平，次周二15:00（法兰克福）公布。',
      '週五水準，次週二15:00（法蘭克福）公布。',
      'Level of Friday, published on the Tuesday after at 15:00 Frankfurt.',
    ],
  }),
  amount('boj-assets', ['日本央行总资产', '日本央行總資產', 'Bank of Japan total assets'], 'JPNASSETS', {
    unit: 'jpy-100mn',
    base: 'jpy',
    frequency: 'monthly',
    release: BOJ_ACCOUNTS,
    calendar: 'tokyo',
    provider: 'boj',
    note: [
      '次月十日前公布，时刻取保守值。',
      '次月十日前公布，時刻取保守值。',
      'Published within ten days after the month; a conservative bound.',
    ],
  }),
  amount('sofr', ['有担保隔夜融资利率', '有擔保隔夜融資利率', 'SOFR'], 'SOFR', rate),
  amount('sofr-99', ['SOFR第99百分位', 'SOFR第99百分位數', 'SOFR, 99th percentile'], 'SOFR99', rate),
  amount('sofr-volume', ['SOFR成交额', 'SOFR成交額', 'SOFR volume'], 'SOFRVOL', {
    ...rate,
    unit: 'usd-bn',
    base: 'usd',
    transform: 'flow',
  }),
  amount(
    'tgcr',
    ['三方一般抵押品利率', '三方一般擔保品利率', 'Tri-party general collateral rate'],
    'TGCRRATE',
    rate,
  ),
  amount('effr', ['有效联邦基金利率', '有效聯邦資金利率', 'Effective federal funds rate'], 'EFFR', {
    ...rate,
    release: FED_FUNDS_RATE,
  }),
  amount(
    'fed-funds',
    ['联邦基金利率（含周末）', '聯邦資金利率（含週末）', 'Federal funds rate, every day'],
    'DFF',
    { ...rate, release: FED_FUNDS_RATE, calendar: 'utc' },
  ),
  amount(
    'fed-funds-monthly',
    ['联邦基金利率（月）', '聯邦資金利率（月）', 'Federal funds rate, monthly'],
    'FEDFUNDS',
    { ...rate, frequency: 'monthly', release: H15_MONTHLY, provider: 'fed' },
  ),
  amount('iorb', ['准备金余额利率', '準備金餘額利率', 'Interest on reserve balances'], 'IORB', policy),
  amount(
    'fed-target-upper',
    ['联邦基金目标上限', '聯邦資金目標上限', 'Fed funds target, upper bound'],
    'DFEDTARU',
    policy,
  ),
  amount(
    'fed-target-lower',
    ['联邦基金目标下限', '聯邦資金目標下限', 'Fed funds target, lower bound'],
    'DFEDTARL',
    policy,
  ),
  amount('ecb-deposit-rate', ['欧洲央行存款利率', '歐洲央行存款利率', 'ECB deposit rate'], 'ECBDFR', policy),
  amount(
    'boj-policy-rate',
    ['日本央行政策利率', '日本央行政策利率', 'Bank of Japan policy rate'],
    'BOJ_POLICY_RATE',
    { ...policy, frequency: 'irregular', provider: 'bis' },
  ),
  amount('boe-bank-rate', ['英国央行利率', '英國央行利率', 'Bank of England Bank Rate'], 'IUDBEDR', {
    ...policy,
    calendar: 'london',
    provider: 'boe',
    listedOnly: true,
  }),
  amount(
    'japan-call-rate',
    ['日本无担保隔夜拆借利率', '日本無擔保隔夜拆款利率', 'Japan overnight call rate'],
    'BOJ_CALL_RATE',
    { ...rate, release: BOJ_NEXT_MORNING, calendar: 'tokyo', provider: 'boj' },
  ),
  amount(
    'fed-expected-rate',
    ['市场预期的下次会议利率', '市場預期的下次會議利率', 'Rate expected for the next Fed meeting'],
    'CME_EXPECTED_RATE',
    {
      ...rate,
      release: AT_CLOSE,
      calendar: 'cme',
      provider: 'cme',
      note: [
        '芝商所FedWatch；每次会议后换到下一次。',
        '芝商所FedWatch；每次會議後換到下一次。',
        'CME FedWatch; it rolls to the next meeting at each meeting.',
      ],
    },
  ),
  amount(
    'us-mortgage-30y',
    ['美国30年期房贷利率', '美國30年期房貸利率', 'US 30-year mortgage rate'],
    'MORTGAGE30US',
    { ...rate, frequency: 'weekly', release: FREDDIE_MAC, provider: 'fred-restricted', listedOnly: true },
  ),
];
