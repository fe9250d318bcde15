import { type Inline, joined, line, type Part } from '../inline.ts';
import type { PairNames, SectionMessages } from './section-messages.ts';
import { before } from './spacing.ts';

function list(items: readonly Part[]): Inline {
  return joined(items, '、');
}

const pairName = ({ a, b }: PairNames) => `${a} / ${b}`;

/** Reasons for no value that the sections give. */
export const SECTION_WHYS: readonly (readonly [RegExp, string])[] = [
  [/^the history is too short, or a series did not move$/, '歷史太短，或其中一條序列不動'],
  [/^fewer than two coins on one side, or coins that moved alike$/, '一側不足兩個幣種，或各幣種漲跌相同'],
  [
    /^bitcoin fell on fewer than (\d+) of the days, or by the same each time$/,
    '期間比特幣下跌不足$1日，或每次跌幅相同',
  ],
  [/^no close after the event is known yet$/, '事件之後尚無已知收盤'],
  [/^no second close after the event is known yet$/, '事件之後尚無第二個已知收盤'],
  [/^no close before the event is known$/, '事件之前沒有已知收盤'],
  [
    /^the price before the event \((\S+)\) is not positive or the sources differ$/,
    '事件之前（$1）的價格不是正數，或來源不同',
  ],
  [/^the two were not both measured in the session before$/, '前一交易日兩者未同時測得'],
];

export const sectionsZhHant: SectionMessages = {
  windowLabel: (n) => `${n}個交易日`,
  over: (title, n) => `${title}（${n}個交易日）`,
  windowMoved: ({ name, moved, sessions, sigmas }) =>
    line`${String(sessions)}個交易日合計，${name}${moved}${sigmas ? line`（${sigmas}）` : ''}。`,

  pairs: {
    title: '成對同跌',
    measure: (n, together) =>
      `兩者在各區間（共有交易日）的漲跌，其下為標準化值（σ）；等級相關取${n}個交易日。同跌：某一區間兩者均低於−1 σ，且等級相關高於${together}`,
    columns: {
      pair: '配對',
      correlation: '等級相關',
      state: '同跌',
      last: '前一次',
      share: '交易日占比',
      p: 'p值',
    },
    name: pairName,
    none: '否',
    day: (n) => line`第${n}日`,
    moves: ({ a, b, sessions, changes, sigmas, correlation }) =>
      line`在兩者共有的最近${String(sessions)}個交易日內，${before(a)}${changes[0]}，${before(b)}${changes[1]}（${sigmas[0]}、${sigmas[1]}），20個交易日的等級相關為${correlation}。`,
    falling: ({ day, since }) => line`這是${since}開始的同跌的第${day}日。`,
    notFalling: () => ['依表中規則，目前不算同跌。'],
    last: ({ from, to }) => [from === to ? `前一次在${from}。` : `前一次自${from}至${to}。`],
    rate: ({ share, independent, p, from }) =>
      line`${from}以來，這一對有${share}的交易日處於同跌；若兩者互相獨立則為${independent}（p值${p}）。`,
    others: (pairs) =>
      line`同樣處於同跌的還有${list(pairs.map((pair) => line`${pairName(pair)}（第${pair.day}日）`))}。`,
    noOthers: (n) => [`其餘${n}對均不在同跌之中。`],
    leftOut: (pairs) => [`當日缺值或歷史太短而未能測得：${pairs.map(pairName).join('；')}。`],
    line: ({ a, b, day, since }) => line`成對同跌：${a}與${b}，第${day}日，${since}起。`,
  },

  tiers: {
    title: '各梯隊幣種',
    measure: (n) => `UTC日漲跌與${n}日漲跌；貝塔取最近250日中比特幣下跌的日子，其下為95%區間`,
    columns: { coin: '幣種', beta: '下跌日貝塔', days: '下跌日數', recent: (n) => `${n}日` },
    names: { majors: '主流幣', 'large-alts': '大型山寨幣', 'smaller-alts': '較小山寨幣' },
    means: (tiers) => line`各梯隊平均：${list(tiers.map(({ name, change }) => line`${name}${change}`))}。`,
    day: ({ difference, p, alts, majors }) =>
      line`當日山寨幣減主流幣為${difference}（Welch檢定p值${p}）；${String(alts)}個對${String(majors)}個，截面太小，說明不了多少。`,
    dayUntested: ({ difference, alts, majors }) =>
      line`當日山寨幣減主流幣為${difference}；${String(alts)}個對${String(majors)}個，太少，無法檢定。`,
    recent: ({ difference, welch, paired, days }) =>
      line`近${String(days)}日兩者之差平均每日${difference}：Welch檢定（視兩側為獨立）p值${welch}，逐日成對p值${paired}。`,
  },

  curve: {
    title: '美債殖利率曲線',
    measure: (previous, session) => `${previous}與${session}的固定期限殖利率`,
    columns: { maturity: '期限', before: '此前', after: '此後', change: '變動' },
    what: '美債殖利率曲線',
    components: { level: '水準', slope: '斜率', curvature: '曲率' },
    slopes: ({ session, previous, slopes }) =>
      line`已知的最近一條曲線屬於${session}：與${previous}相比，${joined(
        slopes.map(({ name, level, change }) => line`${name}利差${level}（${change}）`),
        '，',
      )}。`,
    scores: (components) =>
      line`以先前250個交易日衡量的分數：${list(
        components.map(({ name, score, share }) => line`${name}${score}（占變異${share}）`),
      )}。`,
    odd: (names) => [`相對兩側相鄰期限同向偏離超過5個基點、有待核對的是：${names.join('、')}。`],
    notOdd: () => ['沒有期限與相鄰期限脫節。'],
    market: ({ day, items }) =>
      line`${day}的市場殖利率（固定期限殖利率公布之前的代理指標）：${list(
        items.map(({ name, change, level }) => line`${before(name)}${change}至${level}`),
      )}。`,
  },

  league: {
    title: '原物料排名',
    measure: (day) => `近月期貨，${day}交易日；第1名漲幅最大`,
    columns: { commodity: '原物料', rank: '名次' },
    place: ({ name, day, rankDay, year, rankYear, all }) =>
      line`${String(all)}種原物料中，${name}當日（${day}）列第${rankDay}，年初至今（${year}）列第${rankYear}。`,
    spread: ({ level, change }) => line`布蘭特減WTI為${level}，當日變動${change}。`,
    leftOut: (names) => [`當日沒有數值：${names.join('、')}。`],
  },

  event: {
    title: (instant) => `${instant}事件前後`,
    measure: '各市場依自己的交易時段，自事件前最後一次收盤至事件後第一次收盤；另列其後一個交易日',
    columns: { change: '事件前後', before: '事件前收盤', after: '事件後收盤', next: '下一交易日' },
    summary: ({ fell, rose, all, instant }) =>
      line`${instant}之後已收盤的${String(all)}個市場中，${String(fell)}個下跌，${String(rose)}個上漲。`,
    largest: (items) =>
      line`變動較大者：${joined(
        items.map(({ name, moved }) => line`${name}${moved}`),
        '，',
      )}。`,
    caution: '兩次收盤之間的其他消息也在這些數字裡：數字只作描述，不證明原因。',
  },
};
