import { type EpochDay, parseDay } from '../../time.ts';
import { type Landmark, landmarks } from '../landmarks.ts';
import { clamp, line, persistent } from './shape.ts';
import { type Made, moves, periods, type Stage, sessionsOf } from './stage.ts';

/** Flows are reported in tenths of a million dollars: counted in whole ones, funds add up to their total exactly. */
const TENTH = 100_000;
/** Sizes below this, in tenths of a million, are days without a creation. */
const NO_CREATION = 15;

/**
 * Standardised flow f_t = 0.40 z_{t−1} + 0.30 z_t + 0.85 u_t with z the move of the asset in units of its usual size, cut at ±3, and u a
 * persistent noise: flows go with the move of the day and follow that of the day before. An association; no flow moves a price here.
 */
export function standardFlows(change: Float64Array, usual: number, noise: Float64Array): Float64Array {
  const z = change.map((x) => clamp(x / usual, -3, 3));
  return z.map((x, t) => 0.4 * (z[t - 1] ?? 0) + 0.3 * x + 0.85 * (noise[t] as number));
}

interface Fund {
  readonly ticker: string;
  /** Share of what enters or leaves all funds but the converted trust. */
  readonly share: number;
  readonly from?: string;
}

interface Coin {
  readonly coin: 'btc' | 'eth';
  readonly from: string;
  /** Usual move of the coin between sessions. */
  readonly usual: number;
  /** Standard deviation of the total, and its mean by time, in 10⁶ dollars. */
  readonly size: number;
  readonly mean: readonly Landmark[];
  /** The trust that was converted: money left it from the first day. */
  readonly trust: { readonly ticker: string; readonly mean: readonly Landmark[] };
  readonly funds: readonly Fund[];
}

const fund = (ticker: string, share: number, from?: string): Fund => ({
  ticker,
  share,
  ...(from ? { from } : {}),
});

const COINS: readonly Coin[] = [
  {
    coin: 'btc',
    from: '2024-01-11',
    usual: 0.028,
    size: 320,
    mean: landmarks(`
      2024-01-11 120  2024-03-01 250  2024-05-01 40  2024-09-01 60  2024-11-15 300  2025-02-15 0  2025-05-15 200
      2025-10-01 150  2025-11-15 -130  2026-02-27 -90`),
    trust: {
      ticker: 'GBTC',
      mean: landmarks(
        `2024-01-11 -550  2024-02-05 -120  2024-03-20 -250  2024-05-01 -40  2024-08-01 -25  2025-06-01 -8  2026-02-27 -15`,
      ),
    },
    funds: [
      fund('IBIT', 0.52),
      fund('FBTC', 0.22),
      fund('BITB', 0.05),
      fund('ARKB', 0.1),
      fund('BTCO', 0.01),
      fund('EZBC', 0.01),
      fund('BRRR', 0.01),
      fund('HODL', 0.025),
      fund('BTCW', 0.005),
      fund('MSBT', 0),
      fund('BTC', 0.05, '2024-07-31'),
    ],
  },
  {
    coin: 'eth',
    from: '2024-07-23',
    usual: 0.045,
    size: 130,
    mean: landmarks(`
      2024-07-23 -25  2024-10-31 0  2024-12-10 110  2025-02-01 0  2025-04-15 -10  2025-06-15 60  2025-08-10 220
      2025-10-01 40  2025-11-15 -60  2026-02-27 -45`),
    trust: {
      ticker: 'ETHE',
      mean: landmarks(`2024-07-23 -300  2024-08-10 -20  2024-11-01 -5  2025-06-01 -4  2026-02-27 -6`),
    },
    funds: [
      fund('ETHA', 0.58),
      fund('ETHB', 0),
      fund('FETH', 0.23),
      fund('ETHW', 0.05),
      fund('TETH', 0.005),
      fund('ETHV', 0.02),
      fund('QETH', 0.005),
      fund('EZET', 0.01),
      fund('ETH', 0.1),
    ],
  },
];

/** Net flow of each US spot fund of a coin and of all: a session, in dollars; the funds add up to the total to the dollar. */
export function coinFunds(stage: Stage): readonly Made[] {
  return COINS.flatMap((coin) => flowsOf(stage, coin));
}

function flowsOf(stage: Stage, { coin, from, usual, size, mean, trust, funds }: Coin): readonly Made[] {
  const id = (ticker: string) => `${coin}-etf-flow-${ticker.toLowerCase()}`;
  const days = sessionsOf(id('total'), parseDay(from), stage.last);
  const change = moves(stage.level(`${coin}-usd`), days, stage.first);
  const flow = standardFlows(change, usual, persistent(days.length, 0.5, stage.noise(id('total'))));
  const level = line(mean, days);
  const wanted = flow.map((f, t) => (level[t] as number) + size * f);
  const draws = stage.noise(id(trust.ticker));
  const leaving = line(trust.mean, days);
  const trustFlow = flow.map((f, t) =>
    counted((leaving[t] as number) * Math.max(0, 1 + 0.5 * draws.shock()) + 0.08 * size * f),
  );
  const rest = wanted.map((x, t) => x - (trustFlow[t] as number) / 10);
  const made = funds.map(({ ticker, share, from: start }) => {
    const own = stage.noise(id(ticker));
    const first = start ? parseDay(start) : 0;
    const values = rest.map((x, t) => {
      const drawn = share * (x + 0.35 * size * own.shock());
      return (days[t] as number) < first ? 0 : counted(drawn);
    });
    return { id: id(ticker), days, values };
  });
  const parts = [...made, { id: id(trust.ticker), days, values: trustFlow }];
  const total = trustFlow.map((_, t) => parts.reduce((sum, { values }) => sum + (values[t] as number), 0));
  return [...parts, { id: id('total'), days, values: total }].map((part) => ({
    ...part,
    values: part.values.map((tenths) => tenths * TENTH),
  }));
}

/** Millions as a whole number of tenths; small ones are none. */
function counted(millions: number): number {
  const tenths = Math.round(10 * millions);
  return Math.abs(tenths) < NO_CREATION ? 0 : tenths;
}

interface ListedFund {
  readonly ticker: string;
  readonly of: string;
  readonly usual: number;
  /** Standard deviation and mean of a session, in 10⁶ dollars. */
  readonly size: number;
  readonly mean: number;
}

const listed = (ticker: string, of: string, usual: number, size: number, mean: number): ListedFund => ({
  ticker,
  of,
  usual,
  size,
  mean,
});

const LISTED: readonly ListedFund[] = [
  listed('GLD', 'gld', 0.0095, 330, -7),
  listed('IAU', 'gld', 0.0095, 90, 3),
  listed('GLDM', 'gld', 0.0095, 35, 5),
  listed('SLV', 'slv', 0.018, 80, 1),
  listed('SPY', 'spy', 0.011, 2600, 40),
  listed('QQQ', 'qqq', 0.014, 900, 45),
  listed('IWM', 'iwm', 0.014, 450, 5),
  listed('TLT', 'tlt', 0.0095, 350, 22),
  listed('HYG', 'hyg', 0.0055, 280, 2),
];
const LISTED_FROM = parseDay('2016-01-04');
/** The first so many of the list hold gold. */
const GOLD_FUNDS = 3;
/** GLD shares when its flows begin, rounded. */
const GLD_SHARES = 220_000_000;
/** Shares are created in baskets. */
const BASKET = 100_000;
/** Gold funds of the world beside the three American ones. */
const WORLD = 1.9;

/** Net flows of large listed funds; the shares of GLD that its flows make; and the gold funds of the world by month. */
export function listedFunds(stage: Stage): readonly Made[] {
  const days = sessionsOf('etf-flow-gld', LISTED_FROM, stage.last);
  const flows = LISTED.map((one) => listedFlow(stage, days, one));
  return [...flows, gldShares(stage, days, flows[0] as Made), worldGold(stage, days, flows)];
}

function listedFlow(stage: Stage, days: Int32Array, { ticker, of, usual, size, mean }: ListedFund): Made {
  const id = `etf-flow-${ticker.toLowerCase()}`;
  const change = moves(stage.level(of), days, stage.first);
  const flow = standardFlows(change, usual, persistent(days.length, 0.35, stage.noise(id)));
  return { id, days, values: flow.map((f) => TENTH * Math.round(10 * (mean + size * f))) };
}

function gldShares(stage: Stage, days: Int32Array, flow: Made): Made {
  const price = stage.level('gld');
  let shares = GLD_SHARES;
  const values = flow.values.map((dollars, t) => {
    shares += dollars / (price[(days[t] as EpochDay) - stage.first] as number);
    return BASKET * Math.round(shares / BASKET);
  });
  return { id: 'gld-shares', days, values };
}

function worldGold(stage: Stage, days: Int32Array, flows: readonly Made[]): Made {
  const months = periods(1, parseDay('2016-01-01'), stage.last);
  const sums = new Float64Array(months.length);
  const gold = flows.slice(0, GOLD_FUNDS);
  let month = 0;
  days.forEach((day, t) => {
    while (month + 1 < months.length && (months[month + 1] as number) <= day) month++;
    for (const { values } of gold) sums[month] = (sums[month] as number) + (values[t] as number);
  });
  const draws = stage.noise('gold-etf-flow-world');
  const values = sums.map((sum) => 1e7 * Math.round((WORLD * sum + 4e8 * draws.shock()) / 1e7));
  return { id: 'gold-etf-flow-world', days: months, values };
}
