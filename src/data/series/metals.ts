import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { FRONT_NOTE } from './futures.ts';
import { adjustedOnly, LEVERED, listed } from './listed.ts';
import { bars, OHLC, source } from './providers.ts';

function front(
  id: string,
  title: Text,
  symbol: string,
  pack: string,
  unit: 'usd-per-oz' | 'usd-per-lb',
  venue: string,
) {
  return entry({
    id,
    title,
    assetClass: 'metals',
    unit,
    calendar: 'cme',
    venue,
    volumeUnit: 'contracts',
    sources: [source('yahoo', symbol, unit, bars(pack))],
    note: FRONT_NOTE,
  });
}

const gdx: Text = ['金矿股基金 GDX', '金礦股基金 GDX', 'Gold miners fund GDX'];

/** Metals and the funds and miners that hold them: miners count as metals in the breadth of classes. */
export const METALS: readonly SeriesEntry[] = [
  front(
    'gold-front',
    ['黄金期货（近月）', '黃金期貨（近月）', 'Gold, front future'],
    'GC=F',
    'ohlcv/GC',
    'usd-per-oz',
    'COMEX',
  ),
  front(
    'silver-front',
    ['白银期货（近月）', '白銀期貨（近月）', 'Silver, front future'],
    'SI=F',
    'ohlcv/SI',
    'usd-per-oz',
    'COMEX',
  ),
  front(
    'copper-front',
    ['铜期货（近月）', '銅期貨（近月）', 'Copper, front future'],
    'HG=F',
    'ohlcv/HG',
    'usd-per-lb',
    'COMEX',
  ),
  front(
    'platinum-front',
    ['铂金期货（近月）', '鉑金期貨（近月）', 'Platinum, front future'],
    'PL=F',
    'ohlcv/PL',
    'usd-per-oz',
    'NYMEX',
  ),
  front(
    'palladium-front',
    ['钯金期货（近月）', '鈀金期貨（近月）', 'Palladium, front future'],
    'PA=F',
    'ohlcv/PA',
    'usd-per-oz',
    'NYMEX',
  ),
  entry({
    id: 'gold-spot',
    title: ['黄金现货', '黃金現貨', 'Gold, spot'],
    assetClass: 'metals',
    unit: 'usd-per-oz',
    calendar: 'fx',
    release: { kind: 'at-close', minutes: 120 },
    sources: [source('unstated', 'gold spot', 'usd-per-oz', { pack: 'GOLD_SPOT_JP' })],
    note: [
      '来源未说明，收盘时刻未知：只用于核对期货。公布时刻取保守值。',
      '來源未說明，收盤時刻未知：只用於核對期貨。公布時刻取保守值。',
      'The source is not stated and the hour of its close unknown: only a check on the future. The release is a conservative bound.',
    ],
  }),
  listed('GLD', ['黄金基金 GLD', '黃金基金 GLD', 'Gold fund GLD'], 'metals'),
  listed('SLV', ['白银基金 SLV', '白銀基金 SLV', 'Silver fund SLV'], 'metals'),
  listed('PPLT', ['铂金基金 PPLT', '鉑金基金 PPLT', 'Platinum fund PPLT'], 'metals', { adjusted: true }),
  listed('GDX', gdx, 'metals'),
  entry({
    id: 'gdx-adjusted',
    title: [`${gdx[0]}（复权）`, `${gdx[1]}（還原權息）`, `${gdx[2]}, adjusted`],
    assetClass: 'metals',
    unit: 'usd',
    calendar: 'new-york',
    venue: 'NYSE Arca',
    revised: true,
    sources: [source('yahoo', 'GDX adjclose', 'usd', bars('ohlcv/GDX_ADJ', OHLC))],
    note: [
      '按拆分与分派调整：每次分派都会改变过去的值，只宜用于收益率。',
      '按分割與配息調整：每次配息都會改變過去的值，只宜用於報酬率。',
      'Adjusted for splits and distributions: every distribution changes the past, so use it for returns only.',
    ],
  }),
  listed('GDXJ', ['小型金矿股基金 GDXJ', '小型金礦股基金 GDXJ', 'Junior gold miners fund GDXJ'], 'metals'),
  listed('COPX', ['铜矿股基金 COPX', '銅礦股基金 COPX', 'Copper miners fund COPX'], 'metals'),
  adjustedOnly('AGQ', ['两倍做多白银 AGQ', '兩倍做多白銀 AGQ', 'Silver twice AGQ'], 'metals', {
    note: LEVERED,
  }),
  adjustedOnly('UGL', ['两倍做多黄金 UGL', '兩倍做多黃金 UGL', 'Gold twice UGL'], 'metals', {
    note: LEVERED,
  }),
].flat();
