import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface AiBasketsMessages {
  spread(p: { from: string; to: string; gains: Part; loses: Part; spread: Part }): Inline;
  beyond(p: { beta: Part; beyond: Part; score: Part }): Inline;
  rarity(p: { rarity: Part }): Inline;
  readonly scores: Readonly<Record<'assumed' | 'supplied', string>>;
  refused(rows: number): Inline;
  readonly caution: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly member: string;
    readonly score: string;
    readonly weight: string;
    readonly moved: string;
    readonly sides: Readonly<Record<'gains' | 'loses', string>>;
  };
  readonly chart: { readonly measure: string; title(p: { day: string; sum: string }): Inline };
}

const zhHans: AiBasketsMessages = {
  spread: ({ from, to, gains, loses, spread }) =>
    line`${from}至${to}，人工智能受益组合${gains}，受损组合${loses}，多空差${spread}。`,
  beyond: ({ beta, beyond, score }) => line`多空差对大盘的贝塔为${beta}，扣除之后为${beyond}（${score}）。`,
  rarity: ({ rarity }) => line`此前同样长的窗口里，朝这一侧至少这样大的占${rarity}。`,
  scores: {
    assumed:
      '受益与受损的打分是我们的假定，无人检验过；导入表ai_exposure（date、series、score）可换成自己的。',
    supplied: '打分取自导入的表ai_exposure。',
  },
  refused: (rows) => line`表中有${String(rows)}行不成打分，未计入。`,
  caution: '价差是关联，不证明原因；尚无战绩，未经证明。成本与股息未计。',
  table: {
    title: '受益与受损组合的成分',
    measure: '打分−1至1；组内权重；窗口变动',
    member: '成分',
    score: '打分',
    weight: '权重',
    moved: '变动',
    sides: { gains: '受益', loses: '受损' },
  },
  chart: {
    measure: '每日多空差之和',
    title: ({ day, sum }) => line`一年来的多空差截至${day}合计${sum}`,
  },
};

const zhHant: AiBasketsMessages = {
  spread: ({ from, to, gains, loses, spread }) =>
    line`${from}至${to}，人工智慧受益組合${gains}，受損組合${loses}，多空差${spread}。`,
  beyond: ({ beta, beyond, score }) => line`多空差對大盤的貝塔為${beta}，扣除之後為${beyond}（${score}）。`,
  rarity: ({ rarity }) => line`此前同樣長的視窗裡，朝這一側至少這樣大的占${rarity}。`,
  scores: {
    assumed:
      '受益與受損的評分是我們的假定，無人檢驗過；匯入表ai_exposure（date、series、score）可換成自己的。',
    supplied: '評分取自匯入的表ai_exposure。',
  },
  refused: (rows) => line`表中有${String(rows)}列不成評分，未計入。`,
  caution: '價差是關聯，不證明原因；尚無戰績，未經證明。成本與股息未計。',
  table: {
    title: '受益與受損組合的成分',
    measure: '評分−1至1；組內權重；視窗變動',
    member: '成分',
    score: '評分',
    weight: '權重',
    moved: '變動',
    sides: { gains: '受益', loses: '受損' },
  },
  chart: {
    measure: '每日多空差之和',
    title: ({ day, sum }) => line`一年來的多空差截至${day}合計${sum}`,
  },
};

const en: AiBasketsMessages = {
  spread: ({ from, to, gains, loses, spread }) =>
    line`From ${from} to ${to} the basket said to gain by artificial intelligence moved ${gains} and the one said to lose ${loses}, a spread of ${spread}.`,
  beyond: ({ beta, beyond, score }) =>
    line`Its beta to the market is ${beta}; beside the market the spread is ${beyond} (${score}).`,
  rarity: ({ rarity }) => line`Of earlier windows of that length ${rarity} had as much to the same side.`,
  scores: {
    assumed:
      'The scores of gain and loss are an assumption of ours that nobody has tested; import a table “ai_exposure” (date, series, score) to set your own.',
    supplied: 'The scores are those of the imported table “ai_exposure”.',
  },
  refused: (rows) => line`Rows of the table that are no score and were left out: ${String(rows)}.`,
  caution:
    'A spread is an association and proves no cause; it has no track record and is unproven. Costs and dividends are left out.',
  table: {
    title: 'Members of the baskets',
    measure: 'Score from −1 to 1; weight within its basket; move over the window',
    member: 'Member',
    score: 'Score',
    weight: 'Weight',
    moved: 'Move',
    sides: { gains: 'Said to gain', loses: 'Said to lose' },
  },
  chart: {
    measure: 'Sum of daily spreads',
    title: ({ day, sum }) => line`Over a year to ${day} the spreads add to ${sum}`,
  },
};

export const AI_BASKETS: Readonly<Record<Language, AiBasketsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const AI_BASKETS_WHYS: readonly ExplainWhy[] = [
  [
    /^a basket has no member with a price at both ends of the window$/,
    '有一组在窗口内没有成分有完整价格',
    '有一組在視窗內沒有成分有完整價格',
  ],
  [/^fewer than (\d+) sessions before the window$/, '窗口之前不足$1个交易日', '視窗之前不足$1個交易日'],
  [/^fewer than (\d+) earlier windows$/, '此前不足$1个窗口', '此前不足$1個視窗'],
];
