import { type Inline, joined, line, type Part } from '../inline.ts';
import type { PairNames, SectionMessages } from './section-messages.ts';
import { before } from './spacing.ts';

function list(items: readonly Part[]): Inline {
  return joined(items, '、');
}

const pairName = ({ a, b }: PairNames) => `${a} / ${b}`;

/** Reasons for no value that the sections give. */
export const SECTION_WHYS: readonly (readonly [RegExp, string])[] = [
  [/^the history is too short, or a series did not move$/, '历史太短，或其中一条序列不动'],
  [/^fewer than two coins on one side, or coins that moved alike$/, '一侧不足两个币种，或各币种涨跌相同'],
  [
    /^bitcoin fell on fewer than (\d+) of the days, or by the same each time$/,
    '其间比特币下跌不足$1日，或每次跌幅相同',
  ],
  [/^no close after the event is known yet$/, '事件之后尚无已知收盘'],
  [/^no second close after the event is known yet$/, '事件之后尚无第二个已知收盘'],
  [/^no close before the event is known$/, '事件之前没有已知收盘'],
  [
    /^the price before the event \((\S+)\) is not positive or the sources differ$/,
    '事件之前（$1）的价格不是正数，或来源不同',
  ],
  [/^the two were not both measured in the session before$/, '前一交易日两者未同时测得'],
];

export const sectionsZhHans: SectionMessages = {
  windowLabel: (n) => `${n}个交易日`,
  over: (title, n) => `${title}（${n}个交易日）`,
  windowMoved: ({ name, moved, sessions, sigmas }) =>
    line`${String(sessions)}个交易日合计，${name}${moved}${sigmas ? line`（${sigmas}）` : ''}。`,

  pairs: {
    title: '成对同跌',
    measure: (n, together) =>
      `两者在各区间（共有交易日）的涨跌，其下为标准化值（σ）；秩相关取${n}个交易日。同跌：某一区间两者均低于−1 σ，且秩相关高于${together}`,
    columns: {
      pair: '配对',
      correlation: '秩相关',
      state: '同跌',
      last: '前一次',
      share: '交易日占比',
      p: 'p值',
    },
    name: pairName,
    none: '否',
    day: (n) => line`第${n}日`,
    moves: ({ a, b, sessions, changes, sigmas, correlation }) =>
      line`在两者共有的最近${String(sessions)}个交易日内，${before(a)}${changes[0]}，${before(b)}${changes[1]}（${sigmas[0]}、${sigmas[1]}），20个交易日的秩相关为${correlation}。`,
    falling: ({ day, since }) => line`这是${since}开始的同跌的第${day}日。`,
    notFalling: () => ['按表中规则，目前不算同跌。'],
    last: ({ from, to }) => [from === to ? `前一次在${from}。` : `前一次自${from}至${to}。`],
    rate: ({ share, independent, p, from }) =>
      line`${from}以来，这一对有${share}的交易日处于同跌；若两者互相独立则为${independent}（p值${p}）。`,
    others: (pairs) =>
      line`同样处于同跌的还有${list(pairs.map((pair) => line`${pairName(pair)}（第${pair.day}日）`))}。`,
    noOthers: (n) => [`其余${n}对均不在同跌之中。`],
    leftOut: (pairs) => [`当日缺值或历史太短而未测：${pairs.map(pairName).join('；')}。`],
    line: ({ a, b, day, since }) => line`成对同跌：${a}与${b}，第${day}日，${since}起。`,
  },

  tiers: {
    title: '各梯队币种',
    measure: (n) => `UTC日涨跌与${n}日涨跌；贝塔取最近250日中比特币下跌的日子，其下为95%区间`,
    columns: { coin: '币种', beta: '下跌日贝塔', days: '下跌日数', recent: (n) => `${n}日` },
    names: { majors: '主流币', 'large-alts': '大型山寨币', 'smaller-alts': '较小山寨币' },
    means: (tiers) => line`各梯队平均：${list(tiers.map(({ name, change }) => line`${name}${change}`))}。`,
    day: ({ difference, p, alts, majors }) =>
      line`当日山寨币减主流币为${difference}（Welch检验p值${p}）；${String(alts)}个对${String(majors)}个，截面太小，说明不了多少。`,
    dayUntested: ({ difference, alts, majors }) =>
      line`当日山寨币减主流币为${difference}；${String(alts)}个对${String(majors)}个，太少，无法检验。`,
    recent: ({ difference, welch, paired, days }) =>
      line`近${String(days)}日两者之差平均每日${difference}：Welch检验（视两侧为独立）p值${welch}，逐日配对p值${paired}。`,
  },

  curve: {
    title: '美债收益率曲线',
    measure: (previous, session) => `${previous}与${session}的固定期限收益率`,
    columns: { maturity: '期限', before: '此前', after: '此后', change: '变动' },
    what: '美债收益率曲线',
    components: { level: '水平', slope: '斜率', curvature: '曲率' },
    slopes: ({ session, previous, slopes }) =>
      line`已知的最近一条曲线属于${session}：与${previous}相比，${joined(
        slopes.map(({ name, level, change }) => line`${name}利差${level}（${change}）`),
        '，',
      )}。`,
    scores: (components) =>
      line`以此前250个交易日衡量的得分：${list(
        components.map(({ name, score, share }) => line`${name}${score}（占方差${share}）`),
      )}。`,
    odd: (names) => [`相对两侧相邻期限同向偏离超过5个基点、有待核对的是：${names.join('、')}。`],
    notOdd: () => ['没有期限与相邻期限脱节。'],
    market: ({ day, items }) =>
      line`${day}的市场收益率（固定期限收益率公布之前的代理）：${list(
        items.map(({ name, change, level }) => line`${before(name)}${change}至${level}`),
      )}。`,
  },

  league: {
    title: '商品排名',
    measure: (day) => `近月期货，${day}交易日；第1名涨幅最大`,
    columns: { commodity: '商品', rank: '名次' },
    place: ({ name, day, rankDay, year, rankYear, all }) =>
      line`${String(all)}种商品中，${name}当日（${day}）列第${rankDay}，年初至今（${year}）列第${rankYear}。`,
    spread: ({ level, change }) => line`布伦特减WTI为${level}，当日变动${change}。`,
    leftOut: (names) => [`当日没有数值：${names.join('、')}。`],
  },

  event: {
    title: (instant) => `${instant}事件前后`,
    measure: '各市场按自己的交易时段，自事件前最后一次收盘至事件后第一次收盘；另列其后一个交易日',
    columns: { change: '事件前后', before: '事件前收盘', after: '事件后收盘', next: '下一交易日' },
    summary: ({ fell, rose, all, instant }) =>
      line`${instant}之后已收盘的${String(all)}个市场中，${String(fell)}个下跌，${String(rose)}个上涨。`,
    largest: (items) =>
      line`变动较大者：${joined(
        items.map(({ name, moved }) => line`${name}${moved}`),
        '，',
      )}。`,
    caution: '两次收盘之间的其他消息也在这些数字里：数字只作描述，不证明原因。',
  },
};
