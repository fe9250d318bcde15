import { civil, FRIDAY, lastWeekday } from '../../calendars/dates.ts';
import { parseDay } from '../../time.ts';
import { exp } from '../exact.ts';
import { landmarks } from '../landmarks.ts';
import { coinMarkets } from './coins.ts';
import { clamp, line, persistent } from './shape.ts';
import { type Made, moves, type Stage, sessionsOf } from './stage.ts';

/** Mean premium of Coinbase over Binance by time, basis points, rounded: wide while dollars and tethers parted, narrow since. */
const PREMIUM = landmarks(`
  2017-08-17 40  2018-01-15 60  2018-10-15 -60  2019-04-01 0  2020-06-01 5  2021-06-01 5  2022-06-01 -1  2023-03-01 4
  2024-06-01 0  2025-07-15 3  2025-10-15 1  2025-11-20 -5  2026-02-28 -7`);
const PREMIUM_SIZE = landmarks(`
  2017-08-17 90  2018-12-31 60  2020-01-01 15  2021-01-01 7  2023-03-15 8  2024-01-01 6  2026-02-28 5`);
/** Share of a coin's premium that both coins have in common. */
const COMMON = 0.8;

/** Usual funding by time as a multiple of 10⁻⁴ per eight hours. */
const FUNDING = landmarks(`
  2019-09-10 1  2020-10-01 0.9  2021-02-15 4  2021-05-19 2  2021-07-15 0.5  2021-11-01 1.3  2022-06-15 0.4  2023-06-01 0.7
  2024-03-10 2.2  2024-07-01 0.8  2024-12-05 1.5  2025-06-01 0.5  2026-02-28 0.35`);
const FUNDING_DAYS = 14;
const FUNDING_BOUNDS = [-0.0012, 0.0018] as const;

/** Open interest by time, 10³ bitcoins, rounded. */
const OPEN_COINS = landmarks(`
  2019-04-01 250  2020-03-10 380  2020-12-31 200  2021-11-10 330  2022-10-31 480  2022-11-30 400  2023-12-31 270  2024-11-20 330
  2025-10-06 390  2026-02-28 350`);
/** A daily fall beyond this liquidates positions; so much of open interest for each further part of the price; they are half rebuilt in a month. */
const LIQUIDATION_FROM = -0.05;
const LIQUIDATED = 1.6;
const REBUILT = 0.023;
/** Part of it on Binance, which states a day by what was open at its beginning. */
const BINANCE = 0.27;

/** Basis of the front future, a fraction a year, by time. */
const BASIS = landmarks(`
  2017-12-18 0.1  2018-03-01 -0.02  2019-06-26 0.1  2020-03-15 -0.05  2021-02-20 0.2  2021-05-19 0.05  2021-10-20 0.12
  2022-11-20 -0.04  2023-10-01 0.05  2024-03-10 0.15  2024-08-05 0.06  2024-12-05 0.14  2025-04-01 0.05  2026-02-28 0.03`);

/** Decay of squared daily returns, and the long-run variance a year, of implied volatility. */
const DECAY = 0.95;
const LONG_RUN = 0.55;
const DAYS_A_YEAR = 365;

/** Prices of bitcoin and ether away from the spot market, all made from the simulated spot price up to the day. */
export function derivatives(stage: Stage): readonly Made[] {
  const paid = funding(stage);
  return [
    ...premiums(stage),
    ...paid,
    ...openInterest(stage),
    cmeFront(stage),
    implied(stage),
    ...coinMarkets(stage, paid[0] as Made),
  ];
}

function premiums(stage: Stage): readonly Made[] {
  const days = sessionsOf('btc-coinbase-premium', parseDay('2017-08-17'), stage.last);
  const [mean, size] = [line(PREMIUM, days), line(PREMIUM_SIZE, days)];
  const common = persistent(days.length, 0.7, stage.noise('coinbase premium'));
  return (['btc', 'eth'] as const).map((coin) => {
    const id = `${coin}-coinbase-premium`;
    const change = moves(stage.level(`${coin}-usd`), days, stage.first);
    const own = persistent(days.length, 0.5, stage.noise(id));
    const values = mean.map((level, t) => {
      const stray = COMMON * (common[t] as number) + Math.sqrt(1 - COMMON * COMMON) * (own[t] as number);
      const pressed = clamp((change[t] as number) / 0.035, -4, 4);
      // published to a thousandth of a basis point
      return Math.round(1000 * (level + (size[t] as number) * (stray + 0.25 * pressed))) / 1e7;
    });
    return { id, days, values };
  });
}

/** Who is long pays more after a rise of two weeks, less or nothing after a fall. */
function funding(stage: Stage): readonly Made[] {
  const days = sessionsOf('btc-funding', parseDay('2019-09-10'), stage.last);
  const price = stage.level('btc-usd');
  const usual = line(FUNDING, days);
  const stray = persistent(days.length, 0.75, stage.noise('btc-funding'));
  const values = Float64Array.from(days, (day, t) => {
    const at = day - stage.first;
    const trend = clamp(((price[at] as number) / (price[at - FUNDING_DAYS] as number) - 1) / 0.15, -2, 2);
    const rate = 1e-4 * (usual[t] as number) * (0.7 + 0.55 * trend + 0.45 * (stray[t] as number));
    return Math.round(1e8 * clamp(rate, ...FUNDING_BOUNDS)) / 1e8;
  });
  const draws = stage.noise('btc-funding-absolute');
  const absolute = values.map(
    (rate) => Math.abs(rate) + Math.round(1e8 * 4e-6 * Math.abs(draws.shock())) / 1e8,
  );
  return [
    { id: 'btc-funding', days, values },
    { id: 'btc-funding-absolute', days, values: absolute },
  ];
}

function openInterest(stage: Stage): readonly Made[] {
  const days = sessionsOf('btc-open-interest', parseDay('2019-04-01'), stage.last);
  const price = stage.level('btc-usd');
  const change = moves(price, days, stage.first);
  const coins = line(OPEN_COINS, days);
  const stray = persistent(days.length, 0.97, stage.noise('btc-open-interest'));
  let lost = 0;
  const values = Float64Array.from(days, (day, t) => {
    lost = clamp(
      (1 - REBUILT) * lost + LIQUIDATED * Math.max(0, LIQUIDATION_FROM - (change[t] as number)),
      0,
      0.45,
    );
    const open = 1000 * (coins[t] as number) * (1 + 0.08 * (stray[t] as number)) * (1 - lost);
    return open * (price[day - stage.first] as number);
  });
  const binance = values.map((_, t) => BINANCE * (values[Math.max(0, t - 1)] as number));
  return [
    { id: 'btc-open-interest', days, values },
    { id: 'btc-open-interest-binance', days, values: binance },
  ];
}

/** CME closes two hours before the UTC day of spot ends, and its front contract expires on the last Friday of the month. */
function cmeFront(stage: Stage): Made {
  const days = sessionsOf('btc-cme-front', parseDay('2017-12-18'), stage.last);
  const price = stage.level('btc-usd');
  const basis = line(BASIS, days);
  const draws = stage.noise('btc-cme-front');
  const values = Float64Array.from(days, (day, t) => {
    const at = day - stage.first;
    const [spot, before] = [price[at] as number, price[at - 1] as number];
    const earlier = spot + 0.08 * (before - spot);
    const years = (expiryOf(day) - day) / DAYS_A_YEAR;
    return 5 * Math.round((earlier * (1 + (basis[t] as number) * years) * (1 + 0.003 * draws.shock())) / 5);
  });
  return { id: 'btc-cme-front', days, values };
}

function expiryOf(day: number): number {
  const [year, month] = civil(day);
  const expiry = lastWeekday(year, month, FRIDAY);
  return day <= expiry ? expiry : lastWeekday(year, month + 1, FRIDAY);
}

/** √(0.7 v_t + 0.3 v̄) times a persistent noise: v the decayed squared returns a year, v̄ their long-run value. */
function implied(stage: Stage): Made {
  const days = sessionsOf('btc-implied-volatility', parseDay('2021-03-24'), stage.last);
  const before = sessionsOf('btc-implied-volatility', (days[0] as number) - 90, stage.last);
  const change = moves(stage.level('btc-usd'), before, stage.first);
  const stray = persistent(before.length, 0.95, stage.noise('btc-implied-volatility'));
  let variance = LONG_RUN * LONG_RUN;
  const all = change.map((x, t) => {
    variance = DECAY * variance + (1 - DECAY) * DAYS_A_YEAR * x * x;
    const level = Math.sqrt(0.7 * variance + 0.3 * LONG_RUN * LONG_RUN) * exp(0.08 * (stray[t] as number));
    return Math.round(1e4 * level) / 1e4;
  });
  return { id: 'btc-implied-volatility', days, values: all.subarray(before.length - days.length) };
}
