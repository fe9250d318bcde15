import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { LevelMessages } from './messages.ts';

/** Reasons for a missing value, in Chinese. */
export const LEVEL_WHYS_HANT: readonly (readonly [RegExp, string])[] = [
  [/^the history does not hold all of (\S+) to (\S+)$/, '歷史資料未涵蓋$1至$2'],
  [/^one of the last (\d+) bars is not whole$/, '最近$1根K線中有不完整的'],
  [/^no value traded is measured$/, '沒有測得成交金額'],
  [/^the volatility of silver or of bitcoin is not measured$/, '白銀或比特幣的波動率未測得'],
  [/^(VIX3M) is not measured on (\S+)$/, '$2沒有$1的值'],
  [/^no move is measured$/, '沒有測得變動'],
  [/^no standardised move is measured$/, '沒有測得標準化變動'],
];

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), '、')}和${items.at(-1) as Part}`;
}

/** A name that ends in a Latin letter or digit does not touch the number after it. */
function before(name: string): string {
  return /[A-Za-z0-9]$/.test(name) ? `${name} ` : name;
}

export const levelsHant: LevelMessages = {
  labels: {
    level: '關卡',
    price: '價位',
    againstClose: '距收盤',
    state: '狀態',
    lastBelow: '先前最後低於',
    indexPoints: '點數',
    percent: '漲跌幅',
    cumulated: '連續累計',
    check: '點數＝幅度×水準',
    count: '項數',
    down: '下跌',
    belowLine: '跌逾一個σ',
    above50: '站上50日均線',
    above200: '站上200日均線',
    upValue: '上漲成交占比',
    sectorFunds: '標普500類股基金',
    window: '視窗',
    now: '現在',
    lowest: '最低',
    median: '中位數',
    highest: '最高',
    yangZhang: '楊–張',
    brokenAgain: '✕ 當日再次跌破',
    brokenToday: '當日跌破',
  },
  kinds: {
    round: '整數關卡',
    'swing-low': '前低',
    'swing-high': '前高',
    'average-50': '50日均線',
    'average-200': '200日均線',
    'peak-close': '一年內最高收盤價',
    'peak-high': '一年內盤中最高價',
  },
  states: {
    'broken-today': '✕ 當日跌破',
    'broken-earlier': '✕ 先前跌破',
    reclaimed: '◐ 已收復',
    held: '● 守住',
    'not-reached': '○ 未觸及',
  },
  checks: { consistent: '✓ 相符', inconsistent: '✕ 不符', 'not-measured': '◌ 未測得' },
  crises: { '2008-10': '2008年10月', '2020-03': '2020年3月' },
  level: ({ kind, price, day }) =>
    ({
      round: line`${price}`,
      'swing-low': line`${day ?? ''}的低點${price}`,
      'swing-high': line`${day ?? ''}的高點${price}`,
      'average-50': line`50日均線（${price}）`,
      'average-200': line`200日均線（${price}）`,
      'peak-close': line`一年內最高收盤價${price}`,
      'peak-high': line`一年內盤中最高價${price}`,
    })[kind],
  broken: ({ name, levels, before: last }) =>
    last
      ? line`${name}當日收盤跌破${list(levels)}；這波跌勢之前，上一次收在${last.level}之下是${last.day}。`
      : line`${name}當日收盤跌破${list(levels)}。`,
  held: ({ name, levels }) => line`${name}盤中觸及${list(levels)}，收盤守住。`,
  nextBelow: ({ level, distance }) => line`下方最近的關卡是${level}，距收盤${distance}。`,
  pointsMoved: (points) => line`（${points}點）`,
  indexBroken: (names) => [`點數、幅度與水準不符，或收盤落在當日區間之外：${names.join('、')}。`],
  volume: ({ name, ratio, verdict }) => {
    const words = {
      thin: '成交清淡',
      ordinary: '量能平常，不能說明什麼',
      confirmed: '放量，印證了這項變動',
    } as const;
    return line`${name}的成交量為先前20個交易日均值的${ratio}倍：${words[verdict]}。`;
  },
  aboveAverages: ({ cls, n, above50, above200 }) =>
    line`${cls}${String(n)}項中，收在50日均線之上的占${above50}，收在200日均線之上的占${above200}。`,
  sectors: ({ n, down, above50, above200 }) =>
    line`標普500的${String(n)}檔類股基金中，下跌的占${down}；收在50日均線之上的占${above50}，收在200日均線之上的占${above200}。`,
  upVolume: ({ n, share }) => line`有成交量的${String(n)}檔基金與個股的成交金額中，上漲者占${share}。`,
  crisis: ({ name, yangZhang, crises }) => {
    const against = list(
      crises.map(
        ({ crisis, peak, ratio, day }) =>
          line`${levelsHant.crises[crisis]}危機峰值（${day}，${peak}）的${ratio}倍`,
      ),
    );
    if (crises.length === 0) return line`計入區間與跳空（楊–張），${name}的波動率為${yangZhang ?? ''}。`;
    return yangZhang === undefined
      ? line`${name}的30日波動率是${against}。`
      : line`${name}的30日波動率是${against}；計入區間與跳空（楊–張）則為${yangZhang}。`;
  },
  ranking: (items, ratio) => {
    const order = joined(
      items.map(({ name, annual }) => line`${before(name)}${annual}`),
      '、',
    );
    return ratio === undefined
      ? line`30日波動率居前：${order}。`
      : line`30日波動率居前：${order}；白銀是比特幣的${ratio}倍。`;
  },
  vix: ({ moved, points, level, percentile, since, from, day }) =>
    line`VIX${moved}（${points}點），報${level}${day ? `（${day}）` : ''}，落在歷史收盤的第${percentile}百分位；${
      since ? `上一次收得更高是${since}` : `自${from}以來未曾收得更高`
    }。`,
  vixTerm: ({ ratio, percentile, state, since }) => {
    if (state === 'not-measured') return ['VIX的期限結構未測得。'];
    const rank = percentile === undefined ? '' : line`（第${percentile}百分位）`;
    return state === 'inverted'
      ? line`VIX與VIX3M之比為${ratio}${rank}：期限結構倒掛，自${since ?? ''}起。`
      : line`VIX與VIX3M之比為${ratio}${rank}：期限結構沒有倒掛。`;
  },
  ladder: {
    title: (name, n) => (n === 0 ? line`${name}當日沒有跌破關卡` : line`${name}當日跌破${String(n)}個關卡`),
    measure: (n) => `近${n}個交易日的收盤與附近關卡；✕跌破（首次跌破日），◐已收復，●守住，○這波跌勢中未觸及`,
  },
  ladderTable: {
    title: '關卡',
    measure:
      '收盤上下最近的幾個，狀態之下為首次跌破或最近測試之日；跌破自一年內最高收盤價起算，均線自最近一次下穿起算',
  },
  indexTable: { title: '指數收盤', measure: '較前收的點數與幅度；連續同向的交易日；年初至今' },
  breadthTable: { title: '市場寬度', measure: '各類標的占比；成交金額只計價格乘成交量為美元者' },
  coneTable: { title: '波動率錐', measure: '收盤對收盤的年化波動率，按視窗與自身全部歷史相比' },
  crisisTable: {
    title: '波動率與兩次危機',
    measure: '30日收盤對收盤波動率，年化；危機期間的最高值，以及現在與它之比',
  },
  sessions: (n) => `${n}日`,
  methodTexts: [
    '關卡自一年內最高收盤價之後首次收在其下為跌破，這波跌勢由此起算。前低、前高為前後各20個交易日的最低、最高，後20日過去才可得知；整數關卡為最接近價格5–10%的1-2-5間距的整數倍。',
    '加密資產以365日年化，其餘以252個交易日年化。',
  ],
};
