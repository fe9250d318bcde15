import type { Language } from '../../../data/series/entry.ts';
import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface CapexPumpMessages {
  missing: string;
  total(p: { firms: number; year: number; total: Part; growth?: Part }): Inline;
  hurdle(p: { rate: string; profit: Part }): Inline;
  chain(p: {
    firm: string;
    year: number;
    level: Part;
    oneBefore: Part;
    twoBefore: Part;
    between: Part;
  }): Inline;
  /** What it comes to of each flow that could fund it. */
  need(p: { flows: readonly Inline[]; stocks: readonly Inline[] }): Inline;
  share(p: { of: 'issuance' | 'output' | 'operating'; share: Part }): Inline;
  rate(p: { of: 'bonds' | 'loans'; rate: Part }): Inline;
  refused(rows: number): Inline;
  meaning: string;
  table: { title: string; measure: string; firm: string; middle: string; revision: string; stated: string };
}

const zhHans: CapexPumpMessages = {
  missing:
    '未提供资本开支指引：导入表capex_guidance（date、firm、year、low、high、unit）后可核对增长链条与所需毛利。',
  total: ({ firms, year, total, growth }) =>
    line`${String(firms)}家公司${String(year)}年资本开支指引合计${total}${growth === undefined ? '' : line`，较上年${growth}`}。`,
  hurdle: ({ rate, profit }) => line`要有${rate}的回报，每年需毛利${profit}（按五年折旧）。`,
  chain: ({ firm, year, level, oneBefore, twoBefore, between }) =>
    line`${firm}：${String(year)}年${level}，按所称增速推得上年${oneBefore}、前年${twoBefore}，其间增长${between}。`,
  need: ({ flows, stocks }) =>
    line`这笔一年的资金${flows.length > 0 ? line`相当于${joined(flows, '、')}` : ''}${flows.length > 0 && stocks.length > 0 ? '；' : ''}${stocks.length > 0 ? line`若全部靠举债，${joined(stocks, '、')}` : ''}。流量比流量才是占比，流量比存量是增速。`,
  share: ({ of, share }) =>
    line`${{ issuance: '一年投资级公司债发行额', output: '名义GDP', operating: '四家公司的经营现金流' }[of]}的${share}`,
  rate: ({ of, rate }) =>
    line`${{ bonds: '非金融企业债务证券存量', loans: '银行工商业贷款' }[of]}一年要增${rate}`,
  refused: (rows) => line`表中有${String(rows)}行不成指引，未计入。`,
  meaning: '指引是公司的说法，不是支出；收入等于毛利除以毛利率，毛利率由读者自定。',
  table: {
    title: '资本开支指引',
    measure: '中值；下为所称区间',
    firm: '公司',
    middle: '指引',
    revision: '较前次',
    stated: '发布日',
  },
};

const zhHant: CapexPumpMessages = {
  missing:
    '未提供資本支出指引：匯入表capex_guidance（date、firm、year、low、high、unit）後可核對成長鏈條與所需毛利。',
  total: ({ firms, year, total, growth }) =>
    line`${String(firms)}家公司${String(year)}年資本支出指引合計${total}${growth === undefined ? '' : line`，較上年${growth}`}。`,
  hurdle: ({ rate, profit }) => line`要有${rate}的報酬，每年需毛利${profit}（按五年折舊）。`,
  chain: ({ firm, year, level, oneBefore, twoBefore, between }) =>
    line`${firm}：${String(year)}年${level}，按所稱成長率推得上年${oneBefore}、前年${twoBefore}，其間成長${between}。`,
  need: ({ flows, stocks }) =>
    line`這筆一年的資金${flows.length > 0 ? line`相當於${joined(flows, '、')}` : ''}${flows.length > 0 && stocks.length > 0 ? '；' : ''}${stocks.length > 0 ? line`若全部靠舉債，${joined(stocks, '、')}` : ''}。流量比流量才是占比，流量比存量是增速。`,
  share: ({ of, share }) =>
    line`${{ issuance: '一年投資等級公司債發行額', output: '名目GDP', operating: '四家公司的營業現金流' }[of]}的${share}`,
  rate: ({ of, rate }) =>
    line`${{ bonds: '非金融企業債務證券存量', loans: '銀行工商業貸款' }[of]}一年要增${rate}`,
  refused: (rows) => line`表中有${String(rows)}列不成指引，未計入。`,
  meaning: '指引是公司的說法，不是支出；營收等於毛利除以毛利率，毛利率由讀者自定。',
  table: {
    title: '資本支出指引',
    measure: '中值；下為所稱區間',
    firm: '公司',
    middle: '指引',
    revision: '較前次',
    stated: '發布日',
  },
};

const en: CapexPumpMessages = {
  missing:
    'No guidance on capital spending is supplied: import a table “capex_guidance” (date, firm, year, low, high, unit) to check the chain of growth and the profit it needs.',
  total: ({ firms, year, total, growth }) =>
    line`The guidance for ${String(year)} ${firms === 1 ? 'of one firm is' : `of ${firms} firms adds to`} ${total}${growth === undefined ? '' : line`, ${growth} on the year before`}.`,
  hurdle: ({ rate, profit }) =>
    line`A return of ${rate} needs a gross profit of ${profit} a year, written off over five years.`,
  chain: ({ firm, year, level, oneBefore, twoBefore, between }) =>
    line`${firm}: ${level} in ${String(year)} with the growth stated means ${oneBefore} the year before and ${twoBefore} two years before, ${between} between them.`,
  need: ({ flows, stocks }) =>
    line`A year of it ${flows.length > 0 ? line`comes to ${joined(flows, ', ')}` : ''}${flows.length > 0 && stocks.length > 0 ? '; ' : ''}${stocks.length > 0 ? line`borrowed in full it would add ${joined(stocks, ', or ')}` : ''}. A flow over a flow is a share; over a stock it is a rate of growth.`,
  share: ({ of, share }) =>
    line`${share} of ${{ issuance: 'a year’s issuance of investment-grade bonds', output: 'nominal GDP', operating: 'the cash that four firms earn from operations' }[of]}`,
  rate: ({ of, rate }) =>
    line`${rate} a year to ${{ bonds: 'the debt securities of nonfinancial corporations', loans: 'bank loans to business' }[of]}`,
  refused: (rows) => line`Rows of the table that are no guidance and were left out: ${String(rows)}.`,
  meaning:
    'Guidance is what firms say, not what they spend; revenue is the gross profit over the gross margin, which is for the reader to set.',
  table: {
    title: 'Guidance on capital spending',
    measure: 'Middle; below, the range as stated',
    firm: 'Firm',
    middle: 'Guidance',
    revision: 'Against the one before',
    stated: 'Stated',
  },
};

export const CAPEX_PUMP: Readonly<Record<Language, CapexPumpMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CAPEX_PUMP_WHYS: readonly ExplainWhy[] = [
  [/^no guidance is supplied$/, '未提供指引', '未提供指引'],
  [/^the base of the ratio is not measured$/, '比率的分母没有数值', '比率的分母沒有數值'],
  [/^no firm has a statement for both years$/, '没有公司两年都有指引', '沒有公司兩年都有指引'],
  [/^no earlier statement for the year$/, '该年没有更早的指引', '該年沒有更早的指引'],
  [/^that growth is not stated$/, '未称该增速', '未稱該成長率'],
];
