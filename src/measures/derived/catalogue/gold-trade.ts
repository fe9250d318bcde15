import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

/** Gold in the trade balance of the United States, and its route over Switzerland to Asia. */
export const GOLD_TRADE: readonly DerivedEntry[] = [
  derived({
    id: 'trade-balance-without-gold',
    title: ['不含黄金的美国贸易差额', '不含黃金的美國貿易差額', 'US trade balance without gold'],
    of: { B: 'trade-balance', X: 'gold-exports-us', M: 'gold-imports-us' },
    formula: 'B - X + M',
    unit: 'usd',
    transform: 'level',
    meaning: [
      '美国商品与服务贸易差额，减非货币黄金出口，加其进口。',
      '美國商品與服務貿易差額，減非貨幣黃金出口，加其進口。',
      'Balance of goods and services less exports of nonmonetary gold plus its imports.',
    ],
    reading: [
      '与含黄金的差额一起看。黄金进出库多不进入国内生产总值。',
      '與含黃金的差額一起看。黃金進出庫多不進入國內生產毛額。',
      'Beside the balance with gold. Gold that moves between vaults is mostly not in gross domestic product.',
    ],
    source: 'Census and BEA, FT-900',
  }),
  derived({
    id: 'gold-share-of-balance-change',
    title: [
      '黄金净出口占差额变化',
      '黃金淨出口占差額變化',
      'Share of gold in the change of the trade balance',
    ],
    of: { B: 'trade-balance', X: 'gold-exports-us', M: 'gold-imports-us' },
    formula: 'change(X - M, 1) / change(B, 1)',
    unit: 'fraction',
    meaning: [
      '黄金净出口的月变化除以贸易差额的月变化。',
      '黃金淨出口的月變化除以貿易差額的月變化。',
      'Change of net exports of gold over the change of the trade balance, month on month.',
    ],
    reading: [
      '高于1：没有黄金，差额会向反方向变。差额几乎不变的月份数值没有意义。',
      '高於1：沒有黃金，差額會向反方向變。差額幾乎不變的月份數值沒有意義。',
      'Above one, without gold the balance would have moved the other way. In a month with hardly any change of the balance it means nothing.',
    ],
    source: 'Census and BEA, FT-900',
  }),
  derived({
    id: 'gold-exports-share-of-balance-change',
    title: [
      '黄金出口占差额变化',
      '黃金出口占差額變化',
      'Share of gold exports in the change of the trade balance',
    ],
    of: { B: 'trade-balance', X: 'gold-exports-us' },
    formula: 'change(X, 1) / change(B, 1)',
    unit: 'fraction',
    meaning: [
      '黄金出口的月变化除以贸易差额的月变化。',
      '黃金出口的月變化除以貿易差額的月變化。',
      'Change of exports of gold over the change of the trade balance, month on month.',
    ],
    reading: [
      '只看出口；进口的变化另计。',
      '只看出口；進口的變化另計。',
      'Exports only; a change of imports stands apart.',
    ],
    source: 'Census and BEA, FT-900',
  }),
  derived({
    id: 'gold-exports-to-switzerland-share',
    title: ['美国黄金出口中瑞士占比', '美國黃金出口中瑞士占比', 'Share of Switzerland in US exports of gold'],
    of: { S: 'gold-exports-us-switzerland', T: 'gold-exports-us-customs' },
    formula: 'S / T',
    unit: 'fraction',
    meaning: [
      '美国海关统计的黄金出口额中，运往瑞士的比重。',
      '美國海關統計的黃金出口額中，運往瑞士的比重。',
      'Share of US exports of gold, by value at customs, that goes to Switzerland.',
    ],
    reading: [
      '瑞士精炼后再出口：它是中转，不是归宿。',
      '瑞士精煉後再出口：它是中轉，不是歸宿。',
      'Switzerland refines and exports again: a station, not the end.',
    ],
    source: 'Census, HS 7108',
  }),
  derived({
    id: 'gold-switzerland-to-asia-share',
    title: [
      '瑞士黄金出口中中国与印度占比',
      '瑞士黃金出口中中國與印度占比',
      'Share of China and India in Swiss exports of gold',
    ],
    of: {
      T: 'gold-exports-switzerland',
      C: 'gold-exports-switzerland-china',
      H: 'gold-exports-switzerland-hong-kong',
      I: 'gold-exports-switzerland-india',
    },
    formula: '(C + H + I) / T',
    unit: 'fraction',
    meaning: [
      '瑞士黄金出口（重量）中，运往中国内地、香港与印度的比重。',
      '瑞士黃金出口（重量）中，運往中國內地、香港與印度的比重。',
      'Share of Swiss exports of gold, by weight, that goes to mainland China, Hong Kong and India.',
    ],
    reading: [
      '同一批黄金的来路不可追：两段比重不能相乘。',
      '同一批黃金的來路不可追：兩段比重不能相乘。',
      'No bar can be followed: the two shares of the route must not be multiplied.',
    ],
    source: 'Swiss-Impex, 7108.1200',
  }),
];
