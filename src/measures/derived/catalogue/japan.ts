import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

/** Path of the Bank of Japan: steps, what is priced in, and the gap to the United States. */
export const JAPAN: readonly DerivedEntry[] = [
  derived({
    id: 'boj-policy-step',
    title: [
      '日本央行政策利率一年变化',
      '日本央行政策利率一年變化',
      'Bank of Japan policy rate, change over a year',
    ],
    of: { B: 'boj-policy-rate' },
    formula: 'change(B, 365)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '政策利率比一年前的变化。',
      '政策利率比一年前的變化。',
      'Policy rate less that of 365 days before: the steps of a year.',
    ],
    reading: [
      '0.25个百分点：一年一步。',
      '0.25個百分點：一年一步。',
      'A quarter of a point is one step in the year.',
    ],
    source: 'BIS, central bank policy rates',
  }),
  derived({
    id: 'japan-call-less-policy',
    title: ['日本隔夜利率减政策利率', '日本隔夜利率減政策利率', 'Japan overnight less policy rate'],
    of: { C: 'japan-call-rate', B: 'boj-policy-rate' },
    formula: 'C - last(B, 31)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '无担保隔夜拆借利率减政策利率。',
      '無擔保隔夜拆借利率減政策利率。',
      'Uncollateralised overnight rate less the policy rate.',
    ],
    reading: [
      '接近零：政策传导到市场。月末会下跳。',
      '接近零：政策傳導到市場。月末會下跳。',
      'Near zero policy reaches the market. Ends of months make it dip.',
    ],
    source: 'Bank of Japan',
  }),
  derived({
    id: 'japan-2y-less-call',
    title: ['日本2年期减隔夜利率', '日本2年期減隔夜利率', 'Japan 2-year yield less overnight rate'],
    of: { J: 'japan-2y', C: 'japan-call-rate' },
    formula: 'J - last(C, 10)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '日本国债2年期收益率减隔夜利率。',
      '日本國債2年期殖利率減隔夜利率。',
      'Two-year government yield less the overnight rate.',
    ],
    reading: [
      '高于零：市场预期加息，含期限溢价。',
      '高於零：市場預期升息，含期限溢酬。',
      'Above zero rises are expected; a term premium is in it.',
    ],
    source: 'Ministry of Finance; Bank of Japan',
  }),
  derived({
    id: 'japan-hikes-priced',
    title: [
      '2年期所含的日本加息次数',
      '2年期所含的日本升息次數',
      'Rises of the Japanese rate in the 2-year yield',
    ],
    of: { X: 'japan-2y-less-call' },
    formula: 'as(2 * X / amount(0.0025, "fraction-per-year"), "count")',
    unit: 'count',
    meaning: [
      '两年平均利差折成期末水平（乘2），再除以每步25个基点。',
      '兩年平均利差折成期末水準（乘2），再除以每步25個基點。',
      'The average over two years doubled to what it ends at, in steps of 25 basis points.',
    ],
    reading: [
      '假定匀速上行且没有期限溢价，是粗略的读数；隔夜掉期更准。',
      '假定勻速上行且沒有期限溢酬，是粗略的讀數；隔夜交換更準。',
      'It takes an even rise and no term premium: a rough reading; swaps are better.',
    ],
  }),
  derived({
    id: 'japan-path-1y',
    title: ['日本一年后的政策路径', '日本一年後的政策路徑', 'Japan, policy path in a year'],
    of: { F: 'japan-expected-rate-1y', C: 'japan-call-rate' },
    formula: 'F - last(C, 10)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      'TONA期货隐含的一年后隔夜利率减当前隔夜利率。',
      'TONA期貨隱含的一年後隔夜利率減當前隔夜利率。',
      'Overnight rate in a year, from TONA futures, less the present one.',
    ],
    reading: [
      '0.25个百分点：市场计入一次加息。远月成交稀少。',
      '0.25個百分點：市場計入一次升息。遠月成交稀少。',
      'A quarter of a point is one rise priced in. Far contracts trade little.',
    ],
    source: 'Japan Exchange Group',
  }),
  derived({
    id: 'us-japan-10y-gap',
    title: ['美日10年期利差', '美日10年期利差', 'US less Japan, ten-year yields'],
    of: { J: 'japan-10y', U: 'us-10y' },
    formula: 'last(U, 5) - J',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '美国10年期收益率减日本10年期收益率。',
      '美國10年期殖利率減日本10年期殖利率。',
      'Ten-year yield of the United States less that of Japan.',
    ],
    reading: [
      '收窄削弱借日元的套利；两地收盘相差十余小时。',
      '收窄削弱借日圓的套利；兩地收盤相差十餘小時。',
      'Narrowing it weakens borrowing in yen. The closes are more than ten hours apart.',
    ],
  }),
];
