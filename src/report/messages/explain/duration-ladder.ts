import type { Language } from '../../../data/series/entry.ts';
import type { SLOPES } from '../../../diagnosis/explain/drivers/ladder/duration-ladder.ts';
import type { LadderId } from '../../../diagnosis/explain/drivers/ladder/rungs.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Side = (typeof SLOPES)[number];

interface DurationLadderMessages {
  /** Which way a ladder slopes over its window. */
  slope(p: {
    ladder: LadderId;
    side: Side;
    from: string;
    to: string;
    slope: Part;
    rank: Part;
    p: Part;
  }): Inline;
  /** How often it was as steep. */
  record(p: { ladder: LadderId; sessions: number; base: Part; band: string; same: Part }): Inline;
  flow(p: { sessions: number; funds: readonly Inline[] }): Inline;
  fund(p: { name: string; flow: Part; coverage: Part }): Inline;
  meaning(sides: Readonly<Record<LadderId, Side | null>>): string;
  readonly caution: string;
  readonly ladders: Readonly<Record<LadderId, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly rung: string;
    sessions(n: number): string;
    readonly slope: string;
    readonly rank: string;
    readonly base: string;
  };
}

const zhHans: DurationLadderMessages = {
  slope: ({ ladder, side, from, to, slope, rank, p }) =>
    line`${from}至${to}，${{ bonds: '债券', equities: '权益与比特币' }[ladder]}${{ downhill: '久期越长表现越差', uphill: '久期越长表现越好', mixed: '没有随久期一致的次序' }[side]}：每升一级回报${slope}，秩相关${rank}（p=${p}）。`,
  record: ({ ladder, sessions, base, band, same }) =>
    line`${{ bonds: '债券', equities: '权益' }[ladder]}阶梯朝这一侧至少这样陡的，占过去${String(sessions)}日窗口的${base}${band === '' ? '' : `（90%区间${band}）`}；朝这一侧倾斜的占${same}。`,
  flow: ({ sessions, funds }) =>
    line`${String(sessions)}个交易日的净流入：${joined(funds, '；')}。TLT、QQQ和GDX的来源薄弱，方法未说明。`,
  fund: ({ name, flow, coverage }) => line`${name} ${flow}（已知${coverage}的交易日）`,
  meaning: ({ bonds, equities }) => {
    if (bonds === 'downhill' && equities === 'downhill')
      return '两条阶梯都向下，与资金撤离长久期和投机资产的说法相符。';
    if (bonds !== 'downhill' && equities === 'downhill')
      return '权益阶梯向下，债券阶梯却没有：像是避开风险，而非避开久期。';
    return '两条阶梯没有一同向下，不支持资金撤离长久期资产的说法。';
  },
  caution:
    '高梯级的资产波动本来就大，市场下跌时阶梯更常向下，所以要对照基准比例；这是关联，尚无战绩，未经证明。权益的次序是约定，不是测得的久期。',
  ladders: { bonds: '债券，按期限', equities: '权益与比特币，按约定的次序' },
  table: {
    title: '久期阶梯',
    measure: '窗口回报；级数越高，收益越晚',
    asset: '资产',
    rung: '级',
    sessions: (n) => `${n}日`,
    slope: '每级斜率',
    rank: '秩相关',
    base: '同样陡峭的比例',
  },
};

const zhHant: DurationLadderMessages = {
  slope: ({ ladder, side, from, to, slope, rank, p }) =>
    line`${from}至${to}，${{ bonds: '債券', equities: '權益與比特幣' }[ladder]}${{ downhill: '存續期間越長表現越差', uphill: '存續期間越長表現越好', mixed: '沒有隨存續期間一致的次序' }[side]}：每升一級報酬${slope}，等級相關${rank}（p=${p}）。`,
  record: ({ ladder, sessions, base, band, same }) =>
    line`${{ bonds: '債券', equities: '權益' }[ladder]}階梯朝這一側至少這樣陡的，占過去${String(sessions)}日視窗的${base}${band === '' ? '' : `（90%區間${band}）`}；朝這一側傾斜的占${same}。`,
  flow: ({ sessions, funds }) =>
    line`${String(sessions)}個交易日的淨流入：${joined(funds, '；')}。TLT、QQQ和GDX的來源薄弱，方法未說明。`,
  fund: ({ name, flow, coverage }) => line`${name} ${flow}（已知${coverage}的交易日）`,
  meaning: ({ bonds, equities }) => {
    if (bonds === 'downhill' && equities === 'downhill')
      return '兩條階梯都向下，與資金撤離長存續期間和投機資產的說法相符。';
    if (bonds !== 'downhill' && equities === 'downhill')
      return '權益階梯向下，債券階梯卻沒有：像是避開風險，而非避開存續期間。';
    return '兩條階梯沒有一同向下，不支持資金撤離長存續期間資產的說法。';
  },
  caution:
    '高梯級的資產波動本來就大，市場下跌時階梯更常向下，所以要對照基準比例；這是關聯，尚無戰績，未經證明。權益的次序是約定，不是測得的存續期間。',
  ladders: { bonds: '債券，按期限', equities: '權益與比特幣，按約定的次序' },
  table: {
    title: '存續期間階梯',
    measure: '視窗報酬；級數越高，收益越晚',
    asset: '資產',
    rung: '級',
    sessions: (n) => `${n}日`,
    slope: '每級斜率',
    rank: '等級相關',
    base: '同樣陡峭的比例',
  },
};

const SIDES = {
  downhill: 'did the worse the later they pay',
  uphill: 'did the better the later they pay',
  mixed: 'followed no one order of duration',
} as const;

const en: DurationLadderMessages = {
  slope: ({ ladder, side, from, to, slope, rank, p }) =>
    line`From ${from} to ${to} ${{ bonds: 'bonds', equities: 'equities and bitcoin' }[ladder]} ${SIDES[side]}: ${slope} of return a rung, rank correlation ${rank} (p ${p}).`,
  record: ({ ladder, sessions, base, band, same }) =>
    line`${{ bonds: 'The bond ladder', equities: 'The equity ladder' }[ladder]} was at least as steep to that side in ${base} of past windows of ${String(sessions)} ${sessions === 1 ? 'session' : 'sessions'}${band === '' ? '' : ` (90% band ${band})`}; it sloped to that side in ${same}.`,
  flow: ({ sessions, funds }) =>
    line`Net flows over ${String(sessions)} ${sessions === 1 ? 'session' : 'sessions'}: ${joined(funds, '; ')}. The source for TLT, QQQ and GDX is weak: its method is not documented.`,
  fund: ({ name, flow, coverage }) => line`${name} ${flow} (known for ${coverage} of them)`,
  meaning: ({ bonds, equities }) => {
    if (bonds === 'downhill' && equities === 'downhill')
      return 'Both ladders slope down, which agrees with money leaving long-duration and speculative assets.';
    if (bonds !== 'downhill' && equities === 'downhill')
      return 'The equity ladder slopes down and the bond ladder does not: it looks like a flight from risk, not from duration.';
    return 'The ladders do not slope down together, which does not support that money left long duration.';
  },
  caution:
    'Higher rungs move more to begin with, and ladders slope down more often when the market falls: read it against its base rate. It is an association without a track record, and unproven. The order of the equities is a convention, not a measured duration.',
  ladders: { bonds: 'Bonds, by maturity', equities: 'Equities and bitcoin, by convention' },
  table: {
    title: 'Duration ladder',
    measure: 'Return over the window; a higher rung pays later',
    asset: 'Asset',
    rung: 'Rung',
    sessions: (n) => (n === 1 ? '1 session' : `${n} sessions`),
    slope: 'Slope a rung',
    rank: 'Rank correlation',
    base: 'As steep before',
  },
};

function joined(items: readonly Inline[], by: string): Inline {
  return items.flatMap((item, index) => (index === 0 ? item : [by, ...item]));
}

export const DURATION_LADDER: Readonly<Record<Language, DurationLadderMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const DURATION_LADDER_WHYS: readonly ExplainWhy[] = [
  [
    /^the asset is not measured at both ends of the window, or its source changed$/,
    '资产在窗口两端没有都测到，或数据来源已更换',
    '資產在視窗兩端沒有都測到，或資料來源已更換',
  ],
  [
    /^too few assets of the ladder have a return over the window$/,
    '窗口内有回报的阶梯资产太少',
    '視窗內有報酬的階梯資產太少',
  ],
  [/^the returns of the ladder are all alike$/, '阶梯上各资产回报相同', '階梯上各資產報酬相同'],
  [
    /^fewer than (\d+) past windows with all of its assets$/,
    '资产齐全的过去窗口少于$1个',
    '資產齊全的過去視窗少於$1個',
  ],
  [/^no flow of the fund is known in the window$/, '窗口内该基金流量未知', '視窗內該基金流量未知'],
];
