import type { Language } from '../../../data/series/entry.ts';
import type { NEWS_KINDS } from '../../../diagnosis/explain/drivers/news/return-news.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Kind = (typeof NEWS_KINDS)[number];

interface ReturnNewsMessages {
  split(p: {
    from: string;
    to: string;
    move: Part;
    expected: Part;
    discount: Part;
    cash: Part;
    kind: Kind;
  }): Inline;
  shares(p: {
    cash: Part;
    cashRange: string;
    discount: Part;
    discountRange: string;
    covariance: Part;
  }): Inline;
  without(p: { cash: Part; discount: Part; last: Part }): Inline;
  readonly valuation: Readonly<Record<'cape' | 'output', string>>;
  readonly caution: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly part: string;
    readonly value: string;
    readonly rows: Readonly<Record<'expected' | 'discount' | 'cash' | 'move', string>>;
  };
}

const zhHans: ReturnNewsMessages = {
  split: ({ from, to, move, expected, discount, cash, kind }) =>
    line`${from}至${to}，标普500${move}：此前可预期的${expected}，贴现率消息${discount}，现金流消息${cash}。${{ 'cash-flow': '现金流消息较大，与“由贴现率转为现金流定价”相符', 'discount-rate': '贴现率消息较大，与“由贴现率转为现金流定价”不符', undetermined: '孰大孰小在区间之内，或取决于选了哪些变量，不作判定' }[kind]}。`,
  shares: ({ cash, cashRange, discount, discountRange, covariance }) =>
    line`样本中，意外收益的方差里现金流消息占${cash}${cashRange}，贴现率消息占${discount}${discountRange}，其余${covariance}是两者同向的部分。`,
  without: ({ cash, discount, last }) =>
    line`去掉估值这一状态变量，两者占${cash}和${discount}，这一步的贴现率消息为${last}：结论取决于选了哪些变量。`,
  valuation: {
    cape: '估值取周期调整市盈率。',
    output: '没有周期调整市盈率，估值以价格比名义GDP代替。',
  },
  caution:
    '现金流消息是余项：状态变量没有说成贴现率的都归入它。可预期的部分很少，区间很宽；这是关联，尚无战绩，未经证明。',
  table: {
    title: '大盘变动的两种消息',
    measure: '一步之内；贴现率消息下为90%区间',
    part: '部分',
    value: '变动',
    rows: { expected: '此前可预期', discount: '贴现率消息', cash: '现金流消息', move: '标普500' },
  },
};

const zhHant: ReturnNewsMessages = {
  split: ({ from, to, move, expected, discount, cash, kind }) =>
    line`${from}至${to}，標普500${move}：此前可預期的${expected}，折現率消息${discount}，現金流消息${cash}。${{ 'cash-flow': '現金流消息較大，與「由折現率轉為現金流定價」相符', 'discount-rate': '折現率消息較大，與「由折現率轉為現金流定價」不符', undetermined: '孰大孰小在區間之內，或取決於選了哪些變數，不作判定' }[kind]}。`,
  shares: ({ cash, cashRange, discount, discountRange, covariance }) =>
    line`樣本中，意外報酬的變異數裡現金流消息占${cash}${cashRange}，折現率消息占${discount}${discountRange}，其餘${covariance}是兩者同向的部分。`,
  without: ({ cash, discount, last }) =>
    line`去掉估值這一狀態變數，兩者占${cash}和${discount}，這一步的折現率消息為${last}：結論取決於選了哪些變數。`,
  valuation: {
    cape: '估值取週期調整本益比。',
    output: '沒有週期調整本益比，估值以價格比名目GDP代替。',
  },
  caution:
    '現金流消息是餘項：狀態變數沒有說成折現率的都歸入它。可預期的部分很少，區間很寬；這是關聯，尚無戰績，未經證明。',
  table: {
    title: '大盤變動的兩種消息',
    measure: '一步之內；折現率消息下為90%區間',
    part: '部分',
    value: '變動',
    rows: { expected: '此前可預期', discount: '折現率消息', cash: '現金流消息', move: '標普500' },
  },
};

const KINDS: Readonly<Record<Kind, string>> = {
  'cash-flow': 'News of cash flows is the larger, as “from discount rates to cash flows” would have it.',
  'discount-rate': 'News of discount rates is the larger, against “from discount rates to cash flows”.',
  undetermined: 'Which is the larger lies within the band or hangs on the states, so that neither is named.',
};

const en: ReturnNewsMessages = {
  split: ({ from, to, move, expected, discount, cash, kind }) =>
    line`From ${from} to ${to} the S&P 500 moved ${move}: ${expected} was expected, ${discount} is news of discount rates and ${cash} news of cash flows. ${KINDS[kind]}`,
  shares: ({ cash, cashRange, discount, discountRange, covariance }) =>
    line`Over the sample news of cash flows makes ${cash}${cashRange} of the variance of unexpected returns and news of discount rates ${discount}${discountRange}; the rest, ${covariance}, is what the two do together.`,
  without: ({ cash, discount, last }) =>
    line`Without the valuation among the states the shares are ${cash} and ${discount}, and the news of discount rates of this step is ${last}: the answer hangs on the states.`,
  valuation: {
    cape: 'The valuation is the cyclically adjusted price over earnings.',
    output: 'For want of cyclically adjusted earnings the valuation is price over nominal GDP.',
  },
  caution:
    'News of cash flows is what is left: whatever the states do not call discount rates. Little is predictable and the bands are wide; it is an association without a track record, and unproven.',
  table: {
    title: 'Two kinds of news in the market’s move',
    measure: 'One step; 90% band under the news of discount rates',
    part: 'Part',
    value: 'Move',
    rows: {
      expected: 'Expected before',
      discount: 'News of discount rates',
      cash: 'News of cash flows',
      move: 'S&P 500',
    },
  },
};

export const RETURN_NEWS: Readonly<Record<Language, ReturnNewsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const RETURN_NEWS_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) steps of all states, one without a value at the end, or a model without a split$/,
    '状态变量齐全的不足$1步、末尾缺值，或模型无法拆分',
    '狀態變數齊全的不足$1步、末尾缺值，或模型無法拆分',
  ],
];
