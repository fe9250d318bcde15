import type { Unit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { FRONT_NOTE } from './futures.ts';
import { adjustedOnly, listed } from './listed.ts';
import { bars, source } from './providers.ts';
import { EIA_WEEKLY } from './releases.ts';

function front(id: string, title: Text, symbol: string, pack: string, unit: Unit): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'energy',
    unit,
    calendar: 'cme',
    venue: 'NYMEX',
    volumeUnit: 'contracts',
    sources: [source('yahoo', symbol, unit, bars(pack))],
    note: FRONT_NOTE,
  });
}

function spot(id: string, title: Text, fred: string, calendar: 'cme' | 'fx'): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'energy',
    unit: 'usd-per-bbl',
    calendar,
    release: EIA_WEEKLY,
    sources: [source('eia', fred, 'usd-per-bbl', { pack: fred })],
    note: [
      '美国能源信息署每周三公布至周一的价格；公布时刻取保守值。',
      '美國能源資訊署每週三公布至週一的價格；公布時刻取保守值。',
      'The EIA posts prices up to Monday each Wednesday; the release is the conservative end of that.',
    ],
  });
}

/** A month of the Brent curve, counted from the front. */
function brentMonth(month: number): SeriesEntry {
  return entry({
    id: `brent-m${month}`,
    title: [`布伦特原油期货第${month}月`, `布蘭特原油期貨第${month}月`, `Brent, contract month ${month}`],
    assetClass: 'energy',
    unit: 'usd-per-bbl',
    calendar: 'cme',
    venue: 'ICE Futures Europe',
    sources: [source('ice', `BRN ${month}`, 'usd-per-bbl')],
  });
}

export const ENERGY: readonly SeriesEntry[] = [
  front(
    'wti-front',
    ['WTI原油期货（近月）', 'WTI原油期貨（近月）', 'WTI crude, front future'],
    'CL=F',
    'ohlcv/CL',
    'usd-per-bbl',
  ),
  front(
    'brent-front',
    ['布伦特原油期货（近月）', '布蘭特原油期貨（近月）', 'Brent crude, front future'],
    'BZ=F',
    'ohlcv/BZ',
    'usd-per-bbl',
  ),
  front(
    'natgas-front',
    ['天然气期货（近月）', '天然氣期貨（近月）', 'Henry Hub gas, front future'],
    'NG=F',
    'ohlcv/NG',
    'usd-per-mmbtu',
  ),
  spot('wti-spot', ['WTI原油现货', 'WTI原油現貨', 'WTI spot, Cushing'], 'DCOILWTICO', 'cme'),
  spot('brent-spot', ['布伦特原油现货', '布蘭特原油現貨', 'Brent spot'], 'DCOILBRENTEU', 'fx'),
  listed('USO', ['原油基金 USO', '原油基金 USO', 'Crude oil fund USO'], 'energy'),
  adjustedOnly('URA', ['铀矿股基金 URA', '鈾礦股基金 URA', 'Uranium fund URA'], 'energy'),
  brentMonth(2),
  brentMonth(6),
  brentMonth(12),
].flat();
