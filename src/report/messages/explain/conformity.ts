import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface ConformityMessages {
  year(p: { year: number; liquidity: Part; same: number; n: number }): Inline;
  yearOfOne(p: { year: number; liquidity: Part; name: string; price: Part; same: boolean }): Inline;
  signals(p: { signals: number; n: number }): Inline;
  lag(weeks: number): string;
  verdict(p: { name: string; signal: boolean; p: Part; r: Part; lag: string; critical: Part }): Inline;
  agreement(p: { name: string; share: Part; years: number; byChance: Part }): Inline;
  readonly meaning: string;
  readonly years: {
    readonly title: string;
    readonly measure: string;
    readonly name: string;
    year(year: number, whole: boolean): string;
    readonly liquidity: string;
    readonly same: string;
    readonly other: string;
  };
  readonly tests: {
    readonly title: string;
    readonly measure: string;
    readonly verdict: string;
    readonly p: string;
    readonly r: string;
    readonly cointegration: string;
    readonly gain: string;
    readonly verdicts: Readonly<Record<'signal' | 'no-signal' | 'too-short', string>>;
    pIs(p: Part): Inline;
  };
  readonly chart: { title(day: string): Inline; readonly measure: string; readonly liquidity: string };
}

const zhHans: ConformityMessages = {
  year: ({ year, liquidity, same, n }) =>
    line`${String(year)}年净流动性变动${liquidity}；${String(n)}种资产中${same === 0 ? '没有一种' : `有${same}种`}与它同向。`,
  yearOfOne: ({ year, liquidity, name, price, same }) =>
    line`${String(year)}年净流动性变动${liquidity}，${name}${price}，方向${same ? '一致' : '相反'}。`,
  signals: ({ signals, n }) =>
    signals === 0
      ? line`按周变化检验，${n === 1 ? '没有跟随流动性的信号' : `${n}种资产都没有跟随流动性的信号`}；“跟随流动性”之说未经证明。`
      : line`按周变化检验，${n === 1 ? '它与流动性有关联的信号' : `${n}种资产中有${signals}种与流动性有关联的信号`}（是关联，不是因果）。`,
  lag: (weeks) => (weeks === 0 ? '同一周' : weeks > 0 ? `流动性领先${weeks}周` : `流动性落后${-weeks}周`),
  verdict: ({ name, signal, p, r, lag, critical }) =>
    line`${name}：${signal ? '有信号' : '无信号'}（联合p值${p}）；二十五个领先滞后相关中最大的为${r}（${lag}），互不相干的两列也有5%的机会超过${critical}。`,
  agreement: ({ name, share, years, byChance }) =>
    line`${String(years)}个整年中，${name}有${share}与流动性同向；互不相干时应为${byChance}。`,
  meaning:
    '检验用变化而不用水平，误差按Newey–West，并对多次检验作了校正；两个各走各的随机游走，二十次里至多一次被判为信号。同向是关联，不是因果。',
  years: {
    title: '各年变动与流动性是否同向',
    measure: '按周三计，上年末最后一个周三至本年末最后一个周三',
    name: '资产',
    year: (year, whole) => (whole ? `${year}` : `${year}至今`),
    liquidity: '净流动性',
    same: '同向',
    other: '反向',
  },
  tests: {
    title: '跟随流动性的检验',
    measure: '周变化；协整与样本外两列括注p值',
    verdict: '结论',
    p: '联合p值',
    r: '最大相关',
    cointegration: '协整统计量',
    gain: '样本外增益',
    verdicts: { signal: '有信号', 'no-signal': '无信号', 'too-short': '数据太短' },
    pIs: (p) => line`p ${p}`,
  },
  chart: {
    title: (day) => line`比特币、黄金、纳指与流动性：至${day}`,
    measure: '近两年各周三，起点为100',
    liquidity: '净流动性',
  },
};

const zhHant: ConformityMessages = {
  year: ({ year, liquidity, same, n }) =>
    line`${String(year)}年淨流動性變動${liquidity}；${String(n)}種資產中${same === 0 ? '沒有一種' : `有${same}種`}與它同向。`,
  yearOfOne: ({ year, liquidity, name, price, same }) =>
    line`${String(year)}年淨流動性變動${liquidity}，${name}${price}，方向${same ? '一致' : '相反'}。`,
  signals: ({ signals, n }) =>
    signals === 0
      ? line`按週變化檢定，${n === 1 ? '沒有跟隨流動性的訊號' : `${n}種資產都沒有跟隨流動性的訊號`}；「跟隨流動性」之說未經證明。`
      : line`按週變化檢定，${n === 1 ? '它與流動性有關聯的訊號' : `${n}種資產中有${signals}種與流動性有關聯的訊號`}（是關聯，不是因果）。`,
  lag: (weeks) => (weeks === 0 ? '同一週' : weeks > 0 ? `流動性領先${weeks}週` : `流動性落後${-weeks}週`),
  verdict: ({ name, signal, p, r, lag, critical }) =>
    line`${name}：${signal ? '有訊號' : '無訊號'}（聯合p值${p}）；二十五個領先落後相關中最大的為${r}（${lag}），互不相干的兩列也有5%的機會超過${critical}。`,
  agreement: ({ name, share, years, byChance }) =>
    line`${String(years)}個整年中，${name}有${share}與流動性同向；互不相干時應為${byChance}。`,
  meaning:
    '檢定用變化而不用水準，誤差按Newey–West，並對多次檢定作了校正；兩個各走各的隨機漫步，二十次裡至多一次被判為訊號。同向是關聯，不是因果。',
  years: {
    title: '各年變動與流動性是否同向',
    measure: '按週三計，上年末最後一個週三至本年末最後一個週三',
    name: '資產',
    year: (year, whole) => (whole ? `${year}` : `${year}至今`),
    liquidity: '淨流動性',
    same: '同向',
    other: '反向',
  },
  tests: {
    title: '跟隨流動性的檢定',
    measure: '週變化；共整合與樣本外兩欄括註p值',
    verdict: '結論',
    p: '聯合p值',
    r: '最大相關',
    cointegration: '共整合統計量',
    gain: '樣本外增益',
    verdicts: { signal: '有訊號', 'no-signal': '無訊號', 'too-short': '資料太短' },
    pIs: (p) => line`p ${p}`,
  },
  chart: {
    title: (day) => line`比特幣、黃金、那指與流動性：至${day}`,
    measure: '近兩年各週三，起點為100',
    liquidity: '淨流動性',
  },
};

const en: ConformityMessages = {
  year: ({ year, liquidity, same, n }) =>
    line`In ${String(year)} net liquidity changed by ${liquidity}; ${same === 0 ? 'none' : String(same)} of ${String(n)} assets moved the same way.`,
  yearOfOne: ({ year, liquidity, name, price, same }) =>
    line`In ${String(year)} net liquidity changed by ${liquidity} and ${name} by ${price}: ${same ? 'the same way' : 'the other way'}.`,
  signals: ({ signals, n }) =>
    signals === 0
      ? line`Weekly changes give no signal ${n === 1 ? 'that the price goes with liquidity' : `that any of the ${n} goes with liquidity`}; the claim is unproven.`
      : line`Weekly changes give a signal ${n === 1 ? 'that the price goes with liquidity' : `for ${signals} of the ${n}`}: an association, not a cause.`,
  lag: (weeks) => {
    if (weeks === 0) return 'in the same week';
    const size = `${Math.abs(weeks)} ${Math.abs(weeks) === 1 ? 'week' : 'weeks'}`;
    return weeks > 0 ? `liquidity ${size} ahead` : `liquidity ${size} behind`;
  },
  verdict: ({ name, signal, p, r, lag, critical }) =>
    line`${name}: ${signal ? 'a signal' : 'no signal'} (joint p ${p}); the largest of 25 lead–lag correlations is ${r}, ${lag}, and two series with nothing in common exceed ${critical} in 5% of cases.`,
  agreement: ({ name, share, years, byChance }) =>
    line`${name} moved with liquidity in ${share} of ${String(years)} whole years; with nothing in common it would be ${byChance}.`,
  meaning:
    'The tests use changes, not levels, Newey–West errors, and a correction for their number: two random walks of their own make a signal in at most one draw of twenty. Moving the same way is an association, not a cause.',
  years: {
    title: 'Years in which price and liquidity moved the same way',
    measure: 'From the last Wednesday of the year before to the last of the year',
    name: 'Asset',
    year: (year, whole) => (whole ? `${year}` : `${year} so far`),
    liquidity: 'Net liquidity',
    same: 'same way',
    other: 'other way',
  },
  tests: {
    title: 'Tests of following liquidity',
    measure: 'Weekly changes; cointegration and out-of-sample gain with their p',
    verdict: 'Verdict',
    p: 'Joint p',
    r: 'Largest correlation',
    cointegration: 'Cointegration',
    gain: 'Out-of-sample gain',
    verdicts: { signal: 'signal', 'no-signal': 'no signal', 'too-short': 'too short' },
    pIs: (p) => line`p ${p}`,
  },
  chart: {
    title: (day) => line`Prices and net liquidity to ${day}`,
    measure: 'Wednesdays of two years, the first is 100',
    liquidity: 'Net liquidity',
  },
};

export const CONFORMITY: Readonly<Record<Language, ConformityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CONFORMITY_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) weeks with a change of both liquidity and (\S+)$/,
    '流动性与$2都有变化的周少于$1个',
    '流動性與$2都有變化的週少於$1個',
  ],
  [
    /^no value of net liquidity or (\S+) at both ends of (\d{4})$/,
    '$2年两端没有净流动性或$1的数值',
    '$2年兩端沒有淨流動性或$1的數值',
  ],
  [
    /^fewer than 30 weeks of (\d{4}) with a change of both liquidity and (\S+)$/,
    '$1年流动性与$2都有变化的周少于30个',
    '$1年流動性與$2都有變化的週少於30個',
  ],
  [
    /^no whole year with both net liquidity and (\S+)$/,
    '没有净流动性与$1都完整的年份',
    '沒有淨流動性與$1都完整的年份',
  ],
  [
    /^fewer than (\d+) weeks with both liquidity and (\S+), or one that does not vary$/,
    '流动性与$2都有的周少于$1个，或其中之一不变动',
    '流動性與$2都有的週少於$1個，或其中之一不變動',
  ],
];
