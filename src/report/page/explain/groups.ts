import type { Words } from '../../../data/series/entry.ts';
import type { SectionId } from '../../../diagnosis/explain/answer.ts';

/** Parts of a section that answer one question. */
export interface Group {
  readonly id: string;
  readonly title: Words;
  /** Ids of the parts, in the order in which they are told. */
  readonly parts: readonly string[];
  /** Asked for on its own, so that the page stays light. */
  readonly apart?: true;
}

/** The parts of each section by question; every part stands in exactly one of them. */
export const GROUPS: Readonly<Record<SectionId, readonly Group[]>> = {
  liquidity: [
    {
      id: 'state',
      title: { 'zh-Hans': '流动性在增加吗？', 'zh-Hant': '流動性在增加嗎？', en: 'Is liquidity growing?' },
      parts: ['liquidity-state', 'net-liquidity', 'liquidity-variants', 'credit-impulse', 'central-banks'],
    },
    {
      id: 'plumbing',
      title: { 'zh-Hans': '现金紧不紧？', 'zh-Hant': '現金緊不緊？', en: 'Is cash scarce?' },
      parts: ['funding-spread', 'reserves', 'balance-sheet'],
    },
    {
      id: 'prices',
      title: { 'zh-Hans': '价格跟着它走吗？', 'zh-Hant': '價格跟著它走嗎？', en: 'Do prices follow it?' },
      parts: ['conformity', 'divergence', 'common-trough', 'cash-regime', 'liquidity-valuation'],
      apart: true,
    },
    {
      id: 'ahead',
      title: { 'zh-Hans': '接下来会怎样？', 'zh-Hant': '接下來會怎樣？', en: 'What may come next?' },
      parts: ['projection', 'policy-table'],
      apart: true,
    },
  ],
  flows: [
    {
      id: 'funds',
      title: { 'zh-Hans': '基金做了什么？', 'zh-Hant': '基金做了什麼？', en: 'What did the funds do?' },
      parts: [
        'three-lamps',
        'etf-flows',
        'flow-elasticity',
        'etf-exhaustion',
        'flow-target',
        'gold-flows',
        'equity-flows',
      ],
    },
    {
      id: 'coins',
      title: {
        'zh-Hans': '谁在买币、谁在卖？',
        'zh-Hant': '誰在買幣、誰在賣？',
        en: 'Who buys and sells coins?',
      },
      parts: ['coinbase-premium', 'exchange-reserves', 'stablecoins', 'treasury-companies', 'defi'],
      apart: true,
    },
    {
      id: 'leverage',
      title: {
        'zh-Hans': '借了多少，被迫卖了多少？',
        'zh-Hant': '借了多少，被迫賣了多少？',
        en: 'How much is borrowed, and how much was forced?',
      },
      parts: [
        'crypto-funding',
        'positioning',
        'implied-volatility',
        'liquidations',
        'self-feeding',
        'beta-amplification',
      ],
      apart: true,
    },
    {
      id: 'depth',
      title: { 'zh-Hans': '市场有多深？', 'zh-Hant': '市場有多深？', en: 'How deep is the market?' },
      parts: ['order-book', 'spreads', 'round-numbers', 'brent-curve'],
      apart: true,
    },
  ],
  drivers: [
    {
      id: 'split',
      title: { 'zh-Hans': '变动与什么相关？', 'zh-Hant': '變動與什麼相關？', en: 'What goes with the move?' },
      parts: ['driver-split', 'two-causes', 'three-shocks', 'channels', 'quiet-fundamentals'],
    },
    {
      id: 'order',
      title: { 'zh-Hans': '谁先谁后？', 'zh-Hant': '誰先誰後？', en: 'Which came first?' },
      parts: ['causal-order', 'policy-reaction', 'return-news'],
      apart: true,
    },
    {
      id: 'rates',
      title: {
        'zh-Hans': '利率与政策怎样？',
        'zh-Hant': '利率與政策怎樣？',
        en: 'What did rates and policy do?',
      },
      parts: [
        'yield-exposure',
        'rate-anchor',
        'policy-path',
        'policy-stance',
        'policy-gap',
        'term-premium',
        'tightening-index',
        'duration-ladder',
        'yen-carry',
      ],
      apart: true,
    },
    {
      id: 'economy',
      title: { 'zh-Hans': '经济怎样？', 'zh-Hant': '經濟怎樣？', en: 'What did the economy do?' },
      parts: ['growth-fear', 'labour-board', 'oil-shock'],
      apart: true,
    },
    {
      id: 'technology',
      title: {
        'zh-Hans': '科技与资本开支怎样？',
        'zh-Hant': '科技與資本支出怎樣？',
        en: 'What did technology do?',
      },
      parts: ['capex-pump', 'capex-events', 'capital-intensity', 'sector-contagion', 'ai-baskets'],
      apart: true,
    },
  ],
  havens: [
    {
      id: 'roles',
      title: { 'zh-Hans': '什么能避险？', 'zh-Hant': '什麼能避險？', en: 'What is a haven?' },
      parts: ['roles', 'haven-league', 'hedge-failure'],
    },
    {
      id: 'gold',
      title: {
        'zh-Hans': '黄金与金矿股像什么？',
        'zh-Hant': '黃金與金礦股像什麼？',
        en: 'What do gold, its miners and bitcoin move like?',
      },
      parts: ['identity', 'miners', 'miners-growth'],
      apart: true,
    },
    {
      id: 'together',
      title: {
        'zh-Hans': '是不是一起跌？',
        'zh-Hant': '是不是一起跌？',
        en: 'Does everything fall together?',
      },
      parts: ['technology-correlation', 'correlation-stress', 'crypto-value', 'pecking-order'],
      apart: true,
    },
  ],
  network: [
    {
      id: 'markets',
      title: {
        'zh-Hans': '市场之间怎样传递？',
        'zh-Hant': '市場之間怎樣傳遞？',
        en: 'How do shocks pass on?',
      },
      parts: ['spillovers'],
    },
    {
      id: 'yields',
      title: {
        'zh-Hans': '日本利率传给谁？',
        'zh-Hant': '日本利率傳給誰？',
        en: 'Whom do Japanese yields reach?',
      },
      parts: ['yield-spillover'],
    },
  ],
};
