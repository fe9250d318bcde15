import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { type Listing, listed, unpacked } from './listed.ts';
import { bars, OHLC, source } from './providers.ts';

const NO_DIVIDEND_PAID: Text = [
  '取自复权收盘价；该公司未派发股息，故与收盘价相同。',
  '取自還原權息收盤價；該公司未配發股息，故與收盤價相同。',
  'From adjusted closes; the company has paid no dividend, so they equal the closes adjusted for splits.',
];

const SMALL_DIVIDEND: Text = [
  '取自复权收盘价；公司派发的股息极小，与收盘价略有差别。',
  '取自還原權息收盤價；公司配發的股息極小，與收盤價略有差別。',
  'From adjusted closes; the company pays a very small dividend, so they differ slightly from the closes.',
];

function share(ticker: string, title: Text, listing: Listing = {}): SeriesEntry[] {
  return listed(ticker, title, 'equity', { venue: 'Nasdaq', ...listing });
}

/** Shares of which the source holds adjusted closes only. */
function closeOnly(
  ticker: string,
  title: Text,
  { venue = 'Nasdaq', note = NO_DIVIDEND_PAID }: Listing = {},
): SeriesEntry {
  const treasury = TREASURY_TABLE[ticker];
  return entry({
    id: ticker.toLowerCase(),
    title,
    assetClass: 'equity',
    unit: 'usd',
    calendar: 'new-york',
    venue,
    sources: [
      source('yahoo', `${ticker} adjclose`, 'usd', { pack: `${ticker}_ADJCLOSE` }),
      ...(treasury ? [treasuryClose(treasury, ticker)] : []),
    ],
    note,
  });
}

const TREASURY_TABLE: Readonly<Record<string, string>> = { MSTR: 'BTC', BMNR: 'ETH' };

function treasuryClose(coin: string, ticker: string) {
  return source('yahoo', ticker, 'usd', {
    pack: 'crypto_treasury_stocks_1d',
    column: 'close',
    keys: { coin, ticker },
  });
}

/** A listed company that holds coins: daily closes of one year. */
function coinHolder(ticker: string, coin: string, name: string): SeriesEntry {
  return entry({
    id: ticker.toLowerCase(),
    title: [
      `${name}（持币公司 ${coin}）`,
      `${name}（持幣公司 ${coin}）`,
      `${name}, treasury company of ${coin}`,
    ],
    assetClass: 'equity',
    unit: 'usd',
    calendar: 'new-york',
    sources: [treasuryClose(coin, ticker)],
  });
}

export const STOCKS: readonly SeriesEntry[] = [
  share('AAPL', ['苹果', '蘋果', 'Apple']),
  share('MSFT', ['微软', '微軟', 'Microsoft']),
  share('AMZN', ['亚马逊', '亞馬遜', 'Amazon']),
  share('GOOGL', ['谷歌（Alphabet）', '谷歌（Alphabet）', 'Alphabet']),
  share('META', ['Meta 平台', 'Meta 平臺', 'Meta Platforms']),
  share('NVDA', ['英伟达', '輝達', 'Nvidia']),
  share('TSLA', ['特斯拉', '特斯拉', 'Tesla']),
  share('AMD', ['超威半导体', '超微半導體', 'AMD']),
  share('AVGO', ['博通', '博通', 'Broadcom']),
  share('PLTR', ['帕兰提尔', '帕蘭提爾', 'Palantir']),
  share('MU', ['美光科技', '美光科技', 'Micron']),
  share('ORCL', ['甲骨文', '甲骨文', 'Oracle'], { venue: 'NYSE' }),
  share('JPM', ['摩根大通', '摩根大通', 'JPMorgan Chase'], { venue: 'NYSE' }),
  share('GS', ['高盛', '高盛', 'Goldman Sachs'], { venue: 'NYSE' }),
  entry({
    id: 'mstr',
    title: ['Strategy（微策略）', 'Strategy（微策略）', 'Strategy (MicroStrategy)'],
    assetClass: 'equity',
    unit: 'usd',
    calendar: 'new-york',
    venue: 'Nasdaq',
    sources: [
      source('yahoo', 'MSTR', 'usd', bars('ohlcv/MSTR', OHLC)),
      source('yahoo', 'MSTR', 'usd', { pack: 'mstr_close_1d' }),
      treasuryClose('BTC', 'MSTR'),
    ],
    note: [
      '按2024年8月一拆十调整；普通股不派息。',
      '按2024年8月一拆十調整；普通股不配息。',
      'Adjusted for the ten-for-one split of August 2024; the common share pays no dividend.',
    ],
  }),
  entry({
    id: 'metaplanet',
    title: ['Metaplanet（东京3350）', 'Metaplanet（東京3350）', 'Metaplanet (Tokyo 3350)'],
    assetClass: 'equity',
    unit: 'jpy',
    calendar: 'tokyo',
    venue: 'Tokyo Stock Exchange',
    quote: 'JPY',
    volumeUnit: 'shares',
    sources: [source('jpx', '3350', 'jpy', bars('ohlcv/3350.T'))],
    note: ['按拆分与合并调整。', '按分割與合併調整。', 'Adjusted for splits and consolidations.'],
  }),
  closeOnly('COIN', ['Coinbase', 'Coinbase', 'Coinbase']),
  closeOnly('HOOD', ['罗宾汉', '羅賓漢', 'Robinhood']),
  closeOnly('CRCL', ['Circle', 'Circle', 'Circle'], { venue: 'NYSE' }),
  closeOnly('MARA', ['MARA（矿企）', 'MARA（礦企）', 'MARA (miner)']),
  closeOnly('RIOT', ['Riot（矿企）', 'Riot（礦企）', 'Riot (miner)']),
  closeOnly('CLSK', ['CleanSpark（矿企）', 'CleanSpark（礦企）', 'CleanSpark (miner)']),
  closeOnly('IREN', ['IREN（矿企）', 'IREN（礦企）', 'IREN (miner)']),
  closeOnly('CORZ', ['Core Scientific（矿企）', 'Core Scientific（礦企）', 'Core Scientific (miner)']),
  closeOnly(
    'BMNR',
    ['BitMine（持币公司 ETH）', 'BitMine（持幣公司 ETH）', 'BitMine, treasury company of ETH'],
    {
      venue: 'NYSE American',
      note: SMALL_DIVIDEND,
    },
  ),
  coinHolder('NAKA', 'BTC', 'Nakamoto'),
  coinHolder('ASST', 'BTC', 'Strive'),
  coinHolder('SQNS', 'BTC', 'Sequans'),
  coinHolder('XXI', 'BTC', 'Twenty One'),
  coinHolder('CEPO', 'BTC', 'BSTR (Cantor Equity Partners I)'),
  coinHolder('BRR', 'BTC', 'ProCap'),
  coinHolder('SBET', 'ETH', 'SharpLink'),
  coinHolder('ETHM', 'ETH', 'The Ether Machine'),
  coinHolder('ETHZ', 'ETH', 'ETHZilla'),
  coinHolder('BTBT', 'ETH', 'Bit Digital'),
  coinHolder('BTCS', 'ETH', 'BTCS'),
  coinHolder('FGNX', 'ETH', 'FG Nexus'),
  coinHolder('GAME', 'ETH', 'GameSquare'),
  coinHolder('FWDI', 'SOL', 'Forward Industries'),
  coinHolder('DFDV', 'SOL', 'DeFi Development'),
  coinHolder('UPXI', 'SOL', 'Upexi'),
  coinHolder('HSDT', 'SOL', 'Solana Company'),
  coinHolder('STSS', 'SOL', 'Sharps Technology'),
  coinHolder('STKE', 'SOL', 'SOL Strategies'),
  coinHolder('SLAI', 'SOL', 'SLAI'),
  coinHolder('SLMT', 'SOL', 'SLMT'),
  coinHolder('BNC', 'BNB', 'CEA Industries'),
  coinHolder('BNKK', 'BONK', 'Bonk Inc'),
  coinHolder('HYPD', 'HYPE', 'Hyperion DeFi'),
  coinHolder('PURR', 'HYPE', 'Hyperliquid Strategies'),
  coinHolder('PAPL', 'INJ', 'Pineapple Financial'),
  coinHolder('IPST', 'IP', 'Heritage Distilling'),
  coinHolder('SUIG', 'SUI', 'SUI Group'),
  unpacked('SCHW', ['嘉信理财', '嘉信理財', 'Charles Schwab'], 'NYSE'),
  unpacked('CBRE', ['世邦魏理仕', '世邦魏理仕', 'CBRE Group'], 'NYSE'),
  unpacked('CHRW', ['罗宾逊全球物流', '羅賓遜全球物流', 'C.H. Robinson'], 'Nasdaq'),
].flat();
