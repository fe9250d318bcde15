import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

interface NetworkWords {
  answer(p: { sender: string; receiver: string; total: string; markets: number }): readonly string[];
  total(p: { total: Part; range: string; before?: Part }): Inline;
  pair(p: { sender: string; sent: Part; receiver: string; received: Part }): Inline;
  readonly meaning: string;
  readonly table: { title(p: { total: Part }): Inline; readonly measure: string };
  readonly net: {
    readonly title: string;
    readonly measure: string;
    readonly market: string;
    readonly net: string;
    readonly before: string;
  };
  readonly graph: { readonly title: string; measure(n: number): string };
}

const zhHans: NetworkWords = {
  answer: ({ sender, receiver, total, markets }) => [
    `净传出冲击最多的是${sender}，`,
    `净接收最多的是${receiver}；`,
    `${markets}个市场的变动有${total}来自彼此`,
  ],
  total: ({ total, range, before }) =>
    line`各市场十日预测误差的方差有${total}来自其他市场（90%区间${range}）${before ? line`，一年前为${before}` : ''}。`,
  pair: ({ sender, sent, receiver, received }) =>
    line`净传出最多的是${sender}（${sent}），净接收最多的是${receiver}（${received}）。`,
  meaning: '这说的是谁的变动领先谁，不说明原因。',
  table: {
    title: ({ total }) => line`谁把冲击传给谁：合计${total}来自彼此`,
    measure: '行接收、列传出，方差占比%；对角线（灰）为自身',
  },
  net: {
    title: '净传出与净接收',
    measure: '传出减接收，占一个市场方差的%；右列为一年前',
    market: '市场',
    net: '净额',
    before: '一年前',
  },
  graph: {
    title: '最强的净传递',
    measure: (n) => `净额最大的${n}个市场；箭头指向接收方，越粗越强；实心为净传出`,
  },
};

const zhHant: NetworkWords = {
  answer: ({ sender, receiver, total, markets }) => [
    `淨傳出衝擊最多的是${sender}，`,
    `淨接收最多的是${receiver}；`,
    `${markets}個市場的變動有${total}來自彼此`,
  ],
  total: ({ total, range, before }) =>
    line`各市場十日預測誤差的變異數有${total}來自其他市場（90%區間${range}）${before ? line`，一年前為${before}` : ''}。`,
  pair: ({ sender, sent, receiver, received }) =>
    line`淨傳出最多的是${sender}（${sent}），淨接收最多的是${receiver}（${received}）。`,
  meaning: '這說的是誰的變動領先誰，不說明原因。',
  table: {
    title: ({ total }) => line`誰把衝擊傳給誰：合計${total}來自彼此`,
    measure: '列接收、欄傳出，變異數占比%；對角線（灰）為自身',
  },
  net: {
    title: '淨傳出與淨接收',
    measure: '傳出減接收，占一個市場變異數的%；右欄為一年前',
    market: '市場',
    net: '淨額',
    before: '一年前',
  },
  graph: {
    title: '最強的淨傳遞',
    measure: (n) => `淨額最大的${n}個市場；箭頭指向接收方，越粗越強；實心為淨傳出`,
  },
};

const en: NetworkWords = {
  answer: ({ sender, receiver, total, markets }) => [
    `On balance ${sender} sends the most shocks,`,
    `${receiver} receives the most;`,
    `${total} of what moves ${markets} markets comes from one another`,
  ],
  total: ({ total, range, before }) =>
    line`Of the variance of ten-day forecast errors, ${total} comes from other markets (90% band ${range})${before ? line`; a year before it was ${before}` : ''}.`,
  pair: ({ sender, sent, receiver, received }) =>
    line`The largest net sender is ${sender} (${sent}), the largest net receiver ${receiver} (${received}).`,
  meaning: 'This says whose moves come first; it does not say why.',
  table: {
    title: ({ total }) => line`Who sends to whom: ${total} in all comes from one another`,
    measure: 'Rows receive, columns send, % of the variance; on the diagonal, in grey, what is their own',
  },
  net: {
    title: 'Net senders and receivers',
    measure: 'Sent less received, % of one market’s variance; at the right a year before',
    market: 'Market',
    net: 'Net',
    before: 'A year before',
  },
  graph: {
    title: 'The strongest net flows',
    measure: (n) =>
      `The ${n} markets with the largest net; arrows point at the receiver, thicker is stronger; a full disc sends more than it receives`,
  },
};

export const NETWORK: Readonly<Record<Language, NetworkWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
