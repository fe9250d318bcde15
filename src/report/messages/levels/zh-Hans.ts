import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { LevelMessages } from './messages.ts';

/** Reasons for a missing value, in Chinese. */
export const LEVEL_WHYS_HANS: readonly (readonly [RegExp, string])[] = [
  [/^the history does not hold all of (\S+) to (\S+)$/, '历史没有覆盖$1至$2'],
  [/^one of the last (\d+) bars is not whole$/, '最近$1根K线中有不完整的'],
  [/^no value traded is measured$/, '没有测得成交额'],
  [/^the volatility of silver or of bitcoin is not measured$/, '白银或比特币的波动率未测'],
  [/^(VIX3M) is not measured on (\S+)$/, '$2没有$1的值'],
  [/^no move is measured$/, '没有测得变动'],
  [/^no standardised move is measured$/, '没有测得标准化变动'],
];

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), '、')}和${items.at(-1) as Part}`;
}

/** A name that ends in a Latin letter or digit does not touch the number after it. */
function before(name: string): string {
  return /[A-Za-z0-9]$/.test(name) ? `${name} ` : name;
}

export const levelsHans: LevelMessages = {
  labels: {
    level: '关口',
    price: '价位',
    againstClose: '距收盘',
    state: '状态',
    lastBelow: '此前最后低于',
    indexPoints: '点数',
    percent: '涨跌幅',
    cumulated: '连续累计',
    check: '点数＝幅度×水平',
    count: '项数',
    down: '下跌',
    belowLine: '跌超一个σ',
    above50: '站上50日均线',
    above200: '站上200日均线',
    upValue: '上涨成交占比',
    sectorFunds: '标普500行业基金',
    window: '窗口',
    now: '现在',
    lowest: '最低',
    median: '中位',
    highest: '最高',
    yangZhang: '杨–张',
    brokenAgain: '✕ 当日再次跌破',
    brokenToday: '当日跌破',
  },
  kinds: {
    round: '整数关口',
    'swing-low': '前低',
    'swing-high': '前高',
    'average-50': '50日均线',
    'average-200': '200日均线',
    'peak-close': '一年内最高收盘',
    'peak-high': '一年内盘中最高',
  },
  states: {
    'broken-today': '✕ 当日跌破',
    'broken-earlier': '✕ 此前跌破',
    reclaimed: '◐ 已收复',
    held: '● 守住',
    'not-reached': '○ 未触及',
  },
  checks: { consistent: '✓ 相符', inconsistent: '✕ 不符', 'not-measured': '◌ 未测' },
  crises: { '2008-10': '2008年10月', '2020-03': '2020年3月' },
  level: ({ kind, price, day }) =>
    ({
      round: line`${price}`,
      'swing-low': line`${day ?? ''}的低点${price}`,
      'swing-high': line`${day ?? ''}的高点${price}`,
      'average-50': line`50日均线（${price}）`,
      'average-200': line`200日均线（${price}）`,
      'peak-close': line`一年内最高收盘${price}`,
      'peak-high': line`一年内盘中最高${price}`,
    })[kind],
  broken: ({ name, levels, before: last }) =>
    last
      ? line`${name}当日收盘跌破${list(levels)}；这轮下跌之前，上一次收于${last.level}之下是${last.day}。`
      : line`${name}当日收盘跌破${list(levels)}。`,
  held: ({ name, levels }) => line`${name}盘中触及${list(levels)}，收盘守住。`,
  nextBelow: ({ level, distance }) => line`下方最近的关口是${level}，距收盘${distance}。`,
  pointsMoved: (points) => line`（${points}点）`,
  indexBroken: (names) => [`点数、幅度与水平不符，或收盘在当日区间之外：${names.join('、')}。`],
  volume: ({ name, ratio, verdict }) => {
    const words = {
      thin: '成交清淡',
      ordinary: '量能平常，不能说明什么',
      confirmed: '放量，印证了这一变动',
    } as const;
    return line`${name}的成交量为此前20个交易日均值的${ratio}倍：${words[verdict]}。`;
  },
  aboveAverages: ({ cls, n, above50, above200 }) =>
    line`${cls}${String(n)}项中，收于50日均线之上的占${above50}，收于200日均线之上的占${above200}。`,
  sectors: ({ n, down, above50, above200 }) =>
    line`标普500的${String(n)}只行业基金中，下跌的占${down}；收于50日均线之上的占${above50}，收于200日均线之上的占${above200}。`,
  upVolume: ({ n, share }) => line`有成交量的${String(n)}只基金与个股的成交额中，上涨者占${share}。`,
  crisis: ({ name, yangZhang, crises }) => {
    const against = list(
      crises.map(
        ({ crisis, peak, ratio, day }) =>
          line`${levelsHans.crises[crisis]}危机峰值（${day}，${peak}）的${ratio}倍`,
      ),
    );
    if (crises.length === 0) return line`计入区间与跳空（杨–张），${name}的波动率为${yangZhang ?? ''}。`;
    return yangZhang === undefined
      ? line`${name}的30日波动率是${against}。`
      : line`${name}的30日波动率是${against}；计入区间与跳空（杨–张）则为${yangZhang}。`;
  },
  ranking: (items, ratio) => {
    const order = joined(
      items.map(({ name, annual }) => line`${before(name)}${annual}`),
      '、',
    );
    return ratio === undefined
      ? line`30日波动率居前：${order}。`
      : line`30日波动率居前：${order}；白银是比特币的${ratio}倍。`;
  },
  vix: ({ moved, points, level, percentile, since, from, day }) =>
    line`VIX${moved}（${points}点），报${level}${day ? `（${day}）` : ''}，处于历史收盘的第${percentile}百分位；${
      since ? `上一次收得更高是${since}` : `自${from}以来没有收得更高`
    }。`,
  vixTerm: ({ ratio, percentile, state, since }) => {
    if (state === 'not-measured') return ['VIX的期限结构未测。'];
    const rank = percentile === undefined ? '' : line`（第${percentile}百分位）`;
    return state === 'inverted'
      ? line`VIX与VIX3M之比为${ratio}${rank}：期限结构倒挂，自${since ?? ''}起。`
      : line`VIX与VIX3M之比为${ratio}${rank}：期限结构没有倒挂。`;
  },
  ladder: {
    title: (name, n) => (n === 0 ? line`${name}当日没有跌破关口` : line`${name}当日跌破${String(n)}个关口`),
    measure: (n) => `近${n}个交易日的收盘与附近关口；✕跌破（首次跌破日），◐已收复，●守住，○这轮下跌中未触及`,
  },
  ladderTable: {
    title: '关口',
    measure:
      '收盘上下最近的几个，状态之下为首次跌破或最近试探之日；跌破自一年内最高收盘算起，均线自最近一次下穿算起',
  },
  indexTable: { title: '指数收盘', measure: '较前收的点数与幅度；连续同向的交易日；年初至今' },
  breadthTable: { title: '宽度', measure: '各类标的占比；成交额只计价格乘成交量为美元者' },
  coneTable: { title: '波动率锥', measure: '收盘对收盘的年率波动率，按窗口与自身全部历史相比' },
  crisisTable: {
    title: '波动率与两次危机',
    measure: '30日收盘对收盘波动率，年率；危机期间的最高值，以及现在与它之比',
  },
  sessions: (n) => `${n}日`,
  methodTexts: [
    '关口自一年内最高收盘之后首次收于其下为跌破，这轮下跌由此算起。前低、前高为前后各20个交易日的最低、最高，后20日过去才可知；整数关口为最接近价格5–10%的1-2-5间距的整数倍。',
    '加密资产以365日年化，其余以252个交易日年化。',
  ],
};
