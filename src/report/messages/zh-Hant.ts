import { type Inline, joined, line, type Part, plainText } from '../inline.ts';
import { CASCADE_WHYS_HANT } from './cascade/whys.ts';
import { EXPLAIN_WHYS_HANT } from './explain/whys.ts';
import { LEVEL_WHYS_HANT, levelsHant } from './levels/zh-Hant.ts';
import type { Messages, RiskClass, Scope, Verdict } from './messages.ts';
import { SECTION_WHYS, sectionsZhHant } from './sections-zh-Hant.ts';
import { before } from './spacing.ts';
import { whyIn } from './why.ts';

const WORDS = ['零', '一', '兩', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

const CLASS_NOUNS: Readonly<Record<RiskClass, string>> = {
  equity: '股票',
  credit: '信用債',
  metals: '金屬',
  energy: '能源',
  crypto: '加密貨幣',
};

const WHYS: readonly (readonly [RegExp, string])[] = [
  ...LEVEL_WHYS_HANT,
  ...EXPLAIN_WHYS_HANT,
  ...CASCADE_WHYS_HANT,
  ...SECTION_WHYS,
  [/^no member of the class is known for (\S+)$/, '$1該類別沒有可知的成分'],
  [/^not measured$/, '未能測得'],
  [/^the score has no value$/, '同跌分數沒有數值'],
  [/^(\d+) of (\d+) classes are known for (\S+), (\d+) are needed$/, '$3在$2類中只知$1類，至少需要$4類'],
  [
    /^the price hardly moved in the (\d+) sessions before, so its move has no scale$/,
    '先前$1個交易日價格幾乎不動，變動無從標準化',
  ],
  [/^no streak$/, '沒有連續漲跌'],
  [/^fewer than two standardised moves$/, '標準化變動不足兩個'],
  [/^(\d+) sessions have not passed since$/, '此後尚不足$1個交易日'],
  [/^the value of (\S+) is released at (\S+)T(\S+)Z$/, '$1的數值於$2 $3 UTC公布'],
  [/^the low was less than one standard deviation under the close before$/, '低點距前一日收盤不足一個標準差'],
  [/^not measured on both days from one source$/, '兩日沒有同一來源的數值'],
  [
    /^only (\d+) of the nearest days have a known aftermath of (\d+) sessions$/,
    '最相近的日子中只有$1天已知其後$2個交易日',
  ],
  [/^fewer than (\d+) changes before$/, '先前變動不足$1個'],
  [/^fewer than (\d+) closes$/, '收盤不足$1個'],
  [
    /^fewer than (\d+) earlier volatilities, or the latest is not measured$/,
    '先前波動率不足$1個，或最近一個未能測得',
  ],
  [/^fewer than (\d+) changes, or the latest is not measured$/, '變動不足$1個，或最近一個未能測得'],
  [
    /^fewer than (\d+) segments with (\d+) common sessions, or the latest is not measured$/,
    '有$2個共同交易日的區塊不足$1個，或最近一個未能測得',
  ],
  [
    /^fewer than (\d+) series with (\d+) common sessions, or one that did not move$/,
    '有$2個共同交易日的序列不足$1條，或其中一條不動',
  ],
  [/^fewer than (\d+) common sessions$/, '共同交易日不足$1個'],
  [/^the history begins later$/, '歷史自更晚開始'],
  [/^not measured on (\S+) or on the session before$/, '$1或前一交易日未能測得'],
  [/^the peak is not positive$/, '高點不是正數'],
  [/^a volume of the (\d+) sessions before is missing$/, '先前$1個交易日缺成交量'],
  [/^the two closes come from different sources$/, '兩個收盤來自不同來源'],
  [/^the move is not measured$/, '變動未能測得'],
  [/^the weights could not be estimated$/, '權重無法估計'],
  [/^the move or the volatility is not measured$/, '變動或波動率未能測得'],
  [/^the series (\S+) is not in the store$/, '資料庫中沒有序列$1'],
  [/^the two bars come from different sources$/, '兩根K線來自不同來源'],
  [/^no bar ends within four hours before both New York closes$/, '兩次紐約收盤前四小時內沒有K線收線'],
];

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), '、')}和${items.at(-1) as Part}`;
}

function named(items: readonly { name: string; change: Part }[]): Inline {
  return joined(
    items.map(({ name, change }) => line`${before(name)}${change}`),
    '、',
  );
}

function leader(scope: Scope): string | undefined {
  const match = /^(.+)-(?:only|led)$/.exec(scope);
  return match ? CLASS_NOUNS[match[1] as RiskClass] : undefined;
}

function titleOf(verdict: Verdict, scope: Scope, fallen: readonly RiskClass[]): string[] {
  const by = leader(scope);
  const [first, ...others] = fallen.map((one) => CLASS_NOUNS[one]).filter((name) => name !== by);
  if (verdict === 'not-measured') return ['沒有結論，', '可知的資產類別太少'];
  if (verdict === 'quiet') return ['全球資產並未同步下跌'];
  if (verdict === 'selective') {
    if (!by) return ['全球資產局部下跌，', '不是全面拋售'];
    return [scope.endsWith('-only') ? `下跌集中在${by}，` : `${by}領跌的局部下跌，`, '不是全面拋售'];
  }
  const told = by ? `${by}領跌` : first ? `${first}跌得最重` : '各類風險資產齊跌';
  const rest = by && first ? [first, ...others] : others;
  const joint = [`${told}，`, ...(rest.length > 0 ? [`${plainText(list(rest))}同跌，`] : [])];
  return verdict === 'broad' ? [...joint, '不是全面拋售'] : ['全面拋售：', ...joint, '避險資產也未能倖免'];
}

export const zhHant: Messages = {
  ...sectionsZhHant,
  language: 'zh-Hant',
  gap: '',
  comma: '，',
  semicolon: '；',
  colon: '：',
  stop: '。',
  levels: levelsHant,
  labels: {
    score: '同跌分數',
    scope: '結論',
    rose: '上漲標的',
    baseRate: '基準頻率',
    benchmarks: '主要標的',
    data: '資料',
    class: '類別',
    instrument: '標的',
    day: '日漲跌',
    closeToClose: '收盤/收盤',
    lowToPrevious: '低點/前收',
    fromPeakClose: '距收盤高點',
    fromPeakHigh: '距盤中高點',
    close: '收盤',
    z: 'z',
    rank: '名次',
    largestSince: '自此最大',
    lately: '近20日',
    volatility: '30日波動率',
    percentile: '百分位',
    volumeRatio: '成交量/20日均',
    streak: '連續（交易日）',
    date: '日期',
    distance: '距離',
    week: '五日',
    month: '一個月',
    year: '年初至今',
    move: '變動，σ',
    points: '占分',
    from: '起',
    days: '天數',
    sum: '合計',
    residual: '殘差',
    share: '占比',
    sessions: '交易日',
    today: '當日',
    showTable: '以表格檢視',
    allColumns: '顯示全部欄位',
    fell: '下跌',
    all: '總數',
  },
  classes: {
    crypto: '加密貨幣',
    equity: '股票',
    metals: '金屬',
    energy: '能源',
    credit: '信用債',
    rates: '利率',
    fx: '外匯',
    volatility: '波動率',
    cash: '現金',
    liquidity: '流動性',
    flows: '資金流向',
    positioning: '部位',
    derivatives: '衍生性商品',
    'on-chain': '鏈上',
    macro: '總體經濟',
    sentiment: '市場情緒',
    stress: '壓力',
  },
  hedges: { treasuries: '美國公債', dollar: '美元', yen: '日圓', cash: '現金' },
  calendars: {
    utc: '加密貨幣',
    'new-york': '紐約',
    cme: '美國期貨',
    fx: '外匯',
    'us-federal': '聯準會',
    target: '歐洲央行',
    london: '倫敦',
    frankfurt: '法蘭克福',
    tokyo: '東京',
    'hong-kong': '香港',
    seoul: '首爾',
    taipei: '台北',
    shanghai: '上海',
  },
  flags: {
    simulated: '模擬',
    proxy: '代理指標',
    stale: '延遲',
    'late-vintage': '首次公布值未留存',
    revised: '已修正',
    suspect: '存疑',
    'under-reported': '低報',
    unproven: '未經驗證',
    extrapolated: '外推',
  },
  verdicts: {
    quiet: '平靜',
    selective: '局部',
    broad: '大範圍',
    indiscriminate: '無差別',
    'not-measured': '未能測得',
  },
  scopes: {
    none: '沒有特別突出的類別',
    'crypto-only': '僅限加密貨幣',
    'crypto-led': '加密貨幣領跌',
    'metals-only': '僅限金屬',
    'metals-led': '金屬領跌',
    'equity-only': '僅限股票',
    'equity-led': '股票領跌',
    'energy-only': '僅限能源',
    'energy-led': '能源領跌',
    'credit-only': '僅限信用債',
    'credit-led': '信用債領跌',
    'cross-asset': '跨資產',
    'not-measured': '可知的類別太少',
  },
  noValue: '沒有數值',
  simulated: { word: '模擬', sentence: '模擬：這些行情由程式產生，文中沒有任何數字是真實市價。' },
  page: { before: '第', of: '頁，共', after: '頁' },

  list,
  bracket: (text) => line`（${text}）`,
  number: (n) => WORDS[n] ?? String(n),
  priced: (number, unit) => {
    const templates: Readonly<Record<string, string>> = {
      usd: `${number}美元`,
      usdt: `${number} USDT`,
      eur: `${number}歐元`,
      jpy: `${number}日圓`,
      oz: `${number}盎司`,
      'oz-per-lb': `每磅${number}盎司`,
      'usd-per-oz': `每盎司${number}美元`,
      'usd-per-bbl': `每桶${number}美元`,
      'usd-per-lb': `每磅${number}美元`,
      'usd-per-mmbtu': `每百萬英熱單位${number}美元`,
      'jpy-per-usd': `1美元兌${number}日圓`,
      'jpy-per-eur': `1歐元兌${number}日圓`,
      'jpy-per-aud': `1澳幣兌${number}日圓`,
      'usd-per-eur': `1歐元兌${number}美元`,
      index: `${number}點`,
    };
    return templates[unit] ?? number;
  },
  moved: (direction, size, kind) => {
    if (direction === 'none') return ['持平'];
    const verbs = kind === 'yield' ? { fall: '下滑', rise: '上升' } : { fall: '下跌', rise: '上漲' };
    return line`${verbs[direction]}${size}`;
  },
  range: (low, high) => `${low}至${high}`,
  band: (value, range, level) => line`${value}［${level}：${range}］`,
  rankOf: (k, n, since) => line`${n}個交易日中第${k}（${String(since)}年起）`,

  sinceYear: (year) => `${year}年起`,
  everSince: (day) => ['紀錄', `${day}起`],
  quoted: (quote) => `以${quote}計價`,

  title: ({ date, verdict, scope, fallen }) => [`${date}：`, ...titleOf(verdict, scope, fallen)],
  asOf: (instant) => `截至${instant}`,
  andOthers: (places, all) => [`${places.join('、')}等${all}處`],
  sessionClose: (places, day) => `${places.join('、')}${day}收盤`,
  utcDay: (day, instant) => `加密貨幣日${day}（止於${instant}）`,
  versions: (data, engine) => `資料${data} · 引擎${engine}`,
  generatedFrom: ({ universe, window, event }) =>
    `範圍${universe} · 視窗${window}${event ? ` · 事件${event}` : ''}`,

  scoreNote: (rank) => line`${rank}`,
  roseNote: (items) => (items.length > 0 ? named(items) : ['所列標的無一上漲']),
  roseCount: (rose, all) => line`${String(rose)} / ${String(all)}`,
  perYear: (n) => line`一年${n}天`,
  independent: (n) => line`若各類別互相獨立，一年${n}天`,
  dataState: ({ warnings, leftOut }) => ({
    value: warnings === 0 ? '齊全' : `${warnings}則提醒`,
    note: leftOut.length === 0 ? '各類別皆已測得' : `計分未含${leftOut.join('、')}`,
  }),

  fellMost: (items, sessions) =>
    line`${sessions ? `${sessions}個交易日合計，` : ''}以自身波動率衡量，跌幅較大者：${joined(
      items.map(({ name, moved, record }) =>
        record ? line`${name}${moved}，${record}` : line`${name}${moved}`,
      ),
      '；',
    )}。`,
  nothingFell: (sessions) => [`${sessions ? `${sessions}個交易日合計，` : ''}所列標的無一下跌。`],
  nothingMeasured: () => ['此刻沒有測得任何價格變動。'],
  heldUp: (items, { count, all, sessions }) =>
    line`${sessions ? `${sessions}個交易日合計，` : ''}${String(all)}項標的中有${String(count)}項上漲，包括${named(items)}。`,
  nothingRose: (all, sessions) => [`${sessions ? `${sessions}個交易日合計，` : ''}${all}項標的中無一上漲。`],
  scoreUnknown: (score, why) => line`同跌分數${score}：${why}。`,
  howRare: ({ score, rank, perYear, independent }) =>
    line`同跌分數${score}（滿分100），${rank}：這樣的日子一年${perYear}天，若各類別互相獨立則為${independent}天。`,
  afterwards: ({ n, sessions, items }) =>
    line`最相近的${n}個歷史日之後${String(sessions)}個交易日，漲跌幅的中位數為${named(items)}。`,

  chapter: { panorama: '市場全貌' },
  sections: {
    crypto: '加密貨幣',
    equity: '股票',
    commodities: '原物料',
    macro: '利率、外匯與信用債',
    together: '是否同步下跌',
    nearest: '最相近的歷史日',
    table: '表T-1',
  },
  classesBeyond: ({ beyond, known, unknown }) => {
    if (known === 0) return ['此刻沒有任何一類風險資產測得。'];
    const tail = unknown.length > 0 ? `；${unknown.join('、')}未能測得` : '';
    if (beyond === 0)
      return line`${WORDS[known] ?? String(known)}類風險資產中，沒有一類跌幅超過一個標準差${tail}。`;
    return line`${WORDS[known] ?? String(known)}類風險資產中，有${WORDS[beyond] ?? String(beyond)}類跌幅超過一個標準差${tail}。`;
  },
  scoreParts: (parts, total) =>
    line`${total}分的組成：${joined(
      parts.map(({ name, points }) => line`${before(name)}${points}`),
      '、',
    )}。`,
  hedgePanel: (held, failed) => {
    if (held.length === 0 && failed.length === 0) return ['避險資產未能測得。'];
    if (failed.length === 0) return line`已測得的避險資產都撐住了：${named(held)}。`;
    if (held.length === 0) return line`避險資產全數失守：${named(failed)}。`;
    return line`避險資產中，${named(held)}撐住；${named(failed)}失守。`;
  },
  leftOut: (items) => {
    const reasons = {
      'not-yet-known': '尚未公布',
      missing: '缺少資料',
      'short-history': '歷史太短',
    } as const;
    return line`未計入分數：${items.map(({ title, reason }) => `${title}，${reasons[reason]}`).join('；')}。`;
  },
  verdictRule: (verdict) => [
    {
      quiet: '結論為平靜：分數落在平常範圍之內。',
      selective: '結論為局部：有些類別下跌，有些沒有。',
      broad: '結論為大範圍而非無差別：多數風險類別下跌，避險資產撐住。',
      indiscriminate: '結論為無差別：多數風險類別下跌，避險資產也同步下跌。',
      'not-measured': '沒有結論：此刻可知的類別太少。',
    }[verdict],
  ],

  breadth: ({ cls, n, down, downCount, below, belowCount }) => {
    if (n === 1) return line`${cls}：僅測得1項，${downCount > 0 ? '下跌' : '沒有下跌'}。`;
    if (downCount === 0) return line`${cls}：${String(n)}項中無一下跌。`;
    if (belowCount === n) return line`${cls}：${String(n)}項全數下跌，且跌幅都超過一個標準差（${below}）。`;
    const fell = downCount === n ? `${n}項全數下跌` : `${n}項中有${downCount}項下跌`;
    if (belowCount === 0) return line`${cls}：${fell}（${down}），沒有一項跌幅超過一個標準差。`;
    return line`${cls}：${fell}（${down}），其中${String(belowCount)}項跌幅超過一個標準差（${below}）。`;
  },
  noData: (what) => [`${what}：此刻沒有資料，本節不下判斷。`],
  closed: ({ name, moved, close, day, where }) =>
    line`${day}，${name}${moved}，收在${close}${where ? `（${where}）` : ''}。`,
  record: ({ kind, what, direction, since, from }) => {
    const noun = `${what === 'day' ? '單日' : '五日'}${direction === 'fall' ? '跌幅' : '漲幅'}`;
    if (kind === 'ever') return [`為自${from}有紀錄以來最大${noun}`];
    if (kind === 'since') return [`為${since}以來最大${noun}`];
    return [`不及${since}的${noun}`];
  },
  recordSentence: ({ name, record, rank }) =>
    line`${name ? `${name}的這一變動` : '這一變動'}${record}，${rank}。`,
  weekSentence: (name, moved, record) => line`五個交易日合計，${name}${moved}，${record}。`,
  low: (name, change) => line`盤中低點時，${name}較前一日收盤${change}。`,
  newYorkDay: (name, moved) => line`若以兩次紐約收盤之間計算，${name}${moved}。`,
  peak: ({ name, gap, day, high }) =>
    high
      ? line`${name}較${day}的最高收盤價低${gap}，較${high.day}的盤中最高價低${high.gap}。`
      : line`${name}較${day}的最高收盤價低${gap}。`,
  atPeak: (name) => [`${name}收在歷史最高收盤價。`],
  averages: ({ name, below50, below200 }) => {
    const parts = [
      ...(below50 ? [`${below50}起收在50日均線之下`] : []),
      ...(below200 ? [`${below200}起收在200日均線之下`] : []),
    ];
    return [`${name}${parts.join('，')}。`];
  },
  bear: (name, since) => [`依20%的準則，${name}自${since}起處於熊市。`],
  streak: ({ name, direction, sessions, change }) =>
    line`${name}已連${direction === 'fall' ? '跌' : '漲'}${sessions}個交易日，累計${change}。`,
  hardest: (items) =>
    line`個股與股票基金中，以自身波動率衡量跌得最重的是${joined(
      items.map(({ name, moved }) => line`${name}（${moved}）`),
      '、',
    )}。`,
  others: (items) =>
    line`同類之中，${joined(
      items.map(({ name, moved }) => line`${name}${moved}`),
      '，',
    )}。`,
  value: ({ name, day, fromPeak }) =>
    line`以價格乘上供給量計算，${name}的市值當日變動${day}，距高點變動${fromPeak}。`,
  snapBack: ({ name, sameDay }) => line`從前一日收盤到低點的跌幅中，${name}到收盤時收復${sameDay}。`,
  volatility: ({ name, annual, percentile }) =>
    line`${name}的30日實現波動率為年化${annual}，落在自身歷史的第${percentile}百分位。`,
  classMeaning: ({ cls, move, points, total, beyond }) =>
    line`${cls}類平均變動${move}，${beyond ? '越過' : '未越過'}一個標準差的門檻；在${total}分中占${points}分。`,
  classUnknown: (cls, why) => line`${cls}類平均變動未能測得：${why}。`,
  levelMoved: ({ name, moved, level, day }) => line`${name}${moved}，報${level}${day ? `（${day}）` : ''}。`,
  sectors: ({ index, move, parts, residual }) =>
    line`${index}的${move}依類股（權重為估計值）拆解：${joined(
      parts.map(({ name, points }) => line`${before(name)}${points}`),
      '、',
    )}；殘差${residual}。`,
  dispersion: ({ basket, deviation, percentile, best, worst }) =>
    line`${basket}當日漲跌幅的標準差為${deviation}，落在第${percentile}百分位：最佳為${best}，最差為${worst}。`,
  flight: (kind) => [
    {
      none: '看不到資金避險的去向。',
      'to-treasuries': '資金流向美國公債：股跌債漲。',
      'to-dollar-cash': '資金流向美元與現金：美元上漲，公債沒有上漲。',
      'to-treasuries-and-dollar': '美國公債與美元同步上漲。',
      'out-of-everything': '美國公債與美元都沒有上漲。',
      undecided: '資金去向未定：各項跡象不一致，或幅度太小。',
    }[kind],
  ],
  shock: (kind, yieldChange, equityChange) => {
    const names = {
      growth: '成長衝擊（殖利率與股票同降）',
      policy: '政策衝擊（殖利率升、股票跌）',
      liquidity: '流動性衝擊（股票跌，殖利率幾乎不動）',
      relief: '緩和（殖利率與股票同升）',
      easing: '寬鬆（殖利率降、股票漲）',
      'not-measured': '',
    } as const;
    if (kind === 'not-measured') return ['衝擊的類型未能測得。'];
    return line`依兩年期殖利率（${yieldChange}）與股票（${equityChange}）的正負號，當日符合${names[kind]}；正負號只作描述，不證明原因。`;
  },
  together: ({ short, long, shortDays, longDays }) =>
    line`近${String(shortDays)}日兩兩相關係數平均為${short}，先前${String(longDays)}日為${long}。`,
  cryptoTogether: ({ value, days }) => line`近${String(days)}日加密貨幣兩兩相關係數平均為${value}。`,
  eigenvector: ({ short, long }) => line`第一特徵向量占變異的${short}，先前為${long}。`,
  cissLike: (value) => line`類CISS壓力指標為${value}。`,
  nearest: ({ days, from }) =>
    line`狀態最相近的日子（自${String(from)}年起，只在截止日之前尋找）依序為${list([...days])}等。`,
  nearestNone: () => ['當日狀態未能測得，無法與過去的日子比較。'],

  strip: {
    title: (beyond, known) =>
      beyond === 0
        ? line`${WORDS[known] ?? String(known)}類都沒有越過虛線`
        : line`${WORDS[known] ?? String(known)}類中有${WORDS[beyond] ?? String(beyond)}類越過虛線`,
    unknown: '各類別皆未能測得',
    measure: '各類別標準化變動的平均，以先前自身波動率為單位σ；虛線−1 σ',
  },
  scoreChart: {
    title: (score, rank) => line`同跌分數${score}：${rank}`,
    unknown: '同跌分數沒有數值',
    measure: (from) => `依同跌分數統計的交易日數，每格5分，平方根刻度，${from}年起`,
  },
  heat: {
    title: (fell, all) => line`${String(all)}項標的中${String(fell)}項下跌`,
    unknown: '沒有測得變動',
    measure: '當日漲跌；顏色深淺依標準化變動，零不著色',
  },
  drawdowns: {
    title: (items) =>
      line`距最高收盤價：${joined(
        items.map(({ name, gap }) => line`${before(name)}${gap}`),
        '、',
      )}`,
    measure: (n, low) => `收盤價相對於當時可知的最高收盤價，近${n}個交易日；各圖同軸，0至${low}`,
  },
  matrix: {
    title: (short, long) => line`平均相關係數${short}，先前${long}`,
    measure: (s, l) => `日報酬依日期對齊，收盤時間不同步；左下為近${s}日，右上為先前${l}日`,
  },
  tableOne: { title: '價格變動與水準', measure: '收盤對收盤，低點對前收；高點附日期' },
  volatilityTable: { title: '實現波動率', measure: '30日日報酬的標準差，年化；百分位依自身歷史' },
  nearestTable: {
    title: '最相近的歷史日與其後',
    measure: (n) => `狀態之間的距離；其後${n}個交易日的漲跌幅`,
  },
  fanTable: {
    title: '其後各期間',
    measure: (level) => `最相近歷史日的中位數，其下為中間${level}的範圍；不是預測`,
  },
  scoreTable: { title: '各分數區間天數' },
  drawdownTable: { title: '距最高收盤價' },
  matrixTable: { title: '相關係數' },
  change: (n) => `+${n}日`,
  why: (reason) => whyIn(WHYS, reason),
  absent: (items) =>
    line`沒有數值：${items
      .map(({ why, names, columns }) => `${names.join('、')}（${columns.join('、')}），${why}`)
      .join('；')}。`,
  chartLabel: (n) => `圖${n}`,
  tableLabel: (id) => `表${id}`,
  sourceLine: (text) => `資料來源：${text}`,

  warnings: { title: '資料沒有說的', none: '本報告所用的序列沒有缺漏、延遲或存疑。' },
  warning: ({ kind, title, latest, due }) => {
    const last = latest ? `，最新為${latest}` : '';
    const then = due ? `，預計${due}公布` : '';
    return {
      missing: `${title}：缺少資料`,
      'not-yet-known': `${title}：尚未公布${last}${then}`,
      stale: `${title}：延遲${last}${then}`,
      revised: `${title}：首次公布後有修正${last}`,
      suspect: `${title}：數值存疑，保留並標示${last}`,
      'short-history': `${title}：歷史太短，部分數字無法計算${last}`,
    }[kind];
  },

  back: {
    notes: '註釋',
    sources: '資料來源與授權',
    methods: '方法',
    licences: '授權',
    disclaimer: '聲明',
    disclaimerText: '本報告描述截至所述時點可得的市場資料，不構成投資建議，也不含任何預測。',
    methodTexts: [
      '一日即一個交易時段：加密貨幣為00:00至00:00 UTC，現貨市場以各自收盤為準。收盤時間不同步，依日期對齊。',
      '「自此最大」一欄所列，是先前最近一個同方向變動不小於當日的日子。',
      'z為當日變動除以先前已知的自身波動率。',
      '同跌分數為各類別均衡的標準化變動平均，刻度0至100。美國公債、美元、日圓與現金不計入，只用於區分大範圍與無差別。',
      '各部分的顯示值經進位後與顯示的合計相等。',
      '本報告不主張原因：只說什麼同步變動，不說為什麼。',
      ...levelsHant.methodTexts,
    ],
  },
  notesLead: ({ prefix, suffix, asOf }) => [
    `每個數字都可追溯，且最遲於${asOf}可知。完整的數字編號為`,
    `${prefix}…${suffix}`,
    '，省略處填入下列路徑，以點開頭的路徑前接序列名稱；可用tidemark trace開啟。',
  ],
  note: ({ where, session, closed, known }) =>
    [
      ...(where ? [where] : []),
      ...(session ? [`交易日${session}${closed ? `，收於${closed}` : ''}`] : []),
      ...(known ? [`${known}起可知`] : []),
    ].join('；'),
  noteFlags: '標記',
  sourceOf: ({ provider, licence, items }) => `${provider}（${licence}）：${items.join('、')}`,
  noLicence: '授權未註明',
};
