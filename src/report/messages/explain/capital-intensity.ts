import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface CapitalIntensityMessages {
  readonly missing: string;
  firm(p: { firm: string; period: string; intensity: Part; freeCash?: Part; change?: Part }): Inline;
  building(p: { firm: string; building: Part }): Inline;
  cross(p: { firms: number; sessions: number; tau: Part; p: Part; lighter: boolean }): Inline;
  refused(rows: number): Inline;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly period: string;
    readonly intensity: string;
    readonly freeCash: string;
    readonly depreciation: string;
    readonly building: string;
  };
  readonly stress: {
    readonly title: string;
    readonly measure: string;
    readonly firm: string;
    readonly intensity: string;
    readonly stress: string;
    readonly rose: string;
  };
}

const zhHans: CapitalIntensityMessages = {
  missing:
    '没有公司报表：导入表company_statements（date、firm、period、unit、revenue、operating_cash_flow、capex、depreciation、series）后，可看资本密集度与自由现金流率。',
  firm: ({ firm, period, intensity, freeCash, change }) =>
    line`${firm}（${period}）资本开支占收入${intensity}${change === undefined ? '' : line`，较所列首期${change}`}${freeCash === undefined ? '' : line`，自由现金流率${freeCash}`}。`,
  building: ({ firm, building }) => line`${firm}的资本开支是折旧的${building}倍：大于1时，折旧还会跟着上升。`,
  cross: ({ firms, sessions, tau, p, lighter }) =>
    line`${String(firms)}家公司在大盘最差的${String(sessions)}个交易日里，密集度与收益的秩相关为${tau}（p=${p}）：${lighter ? '轻资产的较抗跌' : '看不出轻资产的较抗跌'}。公司太少时p不可能很小。`,
  refused: (rows) => line`表中有${String(rows)}行不成报表，未计入。`,
  meaning: '融资租赁不在资本开支里，各家口径不同；密集度高低本身不说回报。',
  table: {
    title: '由轻资产到资本密集',
    measure: '占收入之比；末列为资本开支对折旧的倍数',
    period: '期间',
    intensity: '资本开支',
    freeCash: '自由现金流',
    depreciation: '折旧',
    building: '开支/折旧',
  },
  stress: {
    title: '最差交易日与资本密集度',
    measure: '纳指100基金最近250日里最差的5%',
    firm: '公司',
    intensity: '资本开支/收入',
    stress: '平均收益',
    rose: '上涨比例',
  },
};

const zhHant: CapitalIntensityMessages = {
  missing:
    '沒有公司報表：匯入表company_statements（date、firm、period、unit、revenue、operating_cash_flow、capex、depreciation、series）後，可看資本密集度與自由現金流率。',
  firm: ({ firm, period, intensity, freeCash, change }) =>
    line`${firm}（${period}）資本支出占營收${intensity}${change === undefined ? '' : line`，較所列首期${change}`}${freeCash === undefined ? '' : line`，自由現金流率${freeCash}`}。`,
  building: ({ firm, building }) => line`${firm}的資本支出是折舊的${building}倍：大於1時，折舊還會跟著上升。`,
  cross: ({ firms, sessions, tau, p, lighter }) =>
    line`${String(firms)}家公司在大盤最差的${String(sessions)}個交易日裡，密集度與報酬的等級相關為${tau}（p=${p}）：${lighter ? '輕資產的較抗跌' : '看不出輕資產的較抗跌'}。公司太少時p不可能很小。`,
  refused: (rows) => line`表中有${String(rows)}列不成報表，未計入。`,
  meaning: '融資租賃不在資本支出裡，各家口徑不同；密集度高低本身不說報酬。',
  table: {
    title: '由輕資產到資本密集',
    measure: '占營收之比；末欄為資本支出對折舊的倍數',
    period: '期間',
    intensity: '資本支出',
    freeCash: '自由現金流',
    depreciation: '折舊',
    building: '支出/折舊',
  },
  stress: {
    title: '最差交易日與資本密集度',
    measure: '那指100基金最近250日裡最差的5%',
    firm: '公司',
    intensity: '資本支出/營收',
    stress: '平均報酬',
    rose: '上漲比例',
  },
};

const en: CapitalIntensityMessages = {
  missing:
    'No statements of firms are supplied: import a table “company_statements” (date, firm, period, unit, revenue, operating_cash_flow, capex, depreciation, series) to see the intensity of capital and free cash flow.',
  firm: ({ firm, period, intensity, freeCash, change }) =>
    line`${firm} (${period}) lays out ${intensity} of its sales${change === undefined ? '' : line`, ${change} since the first period told`}${freeCash === undefined ? '' : line`; free cash flow is ${freeCash} of them`}.`,
  building: ({ firm, building }) =>
    line`${firm} lays out ${building} times its depreciation: above one, depreciation is still to rise.`,
  cross: ({ firms, sessions, tau, p, lighter }) =>
    line`Over the ${String(sessions)} worst sessions of the market, intensity and return of ${String(firms)} firms have a rank correlation of ${tau} (p = ${p}): ${lighter ? 'the light ones held up better' : 'the light ones are not seen to hold up better'}. With so few firms p cannot be small.`,
  refused: (rows) => line`Rows of the table that are no statement and were left out: ${String(rows)}.`,
  meaning:
    'Finance leases are not in capital expenditure and firms count differently; intensity by itself says nothing of what the capital earns.',
  table: {
    title: 'From light to heavy in capital',
    measure: 'Shares of sales; last column, outlays over depreciation',
    period: 'Period',
    intensity: 'Outlays',
    freeCash: 'Free cash flow',
    depreciation: 'Depreciation',
    building: 'Outlays over depreciation',
  },
  stress: {
    title: 'Worst sessions and capital intensity',
    measure: 'Worst 5% of the last 250 sessions of the Nasdaq-100 fund',
    firm: 'Firm',
    intensity: 'Outlays over sales',
    stress: 'Mean return',
    rose: 'Share with a rise',
  },
};

export const CAPITAL_INTENSITY: Readonly<Record<Language, CapitalIntensityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CAPITAL_INTENSITY_WHYS: readonly ExplainWhy[] = [
  [/^it is not stated$/, '未列出', '未列出'],
  [/^one period alone$/, '只有一期', '只有一期'],
  [
    /^the share has no return on the worst sessions$/,
    '该股在最差交易日没有收益数据',
    '該股在最差交易日沒有報酬資料',
  ],
  [
    /^fewer than (\d+) firms with statements and returns, or all alike$/,
    '既有报表又有收益的公司不足$1家，或全都相同',
    '既有報表又有報酬的公司不足$1家，或全都相同',
  ],
];
