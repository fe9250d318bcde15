import type { Language } from '../../../data/series/entry.ts';
import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Pillar = 'fed' | 'banks' | 'mortgage';

interface ProjectionMessages {
  base(p: { weeks: number; target: string; change: Part; fed: Part; banks: Part }): Inline;
  band(p: { range: Part; low: Part; high: Part }): Inline;
  /** The path of the reader's own paces. */
  readonly asked: {
    line(p: { target: string; change: Part; parts: readonly Inline[] }): Inline;
    readonly part: Readonly<Record<Pillar, (amount: Part) => Inline>>;
  };
  score(p: { weeks: number; n: number; error: Part; unchanged: Part; better: boolean; skill: Part }): Inline;
  settle(p: { target: string; settled: string }): Inline;
  mortgage(p: { base: Part; high: Part }): Inline;
  readonly meaning: string;
  readonly pillars: Readonly<Record<Pillar, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly row: string;
    readonly low: string;
    readonly base: string;
    readonly high: string;
    readonly asked: string;
    readonly band: string;
    weeks(n: number): string;
  };
  readonly chart: {
    title(p: { target: string }): Inline;
    readonly measure: string;
    readonly actual: string;
  };
}

const zhHans: ProjectionMessages = {
  base: ({ weeks, target, change, fed, banks }) =>
    line`若各支柱维持近十三周的速度，净流动性加银行信贷到${target}（${String(weeks)}周后）变动${change}：美联储资产${fed}，银行信贷${banks}；未经证明。`,
  band: ({ range, low, high }) =>
    line`按同一规则过去的误差，八成区间为${range}；支柱取低、取高时为${low}与${high}。`,
  asked: {
    line: ({ target, change, parts }) =>
      line`按您设定的速度，到${target}变动${change}：${joined(parts, '，')}；是设定，不是预测，未经证明。`,
    part: {
      fed: (amount) => line`美联储资产${amount}`,
      banks: (amount) => line`银行信贷${amount}`,
      mortgage: (amount) => line`两房购债${amount}（此处按外来资金计入）`,
    },
  },
  score: ({ weeks, n, error, unchanged, better, skill }) =>
    line`过去${String(n)}次${String(weeks)}周推算的平均误差为${error}，假设不变的为${unchanged}，${better ? '比不变好' : '比不变差'}（${skill}）。`,
  settle: ({ target, settled }) =>
    line`评分规则：${settled}公布${target}当周的银行信贷后，以实际变化与推算值之差计。`,
  mortgage: ({ base, high }) =>
    line`第三根支柱是两房购买抵押贷款支持证券的指令：分十二个月为每月${base}，分六个月为${high}；用的是自有现金，不计入合计，属假设。`,
  meaning: '推算只是把速度延长，财政部账户与逆回购按现水平不变；账户的起落常比支柱大。',
  pillars: { fed: '美联储（每月）', banks: '银行信贷（每月）', mortgage: '两房（每月，不计入）' },
  table: {
    title: '三根支柱与推算',
    measure: '亿美元；低、高取三年内速度的一成与九成分位',
    row: '支柱或期限',
    low: '低',
    base: '基准',
    high: '高',
    asked: '按设定',
    band: '八成区间',
    weeks: (n) => `${n}周后`,
  },
  chart: {
    title: ({ target }) => line`净流动性加银行信贷：推算至${target}`,
    measure: '亿美元，近一年各周三与其后二十六周的低、基准、高',
    actual: '实际',
  },
};

const zhHant: ProjectionMessages = {
  base: ({ weeks, target, change, fed, banks }) =>
    line`若各支柱維持近十三週的速度，淨流動性加銀行信貸到${target}（${String(weeks)}週後）變動${change}：聯準會資產${fed}，銀行信貸${banks}；未經證明。`,
  band: ({ range, low, high }) =>
    line`按同一規則過去的誤差，八成區間為${range}；支柱取低、取高時為${low}與${high}。`,
  asked: {
    line: ({ target, change, parts }) =>
      line`按您設定的速度，到${target}變動${change}：${joined(parts, '，')}；是設定，不是預測，未經證明。`,
    part: {
      fed: (amount) => line`聯準會資產${amount}`,
      banks: (amount) => line`銀行信貸${amount}`,
      mortgage: (amount) => line`兩房購債${amount}（此處按外來資金計入）`,
    },
  },
  score: ({ weeks, n, error, unchanged, better, skill }) =>
    line`過去${String(n)}次${String(weeks)}週推算的平均誤差為${error}，假設不變的為${unchanged}，${better ? '比不變好' : '比不變差'}（${skill}）。`,
  settle: ({ target, settled }) =>
    line`評分規則：${settled}公布${target}當週的銀行信貸後，以實際變化與推算值之差計。`,
  mortgage: ({ base, high }) =>
    line`第三根支柱是兩房購買房貸擔保證券的指令：分十二個月為每月${base}，分六個月為${high}；用的是自有現金，不計入合計，屬假設。`,
  meaning: '推算只是把速度延長，財政部帳戶與逆回購按現水準不變；帳戶的起落常比支柱大。',
  pillars: { fed: '聯準會（每月）', banks: '銀行信貸（每月）', mortgage: '兩房（每月，不計入）' },
  table: {
    title: '三根支柱與推算',
    measure: '億美元；低、高取三年內速度的一成與九成分位',
    row: '支柱或期限',
    low: '低',
    base: '基準',
    high: '高',
    asked: '按設定',
    band: '八成區間',
    weeks: (n) => `${n}週後`,
  },
  chart: {
    title: ({ target }) => line`淨流動性加銀行信貸：推算至${target}`,
    measure: '億美元，近一年各週三與其後二十六週的低、基準、高',
    actual: '實際',
  },
};

const en: ProjectionMessages = {
  base: ({ weeks, target, change, fed, banks }) =>
    line`If the pillars keep the pace of the last 13 weeks, net liquidity plus bank credit changes by ${change} to ${target} (${String(weeks)} weeks on): the Fed’s assets ${fed}, bank credit ${banks}. Unproven.`,
  band: ({ range, low, high }) =>
    line`By the errors of the same rule in the past, 80% of outcomes lie within ${range}; with low pillars it is ${low}, with high ones ${high}.`,
  asked: {
    line: ({ target, change, parts }) =>
      line`At the paces you set, it changes by ${change} to ${target}: ${joined(parts, ', ')}. That is a supposition, not a forecast, and unproven.`,
    part: {
      fed: (amount) => line`the Fed’s assets ${amount}`,
      banks: (amount) => line`bank credit ${amount}`,
      mortgage: (amount) =>
        line`the enterprises’ purchases ${amount} (counted here as money from outside the sum)`,
    },
  },
  score: ({ weeks, n, error, unchanged, better, skill }) =>
    line`In ${String(n)} past forecasts over ${String(weeks)} weeks the mean error was ${error}, that of no change ${unchanged}: ${better ? 'better' : 'no better'} than no change (${skill}).`,
  settle: ({ target, settled }) =>
    line`It is scored when bank credit of the week of ${target} is out, on ${settled}: actual less projected change.`,
  mortgage: ({ base, high }) =>
    line`The third pillar is the order that the enterprises buy mortgage bonds: ${base} a month over twelve months, ${high} over six. They pay from their own cash, so it is an assumption beside the sum.`,
  meaning:
    'A projection only stretches the pace, with the Treasury account and reverse repo as they are; the account often moves by more than the pillars.',
  pillars: {
    fed: 'Fed, a month',
    banks: 'Bank credit, a month',
    mortgage: 'Enterprises, a month, not in the sum',
  },
  table: {
    title: 'Three pillars and a projection',
    measure:
      'Billions of US dollars; low and high are the lowest and highest tenth of the paces of three years',
    row: 'Pillar or horizon',
    low: 'Low',
    base: 'Base',
    high: 'High',
    asked: 'As you set',
    band: '80% of outcomes',
    weeks: (n) => `${n} weeks on`,
  },
  chart: {
    title: ({ target }) => line`Net liquidity plus bank credit, projected to ${target}`,
    measure: 'Billions of US dollars, Wednesdays of a year, then low, base and high over 26 weeks',
    actual: 'actual',
  },
};

export const PROJECTION: Readonly<Record<Language, ProjectionMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const PROJECTION_WHYS: readonly ExplainWhy[] = [
  [
    /^net liquidity and bank credit have no week in common$/,
    '净流动性与银行信贷没有共同的一周',
    '淨流動性與銀行信貸沒有共同的一週',
  ],
  [
    /^no week with net liquidity and bank credit 13 weeks before the latest$/,
    '最新一周之前十三周没有净流动性与银行信贷',
    '最新一週之前十三週沒有淨流動性與銀行信貸',
  ],
  [
    /^fewer than (\d+) past forecasts over (\d+) weeks with an outcome$/,
    '有结果的$2周推算少于$1次',
    '有結果的$2週推算少於$1次',
  ],
];
