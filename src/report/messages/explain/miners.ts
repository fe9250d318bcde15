import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface MinersMessages {
  shares(p: { day: string; metal: Part; equity: Part; own: Part }): Inline;
  before(p: { metal: Part; equity: Part }): Inline;
  betas(p: { metal: Part; metalRange: string; equity: Part; equityRange: string }): Inline;
  ratio(p: { level: Part; z: Part }): Inline;
  high(p: { miners: Part; metal: Part }): Inline;
  leverage(p: { margin: Part; breakEven: Part; elasticity: Part; beta: Part }): Inline;
  meaning(metal: boolean): Inline;
  readonly chart: {
    title(p: { metal: Part; equity: Part }): Inline;
    readonly measure: string;
    readonly metal: string;
    readonly equity: string;
  };
}

const zhHans: MinersMessages = {
  shares: ({ day, metal, equity, own }) =>
    line`截至${day}的120个交易日，金矿股GDX的波动有${metal}随黄金，${equity}随股票，${own}是自己的。`,
  before: ({ metal, equity }) => line`一年前分别为${metal}与${equity}。`,
  betas: ({ metal, metalRange, equity, equityRange }) =>
    line`两因子贝塔：黄金${metal}（90%区间${metalRange}），股票${equity}（${equityRange}）。`,
  ratio: ({ level, z }) => line`GDX与GLD之比为${level}，与250日均值相差${z}σ。`,
  high: ({ miners, metal }) => line`距250日最高收盘，GDX${miners}，GLD${metal}。`,
  leverage: ({ margin, breakEven, elasticity, beta }) =>
    line`按所导入的成本，利润率${margin}，保本金价${breakEven}美元，理论弹性${elasticity}，回归贝塔${beta}。`,
  meaning: (metal) => [
    metal ? '它按金属交易：股票下跌不是主要的拖累。' : '它按股票交易：持有它不等于持有黄金。',
  ],
  chart: {
    title: ({ metal, equity }) => line`金矿股随黄金的份额${metal}，随股票的份额${equity}`,
    measure: '方差占比，滚动120个交易日',
    metal: '黄金',
    equity: '股票',
  },
};

const zhHant: MinersMessages = {
  shares: ({ day, metal, equity, own }) =>
    line`截至${day}的120個交易日，金礦股GDX的波動有${metal}隨黃金，${equity}隨股票，${own}是自己的。`,
  before: ({ metal, equity }) => line`一年前分別為${metal}與${equity}。`,
  betas: ({ metal, metalRange, equity, equityRange }) =>
    line`兩因子貝塔：黃金${metal}（90%區間${metalRange}），股票${equity}（${equityRange}）。`,
  ratio: ({ level, z }) => line`GDX與GLD之比為${level}，與250日均值相差${z}σ。`,
  high: ({ miners, metal }) => line`距250日最高收盤，GDX${miners}，GLD${metal}。`,
  leverage: ({ margin, breakEven, elasticity, beta }) =>
    line`按所匯入的成本，利潤率${margin}，保本金價${breakEven}美元，理論彈性${elasticity}，迴歸貝塔${beta}。`,
  meaning: (metal) => [
    metal ? '它按金屬交易：股票下跌不是主要的拖累。' : '它按股票交易：持有它不等於持有黃金。',
  ],
  chart: {
    title: ({ metal, equity }) => line`金礦股隨黃金的份額${metal}，隨股票的份額${equity}`,
    measure: '變異數占比，滾動120個交易日',
    metal: '黃金',
    equity: '股票',
  },
};

const en: MinersMessages = {
  shares: ({ day, metal, equity, own }) =>
    line`Over the 120 sessions to ${day}, ${metal} of the variance of the miners’ fund GDX went with gold, ${equity} with equities, and ${own} was its own.`,
  before: ({ metal, equity }) => line`A year before it was ${metal} and ${equity}.`,
  betas: ({ metal, metalRange, equity, equityRange }) =>
    line`Two-factor betas: gold ${metal} (90% band ${metalRange}), equities ${equity} (${equityRange}).`,
  ratio: ({ level, z }) => line`GDX over GLD is ${level}, ${z}σ from its mean of 250 sessions.`,
  high: ({ miners, metal }) =>
    line`From their highest closes of 250 sessions GDX stands at ${miners}, GLD at ${metal}.`,
  leverage: ({ margin, breakEven, elasticity, beta }) =>
    line`With the costs imported the margin is ${margin}, gold breaks even at $${breakEven}, and the elasticity should be ${elasticity}; the beta is ${beta}.`,
  meaning: (metal) => [
    metal
      ? 'They trade as the metal: equities are not what moves them most.'
      : 'They trade as equities: to hold them is not to hold gold.',
  ],
  chart: {
    title: ({ metal, equity }) =>
      line`Of the miners’ variance ${metal} goes with gold, ${equity} with equities`,
    measure: 'Share of variance over 120 sessions',
    metal: 'gold',
    equity: 'equities',
  },
};

export const MINERS: Readonly<Record<Language, MinersMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const MINERS_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with GDX, GLD and SPY$/,
    'GDX、GLD与SPY共有的交易日少于$1个',
    'GDX、GLD與SPY共有的交易日少於$1個',
  ],
  [/^gold-mining-aisc (?:or gold-front )?has no value$/, '没有全维持成本或金价', '沒有全維持成本或金價'],
  [
    /^gdx-net-debt-to-equity has no value, or gold is not above its cost$/,
    '没有净负债与市值之比，或金价不高于成本',
    '沒有淨負債與市值之比，或金價不高於成本',
  ],
];
