import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface IdentityMessages {
  shares(p: {
    day: string;
    technology: Part;
    gold: Part;
    dollar: Part;
    own: Part;
    beta: Part;
    range: string;
  }): Inline;
  change(p: { day: string; before: Part; after: Part }): Inline;
  unchanged(): Inline;
  risk(p: { rSquared: Part; range: string; percentile: Part }): Inline;
  funds(p: { before: Part; since: Part }): Inline;
  meaning(own: boolean): Inline;
  readonly chart: {
    title(technology: Part): Inline;
    readonly measure: string;
    readonly technology: string;
    readonly gold: string;
    readonly own: string;
  };
  readonly riskChart: {
    title(rSquared: Part): Inline;
    readonly measure: string;
    readonly rSquared: string;
    readonly low: string;
    readonly high: string;
    readonly funds: string;
  };
}

const zhHans: IdentityMessages = {
  shares: ({ day, technology, gold, dollar, own, beta, range }) =>
    line`截至${day}，比特币的波动有${technology}随科技股，${gold}随黄金，${dollar}随美元，${own}是自己的；对纳斯达克100的贝塔为${beta}（90%区间${range}）。`,
  change: ({ day, before, after }) =>
    line`它对科技股的贝塔最近一次变化约在${day}，由${before}变为${after}；日期是估计。`,
  unchanged: () => ['所查样本里它对科技股的贝塔没有可确认的变点。'],
  risk: ({ rSquared, range, percentile }) =>
    line`全球风险因子解释了最近120个交易日的${rSquared}（90%区间${range}），处于自身历史的第${percentile}百分位。`,
  funds: ({ before, since }) => line`美国现货基金上市以前，这一比例平均为${before}，以后为${since}。`,
  meaning: (own) => [
    own
      ? '大半波动仍是它自己的：称它为科技股或数字黄金都说多了。'
      : '大半波动随其他资产而来：它已不按自己的周期运行。',
  ],
  chart: {
    title: (technology) => line`比特币随科技股的份额：${technology}`,
    measure: '方差占比，时变贝塔',
    technology: '科技',
    gold: '黄金',
    own: '自己',
  },
  riskChart: {
    title: (rSquared) => line`全球风险因子解释比特币波动的${rSquared}`,
    measure: '与风险资产第一主成分的R²，滚动120个交易日，90%区间',
    rSquared: 'R²',
    low: '下限',
    high: '上限',
    funds: '美国现货基金',
  },
};

const zhHant: IdentityMessages = {
  shares: ({ day, technology, gold, dollar, own, beta, range }) =>
    line`截至${day}，比特幣的波動有${technology}隨科技股，${gold}隨黃金，${dollar}隨美元，${own}是自己的；對那斯達克100的貝塔為${beta}（90%區間${range}）。`,
  change: ({ day, before, after }) =>
    line`它對科技股的貝塔最近一次變化約在${day}，由${before}變為${after}；日期是估計。`,
  unchanged: () => ['所查樣本裡它對科技股的貝塔沒有可確認的變點。'],
  risk: ({ rSquared, range, percentile }) =>
    line`全球風險因子解釋了最近120個交易日的${rSquared}（90%區間${range}），處於自身歷史的第${percentile}百分位。`,
  funds: ({ before, since }) => line`美國現貨基金上市以前，這一比例平均為${before}，以後為${since}。`,
  meaning: (own) => [
    own
      ? '大半波動仍是它自己的：稱它為科技股或數位黃金都說多了。'
      : '大半波動隨其他資產而來：它已不按自己的週期運行。',
  ],
  chart: {
    title: (technology) => line`比特幣隨科技股的份額：${technology}`,
    measure: '變異數占比，時變貝塔',
    technology: '科技',
    gold: '黃金',
    own: '自己',
  },
  riskChart: {
    title: (rSquared) => line`全球風險因子解釋比特幣波動的${rSquared}`,
    measure: '與風險資產第一主成分的R²，滾動120個交易日，90%區間',
    rSquared: 'R²',
    low: '下限',
    high: '上限',
    funds: '美國現貨基金',
  },
};

const en: IdentityMessages = {
  shares: ({ day, technology, gold, dollar, own, beta, range }) =>
    line`On ${day}, ${technology} of bitcoin’s variance went with technology, ${gold} with gold, ${dollar} with the dollar, and ${own} was its own; its beta to the Nasdaq-100 was ${beta} (90% band ${range}).`,
  change: ({ day, before, after }) =>
    line`Its beta to technology last broke about ${day}, from ${before} to ${after}; the date is an estimate.`,
  unchanged: () => ['Its beta to technology has no break that can be told from chance in the sample.'],
  risk: ({ rSquared, range, percentile }) =>
    line`The global risk factor explains ${rSquared} of its variance over the last 120 sessions (90% band ${range}), percentile ${percentile} of its own past.`,
  funds: ({ before, since }) =>
    line`Before the US spot funds that was ${before} on average, since then ${since}.`,
  meaning: (own) => [
    own
      ? 'More than half of what it does is its own: to call it technology, or digital gold, says too much.'
      : 'More than half of what it does comes with other assets: it no longer runs on a cycle of its own.',
  ],
  chart: {
    title: (technology) => line`The part of bitcoin that goes with technology: ${technology}`,
    measure: 'Share of variance by time-varying betas',
    technology: 'technology',
    gold: 'gold',
    own: 'own',
  },
  riskChart: {
    title: (rSquared) => line`The global risk factor explains ${rSquared} of bitcoin’s variance`,
    measure: 'R² on the first principal component of risk assets over 120 sessions, with its 90% band',
    rSquared: 'R²',
    low: 'low',
    high: 'high',
    funds: 'US spot funds',
  },
};

export const IDENTITY: Readonly<Record<Language, IdentityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const IDENTITY_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with bitcoin and its factors$/,
    '比特币与各因子共有的交易日少于$1个',
    '比特幣與各因子共有的交易日少於$1個',
  ],
  [
    /^fewer than (\d+) sessions with bitcoin and the risk assets$/,
    '比特币与风险资产共有的交易日少于$1个',
    '比特幣與風險資產共有的交易日少於$1個',
  ],
];
