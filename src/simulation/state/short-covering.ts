import { formatDay, type Instant, MS_PER_DAY } from '../../data/time.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import type { ShortCoveringParams } from '../sellers/short-covering.ts';
import { COIN_INTEREST, INTEREST_SERIES, openInterest } from './open-interest.ts';
import type { Reading, StateReader } from './reading.ts';
import { type AssetScale, readScales } from './scale.ts';
import { shortCoveringUnknowns } from './short-covering-unknowns.ts';
import type { Theta } from './unknown.ts';
import { venueShares } from './venue-shares.ts';

const FUNDING = 'btc-funding';
const FUNDING_DAYS = 3;
const STALE_DAYS = 45;
/** Shorts over a day's volume where nothing is measured. */
const USUAL = 0.1;

/** Speculative shorts that the CFTC reports, and units of the asset a contract (rule books of CME Group). */
const FUTURES: Readonly<Record<string, { readonly series: string; readonly units: number }>> = {
  'gold-front': { series: 'cot-gold-spec-short', units: 100 },
  'silver-front': { series: 'cot-silver-spec-short', units: 5000 },
  'nasdaq-100': { series: 'cot-nasdaq-spec-short', units: 20 },
  sp500: { series: 'cot-sp500-spec-short', units: 50 },
  'jpy-usd': { series: 'cot-jpy-spec-short', units: 12_500_000 },
};

/** Coins sold short on margin at Bitfinex: the only measured shorts in spot. */
const MARGIN: Readonly<Record<string, string>> = {
  'btc-usd': 'btc-margin-shorts',
  'eth-usd': 'eth-margin-shorts',
};

interface ShortInterest {
  readonly scale: AssetScale;
  /** Shorts by venue, US dollars; coins: of perpetuals the open interest, of which a part is hedged. */
  readonly perpetuals: number;
  readonly outright: number;
  readonly readings: readonly Reading[];
  readonly missing: readonly string[];
}

/** Reads who is short: open interest and the sign of funding for coins, the speculative shorts of the CFTC for futures. */
export const readShortCovering: StateReader<ShortCoveringParams> = async (setting) => {
  const { view, start } = setting;
  const { scales } = await readScales(setting);
  const ids = [...Object.values(FUTURES).map(({ series }) => series), ...Object.values(MARGIN)];
  const [histories, { shares }] = await Promise.all([
    readHistories(view, [...ids, ...INTEREST_SERIES, FUNDING]),
    venueShares(view),
  ]);
  const coins = scales.some(({ asset }) => asset.id in COIN_INTEREST);
  const funding = fundingOf(histories.get(FUNDING), start);
  const parts = scales.map((scale) =>
    scale.asset.id in COIN_INTEREST
      ? coinShorts(scale, histories, shares.binance!, start)
      : futureShorts(scale, histories, start),
  );
  return {
    readings: [...(coins && funding ? [funding.reading] : []), ...parts.flatMap(({ readings }) => readings)],
    unknowns: parts.length === 0 ? [] : shortCoveringUnknowns(coins, funding?.value),
    missing: [...(coins && !funding ? [FUNDING] : []), ...parts.flatMap(({ missing }) => missing)],
    params(theta) {
      if (parts.length === 0) return null;
      return { shorts: parts.flatMap((part) => shortsOf(part, theta)) };
    },
  };
};

function shortsOf(
  { scale, perpetuals, outright }: ShortInterest,
  theta: Theta,
): ShortCoveringParams['shorts'] {
  const at = (name: string) => theta[`short-covering.${name}`]!;
  const { asset, volatility, venues } = scale;
  const rest = {
    asset: asset.id,
    profit: { share: at('active') * at('profit'), distance: at('distance') * volatility },
    trailing: { share: at('active') * (1 - at('profit')), distance: at('rebound') * volatility },
    levels: [],
  };
  const contracts = venues.filter(({ venue }) => venue !== 'spot');
  const whole = contracts.reduce((sum, { share }) => sum + share, 0);
  const found = contracts.map(({ venue, share }) => ({
    ...rest,
    venue,
    interest: ((perpetuals > 0 ? perpetuals : outright) * share) / whole,
    hedged: perpetuals > 0 ? 1 - at('unhedged') : 0,
  }));
  const spot = perpetuals > 0 && outright > 0 && venues.some(({ venue }) => venue === 'spot');
  return spot ? [...found, { ...rest, venue: 'spot', interest: outright, hedged: 0 }] : found;
}

const TITLE = { 'zh-Hans': '空头头寸', 'zh-Hant': '空頭部位', en: 'Short interest' };

function fresh(history: History | undefined, start: Instant, days = STALE_DAYS): History | undefined {
  if (!history || history.last < 0) return undefined;
  return start - history.times[history.last]! <= days * MS_PER_DAY ? history : undefined;
}

function fundingOf(
  history: History | undefined,
  start: Instant,
): { value: number; reading: Reading } | undefined {
  const known = fresh(history, start, 7);
  if (!known) return undefined;
  const values = [
    ...known.values.subarray(Math.max(0, known.last + 1 - FUNDING_DAYS), known.last + 1),
  ].filter(Number.isFinite);
  if (values.length === 0) return undefined;
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    value,
    reading: {
      name: 'short-covering.funding',
      title: { 'zh-Hans': '永续资金费率', 'zh-Hant': '永續資金費率', en: 'Perpetual funding' },
      value,
      unit: 'fraction-per-8h',
      how: 'proxy',
      inputs: [{ symbol: 'f', series: FUNDING, date: formatDay(known.dates[known.last]!) }],
      note: {
        'zh-Hans': `比特币 ${values.length} 日均值，代替各币种；为负时空头付费，未对冲的空头更多`,
        'zh-Hant': `比特幣 ${values.length} 日均值，代替各幣種；為負時空頭付費，未避險的空頭更多`,
        en: `mean of ${values.length} days of bitcoin, for all coins; below 0 shorts pay, and more of them are not hedged`,
      },
    },
  };
}

function coinShorts(
  scale: AssetScale,
  histories: ReadonlyMap<string, History>,
  binanceShare: number,
  start: Instant,
): ShortInterest {
  const { id } = scale.asset;
  const { reading, missing } = openInterest(id, histories, binanceShare, start);
  const margin = fresh(histories.get(MARGIN[id] ?? ''), start);
  const outright = margin ? margin.values[margin.last]! * scale.price : 0;
  return {
    scale,
    perpetuals: reading.value,
    outright,
    readings: [
      { ...reading, name: `short-covering.${id}.open-interest` },
      ...(margin ? [marginReading(id, margin, outright)] : []),
    ],
    missing: [...missing, ...(MARGIN[id] && !margin ? [MARGIN[id]] : [])],
  };
}

function marginReading(id: string, history: History, value: number): Reading {
  return {
    name: `short-covering.${id}.margin-shorts`,
    title: TITLE,
    value,
    unit: 'usd',
    how: 'measured',
    inputs: [{ symbol: 'S', series: history.id, date: formatDay(history.dates[history.last]!) }],
    note: {
      'zh-Hans': 'Bitfinex 现货杠杆空头乘以起点价格',
      'zh-Hant': 'Bitfinex 現貨槓桿空頭乘以起點價格',
      en: 'coins sold short on margin at Bitfinex, at the price of the start',
    },
  };
}

function futureShorts(
  scale: AssetScale,
  histories: ReadonlyMap<string, History>,
  start: Instant,
): ShortInterest {
  const { id } = scale.asset;
  const future = FUTURES[id];
  const history = fresh(histories.get(future?.series ?? ''), start);
  const value =
    history && future ? history.values[history.last]! * future.units * scale.price : USUAL * scale.volume;
  const reading: Reading = {
    name: `short-covering.${id}.short-interest`,
    title: TITLE,
    value,
    unit: 'usd',
    how: history ? 'measured' : 'prior',
    inputs: history
      ? [{ symbol: 'S', series: history.id, date: formatDay(history.dates[history.last]!) }]
      : [],
    note: history
      ? {
          'zh-Hans': '非商业空头合约数乘以合约规模与起点价格；周二数据，周五公布',
          'zh-Hant': '非商業空頭合約數乘以合約規模與起點價格；週二資料，週五公布',
          en: 'non-commercial short contracts times their size and the price of the start; of a Tuesday, published on Friday',
        }
      : {
          'zh-Hans': '数据中没有；取日成交额先验中值的十分之一',
          'zh-Hant': '資料中沒有；取日成交額先驗中值的十分之一',
          en: 'not in the data; a tenth of the middle of the prior of a day’s volume',
        },
  };
  return {
    scale,
    perpetuals: 0,
    outright: value,
    readings: [reading],
    missing: history || !future ? [] : [future.series],
  };
}
