import { readHistories } from '../../diagnosis/history.ts';
import type { PerpetualsParams, PerpetualVenue } from '../sellers/perpetual-params.ts';
import { MARKET_ASSETS, PERPETUAL_VENUES } from './assets.ts';
import { entriesOf, withShares } from './entries.ts';
import { COIN_INTEREST, INTEREST_SERIES, openInterest } from './open-interest.ts';
import { PERPETUAL_UNKNOWNS } from './perpetual-unknowns.ts';
import type { StateReader } from './reading.ts';
import { latestTiers, TIER_TABLE } from './tiers.ts';
import type { Theta } from './unknown.ts';
import { venueShares } from './venue-shares.ts';

/** Leverage at which positions are counted; a band reaches halfway to its neighbours on the scale of logs. */
const BANDS = [1.5, 2, 3, 4, 5, 7, 10, 15, 20, 25, 35, 50, 75, 100, 125];

/** Notional of positions and its share of the open interest: a few large accounts hold most of it. */
const SIZES: PerpetualVenue['sizes'] = [
  { usd: 2e4, share: 0.3 },
  { usd: 5e5, share: 0.35 },
  { usd: 1e7, share: 0.35 },
];

/** Insurance funds of Binance 2025 (its page “Insurance fund history”, all contracts in stablecoins), US dollars; others by their share. */
const BINANCE_FUND = 1.2e9;

const BIN_WIDTH = 0.0005;
const BINS = 4000;

/** Reads the perpetual positions of every coin in the market; nobody publishes their leverage, so that it is drawn. */
export const readPerpetuals: StateReader<PerpetualsParams> = async ({ view, start, assets }) => {
  const coins = assets.filter(({ id }) => id in COIN_INTEREST);
  const table = MARKET_ASSETS.filter(({ id }) => coins.some((coin) => coin.id === id));
  const histories = await readHistories(view, [
    ...table.flatMap(({ prices, daily }) => [...prices, daily]),
    ...INTEREST_SERIES,
  ]);
  const [tierRows, { shares }] = await Promise.all([view.table(TIER_TABLE), venueShares(view)]);
  const binanceShare = shares.binance!;
  const known = coins.map(({ id, price }) => {
    const asset = table.find((one) => one.id === id)!;
    const fine = asset.prices
      .filter((series) => series !== asset.daily)
      .map((series) => histories.get(series)!);
    return {
      id,
      interest: openInterest(id, histories, binanceShare, start),
      entries: entriesOf(histories.get(asset.daily), fine.reverse(), price, start),
      ...latestTiers(tierRows, id.split('-')[0]!.toUpperCase()),
    };
  });
  return {
    readings: known.map(({ interest }) => interest.reading),
    unknowns:
      coins.length === 0 ? [] : [...PERPETUAL_UNKNOWNS, ...known.map(({ interest }) => interest.unknown)],
    missing: known.flatMap(({ interest }) => interest.missing),
    params(theta) {
      if (coins.length === 0) return null;
      const funds = known.map(({ id }) => theta[`perpetuals.open-interest.${id}`]!);
      const whole = funds.reduce((sum, usd) => sum + usd, 0);
      return {
        binWidth: BIN_WIDTH,
        bins: BINS,
        venues: known.flatMap(({ id, entries, tiers }, k) =>
          PERPETUAL_VENUES.filter(({ venue }) => shares[venue]! > 0).map(({ venue }) => ({
            asset: id,
            venue,
            openInterest: funds[k]! * shares[venue]!,
            tiers,
            sizes: SIZES,
            long: { hedged: theta['perpetuals.hedged-long']!, leverage: leverageBands(theta) },
            short: { hedged: theta['perpetuals.hedged-short']!, leverage: leverageBands(theta) },
            entries: withShares(entries, theta['perpetuals.age']!),
            insuranceFund:
              (BINANCE_FUND * theta['perpetuals.insurance']! * (shares[venue]! / binanceShare) * funds[k]!) /
              whole,
          })),
        ),
      };
    },
  };
};

/** Shares of the bands when the log of leverage is normal, cut at 1 and at the highest band. */
function leverageBands(theta: Theta): { leverage: number; share: number }[] {
  const [centre, spread] = [Math.log(theta['perpetuals.leverage']!), theta['perpetuals.leverage-spread']!];
  const logs = BANDS.map(Math.log);
  const weights = logs.map((log, i) => {
    const width = ((logs[i + 1] ?? log) - (logs[i - 1] ?? log)) / 2;
    return width * Math.exp(-0.5 * ((log - centre) / spread) ** 2);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return BANDS.map((leverage, i) => ({ leverage, share: weights[i]! / whole }));
}
