import type { Language } from '../../../data/series/entry.ts';
import { decimal } from '../../numbers.ts';
import { before } from '../spacing.ts';

/** A name and its number, both worded. */
interface Named {
  readonly name: string;
  readonly value: string;
}

/** Whether a forced sale dies out, feeds itself, or does so somewhere within the band only. */
export type Gain = 'dies' | 'may-feed' | 'feeds';

/** What the terminal says of a cascade; every argument but a count is worded already. */
interface CascadeTerminalMessages {
  title(shock: readonly Named[]): string;
  /** `over` null: the shock comes at once. */
  asked(p: {
    over: string | null;
    paths: number;
    draws: number;
    seed: number;
    step: string;
    horizon: string;
  }): string;
  /** A length of time in minutes. */
  span(minutes: number): string;
  fall(p: {
    name: string;
    price: string;
    shock: string;
    low: string;
    stop: string;
    lowAlone: string;
  }): string;
  deeper(times: string): string;
  shallow(): string;
  lowAfter(p: { toLow: string; final: string; horizon: string }): string;
  healed(p: { share: string; horizon: string }): string;
  nothingSold(): string;
  sold(p: { total: string; sellers: readonly Named[] }): string;
  gain(p: { name: string; here: string; state: Gain }): string;
  threshold(fall: string): string;
  noThreshold(p: { passing: number; of: number }): string;
  funds(p: { emptied: string; left: string; deleveraged: string }): string;
  claim(p: { trade: string; move: string; required: string }): string;
  claimHas(p: { funds: number; has: string; share: string; trades: string }): string;
  claimBy(items: readonly (Named & { funds: number })[]): string;
  readonly falls: string;
  readonly ladder: (name: string) => string;
  readonly nothingWaits: string;
  hangs(items: readonly Named[]): string;
  inputs(p: { all: number; proxy: number; prior: number }): string;
  calibration(id: string): string;
  readonly prior: string;
  missing(ids: string): string;
  readonly columns: {
    readonly asset: string;
    readonly shock: string;
    readonly low: string;
    readonly band: string;
    readonly alone: string;
    readonly stop: string;
    readonly change: string;
    readonly price: string;
    readonly waits: string;
    readonly gain: string;
    readonly seller: string;
  };
}

const whole = (n: number) => decimal(n, { decimals: 0 });
const plural = (n: number, one: string) => `${whole(n)} ${one}${n === 1 ? '' : 's'}`;

/** The largest unit in which a length of time is a whole number, at least two of it or one day. */
function spanIn(minutes: number, worded: (n: number, unit: 'minute' | 'hour' | 'day') => string): string {
  if (minutes > 0 && minutes % 1440 === 0) return worded(minutes / 1440, 'day');
  if (minutes >= 120 && minutes % 60 === 0) return worded(minutes / 60, 'hour');
  if (minutes > 2880) return worded(roundTenth(minutes / 1440), 'day');
  if (minutes >= 120) return worded(roundTenth(minutes / 60), 'hour');
  return worded(minutes < 10 ? roundTenth(minutes) : Math.round(minutes), 'minute');
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const english = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const en: CascadeTerminalMessages = {
  title: (shock) =>
    `How far forced sale runs after ${english(shock.map(({ name, value }) => `${value} in ${name}`))}`,
  asked: ({ over, paths, draws, seed, step, horizon }) =>
    `shock ${over === null ? 'at once' : `within ${over}`} · ${plural(paths, 'path')} over ${plural(draws, 'draw')}, seed ${seed} · steps of ${step}, horizon ${horizon}`,
  span: (minutes) =>
    spanIn(
      minutes,
      (n, unit) => `${decimal(n, { decimals: Number.isInteger(n) ? 0 : 1 })} ${unit}${n === 1 ? '' : 's'}`,
    ),
  fall: ({ name, price, shock, low, stop, lowAlone }) =>
    `${name} from ${price}: ${shock} from outside, ${low} at the lowest, where it stops at ${stop}. The same paths without forced sale: ${lowAlone}.`,
  deeper: (times) => `With it the fall is ${times} times as deep.`,
  shallow: () => 'How many times deeper is not told: without it the fall is below 0.5%.',
  lowAfter: ({ toLow, final, horizon }) =>
    `The lowest comes after ${toLow}; after ${horizon} the change is ${final}.`,
  healed: ({ share, horizon }) =>
    `In ${share} of the paths what the sellers took off has come back within ${horizon}.`,
  nothingSold: () => 'Nothing is sold by force.',
  sold: ({ total, sellers }) =>
    `Forced sale over all assets: ${total}.${sellers.length === 0 ? '' : ` By seller, of the mean: ${sellers.map(({ name, value }) => `${name} ${value}`).join('; ')}.`}`,
  gain: ({ name, here, state }) =>
    `Where the shock alone takes ${name}, a dollar of forced sale forces ${here} of a dollar more: ${
      {
        dies: 'it dies out',
        'may-feed': 'it dies out in the median, but not everywhere within the band',
        feeds: 'it feeds itself',
      }[state]
    }.`,
  threshold: (fall) => `It first feeds itself at ${fall}.`,
  noThreshold: ({ passing, of }) =>
    `It feeds itself somewhere below in ${passing} of ${plural(of, 'draw')} only, so no threshold is named.`,
  funds: ({ emptied, left, deleveraged }) =>
    `The insurance fund of at least one venue is empty in ${emptied} of the paths; left in all: ${left}. Closed against winners (auto-deleveraging): ${deleveraged}.`,
  claim: ({ trade, move, required }) =>
    `The claim: leveraged funds traded ${trade} at a close with ${move}. That requires ΣA·L(L−1) = ${required}.`,
  claimHas: ({ funds, has, share, trades }) =>
    funds === 0
      ? 'No leveraged fund is known on these assets.'
      : `The ${plural(funds, 'fund')} known on these assets ${funds === 1 ? 'has' : 'have'} ${has}, ${share} of it, and would trade ${trades} if every index moved so.`,
  claimBy: (items) =>
    `By index: ${items.map(({ name, value, funds }) => `${name} ${value} (${plural(funds, 'fund')})`).join('; ')}.`,
  falls: 'How far each asset goes',
  ladder: (name) => `What waits below the price of ${name}`,
  nothingWaits: 'No forced order waits below the price.',
  hangs: (items) =>
    `What the fall hangs on most (rank correlation over the draws; above 0, more of it makes the fall deeper): ${items.map(({ name, value }) => `${name} ${value}`).join('; ')}.`,
  inputs: ({ all, proxy, prior }) =>
    `Of ${plural(all, 'input')}, ${prior} ${prior === 1 ? 'is a prior' : 'are priors'} and ${proxy} ${proxy === 1 ? 'comes' : 'come'} from a series that stands in.`,
  calibration: (id) =>
    `Unobserved quantities are drawn from the calibration ${id}, what it does not know from priors.`,
  prior: 'Unobserved quantities are drawn from their priors alone: the bands are wide.',
  missing: (ids) => `Not in the store, and would replace priors: ${ids}.`,
  columns: {
    asset: 'Asset',
    shock: 'Shock',
    low: 'Lowest',
    band: '90%',
    alone: 'Without',
    stop: 'Stops at',
    change: 'Change',
    price: 'Price',
    waits: 'Sold down to it',
    gain: 'Gain',
    seller: 'Mostly',
  },
};

const chineseSpan = (units: Readonly<Record<'minute' | 'hour' | 'day', string>>) => (minutes: number) =>
  spanIn(minutes, (n, unit) => `${decimal(n, { decimals: Number.isInteger(n) ? 0 : 1 })}${units[unit]}`);

const pairs = (items: readonly Named[]) =>
  items.map(({ name, value }) => `${before(name)}${value}`).join('；');

const zhHans: CascadeTerminalMessages = {
  title: (shock) => `${pairs(shock).replaceAll('；', '、')}之后，被迫卖盘会走多远`,
  asked: ({ over, paths, draws, seed, step, horizon }) =>
    `冲击${over === null ? '一次' : `在${over}内`}到来 · ${whole(draws)}组取值共${whole(paths)}条路径，随机种子${seed} · 步长${step}，期限${horizon}`,
  span: chineseSpan({ minute: '分钟', hour: '小时', day: '天' }),
  fall: ({ name, price, shock, low, stop, lowAlone }) =>
    `${before(name)}从${price}起：外部冲击${shock}，最低${low}，止于${stop}。同样的路径若没有被迫卖盘：${lowAlone}。`,
  deeper: (times) => `有被迫卖盘时，跌幅是没有时的${times}倍。`,
  shallow: () => '没有被迫卖盘时跌幅不到0.5%，不计倍数。',
  lowAfter: ({ toLow, final, horizon }) => `最低点出现在${toLow}之后；${horizon}后的涨跌为${final}。`,
  healed: ({ share, horizon }) => `${share}的路径在${horizon}内收复了被迫卖盘压低的部分。`,
  nothingSold: () => '没有被迫卖出。',
  sold: ({ total, sellers }) =>
    `全部资产的被迫卖出：${total}。${sellers.length === 0 ? '' : `按卖家（占均值）：${pairs(sellers)}。`}`,
  gain: ({ name, here, state }) =>
    `在冲击本身把${before(name)}带到的价位，每1美元被迫卖出再逼出${here}美元，${{ dies: '会逐步消散', 'may-feed': '中位数会逐步消散，区间内并非处处如此', feeds: '会自我强化' }[state]}。`,
  threshold: (fall) => `首次自我强化的位置：${fall}。`,
  noThreshold: ({ passing, of }) => `再往下，${of}组取值中只有${passing}组会自我强化，不给出临界跌幅。`,
  funds: ({ emptied, left, deleveraged }) =>
    `${emptied}的路径里至少有一家交易所的保险基金耗尽；合计余额${left}。自动减仓：${deleveraged}。`,
  claim: ({ trade, move, required }) =>
    `待核对的说法：杠杆基金在${move}的一天收盘交易${trade}。这要求ΣA·L(L−1) = ${required}。`,
  claimHas: ({ funds, has, share, trades }) =>
    funds === 0
      ? '这些资产上没有已知的杠杆基金。'
      : `这些资产上已知的${funds}只基金为${has}，占所需的${share}；若各指数都有同样涨跌，它们交易${trades}。`,
  claimBy: (items) =>
    `按指数：${items.map(({ name, value, funds }) => `${before(name)}${value}（${funds}只）`).join('；')}。`,
  falls: '各资产会走多远',
  ladder: (name) => `${before(name)}现价下方等着的卖盘`,
  nothingWaits: '现价下方没有等着的被迫卖盘。',
  hangs: (items) => `跌幅最取决于（各组取值的秩相关；大于0表示越多跌得越深）：${pairs(items)}。`,
  inputs: ({ all, proxy, prior }) => `${all}项输入中，${prior}项取自先验，${proxy}项由别的序列代替。`,
  calibration: (id) => `不可观测的量取自校准 ${id}，它没有的取自先验。`,
  prior: '不可观测的量只取自先验，所以区间很宽。',
  missing: (ids) => `数据库里没有、有了就能代替先验的序列：${ids}。`,
  columns: {
    asset: '资产',
    shock: '冲击',
    low: '最低',
    band: '90%区间',
    alone: '无被迫卖盘',
    stop: '止跌价位',
    change: '涨跌',
    price: '价位',
    waits: '累计卖出',
    gain: 'g',
    seller: '主要卖家',
  },
};

const zhHant: CascadeTerminalMessages = {
  title: (shock) => `${pairs(shock).replaceAll('；', '、')}之後，被迫賣盤會走多遠`,
  asked: ({ over, paths, draws, seed, step, horizon }) =>
    `衝擊${over === null ? '一次' : `在${over}內`}到來 · ${whole(draws)}組取值共${whole(paths)}條路徑，隨機種子${seed} · 步長${step}，期限${horizon}`,
  span: chineseSpan({ minute: '分鐘', hour: '小時', day: '天' }),
  fall: ({ name, price, shock, low, stop, lowAlone }) =>
    `${before(name)}從${price}起：外部衝擊${shock}，最低${low}，止於${stop}。同樣的路徑若沒有被迫賣盤：${lowAlone}。`,
  deeper: (times) => `有被迫賣盤時，跌幅是沒有時的${times}倍。`,
  shallow: () => '沒有被迫賣盤時跌幅不到0.5%，不計倍數。',
  lowAfter: ({ toLow, final, horizon }) => `最低點出現在${toLow}之後；${horizon}後的漲跌為${final}。`,
  healed: ({ share, horizon }) => `${share}的路徑在${horizon}內收復了被迫賣盤壓低的部分。`,
  nothingSold: () => '沒有被迫賣出。',
  sold: ({ total, sellers }) =>
    `全部資產的被迫賣出：${total}。${sellers.length === 0 ? '' : `按賣家（占均值）：${pairs(sellers)}。`}`,
  gain: ({ name, here, state }) =>
    `在衝擊本身把${before(name)}帶到的價位，每1美元被迫賣出再逼出${here}美元，${{ dies: '會逐步消散', 'may-feed': '中位數會逐步消散，區間內並非處處如此', feeds: '會自我強化' }[state]}。`,
  threshold: (fall) => `首次自我強化的位置：${fall}。`,
  noThreshold: ({ passing, of }) => `再往下，${of}組取值中只有${passing}組會自我強化，不給出臨界跌幅。`,
  funds: ({ emptied, left, deleveraged }) =>
    `${emptied}的路徑裡至少有一家交易所的保險基金耗盡；合計餘額${left}。自動減倉：${deleveraged}。`,
  claim: ({ trade, move, required }) =>
    `待核對的說法：槓桿基金在${move}的一天收盤交易${trade}。這要求ΣA·L(L−1) = ${required}。`,
  claimHas: ({ funds, has, share, trades }) =>
    funds === 0
      ? '這些資產上沒有已知的槓桿基金。'
      : `這些資產上已知的${funds}檔基金為${has}，占所需的${share}；若各指數都有同樣漲跌，它們交易${trades}。`,
  claimBy: (items) =>
    `按指數：${items.map(({ name, value, funds }) => `${before(name)}${value}（${funds}檔）`).join('；')}。`,
  falls: '各資產會走多遠',
  ladder: (name) => `${before(name)}現價下方等著的賣盤`,
  nothingWaits: '現價下方沒有等著的被迫賣盤。',
  hangs: (items) => `跌幅最取決於（各組取值的等級相關；大於0表示越多跌得越深）：${pairs(items)}。`,
  inputs: ({ all, proxy, prior }) => `${all}項輸入中，${prior}項取自先驗，${proxy}項由別的序列代替。`,
  calibration: (id) => `不可觀測的量取自校準 ${id}，它沒有的取自先驗。`,
  prior: '不可觀測的量只取自先驗，所以區間很寬。',
  missing: (ids) => `資料庫裡沒有、有了就能代替先驗的序列：${ids}。`,
  columns: {
    asset: '資產',
    shock: '衝擊',
    low: '最低',
    band: '90%區間',
    alone: '無被迫賣盤',
    stop: '止跌價位',
    change: '漲跌',
    price: '價位',
    waits: '累計賣出',
    gain: 'g',
    seller: '主要賣家',
  },
};

export const CASCADE_TERMINAL: Readonly<Record<Language, CascadeTerminalMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
