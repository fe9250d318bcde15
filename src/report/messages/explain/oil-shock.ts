import type { Language } from '../../../data/series/entry.ts';
import type { OIL_KINDS, SIGNALS } from '../../../diagnosis/explain/drivers/oil/oil-shock.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface OilShockMessages {
  split(p: {
    from: string;
    to: string;
    move: Part;
    demand: Part;
    residual: Part;
    kind: (typeof OIL_KINDS)[number];
  }): Inline;
  size(p: { score: Part; r2: Part }): Inline;
  odd(names: readonly string[]): string;
  readonly falsifier: string;
  readonly caution: string;
  readonly signals: Readonly<Record<(typeof SIGNALS)[number], string>>;
  /** As they stand in a sentence. */
  readonly inline: Readonly<Record<(typeof SIGNALS)[number], string>>;
  readonly demand: string;
  readonly residual: string;
  readonly total: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly part: string;
    readonly moved: string;
    readonly contribution: string;
  };
}

const zhHans: OilShockMessages = {
  split: ({ from, to, move, demand, residual, kind }) =>
    line`${from}至${to}，布伦特原油${move}，其中与需求信号相应的为${demand}，供给及其余为${residual}：${{ demand: '像是需求冲击', 'not-demand': '需求不足以解释，更像供给、风险溢价或被迫交易', undetermined: '类型无法判定' }[kind]}。`,
  size: ({ score, r2 }) => line`其余部分为${score}；此前的周度回归里，这些信号解释了油价方差的${r2}。`,
  odd: (names) => `样本里${names.join('、')}的系数符号与需求之说相反，所以不作判定。`,
  falsifier: '若是需求冲击，铜价和收益率应与油价同向；若其余部分占了一半以上，需求之说就不成立。',
  caution: '这是关联，尚无战绩，未经证明；三个信号分不开供给、库存和风险溢价。',
  signals: { copper: '铜', yield: '10年期美债收益率', dollar: '美元指数' },
  inline: { copper: '铜', yield: '10年期收益率', dollar: '美元' },
  demand: '需求合计',
  residual: '供给及其余',
  total: '布伦特原油',
  table: {
    title: '油价变动的拆分',
    measure: '窗口内，贡献下为90%区间',
    part: '部分',
    moved: '自身变动',
    contribution: '对应的油价变动',
  },
};

const zhHant: OilShockMessages = {
  split: ({ from, to, move, demand, residual, kind }) =>
    line`${from}至${to}，布蘭特原油${move}，其中與需求訊號相應的為${demand}，供給及其餘為${residual}：${{ demand: '像是需求衝擊', 'not-demand': '需求不足以解釋，更像供給、風險溢價或被迫交易', undetermined: '類型無法判定' }[kind]}。`,
  size: ({ score, r2 }) => line`其餘部分為${score}；此前的週度迴歸裡，這些訊號解釋了油價變異數的${r2}。`,
  odd: (names) => `樣本裡${names.join('、')}的係數符號與需求之說相反，所以不作判定。`,
  falsifier: '若是需求衝擊，銅價和殖利率應與油價同向；若其餘部分占了一半以上，需求之說就不成立。',
  caution: '這是關聯，尚無戰績，未經證明；三個訊號分不開供給、庫存和風險溢價。',
  signals: { copper: '銅', yield: '10年期美債殖利率', dollar: '美元指數' },
  inline: { copper: '銅', yield: '10年期殖利率', dollar: '美元' },
  demand: '需求合計',
  residual: '供給及其餘',
  total: '布蘭特原油',
  table: {
    title: '油價變動的拆分',
    measure: '視窗內，貢獻下為90%區間',
    part: '部分',
    moved: '自身變動',
    contribution: '對應的油價變動',
  },
};

const KINDS = {
  demand: 'it looks like a shock of demand',
  'not-demand': 'demand does not account for it, which points to supply, risk premia or forced trades',
  undetermined: 'its type cannot be told',
} as const;

const en: OilShockMessages = {
  split: ({ from, to, move, demand, residual, kind }) =>
    line`From ${from} to ${to} Brent moved ${move}: ${demand} goes with the signals of demand, ${residual} is left to supply and the rest; ${KINDS[kind]}.`,
  size: ({ score, r2 }) =>
    line`The rest is ${score}; in the weeks before, the signals explained ${r2} of the variance of Brent.`,
  odd: (names) =>
    `In the sample the slope on ${names.join(' and on ')} has the sign opposite to that of demand, so that no type is named.`,
  falsifier:
    'A shock of demand would move copper and yields along with Brent; where more than half of the move is left over, the story of demand fails.',
  caution:
    'It is an association without a track record, and unproven; three signals cannot tell supply, inventories and risk premia apart.',
  signals: { copper: 'Copper', yield: 'US 10-year yield', dollar: 'Dollar index' },
  inline: { copper: 'copper', yield: 'the 10-year yield', dollar: 'the dollar' },
  demand: 'Demand together',
  residual: 'Supply and the rest',
  total: 'Brent',
  table: {
    title: 'Split of the oil move',
    measure: 'Over the window; 90% band under each contribution',
    part: 'Part',
    moved: 'Own move',
    contribution: 'Move of Brent that goes with it',
  },
};

export const OIL_SHOCK: Readonly<Record<Language, OilShockMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const OIL_SHOCK_WHYS: readonly ExplainWhy[] = [
  [
    /^Brent is not measured at both ends of the window$/,
    '布伦特原油在窗口两端没有都测到',
    '布蘭特原油在視窗兩端沒有都測到',
  ],
  [
    /^the signal is not measured at both ends of the window$/,
    '信号在窗口两端没有都测到',
    '訊號在視窗兩端沒有都測到',
  ],
  [
    /^fewer than (\d+) weeks before the window, or a signal without a move$/,
    '窗口之前不足$1周，或有信号没有变动值',
    '視窗之前不足$1週，或有訊號沒有變動值',
  ],
];
