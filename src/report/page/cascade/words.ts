import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import { before } from '../../messages/spacing.ts';

/** What moves the market from outside: "5%" in bitcoin. */
export interface Moved {
  readonly name: string;
  /** Without its sign. */
  readonly size: string;
  readonly rises: boolean;
}

/** What only the page of the cascade says. */
export interface CascadePageWords {
  readonly sentence: {
    /** The shock, as the beginning of the sentence. */
    shock(items: readonly Moved[]): string;
    forced(usd: string): string;
    readonly nothingForced: string;
    amplified(times: string): string;
    readonly notAmplified: string;
    stops(near: string): string;
  };
  readonly lead: Inline;
  readonly fan: {
    panel(p: { name: string; past: string | undefined; ahead: string }): string;
    measure(p: { inner: string; outer: string; alone: boolean; paths: number }): string;
    source(p: { price: Part; series: string }): Inline;
    readonly known: string;
    readonly simulated: string;
    readonly alone: string;
    /** Beside the line where the fall stops. */
    stop(price: string): string;
    /** Minutes from the start as hours or minutes: "−12h". */
    after(minutes: number): string;
    readonly table: string;
    readonly time: string;
  };
  readonly stats: {
    readonly forced: string;
    readonly amplification: string;
    readonly stop: string;
    readonly paths: string;
    band(p: { level: string; range: string }): string;
    seed(p: { seed: number; draws: number }): string;
  };
  readonly ladder: {
    readonly panel: string;
    measure(name: string): string;
    whisker(level: string): string;
    readonly stop: string;
    readonly none: string;
  };
  readonly rests: {
    readonly panel: string;
    readonly effect: string;
    readonly fixed: string;
    readonly calibrated: string;
    measure(p: { name: string; noise: string; draws: number }): string;
  };
  readonly folds: {
    readonly assets: string;
    readonly liquidations: string;
    readonly clock: string;
    readonly layers: string;
    readonly inputs: string;
  };
  readonly controls: ControlWords;
}

/** What stands on the controls. */
export interface ControlWords {
  readonly title: string;
  readonly asset: string;
  readonly shock: string;
  readonly horizon: string;
  readonly sellers: string;
  readonly buyers: string;
  readonly sold: string;
  readonly bought: string;
  readonly off: string;
  readonly nothing: string;
  readonly allOff: string;
  readonly allOn: string;
  readonly check: string;
  readonly holds: string;
  readonly broken: string;
  readonly preview: string;
  readonly computing: string;
  readonly stillAt: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly full: string;
  readonly done: string;
}

const percentOf = (items: readonly Moved[], move: (one: Moved) => string) => items.map(move);

const enList = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

const hours = (minutes: number, unit: { hour: string; minute: string }) => {
  if (minutes === 0) return '0';
  const sign = minutes < 0 ? '−' : '+';
  const size = Math.abs(minutes);
  return size % 60 === 0 ? `${sign}${size / 60}${unit.hour}` : `${sign}${size}${unit.minute}`;
};
const after = (minutes: number) => hours(minutes, { hour: 'h', minute: 'min' });

const en: CascadePageWords = {
  sentence: {
    shock: (items) =>
      items.every(({ rises }) => !rises)
        ? `${items.length === 1 ? 'A further' : 'A joint'} fall of ${enList(percentOf(items, ({ name, size }) => `${size} in ${name}`))}`
        : `A move of ${enList(percentOf(items, ({ name, size, rises }) => `${rises ? '+' : '−'}${size} in ${name}`))}`,
    forced: (usd) => `forces ${usd} of selling,`,
    nothingForced: 'forces nobody to sell',
    amplified: (times) => `is amplified ${times} times`,
    notAmplified: 'is hardly amplified',
    stops: (near) => `and mostly stops near ${near}`,
  },
  lead: [
    'A model’s answer to a supposed shock, not a forecast. Brackets hold 90% of the paths, over draws of what nobody can observe.',
  ],
  fan: {
    panel: ({ name, past, ahead }) =>
      past === undefined
        ? `${name}: ${ahead} after the shock (simulated)`
        : `${name}: last ${past} (observed) and ${ahead} after the shock (simulated)`,
    measure: ({ inner, outer, alone, paths }) =>
      `US dollars; hatched: simulated, inner band ${inner}, outer ${outer} of ${paths} paths${alone ? '; dashed: the same paths with every seller off, median' : ''}; the axis does not begin at zero`,
    source: ({ price, series }) => line`Start ${price}, read from ${series}.`,
    known: 'as-of',
    simulated: 'simulated →',
    alone: 'no sellers',
    stop: (price) => `lowest of each path, median ${price}`,
    after,
    table: 'Price by time after the shock, US dollars',
    time: 'After',
  },
  stats: {
    forced: 'Forced sales, all assets',
    amplification: 'Amplification',
    stop: 'Stops at',
    paths: 'Paths',
    band: ({ level, range }) => `[${level}: ${range}]`,
    seed: ({ seed, draws }) => `seed ${seed} · ${draws} draws`,
  },
  ladder: {
    panel: 'Trigger ladder',
    measure: (name) =>
      `Forced orders of ${name} that wait between one level and the next, US dollars, median over the draws`,
    whisker: (level) => `line: ${level} of the draws`,
    stop: '◂ stops here',
    none: 'No forced orders wait below the price.',
  },
  rests: {
    panel: 'What these results rest on',
    effect: 'Effect on the fall',
    fixed: 'held fixed',
    calibrated: 'calibrated',
    measure: ({ name, noise, draws }) =>
      `Effect: rank correlation with the depth of the fall of ${name} over ${draws} draws, above 0 more of it stops lower; grey within ±${noise}, which chance gives`,
  },
  folds: {
    assets: 'Every asset',
    liquidations: 'Liquidations, simulated and reported',
    clock: 'By hour of the day',
    layers: 'What waits below the price, in detail',
    inputs: 'Every input and every unobserved quantity',
  },
  controls: {
    title: 'Shock and sellers',
    asset: 'Asset',
    shock: 'Outside shock',
    horizon: 'Horizon',
    sellers: 'Sellers',
    buyers: 'Buyers by rule',
    sold: 'sells',
    bought: 'buys',
    off: 'off',
    nothing: 'No data or no position at this instant: cannot be switched on',
    allOff: 'All off',
    allOn: 'All on',
    check: 'With every seller off and no chance the fall must be exactly the shock; checked in this run:',
    holds: 'holds',
    broken: 'does not hold',
    preview: 'Preview: {paths} paths in coarse steps',
    computing: 'computing {paths} paths …',
    stillAt: 'computing {shock}; this is still {old}',
    cancel: 'Cancel',
    cancelled: 'Cancelled; what stands here is the preview.',
    full: 'Compute in full',
    done: '{done} of {total}',
  },
};

const zhHans: CascadePageWords = {
  sentence: {
    shock: (items) =>
      `${percentOf(items, ({ name, size, rises }) => `${before(name)}${rises ? '涨' : '再跌'}${size}`).join('、')}，`,
    forced: (usd) => `会逼出${usd}卖盘，`,
    nothingForced: '不会逼出任何卖盘，',
    amplified: (times) => `跌幅放大到${times}倍，`,
    notAmplified: '跌幅几乎没有放大，',
    stops: (near) => `多半停在${near}附近`,
  },
  lead: ['这是模型对一个假设冲击的回答，不是预测；方括号含90%的路径，已计入无人能观测的量。'],
  fan: {
    panel: ({ name, past, ahead }) =>
      past === undefined
        ? `${name}：冲击后${ahead}（模拟）`
        : `${name}：过去${past}（真实）与冲击后${ahead}（模拟）`,
    measure: ({ inner, outer, alone, paths }) =>
      `美元；斜线为模拟，内带含${inner}、外带含${outer}的路径（共${paths}条）${alone ? '；虚线为关闭全部卖方的同样路径，中位' : ''}；纵轴不从零开始`,
    source: ({ price, series }) => line`起点${price}，读自${series}。`,
    known: '截至',
    simulated: '模拟→',
    alone: '无卖方',
    stop: (price) => `止跌位${price}（各路径最低点的中位）`,
    after,
    table: '冲击后各时点的价格，美元',
    time: '时间',
  },
  stats: {
    forced: '被迫卖出（全部资产）',
    amplification: '放大倍数',
    stop: '止跌位',
    paths: '路径',
    band: ({ level, range }) => `［${level}：${range}］`,
    seed: ({ seed, draws }) => `种子${seed} · ${draws}组抽样`,
  },
  ladder: {
    panel: '触发阶梯',
    measure: (name) => `${before(name)}相邻两档价位之间等待的被迫卖单，美元，各组抽样的中位数`,
    whisker: (level) => `横线：${level}的抽样`,
    stop: '◂停在此档',
    none: '价格下方没有等待的被迫卖单。',
  },
  rests: {
    panel: '这些结果靠什么成立',
    effect: '对跌幅的影响',
    fixed: '固定不变',
    calibrated: '已校准',
    measure: ({ name, noise, draws }) =>
      `影响为${draws}组抽样与${before(name)}跌幅的秩相关，大于0表示该量越大停得越低；灰色为在±${noise}以内，偶然即可有`,
  },
  folds: {
    assets: '全部资产',
    liquidations: '强平：模拟与报道',
    clock: '按一天中的小时',
    layers: '价格下方等待的卖单，细目',
    inputs: '全部输入与全部不可观测的量',
  },
  controls: {
    title: '冲击与卖方',
    asset: '资产',
    shock: '外生冲击',
    horizon: '时长',
    sellers: '卖方',
    buyers: '按规则买入的人',
    sold: '卖出',
    bought: '买入',
    off: '已关闭',
    nothing: '此刻没有数据或没有仓位，不能打开',
    allOff: '全部关闭',
    allOn: '全部打开',
    check: '关闭全部卖方、不计随机波动时，跌幅必须恰为冲击；本次运行已核对：',
    holds: '相符',
    broken: '不符',
    preview: '预览：{paths}条路径，步长较粗',
    computing: '正在计算{paths}条路径…',
    stillAt: '正在按{shock}重算；此处仍为{old}',
    cancel: '取消',
    cancelled: '已取消；此处为预览。',
    full: '完整计算',
    done: '{done}/{total}',
  },
};

const zhHant: CascadePageWords = {
  sentence: {
    shock: (items) =>
      `${percentOf(items, ({ name, size, rises }) => `${before(name)}${rises ? '漲' : '再跌'}${size}`).join('、')}，`,
    forced: (usd) => `會逼出${usd}賣盤，`,
    nothingForced: '不會逼出任何賣盤，',
    amplified: (times) => `跌幅放大到${times}倍，`,
    notAmplified: '跌幅幾乎沒有放大，',
    stops: (near) => `多半停在${near}附近`,
  },
  lead: ['這是模型對一個假設衝擊的回答，不是預測；方括號含90%的路徑，已計入無人能觀測的量。'],
  fan: {
    panel: ({ name, past, ahead }) =>
      past === undefined
        ? `${name}：衝擊後${ahead}（模擬）`
        : `${name}：過去${past}（真實）與衝擊後${ahead}（模擬）`,
    measure: ({ inner, outer, alone, paths }) =>
      `美元；斜線為模擬，內帶含${inner}、外帶含${outer}的路徑（共${paths}條）${alone ? '；虛線為關閉全部賣方的同樣路徑，中位數' : ''}；縱軸不從零開始`,
    source: ({ price, series }) => line`起點${price}，讀自${series}。`,
    known: '截至',
    simulated: '模擬→',
    alone: '無賣方',
    stop: (price) => `止跌位${price}（各路徑最低點的中位數）`,
    after,
    table: '衝擊後各時點的價格，美元',
    time: '時間',
  },
  stats: {
    forced: '被迫賣出（全部資產）',
    amplification: '放大倍數',
    stop: '止跌位',
    paths: '路徑',
    band: ({ level, range }) => `［${level}：${range}］`,
    seed: ({ seed, draws }) => `種子${seed} · ${draws}組抽樣`,
  },
  ladder: {
    panel: '觸發階梯',
    measure: (name) => `${before(name)}相鄰兩檔價位之間等待的被迫賣單，美元，各組抽樣的中位數`,
    whisker: (level) => `橫線：${level}的抽樣`,
    stop: '◂停在此檔',
    none: '價格下方沒有等待的被迫賣單。',
  },
  rests: {
    panel: '這些結果靠什麼成立',
    effect: '對跌幅的影響',
    fixed: '固定不變',
    calibrated: '已校準',
    measure: ({ name, noise, draws }) =>
      `影響為${draws}組抽樣與${before(name)}跌幅的等級相關，大於0表示該量越大停得越低；灰色為在±${noise}以內，偶然即可有`,
  },
  folds: {
    assets: '全部資產',
    liquidations: '強制平倉：模擬與報導',
    clock: '按一天中的小時',
    layers: '價格下方等待的賣單，細目',
    inputs: '全部輸入與全部不可觀測的量',
  },
  controls: {
    title: '衝擊與賣方',
    asset: '資產',
    shock: '外生衝擊',
    horizon: '時長',
    sellers: '賣方',
    buyers: '依規則買進的人',
    sold: '賣出',
    bought: '買進',
    off: '已關閉',
    nothing: '此刻沒有資料或沒有部位，不能打開',
    allOff: '全部關閉',
    allOn: '全部打開',
    check: '關閉全部賣方、不計隨機波動時，跌幅必須恰為衝擊；本次執行已核對：',
    holds: '相符',
    broken: '不符',
    preview: '預覽：{paths}條路徑，步長較粗',
    computing: '正在計算{paths}條路徑…',
    stillAt: '正在按{shock}重算；此處仍為{old}',
    cancel: '取消',
    cancelled: '已取消；此處為預覽。',
    full: '完整計算',
    done: '{done}/{total}',
  },
};

export const CASCADE_PAGE: Readonly<Record<Language, CascadePageWords>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
