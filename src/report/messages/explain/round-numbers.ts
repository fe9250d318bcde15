import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface RoundNumberMessages {
  after(p: {
    name: string;
    step: string;
    n: number;
    sessions: number;
    round: Part;
    base: Part;
    p: Part;
    apart: boolean;
  }): Inline;
  rate(p: { round: Part; base: Part; p: Part }): Inline;
  next(p: { round: Part; base: Part; p: Part }): Inline;
  distance(p: { below: Part; above: Part }): Inline;
  readonly caution: Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly what: string;
    readonly round: string;
    readonly base: string;
    readonly band: string;
    readonly p: string;
    readonly rate: string;
    after(n: number): string;
    readonly next: string;
  };
}

const zhHans: RoundNumberMessages = {
  after: ({ name, step, n, sessions, round, base, p, apart }) =>
    line`${name}收破${step}的整数倍共${String(n)}次，其后${String(sessions)}个交易日平均${round}，非整数关口为${base}（p=${p}）：${apart ? '两者有别' : '看不出整数关口有何特别'}。`,
  rate: ({ round, base, p }) => line`触及后收破的比例为${round}，非整数关口${base}（p=${p}）。`,
  next: ({ round, base, p }) => line`20个交易日内再跌一整格的占${round}，非整数关口${base}（p=${p}）。`,
  distance: ({ below, above }) => line`离下方关口${below}，离上方关口${above}。`,
  caution: ['没有止损单或爆仓价位的数据，不能说关口下面堆着止损。'],
  table: {
    title: '收破整数关口之后',
    measure: '对照为把同样间距的关口平移199次；区间为其2.5%至97.5%',
    what: '统计量',
    round: '整数关口',
    base: '非整数关口',
    band: '区间',
    p: 'p值',
    rate: '触及后收破',
    after: (n) => `其后${n}日`,
    next: '20日内再跌一格',
  },
};

const zhHant: RoundNumberMessages = {
  after: ({ name, step, n, sessions, round, base, p, apart }) =>
    line`${name}收破${step}的整數倍共${String(n)}次，其後${String(sessions)}個交易日平均${round}，非整數關口為${base}（p=${p}）：${apart ? '兩者有別' : '看不出整數關口有何特別'}。`,
  rate: ({ round, base, p }) => line`觸及後收破的比例為${round}，非整數關口${base}（p=${p}）。`,
  next: ({ round, base, p }) => line`20個交易日內再跌一整格的占${round}，非整數關口${base}（p=${p}）。`,
  distance: ({ below, above }) => line`離下方關口${below}，離上方關口${above}。`,
  caution: ['沒有停損單或強平價位的資料，不能說關口下面堆著停損。'],
  table: {
    title: '收破整數關口之後',
    measure: '對照為把同樣間距的關口平移199次；區間為其2.5%至97.5%',
    what: '統計量',
    round: '整數關口',
    base: '非整數關口',
    band: '區間',
    p: 'p值',
    rate: '觸及後收破',
    after: (n) => `其後${n}日`,
    next: '20日內再跌一格',
  },
};

const en: RoundNumberMessages = {
  after: ({ name, step, n, sessions, round, base, p, apart }) =>
    line`${name} has closed below a multiple of ${step} ${String(n)} times; the ${String(sessions)} sessions after brought ${round} on average, against ${base} at levels that are not round (p = ${p}): ${apart ? 'the two differ' : 'nothing tells the round ones apart'}.`,
  rate: ({ round, base, p }) =>
    line`Of the touches ${round} broke, at levels that are not round ${base} (p = ${p}).`,
  next: ({ round, base, p }) =>
    line`Within 20 sessions ${round} went a whole step lower, at levels that are not round ${base} (p = ${p}).`,
  distance: ({ below, above }) => line`The next round level lies ${below} below and ${above} above.`,
  caution: [
    'There are no data on stop orders or liquidation prices, so nothing can be said of stops piled up under a level.',
  ],
  table: {
    title: 'After a close below a round number',
    measure: 'Against 199 grids of the same step, shifted; the interval holds 2.5% to 97.5% of them',
    what: 'What',
    round: 'Round',
    base: 'Not round',
    band: 'Interval',
    p: 'p',
    rate: 'Touches that break',
    after: (n) => (n === 1 ? 'Next session' : `Next ${n} sessions`),
    next: 'A step lower within 20',
  },
};

export const ROUND_NUMBERS: Readonly<Record<Language, RoundNumberMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const ROUND_NUMBERS_WHYS: readonly ExplainWhy[] = [
  [/^fewer than (\d+) breaks of a round level$/, '收破整数关口不足$1次', '收破整數關口不足$1次'],
  [/^the series has no value$/, '该序列没有值', '該序列沒有值'],
];
