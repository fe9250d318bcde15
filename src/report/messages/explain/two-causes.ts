import type { Language } from '../../../data/series/entry.ts';
import type { Cause } from '../../../diagnosis/explain/drivers/causes/cause-split.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import { before } from '../spacing.ts';
import type { ExplainWhy } from '../why.ts';

interface TwoCausesMessages {
  split(p: {
    name: string;
    from: string;
    to: string;
    move: Part;
    liquidity: Part;
    technology: Part;
    residual: Part;
  }): Inline;
  single(p: { part: Cause | 'residual'; share: Part } | undefined): Inline;
  unclear(causes: readonly Cause[]): string;
  record(p: { explained: Part; proven: boolean }): Inline;
  readonly meaning: string;
  readonly names: Readonly<Record<Cause | 'residual', string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly part: string;
    readonly total: string;
  };
}

const zhHans: TwoCausesMessages = {
  split: ({ name, from, to, move, liquidity, technology, residual }) =>
    line`${from}至${to}，${before(name)}${move}：与流动性相应的为${liquidity}，与AI预期相应的为${technology}，两者都解释不了的为${residual}。`,
  single: (one) =>
    one === undefined
      ? ['没有一个部分超过六成。']
      : line`${{ liquidity: '流动性', technology: 'AI预期', residual: '两者之外的部分' }[one.part]}占各部分之和的${one.share}，超过六成。`,
  unclear: (causes) =>
    `${causes.map((one) => ({ liquidity: '流动性', technology: 'AI预期' })[one]).join('和')}一项的区间含零，分不清方向。`,
  record: ({ explained, proven }) =>
    proven
      ? line`这些因子在样本外解释了过去窗口变动的${explained}。`
      : line`这些因子在样本外没有解释力（${explained}），贡献未经证明。`,
  meaning:
    '流动性取美元、高收益利差和净流动性，AI预期取半导体和软件相对大盘；大盘本身不在其中，会落进其余部分。这是关联，不是因果。',
  names: { liquidity: '流动性', technology: 'AI预期', residual: '两者之外' },
  table: { title: '两个原因的拆分', measure: '窗口内的涨跌；下为90%区间', part: '部分', total: '合计' },
};

const zhHant: TwoCausesMessages = {
  split: ({ name, from, to, move, liquidity, technology, residual }) =>
    line`${from}至${to}，${before(name)}${move}：與流動性相應的為${liquidity}，與AI預期相應的為${technology}，兩者都解釋不了的為${residual}。`,
  single: (one) =>
    one === undefined
      ? ['沒有一個部分超過六成。']
      : line`${{ liquidity: '流動性', technology: 'AI預期', residual: '兩者之外的部分' }[one.part]}占各部分之和的${one.share}，超過六成。`,
  unclear: (causes) =>
    `${causes.map((one) => ({ liquidity: '流動性', technology: 'AI預期' })[one]).join('和')}一項的區間含零，分不清方向。`,
  record: ({ explained, proven }) =>
    proven
      ? line`這些因子在樣本外解釋了過去視窗變動的${explained}。`
      : line`這些因子在樣本外沒有解釋力（${explained}），貢獻未經證明。`,
  meaning:
    '流動性取美元、高收益利差和淨流動性，AI預期取半導體和軟體相對大盤；大盤本身不在其中，會落進其餘部分。這是關聯，不是因果。',
  names: { liquidity: '流動性', technology: 'AI預期', residual: '兩者之外' },
  table: { title: '兩個原因的拆分', measure: '視窗內的漲跌；下為90%區間', part: '部分', total: '合計' },
};

const en: TwoCausesMessages = {
  split: ({ name, from, to, move, liquidity, technology, residual }) =>
    line`From ${from} to ${to} ${name} moved ${move}: ${liquidity} goes with liquidity, ${technology} with expectations of AI, and neither explains ${residual}.`,
  single: (one) =>
    one === undefined
      ? ['No part is more than 60% of all.']
      : line`${{ liquidity: 'Liquidity', technology: 'Expectations of AI', residual: 'What neither explains' }[one.part]} is ${one.share} of all parts, more than 60%.`,
  unclear: (causes) =>
    causes.length > 1
      ? 'The bands of both causes hold zero: their directions are not clear.'
      : `The band of ${{ liquidity: 'liquidity', technology: 'expectations of AI' }[causes[0]!]} holds zero: its direction is not clear.`,
  record: ({ explained, proven }) =>
    proven
      ? line`Out of sample the factors explained ${explained} of past windows.`
      : line`Out of sample the factors explained nothing of past windows (${explained}); the contributions are unproven.`,
  meaning:
    'Liquidity is the dollar, the high-yield spread and net liquidity; expectations of AI are semiconductors and software against the market. The market itself is in neither and falls to the rest. An association, not a cause.',
  names: { liquidity: 'Liquidity', technology: 'Expectations of AI', residual: 'Neither' },
  table: {
    title: 'Split between two causes',
    measure: 'Move over the window; below, the 90% band',
    part: 'Part',
    total: 'Total',
  },
};

export const TWO_CAUSES: Readonly<Record<Language, TwoCausesMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const TWO_CAUSES_WHYS: readonly ExplainWhy[] = [
  [/^no factor of either cause has values$/, '两个原因的因子都没有数值', '兩個原因的因子都沒有數值'],
  [/^no factor of the cause has values$/, '该原因的因子没有数值', '該原因的因子沒有數值'],
  [
    /^fewer than (\d+) sessions with the instrument and a factor that moves before the window$/,
    '窗口之前，该品种与有变动的因子都有数值的交易日少于$1',
    '視窗之前，該品種與有變動的因子都有數值的交易日少於$1',
  ],
];
