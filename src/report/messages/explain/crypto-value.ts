import type { Language } from '../../../data/series/entry.ts';
import type { ValueKind } from '../../../diagnosis/explain/havens/crypto-value.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface CryptoValueMessages {
  lost(p: { day: string; top: string; from: Part; to: Part; share: Part }): Inline;
  highest(p: { day: string; value: Part }): Inline;
  day(p: { dollars: Part; share: Part }): Inline;
  base(wrong: Part): Inline;
  cover(share: Part | undefined): Inline;
  stale(day: string): Inline;
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly kind: string;
    readonly value: string;
    readonly change: string;
  };
}

const zhHans: CryptoValueMessages = {
  lost: ({ day, top, from, to, share }) =>
    line`五种大币与稳定币的市值由${top}的${from}降至${day}的${to}，变动${share}，以高点为底。`,
  highest: ({ day, value }) => line`五种大币与稳定币的市值在${day}为${value}，是一年来最高。`,
  day: ({ dollars, share }) => line`最近一日变动${dollars}（${share}）。`,
  base: (wrong) => line`同样的金额若除以剩下的市值，会写成${wrong}：引用比例时要看以什么为底。`,
  cover: (share) =>
    share ? line`所计部分占总市值的${share}。` : ['没有总市值的数据：这里不是全部加密货币，其余币种未计。'],
  stale: (day) => line`供应量最晚知至${day}，此后按不变计。`,
  kinds: {
    btc: '比特币',
    eth: '以太币',
    xrp: '瑞波币',
    bnb: '币安币',
    sol: '索拉纳币',
    stablecoins: '稳定币',
  },
  table: {
    title: '市值与高点以来的变动',
    measure: '供应乘以价格；稳定币按面值；各项之和等于总数',
    kind: '类别',
    value: '市值',
    change: '高点以来',
  },
};

const zhHant: CryptoValueMessages = {
  lost: ({ day, top, from, to, share }) =>
    line`五種大幣與穩定幣的市值由${top}的${from}降至${day}的${to}，變動${share}，以高點為底。`,
  highest: ({ day, value }) => line`五種大幣與穩定幣的市值在${day}為${value}，是一年來最高。`,
  day: ({ dollars, share }) => line`最近一日變動${dollars}（${share}）。`,
  base: (wrong) => line`同樣的金額若除以剩下的市值，會寫成${wrong}：引用比例時要看以什麼為底。`,
  cover: (share) =>
    share ? line`所計部分占總市值的${share}。` : ['沒有總市值的資料：這裡不是全部加密貨幣，其餘幣種未計。'],
  stale: (day) => line`供給量最晚知至${day}，此後按不變計。`,
  kinds: {
    btc: '比特幣',
    eth: '以太幣',
    xrp: '瑞波幣',
    bnb: '幣安幣',
    sol: '索拉納幣',
    stablecoins: '穩定幣',
  },
  table: {
    title: '市值與高點以來的變動',
    measure: '供給乘以價格；穩定幣按面值；各項之和等於總數',
    kind: '類別',
    value: '市值',
    change: '高點以來',
  },
};

const en: CryptoValueMessages = {
  lost: ({ day, top, from, to, share }) =>
    line`The market value of five large coins and stablecoins went from ${from} on ${top} to ${to} on ${day}: ${share} of the value at the top.`,
  highest: ({ day, value }) =>
    line`The market value of five large coins and stablecoins was ${value} on ${day}, the highest of the year.`,
  day: ({ dollars, share }) => line`Over the last day it changed by ${dollars} (${share}).`,
  base: (wrong) =>
    line`The same dollars over what is left would read ${wrong}: a share says little without its base.`,
  cover: (share) =>
    share
      ? line`That is ${share} of the value of all crypto.`
      : ['The value of all crypto is not known here: other coins are not counted.'],
  stale: (day) => line`Supplies are known up to ${day} and held from there on.`,
  kinds: { btc: 'Bitcoin', eth: 'Ether', xrp: 'XRP', bnb: 'BNB', sol: 'Solana', stablecoins: 'Stablecoins' },
  table: {
    title: 'Market value and its change since the top',
    measure: 'Supply times price; stablecoins at par; the parts sum to the whole',
    kind: 'Counted',
    value: 'Market value',
    change: 'Since the top',
  },
};

export const CRYPTO_VALUE: Readonly<Record<Language, CryptoValueMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CRYPTO_VALUE_WHYS: readonly ExplainWhy[] = [
  [/^bitcoin or its market value has no value$/, '没有比特币价格或其市值', '沒有比特幣價格或其市值'],
  [/^crypto-market-cap has no value on the day$/, '当日没有加密货币总市值', '當日沒有加密貨幣總市值'],
];
