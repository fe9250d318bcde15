import type { Language } from '../../../data/series/entry.ts';
import type { Quadrant } from '../../../diagnosis/explain/drivers/policy/quadrants.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface Moves {
  readonly rate: Part;
  readonly equity: Part;
  readonly kind: Quadrant;
  readonly proxy: boolean;
}

interface GrowthFearMessages {
  day(p: Moves & { readonly day: string }): Inline;
  window(p: Moves & { readonly from: string; readonly to: string }): Inline;
  stretch(p: { from: string; to: string; share: Part; base: Part }): Inline;
  asMany(share: Part): Inline;
  after(p: { fell: Part; base: Part; proven: boolean }): Inline;
  readonly caution: string;
  readonly kinds: Readonly<Record<Quadrant, string>>;
  /** What the pair of signs agrees with, to end a sentence. */
  readonly reading: Readonly<Record<Quadrant, string>>;
  readonly table: { title: string; measure: string; kind: string; share: string; base: string };
}

const zhHans: GrowthFearMessages = {
  day: ({ day, ...moves }) => line`${day}，${zhMoves(moves, '标普500', '年期收益率', zhHans.reading)}`,
  window: ({ from, to, ...moves }) =>
    line`${from}至${to}，${zhMoves(moves, '标普500', '年期收益率', zhHans.reading)}`,
  stretch: ({ from, to, share, base }) =>
    line`${from}至${to}的20个交易日里，股债同现增长忧虑的占${share}，历史上平日占${base}。`,
  asMany: (share) => line`过去各段20日中，增长忧虑日不少于此的占${share}。`,
  after: ({ fell, base, proven }) =>
    line`其后20日标普500下跌的占${fell}，平时为${base}：${proven ? '有别于平时' : '与平时没有可分辨的差别，未经证明'}。`,
  caution: '象限只说符号与何种解释相合，不证明原因。',
  kinds: { growth: '增长忧虑', policy: '政策收紧', liquidity: '流动性', easing: '宽松', relief: '缓和' },
  reading: {
    growth: '降息预期提前而股市下跌，与增长忧虑相合',
    policy: '降息预期未提前而股市下跌，与政策收紧相合',
    liquidity: '股市、国债与黄金同跌，与流动性冲击相合',
    easing: '降息预期提前而股市未跌，与宽松相合',
    relief: '收益率与股市都未跌，与缓和相合',
  },
  table: {
    title: '两年期收益率与股市的符号',
    measure: '近20个交易日的比例，与2004年以来的比例',
    kind: '象限',
    share: '近20日',
    base: '历史',
  },
};

const zhHant: GrowthFearMessages = {
  day: ({ day, ...moves }) => line`${day}，${zhMoves(moves, '標普500', '年期殖利率', zhHant.reading)}`,
  window: ({ from, to, ...moves }) =>
    line`${from}至${to}，${zhMoves(moves, '標普500', '年期殖利率', zhHant.reading)}`,
  stretch: ({ from, to, share, base }) =>
    line`${from}至${to}的20個交易日裡，股債同現成長憂慮的占${share}，歷史上平日占${base}。`,
  asMany: (share) => line`過去各段20日中，成長憂慮日不少於此的占${share}。`,
  after: ({ fell, base, proven }) =>
    line`其後20日標普500下跌的占${fell}，平時為${base}：${proven ? '有別於平時' : '與平時沒有可分辨的差別，未經證明'}。`,
  caution: '象限只說符號與何種解釋相合，不證明原因。',
  kinds: { growth: '成長憂慮', policy: '政策收緊', liquidity: '流動性', easing: '寬鬆', relief: '緩和' },
  reading: {
    growth: '降息預期提前而股市下跌，與成長憂慮相合',
    policy: '降息預期未提前而股市下跌，與政策收緊相合',
    liquidity: '股市、公債與黃金同跌，與流動性衝擊相合',
    easing: '降息預期提前而股市未跌，與寬鬆相合',
    relief: '殖利率與股市都未跌，與緩和相合',
  },
  table: {
    title: '兩年期殖利率與股市的符號',
    measure: '近20個交易日的比例，與2004年以來的比例',
    kind: '象限',
    share: '近20日',
    base: '歷史',
  },
};

function zhMoves(
  { rate, equity, kind, proxy }: Moves,
  shares: string,
  name: string,
  reading: GrowthFearMessages['reading'],
): Inline {
  return line`${proxy ? `5${name}（代用）` : `2${name}`}${rate}，${shares}${equity}：${reading[kind]}。`;
}

const en: GrowthFearMessages = {
  day: ({ day, ...moves }) => line`On ${day} ${enMoves(moves)}`,
  window: ({ from, to, ...moves }) => line`From ${from} to ${to} ${enMoves(moves)}`,
  stretch: ({ from, to, share, base }) =>
    line`Of the 20 sessions from ${from} to ${to}, ${share} had shares and the yield falling together, against ${base} in the past.`,
  asMany: (share) => line`Of past stretches of 20 sessions ${share} had at least as many.`,
  after: ({ fell, base, proven }) =>
    line`Over the 20 sessions after those the S&P 500 fell in ${fell}, against ${base} after any stretch${proven ? '' : ': no difference that can be told, unproven'}.`,
  caution: 'A quadrant says with which reading the signs agree; it proves no cause.',
  kinds: {
    growth: 'Fear for growth',
    policy: 'Tighter policy',
    liquidity: 'Liquidity',
    easing: 'Easing',
    relief: 'Relief',
  },
  reading: {
    growth: 'cuts came nearer while shares fell, which agrees with fear for growth',
    policy: 'shares fell and cuts came no nearer, which agrees with tighter policy',
    liquidity: 'shares, Treasuries and gold fell together, which agrees with a shock of liquidity',
    easing: 'cuts came nearer and shares did not fall, which agrees with easing',
    relief: 'neither yield nor shares fell, which agrees with relief',
  },
  table: {
    title: 'Signs of the 2-year yield and of shares',
    measure: 'Share of the last 20 sessions, and of all since 2004',
    kind: 'Quadrant',
    share: 'Last 20',
    base: 'Past',
  },
};

function enMoves({ rate, equity, kind, proxy }: Moves): Inline {
  const name = proxy ? 'the 5-year yield (for the 2-year, not yet published)' : 'the 2-year yield';
  return line`${name} changed by ${rate} and the S&P 500 by ${equity}: ${en.reading[kind]}.`;
}

export const GROWTH_FEAR: Readonly<Record<Language, GrowthFearMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const GROWTH_FEAR_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) past stretches of (\d+) sessions$/,
    '过去$2个交易日的段落不足$1段',
    '過去$2個交易日的段落不足$1段',
  ],
  [
    /^fewer than (\d+) past stretches with as many growth sessions$/,
    '过去增长忧虑日同样多的段落不足$1段',
    '過去成長憂慮日同樣多的段落不足$1段',
  ],
];
