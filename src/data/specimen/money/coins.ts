import { parseDay } from '../../time.ts';
import { exp } from '../exact.ts';
import { landmarks } from '../landmarks.ts';
import { clamp, line, persistent, wander } from './shape.ts';
import { type Made, moves, type Stage, sessionsOf } from './stage.ts';

/** Bitcoins on exchanges, millions, rounded. */
const ON_EXCHANGES = landmarks(`
  2018-01-01 2.4  2020-03-12 3.15  2020-12-31 2.7  2021-12-31 2.6  2022-11-07 2.55  2022-12-31 2.35  2023-12-31 2.4
  2024-03-31 2.3  2024-11-30 2.05  2025-12-31 1.9  2026-02-28 1.93`);
const RESERVES_FROM = parseDay('2018-01-01');
/** Shares of venues in it, by time; the rest lies on others. */
const VENUES = {
  coinbase: landmarks('2018-01-01 0.42  2022-11-07 0.24  2024-03-31 0.17  2026-02-28 0.4'),
  binance: landmarks('2018-01-01 0.08  2022-11-07 0.23  2024-03-31 0.25  2026-02-28 0.32'),
  bitfinex: landmarks('2018-01-01 0.06  2022-11-07 0.14  2024-03-31 0.17  2026-02-28 0.2'),
} as const;

/** Dollars for a tether as a distance from par, basis points, by time. */
const TETHER = landmarks(`
  2017-12-01 40  2018-09-15 -20  2018-10-15 -150  2018-12-15 -20  2019-06-01 30  2020-03-13 40  2020-06-01 8
  2021-06-01 5  2022-05-11 2  2022-05-12 -120  2022-05-20 -8  2022-11-10 -15  2023-03-11 30  2023-04-15 3  2026-02-28 -3`);

/** Liquidations of a calm day, 10⁶ dollars, and of each further percent of a move beyond the first two. */
const CALM = 70;
const BEYOND = 0.02;
const PER_PERCENT = 140;
/** As CoinGlass counted that day, the largest on record: 10⁶ dollars. */
const STATED_LIQUIDATIONS = { day: parseDay('2025-10-10'), long: 16_700, short: 2460 } as const;

/** Coins on exchanges, tethers in dollars, forced sales and what it costs to borrow dollars on a chain. */
export function coinMarkets(stage: Stage, funding: Made): readonly Made[] {
  return [...exchangeReserves(stage), tether(stage), ...liquidations(stage), borrowing(stage, funding)];
}

function exchangeReserves(stage: Stage): readonly Made[] {
  const days = sessionsOf('btc-exchange-reserve', RESERVES_FROM, stage.last);
  const stray = { size: 0.003, phi: 0.9 };
  const all = wander(ON_EXCHANGES, days, stray, stage.noise('btc-exchange-reserve'));
  const venues = Object.entries(VENUES).map(([venue, share]) => {
    const id = `btc-exchange-reserve-${venue}`;
    const of = wander(share, days, { size: 0.02, phi: 0.98 }, stage.noise(id));
    return { id, days, values: all.map((x, t) => Math.round(1e6 * x * (of[t] as number))) };
  });
  return [{ id: 'btc-exchange-reserve', days, values: all.map((x) => Math.round(1e6 * x)) }, ...venues];
}

function tether(stage: Stage): Made {
  const days = sessionsOf('usdt-usd', parseDay('2017-12-01'), stage.last);
  const stray = persistent(days.length, 0.8, stage.noise('usdt-usd'));
  const values = line(TETHER, days).map((bp, t) => {
    const size = 1.5 + 0.2 * Math.abs(bp);
    return Math.round(1e5 * (1 + 1e-4 * (bp + size * (stray[t] as number)))) / 1e5;
  });
  return { id: 'usdt-usd', days, values };
}

/** Longs are liquidated in falls and shorts in rises: in proportion to the part of the move that goes beyond a usual one. */
function liquidations(stage: Stage): readonly Made[] {
  const days = sessionsOf('crypto-liquidations-long', parseDay('2021-01-01'), stage.last);
  const change = moves(stage.level('btc-usd'), days, stage.first);
  return (['long', 'short'] as const).map((side) => {
    const id = `crypto-liquidations-${side}`;
    const draws = stage.noise(id);
    const sign = side === 'long' ? -1 : 1;
    const values = Float64Array.from(days, (day, t) => {
      const beyond = 100 * Math.max(0, sign * (change[t] as number) - BEYOND);
      const drawn = (CALM + PER_PERCENT * beyond) * exp(0.45 * draws.shock());
      const millions = day === STATED_LIQUIDATIONS.day ? STATED_LIQUIDATIONS[side] : drawn;
      return 10_000 * Math.round(100 * millions);
    });
    return { id, days, values };
  });
}

/** Dollars on a chain are borrowed to hold coins: their rate goes with what longs pay for perpetual futures. */
function borrowing(stage: Stage, funding: Made): Made {
  const days = sessionsOf('usdc-borrow-rate', parseDay('2023-02-01'), stage.last);
  const stray = persistent(days.length, 0.95, stage.noise('usdc-borrow-rate'));
  const before = funding.days.length - days.length;
  let paid = funding.values[before] as number;
  const values = stray.map((x, t) => {
    paid = 0.9 * paid + 0.1 * (funding.values[before + t] as number);
    return clamp(0.03 + 350 * paid + 0.008 * x, 0.015, 0.25);
  });
  return { id: 'usdc-borrow-rate', days, values };
}
