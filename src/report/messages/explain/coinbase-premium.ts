import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Sign = 'below' | 'zero' | 'above';

interface CoinbasePremiumMessages {
  level(p: { coin: string; day: string; premium: Part; streak: Part; sign: Sign; from: string }): Inline;
  corrected(premium: Part): Inline;
  notCorrected: Inline;
  rank(p: { year: Part; z: Part }): Inline;
  lowest(day: string): Inline;
  ofYear(p: { year: number; streaks: number; length: number; depth: number; sign: Sign }): Inline;
  depth(p: { depth: Part; day: string; area: Part }): Inline;
  negative(p: { days: number; count: Part }): Inline;
  turn(p: { closes: number; on: boolean; since: string; triggers: number; undone: Part }): Inline;
  dips(p: { n: number; rose: Part; roseBase: Part; inflow: Part; inflowBase: Part; more: boolean }): Inline;
  meaning: Inline;
  readonly chart: { title(p: { day: string; premium: Part }): Inline; readonly measure: string };
  bpDays(text: string): string;
}

const HANS_SIGN: Readonly<Record<Sign, string>> = { below: '为负', zero: '为零', above: '为正' };
const HANT_SIGN: Readonly<Record<Sign, string>> = { below: '為負', zero: '為零', above: '為正' };
const EN_SIGN: Readonly<Record<Sign, string>> = { below: 'below zero', zero: 'at zero', above: 'above zero' };

const zhHans: CoinbasePremiumMessages = {
  level: ({ coin, day, premium, streak, sign, from }) =>
    line`${day}，${coin}的Coinbase溢价为${premium}，自${from}起连续${streak}日${HANS_SIGN[sign]}。`,
  corrected: (premium) => line`去除USDT对美元的偏离后为${premium}。`,
  notCorrected: ['USDT对美元的偏离未计量，溢价未作修正。'],
  rank: ({ year, z }) => line`在过去365日中处于第${year}百分位，z值为${z}。`,
  lowest: (day) => line`为${day}以来最低。`,
  ofYear: ({ year, streaks, length, depth, sign }) =>
    streaks === 1
      ? line`这是${String(year)}年首个${HANS_SIGN[sign]}的连续段。`
      : line`在${String(year)}年的${String(streaks)}个${HANS_SIGN[sign]}的连续段中，长度第${String(length)}，深度第${String(depth)}。`,
  depth: ({ depth, day, area }) => line`段内极值为${depth}（${day}），面积为${area}。`,
  negative: ({ days, count }) => line`最近${String(days)}日中有${count}日为负。`,
  turn: ({ closes, on, since, triggers, undone }) =>
    line`“收盘连续${String(closes)}日为正”的转正规则自${since}起${on ? '成立' : '不成立'}；历史上触发${String(triggers)}次，其中${undone}在5日内失效。`,
  dips: ({ n, rose, roseBase, inflow, inflowBase, more }) =>
    line`过去一年有${String(n)}日跌幅达3%：其中${rose}溢价上升（全部日子为${roseBase}），${inflow}次日基金净流入（全部日子为${inflowBase}）；美国买盘${more ? '在大跌时比平日更常出现' : '并不在大跌时比平日更常出现'}。`,
  meaning: ['溢价反映美国与离岸买盘的相对强弱，是关联，不是涨跌的原因。'],
  chart: {
    title: ({ day, premium }) => line`Coinbase溢价：${day}为${premium}`,
    measure: 'UTC日收盘，基点',
  },
  bpDays: (text) => `${text}·日`,
};

const zhHant: CoinbasePremiumMessages = {
  level: ({ coin, day, premium, streak, sign, from }) =>
    line`${day}，${coin}的Coinbase溢價為${premium}，自${from}起連續${streak}日${HANT_SIGN[sign]}。`,
  corrected: (premium) => line`去除USDT對美元的偏離後為${premium}。`,
  notCorrected: ['USDT對美元的偏離未計量，溢價未作修正。'],
  rank: ({ year, z }) => line`在過去365日中處於第${year}百分位，z值為${z}。`,
  lowest: (day) => line`為${day}以來最低。`,
  ofYear: ({ year, streaks, length, depth, sign }) =>
    streaks === 1
      ? line`這是${String(year)}年首個${HANT_SIGN[sign]}的連續段。`
      : line`在${String(year)}年的${String(streaks)}個${HANT_SIGN[sign]}的連續段中，長度第${String(length)}，深度第${String(depth)}。`,
  depth: ({ depth, day, area }) => line`段內極值為${depth}（${day}），面積為${area}。`,
  negative: ({ days, count }) => line`最近${String(days)}日中有${count}日為負。`,
  turn: ({ closes, on, since, triggers, undone }) =>
    line`「收盤連續${String(closes)}日為正」的轉正規則自${since}起${on ? '成立' : '不成立'}；歷史上觸發${String(triggers)}次，其中${undone}在5日內失效。`,
  dips: ({ n, rose, roseBase, inflow, inflowBase, more }) =>
    line`過去一年有${String(n)}日跌幅達3%：其中${rose}溢價上升（全部日子為${roseBase}），${inflow}次日基金淨流入（全部日子為${inflowBase}）；美國買盤${more ? '在大跌時比平日更常出現' : '並不在大跌時比平日更常出現'}。`,
  meaning: ['溢價反映美國與離岸買盤的相對強弱，是關聯，不是漲跌的原因。'],
  chart: {
    title: ({ day, premium }) => line`Coinbase溢價：${day}為${premium}`,
    measure: 'UTC日收盤，基點',
  },
  bpDays: (text) => `${text}·日`,
};

const en: CoinbasePremiumMessages = {
  level: ({ coin, day, premium, streak, sign, from }) =>
    line`${coin}’s Coinbase premium stood at ${premium} on ${day}, day ${streak} ${EN_SIGN[sign]} without a break since ${from}.`,
  corrected: (premium) => line`Without Tether’s deviation from the dollar it is ${premium}.`,
  notCorrected: [
    'Tether’s deviation from the dollar is not measured, so the premium is not corrected for it.',
  ],
  rank: ({ year, z }) => line`That is percentile ${year} of the last 365 days, z ${z}.`,
  lowest: (day) => line`It is the lowest since ${day}.`,
  ofYear: ({ year, streaks, length, depth, sign }) =>
    streaks === 1
      ? line`It is the first streak ${EN_SIGN[sign]} of ${String(year)}.`
      : line`Of the ${String(streaks)} streaks ${EN_SIGN[sign]} in ${String(year)} it ranks ${String(length)} by length and ${String(depth)} by depth, 1 being the most.`,
  depth: ({ depth, day, area }) =>
    line`Its extreme was ${depth} on ${day}; premium times days add to ${area}.`,
  negative: ({ days, count }) => line`It was below zero on ${count} of the last ${String(days)} days.`,
  turn: ({ closes, on, since, triggers, undone }) =>
    line`The turn rule “above zero at ${closes === 1 ? 'one close' : `${closes} closes running`}” has ${on ? 'held' : 'not held'} since ${since}; it came true ${String(triggers)} times before, and ${undone} of them were undone within 5 days.`,
  dips: ({ n, rose, roseBase, inflow, inflowBase, more }) =>
    line`On ${String(n)} days of the last year the price fell 3% or more: the premium rose on ${rose} of them (on all days ${roseBase}), and the next session’s fund flow was an inflow after ${inflow} (after all days ${inflowBase}). American buyers ${more ? 'came in on dips more often than on other days' : 'did not come in on dips more often than on other days'}.`,
  meaning: [
    'The premium shows how strong American buyers are beside those offshore: an association, no cause of a fall.',
  ],
  chart: {
    title: ({ day, premium }) => line`The Coinbase premium stood at ${premium} on ${day}`,
    measure: 'Closes of UTC days, basis points',
  },
  bpDays: (text) => `${text} days`,
};

export const COINBASE_PREMIUM: Readonly<Record<Language, CoinbasePremiumMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const COINBASE_PREMIUM_WHYS: readonly ExplainWhy[] = [
  [/^no Coinbase premium is known$/, '没有Coinbase溢价数据', '沒有Coinbase溢價資料'],
  [/^no price of Tether in dollars on the day$/, '当日没有USDT对美元的价格', '當日沒有USDT兌美元的價格'],
  [/^fewer than (\d+) days with a premium$/, '有溢价的日子不足$1日', '有溢價的日子不足$1日'],
  [/^the premium did not vary over the year$/, '一年内溢价没有变动', '一年內溢價沒有變動'],
  [/^no premium on each of the last (\d+) days$/, '最近$1日并非每日都有溢价', '最近$1日並非每日都有溢價'],
  [/^fewer than (\d+) dips in the year$/, '一年内大跌不足$1次', '一年內大跌不足$1次'],
];
