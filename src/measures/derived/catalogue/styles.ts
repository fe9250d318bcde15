import type { Text } from '../../../data/series/define.ts';
import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

interface Pair {
  readonly id: string;
  readonly name: Text;
  readonly of: readonly [first: string, second: string];
}

const PAIRS: readonly Pair[] = [
  { id: 'value-growth', name: ['价值减成长', '價值減成長', 'value less growth'], of: ['vtv', 'vug'] },
  {
    id: 'dividend-market',
    name: ['股息减大盘', '股息減大盤', 'dividends less the market'],
    of: ['schd', 'spy'],
  },
  {
    id: 'quality-market',
    name: ['质量减大盘', '品質減大盤', 'quality less the market'],
    of: ['qual', 'spy'],
  },
  { id: 'small-large', name: ['小盘减大盘', '小型減大型', 'small less large'], of: ['iwm', 'spy'] },
  {
    id: 'nasdaq-dow',
    name: ['纳斯达克减道琼斯', '那斯達克減道瓊', 'Nasdaq-100 less Dow'],
    of: ['qqq', 'dia'],
  },
];

const STATES: readonly (readonly [id: string, name: Text, fell: string])[] = [
  ['tightening', ['流动性收紧后', '流動性收緊後', 'after liquidity fell'], '-'],
  ['easing', ['流动性放松后', '流動性放鬆後', 'after liquidity rose'], ''],
];

/** Return of one style over another in the 13 weeks that followed 13 weeks of falling, or of rising, net liquidity; no row in the other state. */
function afterLiquidity(
  { id, name, of: [first, second] }: Pair,
  [state, when, sign]: (typeof STATES)[number],
): DerivedEntry {
  return derived({
    id: `${id}-after-${state}`,
    title: [`${when[0]}：${name[0]}`, `${when[1]}：${name[1]}`, `Style ${when[2]}: ${name[2]}`],
    of: { L: 'net-liquidity', A: first, B: second },
    formula: `(pct(last(A, 5), 13) - pct(last(B, 5), 13)) / above(${sign}lag(change(L, 13), 13), 0)`,
    unit: 'fraction',
    meaning: [
      '13周的收益差，只列出此前13周净流动性下降（或上升）的各周；股息不计。',
      '13週的報酬差，只列出此前13週淨流動性下降（或上升）的各週；股息不計。',
      'Difference of returns over 13 weeks, on those weeks only before which net liquidity had fallen (or risen) for 13; without dividends.',
    ],
    reading: [
      '把两种状态的分布相比。相邻各周重叠，独立的观察只有十三分之一。',
      '把兩種狀態的分布相比。相鄰各週重疊，獨立的觀察只有十三分之一。',
      'Compare the distributions of the two states. Neighbouring weeks overlap: one in thirteen is an observation of its own.',
    ],
  });
}

/** What styles of shares returned under tightening and easing, and after joint falls. */
export const STYLES: readonly DerivedEntry[] = [
  ...PAIRS.flatMap((pair) => STATES.map((state) => afterLiquidity(pair, state))),
  derived({
    id: 'quality-after-joint-fall',
    title: [
      '共同下跌后60日：质量股相对大盘',
      '共同下跌後60日：品質股相對大盤',
      'Quality less the market, 60 days after a joint fall',
    ],
    of: { M: 'spy', B: 'btc-usd', Q: 'qual' },
    formula:
      '(pct(Q, 60) - pct(M, 60)) / (above(-lag(pct(M, 5), 60), 0.05) * above(-lag(pct(last(B, 5), 5), 60), 0.05))',
    unit: 'fraction',
    meaning: [
      '60日收益之差，只列出60日之前标普500基金与比特币在五日内都跌超5%的各行。',
      '60日報酬之差，只列出60日之前標普500基金與比特幣在五日內都跌超5%的各列。',
      'Difference of 60-day returns, on those rows only before which the S&P 500 fund and bitcoin had both fallen by more than 5 % in five days.',
    ],
    reading: [
      '是分布，不是承诺；一次下跌给出许多相邻的行。',
      '是分布，不是承諾；一次下跌給出許多相鄰的列。',
      'A distribution, no promise; one fall gives many neighbouring rows.',
    ],
  }),
  derived({
    id: 'staples-after-joint-fall',
    title: [
      '共同下跌后60日：必需消费股相对大盘',
      '共同下跌後60日：必需消費股相對大盤',
      'Consumer staples less the market, 60 days after a joint fall',
    ],
    of: { M: 'spy', B: 'btc-usd', Q: 'xlp' },
    formula:
      '(pct(Q, 60) - pct(M, 60)) / (above(-lag(pct(M, 5), 60), 0.05) * above(-lag(pct(last(B, 5), 5), 60), 0.05))',
    unit: 'fraction',
    meaning: [
      '60日收益之差，只列出60日之前标普500基金与比特币在五日内都跌超5%的各行。',
      '60日報酬之差，只列出60日之前標普500基金與比特幣在五日內都跌超5%的各列。',
      'Difference of 60-day returns, on those rows only before which the S&P 500 fund and bitcoin had both fallen by more than 5 % in five days.',
    ],
    reading: [
      '是分布，不是承诺；一次下跌给出许多相邻的行。',
      '是分布，不是承諾；一次下跌給出許多相鄰的列。',
      'A distribution, no promise; one fall gives many neighbouring rows.',
    ],
  }),
  derived({
    id: 'market-after-joint-fall',
    title: ['共同下跌后60日：大盘', '共同下跌後60日：大盤', 'The market 60 days after a joint fall'],
    of: { M: 'spy', B: 'btc-usd' },
    formula: 'pct(M, 60) / (above(-lag(pct(M, 5), 60), 0.05) * above(-lag(pct(last(B, 5), 5), 60), 0.05))',
    unit: 'fraction',
    meaning: [
      '标普500基金60日收益，只列出此前与比特币在五日内都跌超5%的各行。',
      '標普500基金60日報酬，只列出此前與比特幣在五日內都跌超5%的各列。',
      '60-day return of the S&P 500 fund, on those rows only before which it and bitcoin had both fallen by more than 5 % in five days.',
    ],
    reading: [
      '是分布，不是承诺；一次下跌给出许多相邻的行。',
      '是分布，不是承諾；一次下跌給出許多相鄰的列。',
      'A distribution, no promise; one fall gives many neighbouring rows.',
    ],
  }),
];
