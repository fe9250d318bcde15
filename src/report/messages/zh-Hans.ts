import { type Inline, joined, line, type Part, plainText } from '../inline.ts';
import { CASCADE_WHYS_HANS } from './cascade/whys.ts';
import { EXPLAIN_WHYS_HANS } from './explain/whys.ts';
import { LEVEL_WHYS_HANS, levelsHans } from './levels/zh-Hans.ts';
import type { Messages, RiskClass, Scope, Verdict } from './messages.ts';
import { SECTION_WHYS, sectionsZhHans } from './sections-zh-Hans.ts';
import { before } from './spacing.ts';
import { whyIn } from './why.ts';

const WORDS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

const CLASS_NOUNS: Readonly<Record<RiskClass, string>> = {
  equity: '股票',
  credit: '信用',
  metals: '金属',
  energy: '能源',
  crypto: '加密',
};

const WHYS: readonly (readonly [RegExp, string])[] = [
  ...LEVEL_WHYS_HANS,
  ...EXPLAIN_WHYS_HANS,
  ...CASCADE_WHYS_HANS,
  ...SECTION_WHYS,
  [/^no member of the class is known for (\S+)$/, '$1该类没有可知的成分'],
  [/^not measured$/, '未测'],
  [/^the score has no value$/, '同跌分没有数值'],
  [/^(\d+) of (\d+) classes are known for (\S+), (\d+) are needed$/, '$3在$2类中只知$1类，至少要$4类'],
  [
    /^the price hardly moved in the (\d+) sessions before, so its move has no scale$/,
    '此前$1个交易日价格几乎不动，变动无从标准化',
  ],
  [/^no streak$/, '没有连续涨跌'],
  [/^fewer than two standardised moves$/, '标准化变动不足两个'],
  [/^(\d+) sessions have not passed since$/, '此后尚不足$1个交易日'],
  [/^the value of (\S+) is released at (\S+)T(\S+)Z$/, '$1的值于$2 $3 UTC公布'],
  [/^the low was less than one standard deviation under the close before$/, '低点距前收不足一个标准差'],
  [/^not measured on both days from one source$/, '两日没有同一来源的值'],
  [
    /^only (\d+) of the nearest days have a known aftermath of (\d+) sessions$/,
    '最相似的日子中只有$1天已知其后$2个交易日',
  ],
  [/^fewer than (\d+) changes before$/, '此前变动不足$1个'],
  [/^fewer than (\d+) closes$/, '收盘不足$1个'],
  [
    /^fewer than (\d+) earlier volatilities, or the latest is not measured$/,
    '此前波动率不足$1个，或最近一个未测',
  ],
  [/^fewer than (\d+) changes, or the latest is not measured$/, '变动不足$1个，或最近一个未测'],
  [
    /^fewer than (\d+) segments with (\d+) common sessions, or the latest is not measured$/,
    '有$2个共同交易日的分块不足$1个，或最近一个未测',
  ],
  [
    /^fewer than (\d+) series with (\d+) common sessions, or one that did not move$/,
    '有$2个共同交易日的序列不足$1条，或其中一条不动',
  ],
  [/^fewer than (\d+) common sessions$/, '共同交易日不足$1个'],
  [/^the history begins later$/, '历史自更晚开始'],
  [/^not measured on (\S+) or on the session before$/, '$1或前一交易日未测'],
  [/^the peak is not positive$/, '峰值不是正数'],
  [/^a volume of the (\d+) sessions before is missing$/, '此前$1个交易日缺成交量'],
  [/^the two closes come from different sources$/, '两个收盘来自不同来源'],
  [/^the move is not measured$/, '变动未测'],
  [/^the weights could not be estimated$/, '权重无法估计'],
  [/^the move or the volatility is not measured$/, '变动或波动率未测'],
  [/^the series (\S+) is not in the store$/, '库中没有序列$1'],
  [/^the two bars come from different sources$/, '两根K线来自不同来源'],
  [/^no bar ends within four hours before both New York closes$/, '两次纽约收盘前四小时内没有K线收线'],
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
  if (verdict === 'not-measured') return ['没有结论，', '可知的资产类别太少'];
  if (verdict === 'quiet') return ['全球资产没有一起跌'];
  if (verdict === 'selective') {
    if (!by) return ['全球资产局部下跌，', '不是全面抛售'];
    return [scope.endsWith('-only') ? `下跌集中在${by}，` : `${by}领跌的局部下跌，`, '不是全面抛售'];
  }
  const told = by ? `${by}领跌` : first ? `${first}跌得最重` : '各类风险资产齐跌';
  const rest = by && first ? [first, ...others] : others;
  const joint = [`${told}，`, ...(rest.length > 0 ? [`${plainText(list(rest))}同跌，`] : [])];
  return verdict === 'broad' ? [...joint, '不是全面抛售'] : ['全面抛售：', ...joint, '避险资产也没有守住'];
}

export const zhHans: Messages = {
  ...sectionsZhHans,
  language: 'zh-Hans',
  gap: '',
  comma: '，',
  semicolon: '；',
  colon: '：',
  stop: '。',
  levels: levelsHans,
  labels: {
    score: '同跌分',
    scope: '结论',
    rose: '上涨的',
    baseRate: '基准频率',
    benchmarks: '主要标的',
    data: '数据',
    class: '类别',
    instrument: '标的',
    day: '日变动',
    closeToClose: '收盘/收盘',
    lowToPrevious: '低点/前收',
    fromPeakClose: '距收盘峰值',
    fromPeakHigh: '距盘中峰值',
    close: '收盘',
    z: 'z',
    rank: '名次',
    largestSince: '自此最大',
    lately: '近20日',
    volatility: '30日波动率',
    percentile: '百分位',
    volumeRatio: '成交量/20日均',
    streak: '连续（交易日）',
    date: '日期',
    distance: '距离',
    week: '五日',
    month: '一个月',
    year: '年初至今',
    move: '变动，σ',
    points: '占分',
    from: '起',
    days: '天数',
    sum: '合计',
    residual: '残差',
    share: '占比',
    sessions: '交易日',
    today: '当日',
    showTable: '以表格查看',
    allColumns: '显示全部栏目',
    fell: '下跌',
    all: '总数',
  },
  classes: {
    crypto: '加密',
    equity: '股票',
    metals: '金属',
    energy: '能源',
    credit: '信用',
    rates: '利率',
    fx: '外汇',
    volatility: '波动率',
    cash: '现金',
    liquidity: '流动性',
    flows: '资金流',
    positioning: '持仓',
    derivatives: '衍生品',
    'on-chain': '链上',
    macro: '经济',
    sentiment: '情绪',
    stress: '压力',
  },
  hedges: { treasuries: '美债', dollar: '美元', yen: '日元', cash: '现金' },
  calendars: {
    utc: '加密',
    'new-york': '纽约',
    cme: '美国期货',
    fx: '外汇',
    'us-federal': '美联储',
    target: '欧洲央行',
    london: '伦敦',
    frankfurt: '法兰克福',
    tokyo: '东京',
    'hong-kong': '香港',
    seoul: '首尔',
    taipei: '台北',
    shanghai: '上海',
  },
  flags: {
    simulated: '模拟',
    proxy: '代理',
    stale: '迟',
    'late-vintage': '首次公布值未留存',
    revised: '已修订',
    suspect: '存疑',
    'under-reported': '少报',
    unproven: '未验证',
    extrapolated: '外推',
  },
  verdicts: {
    quiet: '平静',
    selective: '局部',
    broad: '大范围',
    indiscriminate: '无差别',
    'not-measured': '未测',
  },
  scopes: {
    none: '没有突出的一类',
    'crypto-only': '只在加密',
    'crypto-led': '加密领跌',
    'metals-only': '只在金属',
    'metals-led': '金属领跌',
    'equity-only': '只在股票',
    'equity-led': '股票领跌',
    'energy-only': '只在能源',
    'energy-led': '能源领跌',
    'credit-only': '只在信用',
    'credit-led': '信用领跌',
    'cross-asset': '跨资产',
    'not-measured': '可知的类别太少',
  },
  noValue: '没有数值',
  simulated: { word: '模拟', sentence: '模拟：这些行情由程序生成，文中没有一个数字是真实市价。' },
  page: { before: '第', of: '页，共', after: '页' },

  list,
  bracket: (text) => line`（${text}）`,
  number: (n) => WORDS[n] ?? String(n),
  priced: (number, unit) => {
    const templates: Readonly<Record<string, string>> = {
      usd: `${number}美元`,
      usdt: `${number} USDT`,
      eur: `${number}欧元`,
      jpy: `${number}日元`,
      oz: `${number}盎司`,
      'oz-per-lb': `每磅${number}盎司`,
      'usd-per-oz': `每盎司${number}美元`,
      'usd-per-bbl': `每桶${number}美元`,
      'usd-per-lb': `每磅${number}美元`,
      'usd-per-mmbtu': `每百万英热${number}美元`,
      'jpy-per-usd': `1美元兑${number}日元`,
      'jpy-per-eur': `1欧元兑${number}日元`,
      'jpy-per-aud': `1澳元兑${number}日元`,
      'usd-per-eur': `1欧元兑${number}美元`,
      index: `${number}点`,
    };
    return templates[unit] ?? number;
  },
  moved: (direction, size, kind) => {
    if (direction === 'none') return ['持平'];
    const verbs = kind === 'yield' ? { fall: '降', rise: '升' } : { fall: '跌', rise: '涨' };
    return line`${verbs[direction]}${size}`;
  },
  range: (low, high) => `${low}至${high}`,
  band: (value, range, level) => line`${value}［${level}：${range}］`,
  rankOf: (k, n, since) => line`${n}日中第${k}（${String(since)}年起）`,

  sinceYear: (year) => `${year}年起`,
  everSince: (day) => ['纪录', `${day}起`],
  quoted: (quote) => `以${quote}计`,

  title: ({ date, verdict, scope, fallen }) => [`${date}：`, ...titleOf(verdict, scope, fallen)],
  asOf: (instant) => `截至${instant}`,
  andOthers: (places, all) => [`${places.join('、')}等${all}处`],
  sessionClose: (places, day) => `${places.join('、')}${day}收盘`,
  utcDay: (day, instant) => `加密日${day}（止于${instant}）`,
  versions: (data, engine) => `数据${data} · 引擎${engine}`,
  generatedFrom: ({ universe, window, event }) =>
    `范围${universe} · 窗口${window}${event ? ` · 事件${event}` : ''}`,

  scoreNote: (rank) => line`${rank}`,
  roseNote: (items) => (items.length > 0 ? named(items) : ['所列标的无一上涨']),
  roseCount: (rose, all) => line`${String(rose)} / ${String(all)}`,
  perYear: (n) => line`一年${n}天`,
  independent: (n) => line`各类若独立，一年${n}天`,
  dataState: ({ warnings, leftOut }) => ({
    value: warnings === 0 ? '齐全' : `${warnings}条提示`,
    note: leftOut.length === 0 ? '各类都已测' : `计分缺${leftOut.join('、')}`,
  }),

  fellMost: (items, sessions) =>
    line`${sessions ? `${sessions}个交易日合计，` : ''}按自身波动率衡量，跌幅居前：${joined(
      items.map(({ name, moved, record }) =>
        record ? line`${name}${moved}，${record}` : line`${name}${moved}`,
      ),
      '；',
    )}。`,
  nothingFell: (sessions) => [`${sessions ? `${sessions}个交易日合计，` : ''}所列标的无一下跌。`],
  nothingMeasured: () => ['此刻没有测得任何价格变动。'],
  heldUp: (items, { count, all, sessions }) =>
    line`${sessions ? `${sessions}个交易日合计，` : ''}${String(all)}项中有${String(count)}项上涨，其中${named(items)}。`,
  nothingRose: (all, sessions) => [`${sessions ? `${sessions}个交易日合计，` : ''}${all}项中无一上涨。`],
  scoreUnknown: (score, why) => line`同跌分${score}：${why}。`,
  howRare: ({ score, rank, perYear, independent }) =>
    line`同跌分${score}（满分100），${rank}：这样的日子一年${perYear}天，各类若相互独立则为${independent}天。`,
  afterwards: ({ n, sessions, items }) =>
    line`最相似的${n}个过去日之后${String(sessions)}个交易日，变动的中位数为${named(items)}。`,

  chapter: { panorama: '市场全景' },
  sections: {
    crypto: '加密资产',
    equity: '股票',
    commodities: '大宗商品',
    macro: '利率、外汇与信用',
    together: '一起动吗',
    nearest: '最相似的过去日',
    table: '表T-1',
  },
  classesBeyond: ({ beyond, known, unknown }) => {
    if (known === 0) return ['此刻没有一类风险资产测得。'];
    const tail = unknown.length > 0 ? `；${unknown.join('、')}未测` : '';
    if (beyond === 0)
      return line`${WORDS[known] ?? String(known)}类风险资产中没有一类跌超一个标准差${tail}。`;
    return line`${WORDS[known] ?? String(known)}类风险资产中有${WORDS[beyond] ?? String(beyond)}类跌超一个标准差${tail}。`;
  },
  scoreParts: (parts, total) =>
    line`${total}分的构成：${joined(
      parts.map(({ name, points }) => line`${before(name)}${points}`),
      '、',
    )}。`,
  hedgePanel: (held, failed) => {
    if (held.length === 0 && failed.length === 0) return ['避险资产未能测得。'];
    if (failed.length === 0) return line`已测的避险资产都守住了：${named(held)}。`;
    if (held.length === 0) return line`避险资产都没有守住：${named(failed)}。`;
    return line`避险资产中，${named(held)}守住；${named(failed)}没有守住。`;
  },
  leftOut: (items) => {
    const reasons = { 'not-yet-known': '尚不可知', missing: '缺数据', 'short-history': '历史太短' } as const;
    return line`未计入分数：${items.map(({ title, reason }) => `${title}，${reasons[reason]}`).join('；')}。`;
  },
  verdictRule: (verdict) => [
    {
      quiet: '结论为平静：分数在平常范围之内。',
      selective: '结论为局部：有的类别跌，有的没有跌。',
      broad: '结论为大范围而非无差别：多数风险类别下跌，避险资产守住。',
      indiscriminate: '结论为无差别：多数风险类别下跌，避险资产也在跌。',
      'not-measured': '没有结论：此刻可知的类别太少。',
    }[verdict],
  ],

  breadth: ({ cls, n, down, downCount, below, belowCount }) => {
    if (n === 1) return line`${cls}：只测得1项，${downCount > 0 ? '下跌' : '没有下跌'}。`;
    if (downCount === 0) return line`${cls}：${String(n)}项中无一下跌。`;
    if (belowCount === n) return line`${cls}：${String(n)}项全部下跌，且都跌超一个标准差（${below}）。`;
    const fell = downCount === n ? `${n}项全部下跌` : `${n}项中${downCount}项下跌`;
    if (belowCount === 0) return line`${cls}：${fell}（${down}），没有一项跌超一个标准差。`;
    return line`${cls}：${fell}（${down}），其中${String(belowCount)}项跌超一个标准差（${below}）。`;
  },
  noData: (what) => [`${what}：此刻没有数据，本节不作判断。`],
  closed: ({ name, moved, close, day, where }) =>
    line`${day}，${name}${moved}，收于${close}${where ? `（${where}）` : ''}。`,
  record: ({ kind, what, direction, since, from }) => {
    const noun = `${what === 'day' ? '单日' : '五日'}${direction === 'fall' ? '跌幅' : '涨幅'}`;
    if (kind === 'ever') return [`为自${from}有记录以来最大${noun}`];
    if (kind === 'since') return [`为${since}以来最大${noun}`];
    return [`不及${since}的${noun}`];
  },
  recordSentence: ({ name, record, rank }) =>
    line`${name ? `${name}的这一变动` : '这一变动'}${record}，${rank}。`,
  weekSentence: (name, moved, record) => line`五个交易日合计，${name}${moved}，${record}。`,
  low: (name, change) => line`盘中低点时，${name}较前收${change}。`,
  newYorkDay: (name, moved) => line`按纽约两次收盘之间计，${name}${moved}。`,
  peak: ({ name, gap, day, high }) =>
    high
      ? line`${name}较${day}的最高收盘低${gap}，较${high.day}的盘中最高低${high.gap}。`
      : line`${name}较${day}的最高收盘低${gap}。`,
  atPeak: (name) => [`${name}收于历史最高收盘。`],
  averages: ({ name, below50, below200 }) => {
    const parts = [
      ...(below50 ? [`${below50}起收于50日均线之下`] : []),
      ...(below200 ? [`${below200}起收于200日均线之下`] : []),
    ];
    return [`${name}${parts.join('，')}。`];
  },
  bear: (name, since) => [`按20%的规则，${name}自${since}处于熊市。`],
  streak: ({ name, direction, sessions, change }) =>
    line`${name}已连${direction === 'fall' ? '跌' : '涨'}${sessions}个交易日，累计${change}。`,
  hardest: (items) =>
    line`个股与股票基金中，按自身波动率跌得最重的是${joined(
      items.map(({ name, moved }) => line`${name}（${moved}）`),
      '、',
    )}。`,
  others: (items) =>
    line`同类之中，${joined(
      items.map(({ name, moved }) => line`${name}${moved}`),
      '，',
    )}。`,
  value: ({ name, day, fromPeak }) =>
    line`按价格乘供应量计，${name}的市值当日变动${day}，距峰值变动${fromPeak}。`,
  snapBack: ({ name, sameDay }) => line`从前收到低点的跌幅中，${name}到收盘时收回${sameDay}。`,
  volatility: ({ name, annual, percentile }) =>
    line`${name}的30日已实现波动率为年率${annual}，处于自身历史的第${percentile}百分位。`,
  classMeaning: ({ cls, move, points, total, beyond }) =>
    line`${cls}类平均变动${move}，${beyond ? '越过' : '未越过'}一个标准差的线；在${total}分中占${points}分。`,
  classUnknown: (cls, why) => line`${cls}类平均变动未测：${why}。`,
  levelMoved: ({ name, moved, level, day }) => line`${name}${moved}，报${level}${day ? `（${day}）` : ''}。`,
  sectors: ({ index, move, parts, residual }) =>
    line`${index}的${move}按板块（权重为估计）分解：${joined(
      parts.map(({ name, points }) => line`${before(name)}${points}`),
      '、',
    )}；残差${residual}。`,
  dispersion: ({ basket, deviation, percentile, best, worst }) =>
    line`${basket}内当日涨跌的标准差为${deviation}，处于第${percentile}百分位：最好${best}，最差${worst}。`,
  flight: (kind) => [
    {
      none: '看不到避险性的资金去向。',
      'to-treasuries': '资金去向美债：股跌债涨。',
      'to-dollar-cash': '资金去向美元与现金：美元涨，美债没有涨。',
      'to-treasuries-and-dollar': '美债与美元同涨。',
      'out-of-everything': '美债与美元都没有涨。',
      undecided: '资金去向未定：各迹象不一致，或者太小。',
    }[kind],
  ],
  shock: (kind, yieldChange, equityChange) => {
    const names = {
      growth: '增长冲击（收益率与股票同降）',
      policy: '政策冲击（收益率升、股票跌）',
      liquidity: '流动性冲击（股票跌，收益率几乎不动）',
      relief: '缓和（收益率与股票同升）',
      easing: '宽松（收益率降、股票涨）',
      'not-measured': '',
    } as const;
    if (kind === 'not-measured') return ['冲击的类型未测。'];
    return line`按两年期收益率（${yieldChange}）与股票（${equityChange}）的符号，当日合于${names[kind]}；符号只作描述，不证明原因。`;
  },
  together: ({ short, long, shortDays, longDays }) =>
    line`近${String(shortDays)}日两两相关系数平均${short}，此前${String(longDays)}日为${long}。`,
  cryptoTogether: ({ value, days }) => line`近${String(days)}日加密资产两两相关系数平均${value}。`,
  eigenvector: ({ short, long }) => line`第一特征向量占方差的${short}，此前为${long}。`,
  cissLike: (value) => line`类CISS压力指标为${value}。`,
  nearest: ({ days, from }) =>
    line`状态最相近的日子（自${String(from)}年起，只在截止日之前寻找）依次为${list([...days])}等。`,
  nearestNone: () => ['当日状态未测，无法与过去的日子比较。'],

  strip: {
    title: (beyond, known) =>
      beyond === 0
        ? line`${WORDS[known] ?? String(known)}类都没有越过虚线`
        : line`${WORDS[known] ?? String(known)}类中有${WORDS[beyond] ?? String(beyond)}类越过虚线`,
    unknown: '各类都未测',
    measure: '各类标准化变动的均值，以此前自身波动率为单位σ；虚线−1 σ',
  },
  scoreChart: {
    title: (score, rank) => line`同跌分${score}：${rank}`,
    unknown: '同跌分没有数值',
    measure: (from) => `按同跌分统计的交易日数，每格5分，平方根刻度，${from}年起`,
  },
  heat: {
    title: (fell, all) => line`${String(all)}项中${String(fell)}项下跌`,
    unknown: '没有测得变动',
    measure: '当日变动；颜色深浅按标准化变动，零不着色',
  },
  drawdowns: {
    title: (items) =>
      line`距最高收盘：${joined(
        items.map(({ name, gap }) => line`${before(name)}${gap}`),
        '、',
      )}`,
    measure: (n, low) => `收盘价相对当时可知的最高收盘，近${n}个交易日；各图同轴，0至${low}`,
  },
  matrix: {
    title: (short, long) => line`平均相关系数${short}，此前${long}`,
    measure: (s, l) => `日收益按日期连接，收盘时刻不同步；左下近${s}日，右上此前${l}日`,
  },
  tableOne: { title: '价格变动与水平', measure: '收盘对收盘，低点对前收；峰值附日期' },
  volatilityTable: { title: '已实现波动率', measure: '30日日变动的标准差，年率；百分位按自身历史' },
  nearestTable: {
    title: '最相似的过去日与其后',
    measure: (n) => `状态之间的距离；其后${n}个交易日的变动`,
  },
  fanTable: {
    title: '其后各期',
    measure: (level) => `最相似日子的中位数，其下为中间${level}的范围；不是预测`,
  },
  scoreTable: { title: '各分段天数' },
  drawdownTable: { title: '距最高收盘' },
  matrixTable: { title: '相关系数' },
  change: (n) => `+${n}日`,
  why: (reason) => whyIn(WHYS, reason),
  absent: (items) =>
    line`没有数值：${items
      .map(({ why, names, columns }) => `${names.join('、')}（${columns.join('、')}），${why}`)
      .join('；')}。`,
  chartLabel: (n) => `图${n}`,
  tableLabel: (id) => `表${id}`,
  sourceLine: (text) => `来源：${text}`,

  warnings: { title: '数据没有说的', none: '本报告所用序列没有缺失、迟到或存疑。' },
  warning: ({ kind, title, latest, due }) => {
    const last = latest ? `，最新为${latest}` : '';
    const then = due ? `，预计${due}可知` : '';
    return {
      missing: `${title}：缺数据`,
      'not-yet-known': `${title}：尚不可知${last}${then}`,
      stale: `${title}：迟到${last}${then}`,
      revised: `${title}：首次公布后有修订${last}`,
      suspect: `${title}：数值存疑，保留并标出${last}`,
      'short-history': `${title}：历史太短，部分数字无从算起${last}`,
    }[kind];
  },

  back: {
    notes: '注释',
    sources: '来源与许可',
    methods: '方法',
    licences: '许可',
    disclaimer: '声明',
    disclaimerText: '本报告描述在所述时刻已可知的市场数据，不构成投资建议，也不含任何预测。',
    methodTexts: [
      '一日即一个交易时段：加密资产为00:00至00:00 UTC，现货市场以各自收盘为准。收盘时刻不同步，按日期连接。',
      '自此最大一栏所列，是此前最近一个同方向变动不小于当日的日子。',
      'z为当日变动除以此前已知的自身波动率。',
      '同跌分为按类别均衡的标准化变动均值，刻度0至100。美债、美元、日元与现金不计入，只用于区分大范围与无差别。',
      '各部分的显示值经舍入后与显示的合计相等。',
      '本报告不主张原因：只说什么一起动，不说为什么。',
      ...levelsHans.methodTexts,
    ],
  },
  notesLead: ({ prefix, suffix, asOf }) => [
    `每个数字都可追溯，且不晚于${asOf}可知。完整的数字编号为`,
    `${prefix}…${suffix}`,
    '，省略处填入下列路径，以点开头的路径前接序列名；可用tidemark trace打开。',
  ],
  note: ({ where, session, closed, known }) =>
    [
      ...(where ? [where] : []),
      ...(session ? [`交易日${session}${closed ? `，收于${closed}` : ''}`] : []),
      ...(known ? [`可知于${known}`] : []),
    ].join('；'),
  noteFlags: '标记',
  sourceOf: ({ provider, licence, items }) => `${provider}（${licence}）：${items.join('、')}`,
  noLicence: '许可未注明',
};
