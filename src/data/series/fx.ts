import type { Unit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { bars, OHLC, OHLCV, source } from './providers.ts';
import { H10, LONDON_MIDNIGHT } from './releases.ts';

const LONDON_DAY: Text = [
  '日线按伦敦日计，至伦敦时间24:00。',
  '日線按倫敦日計，至倫敦時間24:00。',
  'The bar is a London day and ends at 24:00 London.',
];

function pair(id: string, title: Text, symbol: string, pack: string, unit: Unit): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'fx',
    unit,
    calendar: 'fx',
    release: LONDON_MIDNIGHT,
    sources: [source('yahoo', symbol, unit, bars(pack, OHLC))],
    note: LONDON_DAY,
  });
}

export const FX: readonly SeriesEntry[] = [
  entry({
    id: 'dollar-index',
    title: ['美元指数', '美元指數', 'US dollar index (DXY)'],
    assetClass: 'fx',
    unit: 'index',
    calendar: 'fx',
    venue: 'ICE',
    sources: [source('yahoo', 'DX-Y.NYB', 'index', bars('ohlcv/DXY', OHLC))],
  }),
  entry({
    id: 'dollar-broad',
    title: ['广义美元名义指数', '廣義美元名目指數', 'Nominal broad dollar index'],
    assetClass: 'fx',
    unit: 'index',
    calendar: 'us-federal',
    release: H10,
    sources: [source('fed', 'DTWEXBGS', 'index', { pack: 'DTWEXBGS' })],
    note: [
      '美联储H.10每周一公布上一周各日的值。',
      '聯準會H.10每週一公布上一週各日的值。',
      'The Fed’s H.10 gives the days of a week on the Monday after it.',
    ],
  }),
  pair('usd-jpy', ['美元兑日元', '美元兌日圓', 'USD/JPY'], 'JPY=X', 'ohlcv/USDJPY', 'jpy-per-usd'),
  pair('eur-usd', ['欧元兑美元', '歐元兌美元', 'EUR/USD'], 'EURUSD=X', 'ohlcv/EURUSD', 'usd-per-eur'),
  pair('eur-jpy', ['欧元兑日元', '歐元兌日圓', 'EUR/JPY'], 'EURJPY=X', 'ohlcv/EURJPY', 'jpy-per-eur'),
  pair('aud-jpy', ['澳元兑日元', '澳幣兌日圓', 'AUD/JPY'], 'AUDJPY=X', 'ohlcv/AUDJPY', 'jpy-per-aud'),
  pair(
    'mxn-jpy',
    ['墨西哥比索兑日元', '墨西哥披索兌日圓', 'MXN/JPY'],
    'MXNJPY=X',
    'ohlcv/MXNJPY',
    'jpy-per-mxn',
  ),
  pair('chf-jpy', ['瑞士法郎兑日元', '瑞士法郎兌日圓', 'CHF/JPY'], 'CHFJPY=X', 'ohlcv/CHFJPY', 'jpy-per-chf'),
  entry({
    id: 'uup-adjusted',
    title: ['美元基金 UUP（复权）', '美元基金 UUP（還原權息）', 'Dollar fund UUP, adjusted'],
    assetClass: 'fx',
    unit: 'usd',
    calendar: 'new-york',
    venue: 'NYSE Arca',
    volumeUnit: 'shares',
    revised: true,
    sources: [source('yahoo', 'UUP adjclose', 'usd', bars('ohlcv/UUP_ADJ', OHLCV))],
    note: [
      '复权价；开盘价可能只调整了开盘一列。',
      '還原權息價；開盤價可能只調整了開盤一欄。',
      'Adjusted; the source mixes adjusted and unadjusted columns.',
    ],
  }),
];
