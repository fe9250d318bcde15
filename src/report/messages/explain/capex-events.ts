import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface CapexEventsMessages {
  readonly missing: string;
  latest(p: { firm: string; session: string; abnormal: Inline; value?: Part }): Inline;
  mean(p: { events: number; mean: Part; fallen: number }): Inline;
  wrong(p: { before: string; wrong: Part }): Inline;
  readonly late: string;
  unknown(firms: readonly string[]): string;
  dropped(n: number): string;
  readonly caution: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly firm: string;
    readonly session: string;
    readonly abnormal: string;
    readonly cumulative: string;
    readonly wrong: string;
    readonly value: string;
  };
}

const zhHans: CapexEventsMessages = {
  missing:
    '没有可研究的资本开支公告：导入表capex_guidance（time或date、firm、year、low、high、unit、series）后，可看公告后首个交易日的异常收益。',
  latest: ({ firm, session, abnormal, value }) =>
    line`${firm}最近一次公告后的首个交易日${session}，扣除大盘后${abnormal}${value === undefined ? '' : line`，合市值${value}`}。`,
  mean: ({ events, mean, fallen }) =>
    line`${String(events)}次公告平均${mean}，其中${String(fallen)}次落后于大盘。`,
  wrong: ({ before, wrong }) => line`前一交易日${before}（异常收益${wrong}）在公告之前收盘，不是对它的反应。`,
  late: '只知日期的公告按收盘后处理，由次一交易日反应；知道时刻就填time。',
  unknown: (firms) => `不知道代码、未计入的公司：${firms.join('、')}（可在series一列写明）。`,
  dropped: (n) => `另有${n}次公告没有可用的市场模型，或还没有交易日。`,
  caution: '异常收益不只是对资本开支的反应：同一晚也公布业绩。',
  table: {
    title: '资本开支公告后的异常收益',
    measure: '对纳指100基金的市场模型；下为90%区间',
    firm: '公司',
    session: '反应的交易日',
    abnormal: '首日',
    cumulative: '至多五日',
    wrong: '前一日（不是反应）',
    value: '市值',
  },
};

const zhHant: CapexEventsMessages = {
  missing:
    '沒有可研究的資本支出公告：匯入表capex_guidance（time或date、firm、year、low、high、unit、series）後，可看公告後首個交易日的異常報酬。',
  latest: ({ firm, session, abnormal, value }) =>
    line`${firm}最近一次公告後的首個交易日${session}，扣除大盤後${abnormal}${value === undefined ? '' : line`，合市值${value}`}。`,
  mean: ({ events, mean, fallen }) =>
    line`${String(events)}次公告平均${mean}，其中${String(fallen)}次落後於大盤。`,
  wrong: ({ before, wrong }) => line`前一交易日${before}（異常報酬${wrong}）在公告之前收盤，不是對它的反應。`,
  late: '只知日期的公告按收盤後處理，由次一交易日反應；知道時刻就填time。',
  unknown: (firms) => `不知道代碼、未計入的公司：${firms.join('、')}（可在series一欄寫明）。`,
  dropped: (n) => `另有${n}次公告沒有可用的市場模型，或還沒有交易日。`,
  caution: '異常報酬不只是對資本支出的反應：同一晚也公布業績。',
  table: {
    title: '資本支出公告後的異常報酬',
    measure: '對那指100基金的市場模型；下為90%區間',
    firm: '公司',
    session: '反應的交易日',
    abnormal: '首日',
    cumulative: '至多五日',
    wrong: '前一日（不是反應）',
    value: '市值',
  },
};

const en: CapexEventsMessages = {
  missing:
    'No statement on capital spending can be studied: import a table “capex_guidance” (time or date, firm, year, low, high, unit, series) to see the abnormal return of the first session that could answer.',
  latest: ({ firm, session, abnormal, value }) =>
    line`On ${session}, the first session that could answer its latest statement, ${firm} moved ${abnormal} beside the market${value === undefined ? '' : line`, worth ${value}`}.`,
  mean: ({ events, mean, fallen }) =>
    line`The mean of ${String(events)} ${events === 1 ? 'statement' : 'statements'} is ${mean}; ${String(fallen)} fell behind the market.`,
  wrong: ({ before, wrong }) =>
    line`The session before, ${before}, with an abnormal return of ${wrong}, had closed by then and is no answer to the statement.`,
  late: 'A statement of which only the day is known is taken to come after the close, so that the next session answers it; give its “time” where it is known.',
  unknown: (firms) =>
    `Firms whose share is not known and that were left out: ${firms.join(', ')} (name it in the column “series”).`,
  dropped: (n) => `Statements without a market model or a session yet: ${n}.`,
  caution: 'An abnormal return answers more than capital spending: results come on the same evening.',
  table: {
    title: 'Abnormal returns after statements on capital spending',
    measure: 'Market model on the Nasdaq-100 fund; 90% band below',
    firm: 'Firm',
    session: 'Session that answers',
    abnormal: 'First day',
    cumulative: 'Up to five days',
    wrong: 'Day before (no answer)',
    value: 'Market value',
  },
};

export const CAPEX_EVENTS: Readonly<Record<Language, CapexEventsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CAPEX_EVENTS_WHYS: readonly ExplainWhy[] = [
  [
    /^no statement with a share that is known and a market model is supplied$/,
    '没有可研究的公告',
    '沒有可研究的公告',
  ],
  [/^the number of shares is not known$/, '股数未知', '股數未知'],
  [/^the session before has no return$/, '前一交易日没有收益', '前一交易日沒有報酬'],
];
