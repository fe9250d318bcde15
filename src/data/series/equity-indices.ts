import type { CalendarId } from '../calendar.ts';
import { entry, type Text } from './define.ts';
import type { BarField, SeriesEntry, SourceRef } from './entry.ts';
import { bars, OHLC, OHLCV, source } from './providers.ts';

const NO_DIVIDENDS: Text = [
  '价格指数，不含股息。',
  '價格指數，不含股息。',
  'Price index: dividends are not in it.',
];

function index(
  id: string,
  title: Text,
  symbol: string,
  pack: string,
  calendar: CalendarId,
  options: {
    readonly venue?: string;
    readonly fields?: readonly BarField[];
    readonly more?: readonly SourceRef[];
    readonly note?: Text;
    readonly minutes?: number;
  } = {},
): SeriesEntry {
  const { venue, fields = OHLC, more = [], note = NO_DIVIDENDS, minutes } = options;
  return entry({
    id,
    title,
    assetClass: 'equity',
    unit: 'index',
    calendar,
    ...(minutes ? { release: { kind: 'at-close', minutes } } : {}),
    ...(venue ? { venue } : {}),
    ...(fields.includes('volume') ? { volumeUnit: 'shares' } : {}),
    sources: [source('yahoo', symbol, 'index', bars(pack, fields)), ...more],
    note,
  });
}

const TOTAL_RETURN: Text = [
  '表现指数：股息再投资，与其他股指不同。',
  '表現指數：股息再投資，與其他股指不同。',
  'Performance index: dividends are reinvested, unlike the other indices here.',
];

export const EQUITY_INDICES: readonly SeriesEntry[] = [
  index('sp500', ['标普500指数', '標普500指數', 'S&P 500'], '^GSPC', 'ohlcv/GSPC', 'new-york', {
    fields: OHLCV,
    more: [source('fred-restricted', 'SP500', 'index', { pack: 'SP500' })],
  }),
  index(
    'nasdaq-composite',
    ['纳斯达克综合指数', '那斯達克綜合指數', 'Nasdaq Composite'],
    '^IXIC',
    'ohlcv/IXIC',
    'new-york',
    { fields: OHLCV },
  ),
  index('nasdaq-100', ['纳斯达克100指数', '那斯達克100指數', 'Nasdaq-100'], '^NDX', 'ohlcv/NDX', 'new-york'),
  index(
    'dow-jones',
    ['道琼斯工业平均指数', '道瓊工業平均指數', 'Dow Jones Industrial Average'],
    '^DJI',
    'ohlcv/DJI',
    'new-york',
    { fields: OHLCV },
  ),
  index('russell-2000', ['罗素2000指数', '羅素2000指數', 'Russell 2000'], '^RUT', 'ohlcv/RUT', 'new-york'),
  index(
    'semiconductors',
    ['费城半导体指数', '費城半導體指數', 'PHLX Semiconductor index (SOX)'],
    '^SOX',
    'ohlcv/SOX',
    'new-york',
  ),
  index('nikkei-225', ['日经225指数', '日經225指數', 'Nikkei 225'], '^N225', 'ohlcv/N225', 'tokyo', {
    more: [source('nikkei', 'Nikkei 225', 'index', { pack: 'NIKKEI225' })],
  }),
  entry({
    id: 'topix',
    title: ['东证指数', '東證指數', 'TOPIX'],
    assetClass: 'equity',
    unit: 'index',
    calendar: 'tokyo',
    sources: [source('jpx', 'TOPIX', 'index', { pack: 'TOPIX' })],
    note: NO_DIVIDENDS,
  }),
  index(
    'euro-stoxx-50',
    ['欧洲斯托克50指数', '歐洲斯托克50指數', 'Euro Stoxx 50'],
    '^STOXX50E',
    'ohlcv/STOXX50E',
    'target',
  ),
  index('dax', ['德国DAX指数', '德國DAX指數', 'DAX'], '^GDAXI', 'ohlcv/GDAXI', 'frankfurt', {
    note: TOTAL_RETURN,
  }),
  index('ftse-100', ['英国富时100指数', '英國富時100指數', 'FTSE 100'], '^FTSE', 'ohlcv/FTSE', 'london', {
    minutes: 5,
  }),
  index('hang-seng', ['恒生指数', '恆生指數', 'Hang Seng'], '^HSI', 'ohlcv/HSI', 'hong-kong', {
    minutes: 10,
  }),
  index('kospi', ['韩国综合股价指数', '韓國綜合股價指數', 'KOSPI'], '^KS11', 'ohlcv/KS11', 'seoul'),
  index('taiex', ['台湾加权指数', '台灣加權指數', 'TAIEX'], '^TWII', 'ohlcv/TWII', 'taipei'),
  index(
    'shanghai-composite',
    ['上证综合指数', '上證綜合指數', 'Shanghai Composite'],
    '000001.SS',
    'ohlcv/SSEC',
    'shanghai',
  ),
  entry({
    id: 'nasdaq-100-forward-pe',
    title: [
      '纳斯达克100指数远期市盈率',
      '那斯達克100指數預估本益比',
      'Nasdaq-100 price over expected earnings',
    ],
    assetClass: 'equity',
    unit: 'ratio',
    calendar: 'new-york',
    transform: 'level',
    revised: true,
    sources: [source('bloomberg', 'NDX Index BEST_PE_RATIO', 'ratio')],
    note: [
      '按未来十二个月的一致预期盈利；预期会修订。',
      '按未來十二個月的一致預期獲利；預期會修訂。',
      'On consensus earnings of the next twelve months, which are revised.',
    ],
  }),
];
