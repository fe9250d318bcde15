import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import { count } from '../../numbers.ts';
import type { ExplainWhy } from '../why.ts';

interface CashRegimeMessages {
  beat(p: { short: Part; long: Part }): Inline;
  lamp(p: { on: boolean; since: string }): Inline;
  base(p: { rate: Part; n: number; year: number }): Inline;
  rule: string;
  table: {
    title: string;
    measure: string;
    class: string;
    sessions(n: number): string;
    cash: string;
    beat: string;
  };
}

const zhHans: CashRegimeMessages = {
  beat: ({ short, long }) => line`过去20个交易日有${short}的资产类别跑赢国库券，过去60个交易日为${long}。`,
  lamp: ({ on, since }) => line`“现金为王”灯自${since}起${on ? '亮' : '灭'}。`,
  base: ({ rate, n, year }) => line`${String(year)}年以来${count(n)}个交易日中有${rate}亮着。`,
  rule: '规则：20日与60日内跑赢国库券的类别都不超过三分之一。价格不含股息；它描述已发生的，不预测。',
  table: {
    title: '各类资产对国库券',
    measure: '各段累计收益，纽约交易日；加密资产为同日的UTC日',
    class: '类别',
    sessions: (n) => `${n}日`,
    cash: '国库券',
    beat: '跑赢国库券的类别',
  },
};

const zhHant: CashRegimeMessages = {
  beat: ({ short, long }) => line`過去20個交易日有${short}的資產類別跑贏國庫券，過去60個交易日為${long}。`,
  lamp: ({ on, since }) => line`「現金為王」燈自${since}起${on ? '亮' : '滅'}。`,
  base: ({ rate, n, year }) => line`${String(year)}年以來${count(n)}個交易日中有${rate}亮著。`,
  rule: '規則：20日與60日內跑贏國庫券的類別都不超過三分之一。價格不含股息；它描述已發生的，不預測。',
  table: {
    title: '各類資產對國庫券',
    measure: '各段累計報酬，紐約交易日；加密資產為同日的UTC日',
    class: '類別',
    sessions: (n) => `${n}日`,
    cash: '國庫券',
    beat: '跑贏國庫券的類別',
  },
};

const en: CashRegimeMessages = {
  beat: ({ short, long }) =>
    line`Over 20 sessions ${short} of the asset classes beat Treasury bills, over 60 sessions ${long}.`,
  lamp: ({ on, since }) => line`The lamp “cash is king” has been ${on ? 'on' : 'off'} since ${since}.`,
  base: ({ rate, n, year }) => line`It was on for ${rate} of the ${count(n)} sessions since ${String(year)}.`,
  rule: 'The rule: at most a third of the classes beat bills over both 20 and 60 sessions. Prices lack dividends; the lamp tells what happened and predicts nothing.',
  table: {
    title: 'Every class against Treasury bills',
    measure: 'Return over each span, New York sessions; crypto by the UTC day of the same date',
    class: 'Class',
    sessions: (n) => `${n} sessions`,
    cash: 'Treasury bills',
    beat: 'Classes that beat bills',
  },
};

export const CASH_REGIME: Readonly<Record<Language, CashRegimeMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CASH_REGIME_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than four classes or no bill yield over these sessions$/,
    '这一段内不足四个类别，或没有国库券收益率',
    '這一段內不足四個類別，或沒有國庫券殖利率',
  ],
  [/^no bill yield over these sessions$/, '这一段内没有国库券收益率', '這一段內沒有國庫券殖利率'],
  [/^no member of the class has a value at both ends$/, '该类别首尾都没有数值', '該類別首尾都沒有數值'],
  [/^fewer than (\d+) sessions with both spans$/, '两段都有值的交易日少于$1个', '兩段都有值的交易日少於$1個'],
];
