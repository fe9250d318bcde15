import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

export const RATIOS: readonly DerivedEntry[] = [
  derived({
    id: 'copper-gold-ratio',
    title: ['铜金比', '銅金比', 'Copper–gold ratio'],
    of: { C: 'copper-front', G: 'gold-front' },
    formula: 'C / G',
    unit: 'oz-per-lb',
    meaning: [
      '一磅铜值多少盎司黄金。',
      '一磅銅值多少盎司黃金。',
      'Ounces of gold that a pound of copper is worth.',
    ],
    reading: [
      '下降常与担忧增长、追求避险同现；两种金属各自的供给也会推动它。',
      '下降常與擔憂成長、追求避險同現；兩種金屬各自的供給也會推動它。',
      'Falling it tends to go with fear for growth and demand for safety; the supply of either metal moves it too.',
    ],
  }),
  derived({
    id: 'gold-silver-ratio',
    title: ['金银比', '金銀比', 'Gold–silver ratio'],
    of: { G: 'gold-front', S: 'silver-front' },
    formula: 'G / S',
    unit: 'ratio',
    meaning: [
      '一盎司黄金值多少盎司白银。',
      '一盎司黃金值多少盎司白銀。',
      'Ounces of silver that an ounce of gold is worth.',
    ],
    reading: [
      '高：黄金相对昂贵，多见于避险时；没有公认的正常值。',
      '高：黃金相對昂貴，多見於避險時；沒有公認的正常值。',
      'High: gold is dear against silver, as often when safety is sought; there is no agreed normal level.',
    ],
  }),
  derived({
    id: 'gdx-gld-ratio',
    title: ['金矿股对黄金', '金礦股對黃金', 'Gold miners against gold'],
    of: { M: 'gdx', G: 'gld' },
    formula: 'M / G',
    unit: 'ratio',
    meaning: [
      '金矿股基金GDX的价格除以黄金基金GLD的价格。',
      '金礦股基金GDX的價格除以黃金基金GLD的價格。',
      'Price of the miners’ fund GDX over that of the gold fund GLD.',
    ],
    reading: [
      '上升：矿商跑赢黄金。水平本身没有意义，只有变化与自身历史可比。',
      '上升：礦商跑贏黃金。水準本身沒有意義，只有變化與自身歷史可比。',
      'Rising: miners beat gold. Its level means nothing in itself; changes, and its own past, can be compared.',
    ],
  }),
  derived({
    id: 'btc-gold-ratio',
    title: ['以黄金计的比特币', '以黃金計的比特幣', 'Bitcoin in gold'],
    of: { B: 'btc-usd', G: 'gold-front' },
    formula: 'B / G',
    unit: 'oz',
    on: 'G',
    meaning: [
      '一枚比特币值多少盎司黄金；取有黄金收盘的日子。',
      '一枚比特幣值多少盎司黃金；取有黃金收盤的日子。',
      'Ounces of gold that a bitcoin is worth, on the days on which gold closes.',
    ],
    reading: [
      '下降：黄金跑赢比特币。两者收盘时刻相差数小时。',
      '下降：黃金跑贏比特幣。兩者收盤時刻相差數小時。',
      'Falling: gold beats bitcoin. Their closes are hours apart.',
    ],
  }),
  derived({
    id: 'brent-m1-m6',
    title: ['布伦特原油首月减第六月', '布蘭特原油首月減第六月', 'Brent, first less sixth month'],
    of: { F: 'brent-front', S: 'brent-m6' },
    formula: 'F - S',
    unit: 'usd-per-bbl',
    meaning: [
      '布伦特原油近月期货减第六个月期货。',
      '布蘭特原油近月期貨減第六個月期貨。',
      'Brent front future less that of the sixth month.',
    ],
    reading: [
      '零以上（近高远低）：眼前的油较紧缺；零以下：过剩，存油有利。换月时会跳动。',
      '零以上（近高遠低）：眼前的油較緊缺；零以下：過剩，存油有利。換月時會跳動。',
      'Above zero (backwardation) oil now is scarce; below, there is plenty and storing pays. It jumps when contracts roll.',
    ],
  }),
];
