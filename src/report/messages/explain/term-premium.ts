import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface TermPremiumMessages {
  level(p: { day: string; rate: Part; premium: Part; expected: Part; rank?: Part }): Inline;
  change(p: {
    from: string;
    to: string;
    sessions: number;
    rate: Part;
    premium: Part;
    expected: Part;
  }): Inline;
  usual(p: { share: Part; range: string }): Inline;
  readonly caution: string;
  readonly table: {
    title: string;
    measure: string;
    span: string;
    sessions(n: number): string;
    rate: string;
    premium: string;
    expected: string;
    share: string;
  };
}

const zhHans: TermPremiumMessages = {
  level: ({ day, rate, premium, expected, rank }) =>
    line`${day}，10年期美债收益率${rate}，其中期限溢价${premium}，预期短期利率${expected}${rank === undefined ? '' : line`；溢价处于十年中的第${rank}百分位`}。`,
  change: ({ from, to, sessions, rate, premium, expected }) =>
    line`${from}至${to}（${String(sessions)}个交易日），收益率${rate}：期限溢价${premium}，预期短期利率${expected}。`,
  usual: ({ share, range }) => line`过去一年里，收益率每变动1个基点，期限溢价平均占${share}（${range}）。`,
  caution: '期限溢价出自模型，每次重估会改写历史，且晚于收益率数日公布；拆分是账目，不是原因。',
  table: {
    title: '10年期收益率变动的拆分',
    measure: '基点',
    span: '窗口',
    sessions: (n) => `${n}个交易日`,
    rate: '收益率',
    premium: '期限溢价',
    expected: '预期短期利率',
    share: '溢价占比',
  },
};

const zhHant: TermPremiumMessages = {
  level: ({ day, rate, premium, expected, rank }) =>
    line`${day}，10年期美債殖利率${rate}，其中期限溢酬${premium}，預期短期利率${expected}${rank === undefined ? '' : line`；溢酬處於十年中的第${rank}百分位`}。`,
  change: ({ from, to, sessions, rate, premium, expected }) =>
    line`${from}至${to}（${String(sessions)}個交易日），殖利率${rate}：期限溢酬${premium}，預期短期利率${expected}。`,
  usual: ({ share, range }) => line`過去一年裡，殖利率每變動1個基點，期限溢酬平均占${share}（${range}）。`,
  caution: '期限溢酬出自模型，每次重估會改寫歷史，且晚於殖利率數日公布；拆分是帳目，不是原因。',
  table: {
    title: '10年期殖利率變動的拆分',
    measure: '基點',
    span: '視窗',
    sessions: (n) => `${n}個交易日`,
    rate: '殖利率',
    premium: '期限溢酬',
    expected: '預期短期利率',
    share: '溢酬占比',
  },
};

const en: TermPremiumMessages = {
  level: ({ day, rate, premium, expected, rank }) =>
    line`On ${day} the 10-year Treasury yielded ${rate}, of which ${premium} is term premium and ${expected} expected short rates${rank === undefined ? '' : line`; the premium stands at percentile ${rank} of ten years`}.`,
  change: ({ from, to, sessions, rate, premium, expected }) =>
    line`From ${from} to ${to} (${String(sessions)} ${sessions === 1 ? 'session' : 'sessions'}) the yield moved by ${rate}: term premium ${premium}, expected short rates ${expected}.`,
  usual: ({ share, range }) =>
    line`Over the last year of sessions ${share} of a move of the yield was premium (${range}).`,
  caution:
    'The premium is of a model that rewrites its history with each estimation and is published days after the yield; the split is bookkeeping, no cause.',
  table: {
    title: 'Split of the change of the 10-year yield',
    measure: 'Basis points',
    span: 'Window',
    sessions: (n) => (n === 1 ? '1 session' : `${n} sessions`),
    rate: 'Yield',
    premium: 'Term premium',
    expected: 'Expected short rates',
    share: 'Share of premium',
  },
};

export const TERM_PREMIUM: Readonly<Record<Language, TermPremiumMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const TERM_PREMIUM_WHYS: readonly ExplainWhy[] = [
  [
    /^no day with both the yield and the term premium$/,
    '没有收益率与期限溢价俱全的日子',
    '沒有殖利率與期限溢酬俱全的日子',
  ],
  [/^fewer than (\d+) days with both$/, '两者俱全的日子不足$1天', '兩者俱全的日子不足$1天'],
  [/^fewer days with both than the window has$/, '两者俱全的日子少于窗口', '兩者俱全的日子少於視窗'],
  [/^the yield changed by less than 5 basis points$/, '收益率变动不足5个基点', '殖利率變動不足5個基點'],
];
