import type { CalendarId } from '../calendar.ts';
import type { Unit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { AssetClass, Frequency, ReleaseRule, SeriesEntry, Transform } from './entry.ts';
import { type ProviderKey, source } from './providers.ts';
import { AAII, JPX_INVESTORS, OCC_NEXT_MORNING } from './releases.ts';

interface Shape {
  readonly unit: Unit;
  readonly base: Unit;
  readonly calendar: CalendarId;
  readonly provider: ProviderKey;
  readonly symbol: string;
  readonly pack?: string;
  readonly frequency?: Frequency;
  readonly release?: ReleaseRule;
  readonly transform?: Transform;
  readonly assetClass?: AssetClass;
  readonly note?: Text;
}

function gauge(id: string, title: Text, shape: Shape): SeriesEntry {
  const { unit, base, provider, symbol, pack, assetClass = 'sentiment', transform = 'level', note } = shape;
  return entry({
    id,
    title,
    assetClass,
    unit: base,
    frequency: shape.frequency ?? 'daily',
    calendar: shape.calendar,
    ...(shape.release ? { release: shape.release } : {}),
    transform,
    sources: [source(provider, symbol, unit, pack ? { pack } : {})],
    note,
  });
}

export const SENTIMENT: readonly SeriesEntry[] = [
  gauge('crypto-fear-greed', ['加密恐惧与贪婪指数', '加密恐懼與貪婪指數', 'Crypto Fear & Greed'], {
    unit: 'score',
    base: 'score',
    calendar: 'utc',
    provider: 'alternative',
    symbol: 'fng',
    pack: 'crypto_fear_greed',
    release: { kind: 'business-days', days: 0, at: '02:00', zone: 'UTC', calendar: 'utc' },
    note: [
      '当日零时（UTC）更新，反映此前的数据；时刻取保守值02:00。',
      '當日零時（UTC）更新，反映此前的資料；時刻取保守值02:00。',
      'Set at 00:00 UTC of its day from what came before; 02:00 is a conservative bound.',
    ],
  }),
  gauge('cnn-fear-greed', ['CNN恐惧与贪婪指数', 'CNN恐懼與貪婪指數', 'CNN Fear & Greed'], {
    unit: 'score',
    base: 'score',
    calendar: 'new-york',
    provider: 'cnn',
    symbol: 'fear-and-greed',
    pack: 'CNN_FNG',
    release: { kind: 'at-close', minutes: 60 },
    note: [
      '盘中更新；时刻取保守值。',
      '盤中更新；時刻取保守值。',
      'Updated during the day; an hour after the close is a conservative bound.',
    ],
  }),
  gauge('aaii-bull-bear', ['AAII看多减看空', 'AAII看多減看空', 'AAII bulls minus bears'], {
    unit: 'percent',
    base: 'fraction',
    calendar: 'us-federal',
    provider: 'aaii',
    symbol: 'bull-bear spread',
    pack: 'AAII_SPREAD',
    frequency: 'weekly',
    release: AAII,
  }),
  gauge('put-call-total', ['美国期权认沽认购比', '美國選擇權賣買權比', 'US options put/call ratio'], {
    unit: 'ratio',
    base: 'ratio',
    calendar: 'new-york',
    provider: 'occ',
    symbol: 'total put/call',
    pack: 'PUTCALL_TOTAL',
    release: OCC_NEXT_MORNING,
    note: [
      '2019年10月前只含Cboe，此后为全部美国期权：前后不可比。',
      '2019年10月前只含Cboe，此後為全部美國選擇權：前後不可比。',
      'Cboe only until October 2019, all US options since: the two are not comparable.',
    ],
  }),
  gauge(
    'sp500-above-200d',
    [
      '标普500成分股高于200日均线占比',
      '標普500成分股高於200日均線占比',
      'Share of S&P 500 members above their 200-day average',
    ],
    {
      unit: 'percent',
      base: 'fraction',
      calendar: 'new-york',
      provider: 'alpaca',
      symbol: 'SP500 above 200dma',
      pack: 'SP500_PCT_ABOVE_200DMA',
      release: { kind: 'at-close', minutes: 120 },
      note: [
        '以现有成分股回算，存在幸存者偏差：只是代理。',
        '以現有成分股回算，存在倖存者偏差：只是代理。',
        'Computed back from the present members, so survivors only: a proxy.',
      ],
    },
  ),
  gauge('geopolitical-risk', ['地缘政治风险指数', '地緣政治風險指數', 'Geopolitical risk index (daily)'], {
    unit: 'index',
    base: 'index',
    calendar: 'utc',
    provider: 'gpr',
    symbol: 'GPRD',
    release: { kind: 'business-days', days: 7, at: '24:00', zone: 'UTC', calendar: 'utc' },
    note: ['公布时刻取保守值。', '公布時刻取保守值。', 'Its release is a conservative bound.'],
  }),
  gauge(
    'japan-foreign-net-buying',
    ['外资净买入日本股票', '外資淨買入日本股票', 'Foreign net buying of Japanese shares'],
    {
      unit: 'jpy-bn',
      base: 'jpy',
      calendar: 'tokyo',
      provider: 'jpx',
      symbol: 'investor type: foreigners',
      pack: 'JP_FOREIGN_NET_BUY',
      frequency: 'weekly',
      release: JPX_INVESTORS,
      transform: 'flow',
      assetClass: 'flows',
    },
  ),
];
