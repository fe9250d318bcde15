import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface AfterMessages {
  /** What the price did after the cases of a rule, beside any day. */
  sentence(p: { days: number; cases: number; mean: Inline; up: Part; base: Part; baseUp: Part }): Inline;
  /** Headings of the columns of a table of it. */
  readonly days: (h: number) => string;
  readonly cases: string;
  readonly mean: string;
  readonly up: string;
  readonly base: string;
  readonly baseUp: string;
}

const zhHans: AfterMessages = {
  sentence: ({ days, cases, mean, up, base, baseUp }) =>
    line`过去${String(cases)}次之后${String(days)}日平均${mean}，上涨占${up}；任意一日之后平均${base}，上涨占${baseUp}。未经样本外检验。`,
  days: (h) => `${h}日后`,
  cases: '次数',
  mean: '其后平均',
  up: '上涨占比',
  base: '任意日平均',
  baseUp: '任意日上涨占比',
};

const zhHant: AfterMessages = {
  sentence: ({ days, cases, mean, up, base, baseUp }) =>
    line`過去${String(cases)}次之後${String(days)}日平均${mean}，上漲占${up}；任意一日之後平均${base}，上漲占${baseUp}。未經樣本外檢驗。`,
  days: (h) => `${h}日後`,
  cases: '次數',
  mean: '其後平均',
  up: '上漲占比',
  base: '任意日平均',
  baseUp: '任意日上漲占比',
};

const en: AfterMessages = {
  sentence: ({ days, cases, mean, up, base, baseUp }) =>
    line`In the ${String(days)} days after ${String(cases)} past cases the price changed by ${mean} on average and rose in ${up} of them; after any day it was ${base} and ${baseUp}. The rule is unproven.`,
  days: (h) => `${h} days`,
  cases: 'Cases',
  mean: 'Mean after',
  up: 'Rose',
  base: 'Mean, any day',
  baseUp: 'Rose, any day',
};

export const AFTER: Readonly<Record<Language, AfterMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const AFTER_WHYS: readonly ExplainWhy[] = [
  [/^fewer than (\d+) past cases$/, '过去不足$1次', '過去不足$1次'],
];
