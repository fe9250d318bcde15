import { parseDay } from '../../time.ts';
import { type Landmark, landmarks } from '../landmarks.ts';
import { standardFlows, TENTH } from './flows.ts';
import { line, persistent } from './shape.ts';
import { type Made, moves, type Stage, sessionsOf } from './stage.ts';

/** Sizes below this, in tenths of a million, are days without a creation. */
const NO_CREATION = 15;

interface Fund {
  readonly ticker: string;
  /** Share of what enters or leaves all funds but the converted trust. */
  readonly share: number;
  readonly from?: string;
}

interface Coin {
  readonly coin: 'btc' | 'eth' | 'sol';
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
  {
    coin: 'sol',
    from: '2025-10-28',
    usual: 0.045,
    size: 14,
    mean: landmarks('2025-10-28 45  2025-11-30 15  2026-02-27 3'),
    trust: { ticker: 'GSOL', mean: landmarks('2025-10-28 3  2026-02-27 2') },
    funds: [
      fund('BSOL', 0.62),
      fund('VSOL', 0.08),
      fund('FSOL', 0.2),
      fund('TSOL', 0.08),
      fund('SOEZ', 0.02),
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

/** Coins that GBTC held when it was converted, and the part that it gave to its mini trust: Grayscale Bitcoin Trust ETF, Form 10-K 2024. */
const CONVERTED = 620_000;
const GIVEN = 0.1;
const GIVEN_ON = parseDay('2024-07-31');

/** Net assets of the three largest funds of bitcoin: the coins that their flows have bought, at the price of the day. */
export function fundAssets(stage: Stage, flows: readonly Made[]): readonly Made[] {
  const price = stage.level('btc-usd');
  return ['ibit', 'fbtc', 'gbtc'].map((ticker) => {
    const { days, values } = flows.find(({ id }) => id === `btc-etf-flow-${ticker}`) as Made;
    let coins = ticker === 'gbtc' ? CONVERTED : 0;
    const assets = values.map((flow, t) => {
      const at = (days[t] as number) - stage.first;
      if (ticker === 'gbtc' && days[t] === GIVEN_ON) coins *= 1 - GIVEN;
      coins += flow / (price[at] as number);
      return coins * (price[at] as number);
    });
    return { id: `etf-assets-${ticker}`, days, values: assets };
  });
}

/** Millions as a whole number of tenths; small ones are none. */
function counted(millions: number): number {
  const tenths = Math.round(10 * millions);
  return Math.abs(tenths) < NO_CREATION ? 0 : tenths;
}
