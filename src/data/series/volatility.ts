import { entry, type Text } from './define.ts';
import type { SeriesEntry, SourceRef } from './entry.ts';
import { bars, OHLC, source } from './providers.ts';

/** Cboe computes its indices until 16:15, a quarter of an hour after the cash close. */
function cboe(id: string, title: Text, sources: readonly SourceRef[], note?: Text): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'volatility',
    unit: 'index',
    calendar: 'new-york',
    release: { kind: 'at-close', minutes: 15 },
    venue: 'Cboe',
    sources,
    ...(note ? { note } : {}),
  });
}

export const VOLATILITY: readonly SeriesEntry[] = [
  cboe(
    'vix',
    ['VIX恐慌指数', 'VIX恐慌指數', 'VIX'],
    [
      source('cboe', 'VIX', 'index', bars('ohlcv/VIX', OHLC)),
      source('fred-restricted', 'VIXCLS', 'index', { pack: 'VIXCLS' }),
    ],
  ),
  cboe('vix9d', ['9天VIX', '9天期VIX', '9-day VIX'], [source('cboe', 'VIX9D', 'index', { pack: 'VIX9D' })]),
  cboe(
    'vix3m',
    ['3个月VIX', '3個月VIX', '3-month VIX'],
    [source('cboe', 'VIX3M', 'index', { pack: 'VIX3M' })],
  ),
  cboe(
    'vix6m',
    ['6个月VIX', '6個月VIX', '6-month VIX'],
    [source('cboe', 'VIX6M', 'index', { pack: 'VIX6M' })],
  ),
  cboe(
    'vvix',
    ['VIX的波动率指数', 'VIX的波動率指數', 'Volatility of VIX (VVIX)'],
    [source('cboe', 'VVIX', 'index', { pack: 'VVIX' })],
  ),
  cboe(
    'vxn',
    ['纳斯达克100波动率指数', '那斯達克100波動率指數', 'Nasdaq-100 volatility (VXN)'],
    [source('cboe', 'VXN', 'index', { pack: 'VXN' })],
  ),
  cboe(
    'skew',
    ['标普500偏度指数', '標普500偏度指數', 'SKEW'],
    [source('cboe', 'SKEW', 'index', { pack: 'SKEW' })],
  ),
  cboe(
    'gold-volatility',
    ['黄金波动率指数 GVZ', '黃金波動率指數 GVZ', 'Gold volatility (GVZ)'],
    [source('fred-restricted', 'GVZCLS', 'index')],
  ),
  cboe(
    'oil-volatility',
    ['原油波动率指数 OVX', '原油波動率指數 OVX', 'Crude oil volatility (OVX)'],
    [source('fred-restricted', 'OVXCLS', 'index')],
  ),
  cboe(
    'implied-correlation-3m',
    ['标普500三个月隐含相关性', '標普500三個月隱含相關性', 'S&P 500 3-month implied correlation (COR3M)'],
    [source('cboe', 'COR3M', 'index')],
  ),
  entry({
    id: 'move',
    title: ['美债波动率指数 MOVE', '美債波動率指數 MOVE', 'Treasury volatility (MOVE)'],
    assetClass: 'volatility',
    unit: 'index',
    calendar: 'new-york',
    release: { kind: 'at-close', minutes: 120 },
    venue: 'ICE',
    sources: [source('ice', 'MOVE', 'index', { pack: 'MOVE' })],
    note: [
      '公布时刻取保守值（纽约时间18:00）。个别日子的值是前一日的旧值。',
      '公布時刻取保守值（紐約時間18:00）。個別日子的值是前一日的舊值。',
      'Its release is a conservative bound (18:00 New York). On some days the source repeats the value of the day before.',
    ],
  }),
];
