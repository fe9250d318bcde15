import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface PolicyReactionMessages {
  event(p: { title: string; day: string; hour: string; reaction: string }): Inline;
  moved(items: readonly { name: string; move: Part; placebo: Part; unusual: boolean }[]): Inline;
  since(items: readonly { name: string; total: Part; later: Part }[]): Inline;
  fall(p: { name: string; day: string; move: Part; lag: number }): Inline;
  source(text: string): Inline;
  readonly caution: string;
  readonly table: {
    title: string;
    measure: string;
    asset: string;
    reaction: string;
    sessions(n: number): string;
    total: string;
    later: string;
  };
}

const zhHans: PolicyReactionMessages = {
  event: ({ title, day, hour, reaction }) =>
    line`${title}（${day}，世界时${hour}前已公开）；纽约市场最早在${reaction}的交易日反应。`,
  moved: (items) => [
    '当日',
    ...items.flatMap(
      ({ name, move, placebo, unusual }, k) =>
        line`${k === 0 ? '' : '，'}${name}${move}（平日有同样大变动的占${placebo}${unusual ? '' : '，并不异常'}）`,
    ),
    '。',
  ],
  since: (items) => [
    '事件以来',
    ...items.flatMap(
      ({ name, total, later }, k) => line`${k === 0 ? '' : '，'}${name}${total}，其中${later}在反应日之后`,
    ),
    '。',
  ],
  fall: ({ name, day, move, lag }) =>
    lag === 0
      ? line`窗口内${name}最大的一次下跌（${day}，${move}）就在首个可反应的交易日。`
      : lag > 0
        ? line`窗口内${name}最大的一次下跌（${day}，${move}）在首个可反应的交易日之后第${String(lag)}日：不是对消息的最初反应。`
        : line`窗口内${name}最大的一次下跌（${day}，${move}）在消息之前。`,
  source: (text) => line`事件时间是保守的上界（${text}）。`,
  caution: '同时还有别的消息，变动不都归于此事；提名者偏鹰还是偏鸽要有讲话文本才能计分，这里不判。',
  table: {
    title: '消息后的变动',
    measure: '括号下为除去平日变动后的90%区间',
    asset: '资产',
    reaction: '首个反应日',
    sessions: (n) => `${n}日`,
    total: '至今',
    later: '其后',
  },
};

const zhHant: PolicyReactionMessages = {
  event: ({ title, day, hour, reaction }) =>
    line`${title}（${day}，世界時${hour}前已公開）；紐約市場最早在${reaction}的交易日反應。`,
  moved: (items) => [
    '當日',
    ...items.flatMap(
      ({ name, move, placebo, unusual }, k) =>
        line`${k === 0 ? '' : '，'}${name}${move}（平日有同樣大變動的占${placebo}${unusual ? '' : '，並不異常'}）`,
    ),
    '。',
  ],
  since: (items) => [
    '事件以來',
    ...items.flatMap(
      ({ name, total, later }, k) => line`${k === 0 ? '' : '，'}${name}${total}，其中${later}在反應日之後`,
    ),
    '。',
  ],
  fall: ({ name, day, move, lag }) =>
    lag === 0
      ? line`視窗內${name}最大的一次下跌（${day}，${move}）就在首個可反應的交易日。`
      : lag > 0
        ? line`視窗內${name}最大的一次下跌（${day}，${move}）在首個可反應的交易日之後第${String(lag)}日：不是對消息的最初反應。`
        : line`視窗內${name}最大的一次下跌（${day}，${move}）在消息之前。`,
  source: (text) => line`事件時間是保守的上界（${text}）。`,
  caution: '同時還有別的消息，變動不都歸於此事；提名者偏鷹還是偏鴿要有講話文本才能計分，這裡不判。',
  table: {
    title: '消息後的變動',
    measure: '括號下為除去平日變動後的90%區間',
    asset: '資產',
    reaction: '首個反應日',
    sessions: (n) => `${n}日`,
    total: '至今',
    later: '其後',
  },
};

const en: PolicyReactionMessages = {
  event: ({ title, day, hour, reaction }) =>
    line`The latest news of who decides on policy is ${title}, out by ${hour} UTC on ${day}; the first session that could react in New York is ${reaction}.`,
  moved: (items) => [
    'In it ',
    ...items.flatMap(
      ({ name, move, placebo, unusual }, k) =>
        line`${k === 0 ? '' : ', '}${name} moved by ${move} (as much in ${placebo} of other sessions${unusual ? '' : ', nothing unusual'})`,
    ),
    '.',
  ],
  since: (items) => [
    'Since the event ',
    ...items.flatMap(
      ({ name, total, later }, k) =>
        line`${k === 0 ? '' : ', '}${name} moved by ${total}, of which ${later} after that session`,
    ),
    '.',
  ],
  fall: ({ name, day, move, lag }) =>
    lag === 0
      ? line`The largest fall of ${name} in the window (${day}, ${move}) is of the first session that could react.`
      : lag > 0
        ? line`The largest fall of ${name} in the window (${day}, ${move}) came ${String(lag)} ${lag === 1 ? 'session' : 'sessions'} after the first that could react: it is not the first reaction to the news.`
        : line`The largest fall of ${name} in the window (${day}, ${move}) came before the news.`,
  source: (text) => line`The hour is a bound by which it was out (${text}).`,
  caution:
    'Other news came at the same time, so a move is not all of this event. Whether a nominee is hawk or dove would be scored from texts, which are not at hand.',
  table: {
    title: 'Moves after the news',
    measure: 'Below: 90% range less what other days do',
    asset: 'Asset',
    reaction: 'First reaction',
    sessions: (n) => (n === 1 ? '1 session' : `${n} sessions`),
    total: 'To date',
    later: 'Later',
  },
};

export const POLICY_REACTION: Readonly<Record<Language, PolicyReactionMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POLICY_REACTION_WHYS: readonly ExplainWhy[] = [
  [/^the market has not closed since the event$/, '事件之后市场尚未收盘', '事件之後市場尚未收盤'],
  [/^no value before the event$/, '事件之前没有数值', '事件之前沒有數值'],
  [/^the sessions after the event are not over$/, '事件后的交易日未满', '事件後的交易日未滿'],
  [/^fewer than (\d+) sessions before the event$/, '事件之前的交易日不足$1个', '事件之前的交易日不足$1個'],
];
