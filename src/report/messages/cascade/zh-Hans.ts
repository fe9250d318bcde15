import { type Inline, joined, line } from '../../inline.ts';
import { decimal } from '../../numbers.ts';
import { before } from '../spacing.ts';
import type { CascadeMessages, Named } from './messages.ts';

const count = (n: number) => decimal(n, { decimals: 0 });

function span(minutes: number): string {
  if (minutes < 10 && !Number.isInteger(minutes)) return `${decimal(minutes, { decimals: 1 })}分钟`;
  if (minutes < 120) return `${count(Math.round(minutes))}分钟`;
  if (minutes <= 2880) return `${decimal(minutes / 60, { decimals: minutes % 60 === 0 ? 0 : 1 })}小时`;
  return `${decimal(minutes / 1440, { decimals: minutes % 1440 === 0 ? 0 : 1 })}天`;
}

const list = (items: readonly Named[], between = ''): Inline =>
  joined(
    items.map(({ name, value }) => line`${between === '' ? before(name) : name}${between}${value}`),
    '、',
  );

export const zhHans: CascadeMessages = {
  heading: '系统性资金与被迫卖盘',
  tag: '模拟',
  title: ({ date, name, shock }) => [date, `${before(name)}变动${shock}后被迫卖盘能走多远`],
  parameters: ({ shock, paths, draws, seed, step, horizon, calibration }) =>
    `冲击${shock} · ${count(paths)}条路径、${count(draws)}组抽样，种子${seed} · 步长${step}，时长${horizon} · 校准${calibration}`,
  methods: [
    '连锁部分是模拟：各类卖方按写明的规则在同一批订单簿里相遇。它回答假设的冲击会有什么结果，不说冲击会不会来。',
    '无人能观测的量（首先是杠杆）取自校准或先验；每个区间含这些抽样下90%的路径。',
    '跌幅的份额是沙普利值，由逐个关闭卖方、不含随机波动的运行得出；连同冲击相加恰等于总数。',
  ],
  span,
  inSentence: (title) => title,
  after: (minutes) => (minutes === 0 ? '0' : minutes % 60 === 0 ? `+${minutes / 60}小时` : `+${minutes}分钟`),

  fact: {
    key: ({ items, over, name, low, stop }) =>
      line`外部冲击（${over}内${list(items)}）下，${name}最低到${low}，价位${stop}。`,
    without: ({ low, amplification }) =>
      line`没有任何被迫卖盘时，同样的路径最低到${low}；有被迫卖盘时跌幅是它的${amplification}倍。`,
    withoutOnly: ({ low, why }) =>
      line`没有任何被迫卖盘时，同样的路径最低到${low}；不给出两者的倍数：${why}。`,
    time: ({ toLow, final, horizon }) => line`最低点出现在${toLow}之后，${horizon}后的变动为${final}。`,
    heal: ({ healed, toHeal, horizon }) =>
      toHeal
        ? line`${healed}的路径在${horizon}内收回卖盘压低的部分，其中位数用时${toHeal}。`
        : line`${healed}的路径在${horizon}内收回卖盘压低的部分。`,
    others: (items) =>
      line`未指名的资产先按与指名资产的相关性变动，再加上被迫卖盘；最低走得最远的是${list(items)}。`,
    meaning: ['这是模型对假设冲击的回答，不是预测；方括号内含不可观测量各组抽样下90%的路径。'],
  },
  sale: {
    nothing: ['没有任何被迫卖盘。'],
    total: (total) => line`各资产的被迫卖盘合计${total}。`,
    shares: (parts) => line`平均而言，其中${list(parts, '占')}。`,
    places: ({ asset, assetShare, venue, venueShare }) =>
      line`按资产以${asset}最多（${assetShare}），按场所以${venue}最多（${venueShare}）。`,
    level: ({ asset, from, to, share }) =>
      line`${asset}的卖盘最集中在价格较起点${from}至${to}之间，占${share}。`,
    hour: ({ utc, newYork, share }) => line`最集中的一小时始于${utc} UTC（纽约${newYork}），占${share}。`,
    longs: (share) => line`永续合约强平中多头占${share}。`,
    bought: (usd) => line`按同样规则买入的有${usd}。`,
    noCauses: ['各卖盘各占跌幅多少，这里未计算，完整计算时给出。'],
    cause: ({ name, whole, shock, parts }) =>
      line`不含随机波动时${before(name)}的跌幅为${whole}，其中冲击本身${shock}${parts.length === 0 ? '' : line`、${list(parts)}`}。`,
  },
  gain: {
    here: ({ name, gain, state }) =>
      line`在冲击本身到达的价位，${before(name)}每1美元被迫卖盘会再逼出${gain}美元：${
        {
          dies: '小于1，卖盘会自行衰减',
          'may-feed': '中位数小于1，但区间内并非处处如此',
          feeds: '大于1，卖盘会自我助长',
        }[state]
      }。`,
    threshold: (fall) => line`这一增益在变动${fall}时首次超过1。`,
    noThreshold: ({ passing, draws }) =>
      line`价格跌去一半之前，${count(draws)}组抽样中只有${String(passing)}组的增益超过1，所以不给出临界跌幅。`,
    waits: (items) =>
      line`价格下方等待的被迫卖单累计：${joined(
        items.map(({ below, usd }) => line`到${below}为${usd}`),
        '，',
      )}。`,
  },
  funds: {
    state: ({ emptied, left }) =>
      line`${emptied}的路径里至少有一家交易所的保险基金用尽；全部基金合计剩余${left}。`,
    deleveraged: (usd) => line`对盈利方自动减仓${usd}。`,
    none: ['没有永续合约交易所参与，所以没有强平，也不动用保险基金。'],
  },
  claim: {
    stated: ({ trade, move, required }) =>
      line`待核对的说法：杠杆基金在${move}的一天收盘交易${trade}；这要求ΣA·L(L−1) = ${required}。`,
    has: ({ funds, has, share, trades }) =>
      line`这些资产上已知的${count(funds)}只基金合计${has}，占所需的${share}；若各指数都有同样涨跌，它们交易${trades}。`,
    none: ['这些资产上没有已知的杠杆基金。'],
  },
  contagion: {
    falls: ({ from, items }) =>
      line`只冲击${from.join('、')}而其余资产自身不动时，被迫卖盘把${list(items, '带到')}。`,
    none: (from) => line`只冲击${from.join('、')}而其余资产自身不动时，中位路径里没有别的资产被卖盘带低。`,
  },
  rests: {
    sensitivity: (items) =>
      line`跌幅与这些不可观测量的相关超出偶然（各组抽样的秩相关，大于0表示该量越大跌得越深）：${list(items)}。`,
    noSensitivity: ({ noise, draws, all }) =>
      line`${count(draws)}组抽样下，没有一个不可观测量的影响能与偶然区分：在${String(all)}个量之中，与跌幅的秩相关在±${noise}以内没有意义。`,
    known: ({ measured, proxy, prior }) =>
      line`各项输入中，实测${String(measured)}项，以其他序列代替${String(proxy)}项，先验${String(prior)}项。`,
    prior: ['没有使用校准：每个不可观测量都取自先验，所以区间很宽。'],
    calibrated: ({ title, from, to, of, all }) =>
      line`${String(all)}个不可观测量中有${String(of)}个取自校准“${title}”（${from}至${to}），其余取自先验。`,
    other: (id) => line`不可观测量取自校准“${id}”。`,
    validation: (path) => line`校准在未曾见过的事件上表现如何，见${path}。`,
    missing: '可取代先验的序列及其来源',
    need: ({ title, id, sources }) =>
      `${title}（${id}）：${sources.length > 0 ? sources.join('、') : '没有公开来源，需自行导入'}`,
    sources: '先验范围的来源（原文）',
  },

  headings: { sale: '谁在卖、在哪里、何时', ladder: '价格下方等待的卖单', rests: '这些结果靠什么成立' },
  columns: {
    asset: '资产',
    start: '起点',
    shock: '冲击',
    low: '最低',
    lowAlone: '无卖盘最低',
    stop: '止于',
    amplification: '放大倍数',
    gain: '增益',
    threshold: '增益超过1始于',
    seller: '卖方',
    rule: '规则',
    state: '本次运行',
    sold: '卖出额',
    share: '占卖盘',
    cause: '占跌幅',
    item: '指标',
    simulated: '模拟',
    measured: '报道',
    note: '备注',
    below: '变动',
    price: '价格',
    waits: '累计等待',
    added: '本档新增',
    from: '主要来自',
    input: '输入',
    value: '数值',
    how: '依据',
    unknown: '量',
    prior: '先验',
    drawn: '取值',
    sensitivity: '影响',
  },
  states: { on: '参与', off: '关闭', 'nothing-to-sell': '无可卖' },
  hows: { measured: '实测', proxy: '代替', prior: '先验' },
  ages: { day: '一天以内', week: '一周以内', month: '更久' },
  venues: { spot: '现货', exchange: '期货交易所与股市', okx: 'OKX' },
  shockRow: '外部冲击',
  total: '合计',
  others: '其余',
  calibratedMark: '已校准',

  falls: {
    title: '各资产跌多深、停在哪里',
    measure:
      '路径的中位数，下行含90%的路径；“无卖盘”为关闭全部卖方的同样路径；“–”表示增益超过1的抽样不到一半',
  },
  fan: {
    title: ({ name, low, stop }) => line`${before(name)}最低${low}，止于${stop}`,
    measure: ({ paths, draws }) =>
      `价格，美元；横轴为起点之后的时间；深色含50%、浅色含90%的路径（${count(paths)}条路径，${count(draws)}组抽样）；纵轴不从零开始`,
    start: '起点',
    median: '中位',
  },
  sellers: {
    title: '卖方、卖出额与跌幅份额',
    measure: (name) =>
      `卖出额为路径的中位数，下行含90%的路径；占卖盘按均值；占${before(name)}跌幅为沙普利值，百分点，连同冲击相加等于合计`,
  },
  waterfall: {
    title: ({ name, whole, shock }) => line`${before(name)}${whole}的跌幅中，冲击本身为${shock}`,
    measure: '最低点的价格变动按卖方分解，百分点，不含随机波动；灰色为外部冲击，最后一条是合计',
  },
  ladder: {
    title: ({ name, below, usd }) => line`${before(name)}到${below}之间有${usd}被迫卖单在等待`,
    none: (name) => [`${before(name)}下方没有等待的被迫卖单`],
    measure: '价格下方每一档新增的被迫卖单，按起点价格折美元，各组抽样的均值，按卖方分色',
    mark: '增益大于1：在该档卖出1美元会逼出超过1美元',
    table: '价格下方的阶梯',
    tableMeasure: '自起点累计，各组抽样的中位数，下行含90%的抽样；增益为该档内每单位被迫卖盘再逼出的最大值',
  },
  layers: {
    title: ({ name, share, within }) => line`${before(name)}多头有${share}开在距现价${within}以内`,
    measure: '多头按开仓价（较起点）与持仓时间分层，美元，各组抽样的均值；各行末为距强平的平均距离',
    entry: ({ from, to }) => `${from}至${to}`,
  },
  leverage: {
    title: ({ name, reached }) => line`${before(name)}多头有${reached}在最低价可触及之处`,
    measure: '未平仓多头按杠杆划分，美元，竖线含90%的抽样；下方为距强平的平均距离；实心为中位路径可到之处',
    leverage: '至多',
    distance: '距离',
    upTo: (leverage) => `${leverage}×`,
  },
  clock: {
    title: ({ utc, newYork, share }) =>
      line`被迫卖盘最集中的一小时始于${utc} UTC（纽约${newYork}），占${share}`,
    measure: '被迫卖盘按小时划分，占总额的百分比，路径的均值',
    utc: 'UTC',
    newYork: '纽约',
    session: '纽约现货时段',
  },
  liquidations: {
    title: '强平：模拟与报道对照',
    measure: (measured) =>
      measured
        ? '模拟为此刻起模型所卖；报道为此前数日已知的数字。两者时段不同，不可相减'
        : '模拟为此刻起模型所卖；本报告没有强平报道可对照',
    amount: '被迫卖盘（全部卖方）',
    perpetuals: '永续合约强平',
    longs: '多头占比',
    peak: '最集中的一小时',
    rank: '排名',
    groups: {
      all: '数额',
      venues: '按场所：其订单簿上的全部被迫卖方',
      leverage: '按杠杆：各资产未平仓多头',
    },
    reportedShare: '；报道为占强平的比例',
    notes: {
      amount: '全部资产，整个时长',
      perpetuals: '各交易所少报，报道之和只是下限',
      longs: '占强平的比例',
      peak: '该小时的开始，占总额的比例',
      text: '来自报道，未经核实',
    },
    rankNote: (days) => `有数字的${count(days)}天之内，谈不上历史排名`,
    openWithin: (distance) => `平均再变动${distance}即强平`,
    time: ({ utc, newYork }) => `${utc} UTC，纽约${newYork}`,
    band: ({ from, to }) => (to === null ? `${from}×以上` : `${from}–${to}×`),
  },
  inputs: { title: '从什么出发', measure: '每项输入、依据，以及须知' },
  unknowns: {
    title: '无人能观测的量',
    measure: ({ name, noise, draws, all }) =>
      `先验与取值，取值为中位数及90%的抽样；影响为${count(draws)}组抽样与${before(name)}跌幅的斯皮尔曼秩相关，灰色为在±${noise}以内，${all}个量之中偶然即可有`,
  },
};
