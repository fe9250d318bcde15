import type { Text } from '../../../data/series/define.ts';
import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

const COUNTRIES: readonly (readonly [id: string, index: string, name: Text])[] = [
  ['china', 'shanghai-composite', ['中国', '中國', 'China']],
  ['japan', 'nikkei-225', ['日本', '日本', 'Japan']],
  ['germany', 'dax', ['德国', '德國', 'Germany']],
  ['korea', 'kospi', ['韩国', '韓國', 'Korea']],
  ['united-kingdom', 'ftse-100', ['英国', '英國', 'United Kingdom']],
];
const READING: Text = [
  '零以上：股市跑赢经济。各国相比：高增长不等于高回报。名义价格对实际增长，股息不计。',
  '零以上：股市跑贏經濟。各國相比：高成長不等於高報酬。名目價格對實質成長，股息不計。',
  'Above zero shares did better than the economy. Across countries high growth is not high return. Nominal prices against real growth, without dividends.',
];

/** Return of shares less growth of the economy over one year. */
function returnLessGrowth([id, index, [hans, hant, en]]: (typeof COUNTRIES)[number]): DerivedEntry {
  return derived({
    id: `equity-less-growth-${id}`,
    title: [`${hans}：股市回报减经济增长`, `${hant}：股市報酬減經濟成長`, `Equity return less growth, ${en}`],
    of: { G: `gdp-growth-${id}`, S: index },
    formula: 'yearly(last(S, 10), 1) - lag(G, 1)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '上一年股指的涨幅减同年的实际GDP增长；以年初标注。',
      '上一年股指的漲幅減同年的實質GDP成長；以年初標註。',
      'Rise of the index over the year before, less real GDP growth of that year; labelled with the beginning of the next.',
    ],
    reading: READING,
    source: 'World Bank, NY.GDP.MKTP.KD.ZG',
  });
}

/** Growth of economies against the return of their shares. */
export const COUNTRIES_GROWTH: readonly DerivedEntry[] = [
  ...COUNTRIES.map(returnLessGrowth),
  derived({
    id: 'equity-less-growth-united-states',
    title: [
      '美国：股市回报减经济增长',
      '美國：股市報酬減經濟成長',
      'Equity return less growth, United States',
    ],
    of: { G: 'gdp-real', S: 'sp500' },
    formula: 'yearly(last(S, 10), 4) - yearly(lag(G, 1), 4)',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '截至季初四个季度标普500的涨幅，减同期实际GDP增长。',
      '截至季初四個季度標普500的漲幅，減同期實質GDP成長。',
      'Rise of the S&P 500 over the four quarters up to the beginning of this one, less growth of real GDP over them.',
    ],
    reading: READING,
    source: 'BEA',
  }),
];
