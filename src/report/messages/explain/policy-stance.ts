import type { Language } from '../../../data/series/entry.ts';
import type { CUT_SOURCES } from '../../../diagnosis/explain/drivers/policy/policy-stance.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface PolicyStanceMessages {
  cuts(p: { source: (typeof CUT_SOURCES)[number]; day: string; change: Part }): Inline;
  sheet(p: { assumed: boolean; day: string; pace: Part; equivalent: Part; range: string }): Inline;
  net(p: { net: Part; range: string; eases: boolean }): Inline;
  liquidity(share: Part): Inline;
  offset(p: { usd: Part; low: string; high: string }): Inline;
  readonly caution: string;
  readonly slider: string;
  readonly table: {
    title: string;
    measure: string;
    pace: string;
    equivalent: string;
    net: string;
    liquidity: string;
    now: string;
    caps: string;
  };
}

const zhHans: PolicyStanceMessages = {
  cuts: ({ source, day, change }) =>
    ({
      assumed: line`假设政策利率一年内变动${change}。`,
      futures: line`联邦基金期货（${day}）预期政策利率一年内变动${change}。`,
      'two-year': line`两年期收益率减联邦基金利率（${day}，代用，含期限溢价）为${change}，即市场对两年平均利率的预期。`,
    })[source],
  sheet: ({ assumed, day, pace, equivalent, range }) =>
    line`${assumed ? '假设' : `截至${day}的13周里`}美联储资产每月${pace}，一年下来相当于政策利率${equivalent}（${range}）。`,
  net: ({ net, range, eases }) => line`两者相抵为${net}（${range}），净效应${eases ? '偏松' : '不偏松'}。`,
  liquidity: (share) => line`若财政部账户与逆回购不变，净流动性一年变动${share}。`,
  offset: ({ usd, low, high }) => line`抵消一次25个基点的降息，需缩表${usd}（${low}至${high}）。`,
  caution:
    '换算系数出自模型：缩表2.5万亿美元约合加息50个基点略多，另有研究为每2.2万亿29至74个基点；多年里相当，不等于一周里相当。',
  slider: '可自设：--assume fed=-60,cuts=50（每月十亿美元与基点）。',
  table: {
    title: '不同缩表速度下的净立场',
    measure: '利率路径不变；一年',
    pace: '每月资产变动',
    equivalent: '相当于',
    net: '净立场',
    liquidity: '净流动性',
    now: '现在',
    caps: '以往计划的上限',
  },
};

const zhHant: PolicyStanceMessages = {
  cuts: ({ source, day, change }) =>
    ({
      assumed: line`假設政策利率一年內變動${change}。`,
      futures: line`聯邦資金期貨（${day}）預期政策利率一年內變動${change}。`,
      'two-year': line`兩年期殖利率減聯邦資金利率（${day}，代用，含期限溢酬）為${change}，即市場對兩年平均利率的預期。`,
    })[source],
  sheet: ({ assumed, day, pace, equivalent, range }) =>
    line`${assumed ? '假設' : `截至${day}的13週裡`}聯準會資產每月${pace}，一年下來相當於政策利率${equivalent}（${range}）。`,
  net: ({ net, range, eases }) => line`兩者相抵為${net}（${range}），淨效應${eases ? '偏鬆' : '不偏鬆'}。`,
  liquidity: (share) => line`若財政部帳戶與逆回購不變，淨流動性一年變動${share}。`,
  offset: ({ usd, low, high }) => line`抵銷一次25個基點的降息，需縮表${usd}（${low}至${high}）。`,
  caution:
    '換算係數出自模型：縮表2.5兆美元約合升息50個基點略多，另有研究為每2.2兆29至74個基點；多年裡相當，不等於一週裡相當。',
  slider: '可自設：--assume fed=-60,cuts=50（每月十億美元與基點）。',
  table: {
    title: '不同縮表速度下的淨立場',
    measure: '利率路徑不變；一年',
    pace: '每月資產變動',
    equivalent: '相當於',
    net: '淨立場',
    liquidity: '淨流動性',
    now: '現在',
    caps: '以往計畫的上限',
  },
};

const en: PolicyStanceMessages = {
  cuts: ({ source, day, change }) =>
    ({
      assumed: line`Assumed is a change of the policy rate by ${change} within a year.`,
      futures: line`Federal funds futures of ${day} expect the policy rate to change by ${change} within a year.`,
      'two-year': line`The 2-year yield less the federal funds rate of ${day}, which stands in for the average rate expected over two years and holds a term premium, is ${change}.`,
    })[source],
  sheet: ({ assumed, day, pace, equivalent, range }) =>
    line`${assumed ? 'Assumed is a change of the Federal Reserve’s assets by' : `Over the 13 weeks to ${day} the Federal Reserve’s assets changed by`} ${pace} a month, which over a year stands for ${equivalent} of the policy rate (${range}).`,
  net: ({ net, range, eases }) =>
    line`On balance that is ${net} (${range}): policy ${eases ? 'eases' : 'does not ease'}.`,
  liquidity: (share) =>
    line`With the Treasury’s account and the reverse repo unchanged, net liquidity changes by ${share} in a year.`,
  offset: ({ usd, low, high }) => line`A run-off of ${usd} (${low} to ${high}) offsets one cut of 25 bp.`,
  caution:
    'The rate of exchange is of models: a run-off of $2.5 trillion is a little more than 50 bp, by others 29 to 74 bp for $2.2 trillion. Alike over years is not alike within a week.',
  slider: 'To suppose something else: --assume fed=-60,cuts=50 (billions of dollars a month, basis points).',
  table: {
    title: 'Net stance by pace of the run-off',
    measure: 'Same path of the rate; over a year',
    pace: 'Assets a month',
    equivalent: 'Stands for',
    net: 'Net stance',
    liquidity: 'Net liquidity',
    now: 'Now',
    caps: 'Caps of past plans',
  },
};

export const POLICY_STANCE: Readonly<Record<Language, PolicyStanceMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POLICY_STANCE_WHYS: readonly ExplainWhy[] = [
  [
    /^neither futures nor a 2-year yield with the federal funds rate$/,
    '既无期货，也无两年期收益率与联邦基金利率',
    '既無期貨，也無兩年期殖利率與聯邦資金利率',
  ],
  [/^too few weeks of the balance sheet$/, '资产负债表的周数不足', '資產負債表的週數不足'],
  [
    /^no expected change of the rate, or no pace$/,
    '没有预期的利率变动，或没有资产变动的速度',
    '沒有預期的利率變動，或沒有資產變動的速度',
  ],
  [
    /^no net liquidity, or no pace$/,
    '没有净流动性，或没有资产变动的速度',
    '沒有淨流動性，或沒有資產變動的速度',
  ],
];
