import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface RateAnchorMessages {
  yields(p: { day: string; change: Part; from: string; window: Part }): Inline;
  /** Names by what the session did against the sign that the yield implied. */
  checks(p: { agreed: readonly string[]; against: readonly string[]; unclear: readonly string[] }): string;
  one(p: { name: string; duration: Part; implied: Part; actual: Part }): Inline;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly duration: string;
    readonly rSquared: string;
    readonly agreed: string;
    readonly day: string;
    readonly dayActual: string;
    readonly window: string;
    readonly windowActual: string;
  };
}

const zhHans: RateAnchorMessages = {
  yields: ({ day, change, from, window }) =>
    line`${day}，美国10年期收益率变动${change}；${from}以来变动${window}。`,
  checks: ({ agreed, against, unclear }) =>
    [
      ...(agreed.length > 0 ? [`当日符号与久期隐含的一致的是${agreed.join('、')}`] : []),
      ...(against.length > 0 ? [`相反的是${against.join('、')}`] : []),
      ...(unclear.length > 0 ? [`${unclear.join('、')}的久期与零分不开`] : []),
    ]
      .join('；')
      .concat('。'),
  one: ({ name, duration, implied, actual }) =>
    line`${name}的经验久期为${duration}年，窗口内收益率隐含的变动为${implied}，实际为${actual}。`,
  meaning: '久期是过去一年与收益率的关联，不是现金流的久期；一致的频率取自同一样本，旁边是机会水平。',
  table: {
    title: '各类资产对10年期收益率的久期',
    measure: '久期以年计，下为95%区间；隐含变动与实际变动',
    asset: '资产',
    duration: '久期',
    rSquared: 'R²',
    agreed: '符号一致（机会）',
    day: '当日隐含',
    dayActual: '当日实际',
    window: '窗口隐含',
    windowActual: '窗口实际',
  },
};

const zhHant: RateAnchorMessages = {
  yields: ({ day, change, from, window }) =>
    line`${day}，美國10年期殖利率變動${change}；${from}以來變動${window}。`,
  checks: ({ agreed, against, unclear }) =>
    [
      ...(agreed.length > 0 ? [`當日符號與存續期間隱含的一致的是${agreed.join('、')}`] : []),
      ...(against.length > 0 ? [`相反的是${against.join('、')}`] : []),
      ...(unclear.length > 0 ? [`${unclear.join('、')}的存續期間與零分不開`] : []),
    ]
      .join('；')
      .concat('。'),
  one: ({ name, duration, implied, actual }) =>
    line`${name}的經驗存續期間為${duration}年，視窗內殖利率隱含的變動為${implied}，實際為${actual}。`,
  meaning: '存續期間是過去一年與殖利率的關聯，不是現金流的存續期間；一致的頻率取自同一樣本，旁邊是機會水準。',
  table: {
    title: '各類資產對10年期殖利率的存續期間',
    measure: '存續期間以年計，下為95%區間；隱含變動與實際變動',
    asset: '資產',
    duration: '存續期間',
    rSquared: 'R²',
    agreed: '符號一致（機會）',
    day: '當日隱含',
    dayActual: '當日實際',
    window: '視窗隱含',
    windowActual: '視窗實際',
  },
};

/** "a", "a and b", "a, b and c". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const en: RateAnchorMessages = {
  yields: ({ day, change, from, window }) =>
    line`On ${day} the US 10-year yield changed by ${change}; since ${from} by ${window}.`,
  checks: ({ agreed, against, unclear }) =>
    [
      ...(agreed.length > 0 ? [`With the sign that duration implied that day: ${listed(agreed)}.`] : []),
      ...(against.length > 0 ? [`Against it: ${listed(against)}.`] : []),
      ...(unclear.length > 0 ? [`Of a duration that cannot be told from zero: ${listed(unclear)}.`] : []),
    ].join(' '),
  one: ({ name, duration, implied, actual }) =>
    line`${name} had an empirical duration of ${duration} years; over the window the yield implied ${implied}, the move was ${actual}.`,
  meaning:
    'Duration here is the association with the yield over the past year, not that of cash flows; how often the sign agreed is from the same sample, with chance beside it.',
  table: {
    title: 'Duration of asset classes to the 10-year yield',
    measure: 'Years, the 95% band below; implied and actual moves',
    asset: 'Asset',
    duration: 'Duration',
    rSquared: 'R²',
    agreed: 'Sign agreed (chance)',
    day: 'Day, implied',
    dayActual: 'Day, actual',
    window: 'Window, implied',
    windowActual: 'Window, actual',
  },
};

export const RATE_ANCHOR: Readonly<Record<Language, RateAnchorMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const RATE_ANCHOR_WHYS: readonly ExplainWhy[] = [
  [/^the yield is not measured at both ends$/, '收益率在两端没有都测到', '殖利率在兩端沒有都測到'],
  [/^no value at both ends$/, '两端没有都测到', '兩端沒有都測到'],
  [
    /^fewer than (\d+) sessions with the yield and the instrument before the window$/,
    '窗口之前，收益率与该品种都有数值的交易日少于$1',
    '視窗之前，殖利率與該品種都有數值的交易日少於$1',
  ],
];
