import type { BaseUnit } from '../../../../data/unit.ts';

/** A holding that a fund has stated: from its date on, holdings are counted from it. */
interface StatedHolding {
  readonly fund: string;
  /** The flows of this date and later ones come on top. */
  readonly date: string;
  readonly coins: number;
}

/** The US spot funds of one coin. */
export interface FundCoin {
  /** Series of the coin's price; what `--asset` names. */
  readonly asset: string;
  readonly unit: BaseUnit;
  readonly total: string;
  /** Ticker → series of its flow. */
  readonly funds: readonly { readonly ticker: string; readonly series: string; readonly assets?: string }[];
  /** Size of the flows that a question about the coin would suppose, in 10⁹ dollars. */
  readonly scale: number;
  /** Trusts that were converted held coins before their first flow. */
  readonly stated: readonly StatedHolding[];
}

/** Funds whose assets can be imported; the others are estimated. */
const WITH_ASSETS = ['IBIT', 'FBTC', 'GBTC'];

function coin(
  name: 'btc' | 'eth' | 'sol',
  tickers: string,
  scale: number,
  stated: readonly StatedHolding[] = [],
): FundCoin {
  return {
    asset: `${name}-usd`,
    unit: name,
    total: `${name}-etf-flow-total`,
    funds: tickers.split(' ').map((ticker) => ({
      ticker,
      series: `${name}-etf-flow-${ticker.toLowerCase()}`,
      ...(WITH_ASSETS.includes(ticker) ? { assets: `etf-assets-${ticker.toLowerCase()}` } : {}),
    })),
    scale,
    stated,
  };
}

/**
 * Bitcoin first: the one that is told when no instrument is asked for.
 * GBTC held near 620,000 coins when it was converted, and gave 26,935.84, a tenth, to its mini trust BTC on 2024-07-31 (Grayscale Bitcoin
 * Trust ETF, Form 10-K 2024, note 4). ETHE gave 292,262.99, a tenth, to its mini trust ETH on 2024-07-23 (Form 10-Q June 2024, note 10).
 */
export const FUND_COINS: readonly FundCoin[] = [
  coin('btc', 'IBIT FBTC BITB ARKB BTCO EZBC BRRR HODL BTCW MSBT GBTC BTC', 10, [
    { fund: 'GBTC', date: '2024-01-11', coins: 620_000 },
    { fund: 'GBTC', date: '2024-07-31', coins: 9 * 26_935.84 },
    { fund: 'BTC', date: '2024-07-31', coins: 26_935.84 },
  ]),
  coin('eth', 'ETHA ETHB FETH ETHW TETH ETHV QETH EZET ETHE ETH', 2, [
    { fund: 'ETHE', date: '2024-07-23', coins: 9 * 292_262.99 },
    { fund: 'ETH', date: '2024-07-23', coins: 292_262.99 },
  ]),
  coin('sol', 'BSOL VSOL FSOL TSOL SOEZ GSOL', 0.2),
];

/** Totals and prices: what every part on one coin's funds reads. The funds stand in the table of their total. */
export const FUND_SERIES: readonly string[] = FUND_COINS.flatMap(({ asset, total }) => [total, asset]);

export const FUND_ASSETS: readonly string[] = FUND_COINS.flatMap(({ funds }) =>
  funds.flatMap(({ assets }) => (assets ? [assets] : [])),
);

export function coversCoin(asset: string): boolean {
  return FUND_COINS.some((one) => one.asset === asset);
}

export function coinOf(asset: string | undefined): FundCoin {
  return FUND_COINS.find((one) => one.asset === asset) ?? FUND_COINS[0]!;
}
