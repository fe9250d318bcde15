import type { Language } from '../../../data/series/entry.ts';
import type { RiskClass, Scope, Verdict } from '../../messages/messages.ts';

/** Phrases that do not break inside. */
type Phrases = readonly string[];

interface KindWords {
  readonly classes: Readonly<Record<RiskClass, string>>;
  readonly quiet: Phrases;
  readonly unmeasured: Phrases;
  only(cls: string): Phrases;
  led(cls: string): Phrases;
  /** Some classes, of which none leads. */
  readonly selective: Phrases;
  broad(cls: string | undefined): Phrases;
  indiscriminate(cls: string | undefined): Phrases;
}

const WORDS: Readonly<Record<Language, KindWords>> = {
  'zh-Hans': {
    classes: { equity: '股票', credit: '信用', metals: '金属', energy: '能源', crypto: '加密' },
    quiet: ['平常的一天：', '各类资产没有一起跌'],
    unmeasured: ['说不清是怎样的一天：', '可知的资产类别太少'],
    only: (cls) => ['局部下跌，', `只在${cls}`],
    led: (cls) => ['局部下跌，', `由${cls}领跌`],
    selective: ['局部下跌，', '没有领跌的一类'],
    broad: (cls) => ['大范围下跌，', `${cls ? `由${cls}领跌` : '横跨多类资产'}；`, '但不是「什么都卖」'],
    indiscriminate: (cls) => ['「什么都卖」的一天：', ...(cls ? [`由${cls}领跌，`] : []), '避险资产也没守住'],
  },
  'zh-Hant': {
    classes: { equity: '股票', credit: '信用債', metals: '金屬', energy: '能源', crypto: '加密貨幣' },
    quiet: ['平常的一天：', '各類資產沒有同步下跌'],
    unmeasured: ['無法判斷是怎樣的一天：', '可知的資產類別太少'],
    only: (cls) => ['局部下跌，', `只在${cls}`],
    led: (cls) => ['局部下跌，', `由${cls}領跌`],
    selective: ['局部下跌，', '沒有領跌的一類'],
    broad: (cls) => ['大範圍下跌，', `${cls ? `由${cls}領跌` : '橫跨多類資產'}；`, '但不是「什麼都賣」'],
    indiscriminate: (cls) => ['「什麼都賣」的一天：', ...(cls ? [`由${cls}領跌，`] : []), '避險資產也沒守住'],
  },
  en: {
    classes: { equity: 'equities', credit: 'credit', metals: 'metals', energy: 'energy', crypto: 'crypto' },
    quiet: ['An ordinary day:', 'no joint fall'],
    unmeasured: ['No verdict:', 'too few asset classes are known'],
    only: (cls) => ['A selective fall,', `in ${cls} alone`],
    led: (cls) => ['A selective fall,', `led by ${cls}`],
    selective: ['A selective fall,', 'led by no class'],
    broad: (cls) => [
      cls ? `A broad fall led by ${cls},` : 'A broad fall across asset classes,',
      'but not a sale of everything',
    ],
    indiscriminate: (cls) => [
      cls ? `A sale of everything, led by ${cls}:` : 'A sale of everything:',
      'the hedges fell too',
    ],
  },
};

/** What kind of day it was, from the verdict and the class it belongs to. */
export function kindOfDay(verdict: Verdict, scope: Scope, language: Language): Phrases {
  const words = WORDS[language];
  if (verdict === 'not-measured') return words.unmeasured;
  if (verdict === 'quiet') return words.quiet;
  const match = /^(.+)-(only|led)$/.exec(scope);
  const cls = match ? words.classes[match[1] as RiskClass] : undefined;
  if (verdict === 'broad') return words.broad(cls);
  if (verdict === 'indiscriminate') return words.indiscriminate(cls);
  if (cls === undefined) return words.selective;
  return match?.[2] === 'only' ? words.only(cls) : words.led(cls);
}
