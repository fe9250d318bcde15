import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

type LiquidityPart = 'fed-assets' | 'tga' | 'fed-rrp';
type Sign = 'up' | 'down';

interface LiquidityWords {
  /** The finding: what four weeks did, and the part that did most of it. */
  answer(p: { weeks: number; sign: Sign; size: string; part: LiquidityPart }): readonly string[];
  flat(weeks: number): readonly string[];
  /** No change is known, only where it stands. */
  alone(p: { day: string; level: string }): readonly string[];
  level(p: { level: Part; day: string }): Inline;
  parts(p: { assets: Part; treasury: Part; repo: Part }): Inline;
  buffer(p: { repo: Part; exhausted: boolean }): Inline;
  readonly definitions: {
    readonly title: string;
    readonly measure: string;
    readonly definition: string;
    weeks(n: number): string;
    readonly names: Readonly<Record<'net' | 'reserves' | 'assets', string>>;
    /** How many of them fell and rose over these weeks. */
    signs(p: { weeks: number; fell: number; rose: number }): string;
  };
  readonly plumbing: {
    readonly title: string;
    readonly name: string;
    readonly value: string;
    readonly day: string;
    readonly spread: string;
    readonly tail: string;
    readonly repo: string;
  };
  readonly waterfalls: {
    readonly title: string;
    readonly measure: string;
    readonly rows: Readonly<Record<LiquidityPart, string>>;
    readonly total: string;
    since(p: { weeks: number; day: string }): string;
  };
  readonly lines: { readonly title: string; readonly measure: string };
  readonly known: { readonly title: string; text(p: { day: string; at: string; next: string }): string };
}

const HANS_CAUSE: Readonly<Record<LiquidityPart, Readonly<Record<Sign, string>>>> = {
  'fed-assets': { up: '主要来自美联储扩表', down: '主要来自美联储资产减少' },
  tga: { up: '主要来自财政部动用账户余额', down: '主要来自财政部补充账户余额' },
  'fed-rrp': { up: '主要来自逆回购资金流出', down: '主要来自资金存入逆回购' },
};

const HANT_CAUSE: Readonly<Record<LiquidityPart, Readonly<Record<Sign, string>>>> = {
  'fed-assets': { up: '主要來自聯準會擴表', down: '主要來自聯準會資產減少' },
  tga: { up: '主要來自財政部動用帳戶餘額', down: '主要來自財政部補充帳戶餘額' },
  'fed-rrp': { up: '主要來自逆回購資金流出', down: '主要來自資金存入逆回購' },
};

const EN_CAUSE: Readonly<Record<LiquidityPart, Readonly<Record<Sign, string>>>> = {
  'fed-assets': { up: 'as the Fed’s assets grew', down: 'as the Fed’s assets shrank' },
  tga: { up: 'as the Treasury spent from its account', down: 'as the Treasury refilled its account' },
  'fed-rrp': { up: 'as cash left the Fed’s reverse repo', down: 'as cash went into the Fed’s reverse repo' },
};

const zhHans: LiquidityWords = {
  answer: ({ weeks, sign, size, part }) => [
    `${weeks}周内${sign === 'up' ? '增加' : '减少'}${size}，`,
    `${HANS_CAUSE[part][sign]}；`,
    '每周一数，解释不了一天的涨跌',
  ],
  flat: (weeks) => [`${weeks}周内没有变化；`, '每周一数，解释不了一天的涨跌'],
  alone: ({ day, level }) => [`${day}为${level}，`, '四周前的数未知'],
  level: ({ level, day }) => line`${day}（周三）美元净流动性为${level}。`,
  parts: ({ assets, treasury, repo }) =>
    line`这四周里，美联储资产贡献${assets}，财政部账户贡献${treasury}，逆回购贡献${repo}。`,
  buffer: ({ repo, exhausted }) =>
    line`隔夜逆回购余额为${repo}${exhausted ? '：缓冲已经用尽' : '，仍有缓冲'}。`,
  definitions: {
    title: '三种定义：方向一致吗？',
    measure: '变化，亿美元',
    definition: '定义',
    weeks: (n) => `${n}周`,
    names: { net: '总资产−财政部账户−逆回购', reserves: '准备金余额', assets: '美联储总资产' },
    signs: ({ weeks, fell, rose }) =>
      fell === 3
        ? `${weeks}周：三种都减少。`
        : rose === 3
          ? `${weeks}周：三种都增加。`
          : `${weeks}周：${fell}种减少，${rose}种增加，结论取决于定义。`,
  },
  plumbing: {
    title: '资金市场',
    name: '指标',
    value: '数值',
    day: '日期',
    spread: 'SOFR−准备金利率',
    tail: 'SOFR第99分位−准备金利率',
    repo: '隔夜逆回购',
  },
  waterfalls: {
    title: '由哪一项带动：各项之和等于总变化',
    measure: '亿美元；财政部账户或逆回购增加记为负',
    rows: { 'fed-assets': '美联储资产', tga: '财政部账户', 'fed-rrp': '逆回购' },
    total: '净流动性',
    since: ({ weeks, day }) => `${weeks}周，自${day}`,
  },
  lines: { title: '各个组成部分', measure: '亿美元，近五年各周三；各图纵轴不同' },
  known: {
    title: '何时可知',
    text: ({ day, at, next }) =>
      `美联储资产负债表（H.4.1）为${day}（周三）的数，${at}公布；下一期${next}。把时刻移到公布之前，本页就只显示前一期。`,
  },
};

const zhHant: LiquidityWords = {
  answer: ({ weeks, sign, size, part }) => [
    `${weeks}週內${sign === 'up' ? '增加' : '減少'}${size}，`,
    `${HANT_CAUSE[part][sign]}；`,
    '每週一數，解釋不了一天的漲跌',
  ],
  flat: (weeks) => [`${weeks}週內沒有變化；`, '每週一數，解釋不了一天的漲跌'],
  alone: ({ day, level }) => [`${day}為${level}，`, '四週前的數未知'],
  level: ({ level, day }) => line`${day}（週三）美元淨流動性為${level}。`,
  parts: ({ assets, treasury, repo }) =>
    line`這四週裡，聯準會資產貢獻${assets}，財政部帳戶貢獻${treasury}，逆回購貢獻${repo}。`,
  buffer: ({ repo, exhausted }) =>
    line`隔夜逆回購餘額為${repo}${exhausted ? '：緩衝已經用盡' : '，仍有緩衝'}。`,
  definitions: {
    title: '三種定義：方向一致嗎？',
    measure: '變化，億美元',
    definition: '定義',
    weeks: (n) => `${n}週`,
    names: { net: '總資產−財政部帳戶−逆回購', reserves: '準備金餘額', assets: '聯準會總資產' },
    signs: ({ weeks, fell, rose }) =>
      fell === 3
        ? `${weeks}週：三種都減少。`
        : rose === 3
          ? `${weeks}週：三種都增加。`
          : `${weeks}週：${fell}種減少，${rose}種增加，結論取決於定義。`,
  },
  plumbing: {
    title: '資金市場',
    name: '指標',
    value: '數值',
    day: '日期',
    spread: 'SOFR−準備金利率',
    tail: 'SOFR第99百分位−準備金利率',
    repo: '隔夜逆回購',
  },
  waterfalls: {
    title: '由哪一項帶動：各項之和等於總變化',
    measure: '億美元；財政部帳戶或逆回購增加記為負',
    rows: { 'fed-assets': '聯準會資產', tga: '財政部帳戶', 'fed-rrp': '逆回購' },
    total: '淨流動性',
    since: ({ weeks, day }) => `${weeks}週，自${day}`,
  },
  lines: { title: '各個組成部分', measure: '億美元，近五年各週三；各圖縱軸不同' },
  known: {
    title: '何時可知',
    text: ({ day, at, next }) =>
      `聯準會資產負債表（H.4.1）為${day}（週三）的數，${at}公布；下一期${next}。把時刻移到公布之前，本頁就只顯示前一期。`,
  },
};

const en: LiquidityWords = {
  answer: ({ weeks, sign, size, part }) => [
    `${sign === 'up' ? 'Up' : 'Down'} ${size} in ${weeks === 4 ? 'four' : weeks} weeks,`,
    `${EN_CAUSE[part][sign]};`,
    'too slow to explain one day',
  ],
  flat: (weeks) => [`Unchanged in ${weeks === 4 ? 'four' : weeks} weeks;`, 'too slow to explain one day'],
  alone: ({ day, level }) => [`At ${level} on ${day};`, 'four weeks before is not known'],
  level: ({ level, day }) => line`Net liquidity stood at ${level} on Wednesday ${day}.`,
  parts: ({ assets, treasury, repo }) =>
    line`Over these four weeks the Fed’s assets gave ${assets}, the Treasury’s account ${treasury} and reverse repo ${repo}.`,
  buffer: ({ repo, exhausted }) =>
    line`Overnight reverse repo holds ${repo}: ${exhausted ? 'the buffer is gone' : 'a buffer is left'}.`,
  definitions: {
    title: 'Three definitions: do the signs agree?',
    measure: 'Changes, billion dollars',
    definition: 'Definition',
    weeks: (n) => `${n} w`,
    names: { net: 'Assets − TGA − ON RRP', reserves: 'Reserve balances', assets: 'Fed assets' },
    signs: ({ weeks, fell, rose }) =>
      fell === 3
        ? `${weeks} weeks: all three fall.`
        : rose === 3
          ? `${weeks} weeks: all three rise.`
          : `${weeks} weeks: ${fell === 1 ? 'one falls, two rise' : 'two fall, one rises'}, so the answer hangs on the definition.`,
  },
  plumbing: {
    title: 'Plumbing',
    name: 'Gauge',
    value: 'Value',
    day: 'Day',
    spread: 'SOFR − IORB',
    tail: 'SOFR 99th percentile − IORB',
    repo: 'ON RRP',
  },
  waterfalls: {
    title: 'Which part drives it: the parts sum to the change',
    measure: 'Billion dollars; a rise of the Treasury’s account (TGA) or of reverse repo counts as negative',
    rows: { 'fed-assets': 'Fed assets', tga: 'TGA', 'fed-rrp': 'ON RRP' },
    total: 'Net liquidity',
    since: ({ weeks, day }) => `${weeks} weeks, since ${day}`,
  },
  lines: { title: 'The parts', measure: 'Billion dollars, Wednesdays of five years; the axes differ' },
  known: {
    title: 'When it was known',
    text: ({ day, at, next }) =>
      `The H.4.1 is about Wednesday ${day} and came out at ${at}; the next one is due at ${next}. Move the instant before that and this page shows the week before.`,
  },
};

export const LIQUIDITY: Readonly<Record<Language, LiquidityWords>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
