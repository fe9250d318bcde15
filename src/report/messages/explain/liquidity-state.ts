import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type State = 'expanding' | 'flat' | 'shrinking';

interface LiquidityStateMessages {
  readonly states: Readonly<Record<State, string>>;
  state(p: { state: State; day: string; change: Part; size: Part; sure: boolean }): Inline;
  agree(p: { n: number; expanding: number; flat: number; shrinking: number; all: boolean }): Inline;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly definition: string;
    readonly date: string;
    readonly change: string;
    readonly size: string;
    readonly state: string;
  };
}

const zhHans: LiquidityStateMessages = {
  states: { expanding: '扩张', flat: '持平', shrinking: '收缩' },
  state: ({ state, day, change, size, sure }) =>
    line`截至${day}，美元净流动性处于${zhHans.states[state]}：十三周变动${change}，为通常幅度的${size}倍${sure ? '' : '，离界线不远'}。`,
  agree: ({ n, expanding, flat, shrinking, all }) =>
    all
      ? line`${String(n)}种定义的判断一致。`
      : line`${String(n)}种定义中，扩张的${String(expanding)}种，持平的${String(flat)}种，收缩的${String(shrinking)}种：结论取决于定义。`,
  meaning: '不到通常幅度一半的变动视为持平；这是状态的描述，不是对价格的预测。',
  table: {
    title: '流动性的状态（按定义）',
    measure: '十三周变动，及其与自身变动中位幅度之比；比值0.5以上为扩张，−0.5以下为收缩',
    definition: '定义',
    date: '截至',
    change: '十三周变动',
    size: '相对尺度',
    state: '状态',
  },
};

const zhHant: LiquidityStateMessages = {
  states: { expanding: '擴張', flat: '持平', shrinking: '收縮' },
  state: ({ state, day, change, size, sure }) =>
    line`截至${day}，美元淨流動性處於${zhHant.states[state]}：十三週變動${change}，為通常幅度的${size}倍${sure ? '' : '，離界線不遠'}。`,
  agree: ({ n, expanding, flat, shrinking, all }) =>
    all
      ? line`${String(n)}種定義的判斷一致。`
      : line`${String(n)}種定義中，擴張的${String(expanding)}種，持平的${String(flat)}種，收縮的${String(shrinking)}種：結論取決於定義。`,
  meaning: '不到通常幅度一半的變動視為持平；這是狀態的描述，不是對價格的預測。',
  table: {
    title: '流動性的狀態（按定義）',
    measure: '十三週變動，及其與自身變動中位幅度之比；比值0.5以上為擴張，−0.5以下為收縮',
    definition: '定義',
    date: '截至',
    change: '十三週變動',
    size: '相對尺度',
    state: '狀態',
  },
};

const en: LiquidityStateMessages = {
  states: { expanding: 'expanding', flat: 'flat', shrinking: 'shrinking' },
  state: ({ state, day, change, size, sure }) =>
    line`To ${day} net USD liquidity is ${en.states[state]}: ${change} over 13 weeks, ${size} times the usual size of such a change${sure ? '' : ', not far from the line'}.`,
  agree: ({ n, expanding, flat, shrinking, all }) =>
    all
      ? line`All ${String(n)} definitions of liquidity agree.`
      : line`Of ${String(n)} definitions of liquidity ${String(expanding)} ${expanding === 1 ? 'says' : 'say'} expanding, ${String(flat)} flat, ${String(shrinking)} shrinking: it depends on the definition.`,
  meaning:
    'A change of less than half the usual size is called flat. This describes the state; it does not forecast a price.',
  table: {
    title: 'State of liquidity by definition',
    measure:
      'Change over 13 weeks, and over the median size of such changes: 0.5 or more expands, −0.5 or less shrinks',
    definition: 'Definition',
    date: 'To',
    change: '13 weeks',
    size: 'Against its scale',
    state: 'State',
  },
};

export const LIQUIDITY_STATE: Readonly<Record<Language, LiquidityStateMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const LIQUIDITY_STATE_WHYS: readonly ExplainWhy[] = [
  [
    /^no ([a-z-]+) (\d+) weeks before its latest$/,
    '$1在最新值之前$2周没有数值',
    '$1在最新值之前$2週沒有數值',
  ],
  [
    /^fewer than (\d+) changes of ([a-z-]+) over (\d+) weeks$/,
    '$2的$3周变化少于$1个',
    '$2的$3週變化少於$1個',
  ],
];
