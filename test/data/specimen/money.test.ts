import { beforeAll, describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { civil } from '../../../src/data/calendars/dates.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import type { SeriesEntry } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../../src/data/series/release.ts';
import { SPECIMEN_SERIES } from '../../../src/data/specimen/landmarks.ts';
import { MONEY_SOURCES } from '../../../src/data/specimen/money/publishers.ts';
import { SPECIMEN_TO, specimenColumns } from '../../../src/data/specimen/specimen.ts';
import { endOfDay, formatDay, parseDay, weekdayOf } from '../../../src/data/time.ts';
import { correlation } from './correlation.ts';

let byId: ReadonlyMap<string, ObservationColumns>;

beforeAll(() => {
  byId = new Map(specimenColumns().map((column) => [column.series, column]));
});

const IDS = [...MONEY_SOURCES.keys()];
const of = (id: string) => byId.get(id) as ObservationColumns;
const entry = (id: string) => entryOf(id) as SeriesEntry;
const at = (id: string, day: number) => of(id).values[of(id).dates.indexOf(day)] as number;
const on = (id: string, date: string) => at(id, parseDay(date));
const difference = (values: ArrayLike<number>) =>
  Array.from(values, (x, i) => (i === 0 ? Number.NaN : x - (values[i - 1] as number)));

/** Returns of a price between the days of another series. */
function returnsOn(days: Int32Array, price: string): number[] {
  const { dates, values } = of(price);
  const level = (day: number) => values[dates.findLastIndex((date) => date <= day)] as number;
  return Array.from(days, (day, t) => (t === 0 ? Number.NaN : level(day) / level(days[t - 1] as number) - 1));
}

describe('liquidity, flows and positions', () => {
  it('are all the series of the specimen beside the markets, each with what it is made from', () => {
    const markets = new Set<string>(SPECIMEN_SERIES);
    const made = [...byId.keys()].filter(
      (id) => !markets.has(id) && !id.includes('.') && id !== 'btc-usd-4h',
    );
    expect(made.sort()).toEqual([...IDS].sort());
    for (const [id, { from, publisher }] of MONEY_SOURCES) {
      expect(from, id).not.toBe('');
      if (publisher) expect(publisher.url, id).toMatch(/^https:\/\/[^ ]+$/);
    }
  });

  it.each(
    IDS,
  )('%s is dated by its release rule, ascending, and holds nothing published after the end', (id) => {
    const { dates, times, knownAt } = of(id);
    expect(dates.length).toBeGreaterThan(40);
    dates.forEach((day, row) => {
      expect(knownAt[row]).toBe(releaseOf(entry(id), day));
      if (row % 50 === 0) expect(times[row]).toBe(timeOf(entry(id), day));
      if (row > 0) expect(day).toBeGreaterThan(dates[row - 1] as number);
    });
    expect(Math.max(...knownAt)).toBeLessThanOrEqual(endOfDay(SPECIMEN_TO));
  });

  it('stand on the days of their publishers', () => {
    for (const id of IDS) {
      const { frequency, calendar: name } = entry(id);
      const { dates } = of(id);
      if (frequency === 'daily') {
        const sessions = calendar(name).sessions(dates[0] as number, dates.at(-1) as number);
        expect(dates, id).toEqual(sessions);
      } else if (frequency === 'monthly') {
        expect(
          dates.every((day) => civil(day)[2] === 1),
          id,
        ).toBe(true);
      } else if (frequency === 'quarterly') {
        expect(
          dates.every((day) => civil(day)[2] === 1 && civil(day)[1] % 3 === 1),
          id,
        ).toBe(true);
      }
    }
    const weekdays = (id: string) => [...new Set([...of(id).dates].map(weekdayOf))];
    for (const id of ['fed-assets', 'fed-reserves', 'tga', 'bank-credit'])
      expect(weekdays(id), id).toEqual([3]);
    expect(weekdays('ecb-assets')).toEqual([5]);
    // Tuesdays; the Monday before where a Tuesday is a holiday
    expect(weekdays('cot-gold-spec-net').sort()).toEqual([1, 2]);
  });

  it('come out when they did: H.4.1 on the Thursday, the flows at 05:00 UTC, the positions of a shutdown late', () => {
    const known = (id: string, date: string) =>
      new Date(of(id).knownAt[of(id).dates.indexOf(parseDay(date))] as number).toISOString();
    // Thursday 16:30 in New York, a holiday a day later; Farside; CFTC catch-up schedule of 18 November 2025
    expect(known('fed-assets', '2026-02-18')).toBe('2026-02-19T21:30:00.000Z');
    expect(known('fed-assets', '2025-11-26')).toBe('2025-11-28T21:30:00.000Z');
    expect(known('btc-etf-flow-total', '2026-02-05')).toBe('2026-02-06T05:00:00.000Z');
    expect(known('cot-gold-spec-net', '2025-10-07')).toBe('2025-11-21T20:30:00.000Z');
    expect(formatDay(of('m2').dates.at(-1) as number)).toBe('2026-01-01');
  });

  it('leave out the consumer prices of October 2025, which do not exist', () => {
    expect(of('cpi').dates.indexOf(parseDay('2025-10-01'))).toBe(-1);
    expect(of('cpi').dates.indexOf(parseDay('2025-09-01'))).toBeGreaterThan(0);
  });
});

describe('the Fed’s balance sheet', () => {
  const weeks = () => [...of('fed-assets').dates];

  it('has on Wednesdays the Treasury’s account of the day, and its average over the week', () => {
    const daily = of('tga-daily');
    const held = (day: number) => daily.values[daily.dates.findLastIndex((date) => date <= day)] as number;
    for (const day of weeks().slice(1)) {
      expect(at('tga', day)).toBeCloseTo(held(day), -7);
      const mean = [0, 1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + held(day - k), 0) / 7;
      expect(Math.abs(at('tga-week-average', day) / mean - 1)).toBeLessThan(1e-5);
    }
  });

  it('leaves as reserves what the other liabilities leave: the rest is currency and what changes as slowly', () => {
    const repo = of('fed-rrp');
    const held = (day: number) => repo.values[repo.dates.findLastIndex((date) => date <= day)] as number;
    const rest = weeks()
      .slice(1)
      .map((day) => {
        const assets = (at('fed-assets', day) + at('fed-assets', day - 7)) / 2;
        const mean = [0, 1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + held(day - k), 0) / 7;
        return assets - at('tga-week-average', day) - mean - at('fed-reserves', day);
      });
    expect(Math.min(...rest)).toBeGreaterThan(1.25e12);
    expect(Math.max(...rest)).toBeLessThan(2.95e12);
    expect(Math.max(...difference(rest).slice(1).map(Math.abs))).toBeLessThan(6e10);
  });

  it('is made of Treasuries, mortgages and smaller things, and bills are a part of the Treasuries', () => {
    for (const day of weeks()) {
      const others =
        at('fed-assets', day) -
        at('fed-treasuries', day) -
        at('fed-mbs', day) -
        at('fed-primary-credit', day);
      expect(others / at('fed-assets', day)).toBeGreaterThan(0.02);
      expect(others / at('fed-assets', day)).toBeLessThan(0.25);
      expect(at('fed-bills', day)).toBeLessThan(0.2 * at('fed-treasuries', day));
    }
    expect(on('fed-bills', '2019-07-03')).toBe(0);
  });

  it('has nothing below zero, and the account of the Treasury never empty', () => {
    for (const id of ['fed-rrp', 'fed-srf', 'fed-primary-credit', 'fed-bills'])
      expect(Math.min(...of(id).values), id).toBeGreaterThanOrEqual(0);
    expect(Math.min(...of('tga-daily').values)).toBeGreaterThanOrEqual(2e10);
    expect(Math.min(...of('fed-reserves').values)).toBeGreaterThan(1.2e12);
  });
});

describe('the rates', () => {
  it('keep the range a quarter of a percent wide, and the Fed pays a tenth below its upper bound', () => {
    const { dates, values } = of('fed-target-upper');
    dates.forEach((day, row) => {
      expect(values[row]! - at('fed-target-lower', day)).toBeCloseTo(0.0025, 10);
    });
    of('iorb').dates.forEach((day, row) => {
      expect(at('fed-target-upper', day) - of('iorb').values[row]!).toBeCloseTo(0.001, 10);
    });
  });

  it('have SOFR between tri-party and its own tail, and its stated days', () => {
    of('sofr').dates.forEach((day, row) => {
      const sofr = of('sofr').values[row] as number;
      expect(at('tgcr', day)).toBeLessThanOrEqual(sofr);
      expect(at('sofr-99', day)).toBeGreaterThan(sofr);
      expect(sofr).toBeGreaterThan(0);
    });
    // New York Fed: 5.25 % on 17 September 2019
    expect(on('sofr', '2019-09-17')).toBe(0.0525);
  });

  it('press at the ends of quarters', () => {
    const { dates, values } = of('sofr');
    const excess = [...dates].map((day, row) => values[row]! - at('effr', day));
    const ends = [...dates.keys()].filter((row) => {
      const next = dates[row + 1];
      return (
        dates[row]! > parseDay('2024-06-01') &&
        next !== undefined &&
        civil(next)[1] % 3 === 1 &&
        civil(next)[1] !== civil(dates[row] as number)[1]
      );
    });
    expect(ends.length).toBeGreaterThan(5);
    for (const row of ends) expect(excess[row]! - excess[row - 5]!).toBeGreaterThan(0.0003);
  });
});

describe('the flows', () => {
  const COINS = { btc: ['2024-01-11', 13], eth: ['2024-07-23', 11], sol: ['2025-10-28', 7] } as const;

  it.each(Object.entries(COINS))('of the funds of %s add up to their total to the dollar', (coin, [
    from,
    count,
  ]) => {
    const ids = IDS.filter((id) => id.startsWith(`${coin}-etf-flow-`));
    expect(ids.length).toBe(count);
    const total = of(`${coin}-etf-flow-total`);
    expect(formatDay(total.dates[0] as number)).toBe(from);
    const sums = total.values.map((_, row) =>
      ids.filter((id) => !id.endsWith('-total')).reduce((sum, id) => sum + (of(id).values[row] as number), 0),
    );
    expect(sums).toEqual(total.values);
    for (const id of ids)
      expect(
        of(id).values.every((x) => x % 100_000 === 0),
        id,
      ).toBe(true);
  });

  it.each([
    ['btc-etf-flow-total', 'btc-usd'],
    ['eth-etf-flow-total', 'eth-usd'],
    ['etf-flow-gld', 'gld'],
    ['etf-flow-spy', 'spy'],
  ])('of %s follow the return of the day before and go with that of the day, and tell nothing of the next', (id, price) => {
    const { dates, values } = of(id);
    const moves = returnsOn(dates, price).map((x) => Math.max(-0.2, x));
    const lagged = (by: number) =>
      correlation([...values].slice(3, -1), moves.slice(3 - by, moves.length - 1 - by));
    expect(lagged(1)).toBeGreaterThan(0.28);
    expect(lagged(1)).toBeLessThan(0.52);
    expect(lagged(0)).toBeGreaterThan(0.2);
    expect(Math.abs(lagged(-1))).toBeLessThan(0.13);
  });

  it('make the shares of GLD and the assets of the funds', () => {
    const flow = of('etf-flow-gld');
    flow.dates.forEach((day, row) => {
      if (row === 0) return;
      const change = at('gld-shares', day) - (of('gld-shares').values[row - 1] as number);
      // to the basket of 100,000 shares, twice rounded to six digits
      expect(Math.abs(change - flow.values[row]! / at('gld', day))).toBeLessThan(201_000);
    });
    for (const id of ['ibit', 'fbtc', 'gbtc'])
      expect(Math.min(...of(`etf-assets-${id}`).values), id).toBeGreaterThan(1e8);
    const [before, after] = ['2025-06-02', '2025-06-03'];
    const bought =
      on('etf-assets-ibit', after) / on('btc-usd', after) -
      on('etf-assets-ibit', before) / on('btc-usd', before);
    expect(bought).toBeCloseTo(on('btc-etf-flow-ibit', after) / on('btc-usd', after), -1);
  });
});

describe('derivatives and positions', () => {
  it.each([
    'gold',
    'silver',
    'sp500',
    'bitcoin',
  ])('of %s are net what is long less what is short, both above zero', (key) => {
    const [long, short, net] = ['long', 'short', 'net'].map((side) => of(`cot-${key}-spec-${side}`).values);
    expect(net).toEqual(long!.map((x, row) => x - short![row]!));
    expect(Math.min(...long!, ...short!)).toBeGreaterThan(0);
    const price = { gold: 'gold-front', silver: 'silver-front', sp500: 'sp500', bitcoin: 'btc-usd' }[
      key
    ] as string;
    const change = difference(net!);
    const moves = returnsOn(of(`cot-${key}-spec-net`).dates, price);
    expect(correlation(change.slice(1), moves.slice(1))).toBeGreaterThan(0.25);
  });

  it('say of the company what its price, its shares and its coins say', () => {
    of('strategy-mnav').dates.forEach((day, row) => {
      const value =
        (at('mstr', day) * at('strategy-shares', day)) / (at('btc-usd', day) * at('strategy-btc-held', day));
      expect(of('strategy-mnav').values[row]! / value).toBeCloseTo(1, 4);
    });
    // Form 8-K of 30 December 2024
    expect(on('strategy-btc-held', '2024-12-31')).toBe(446_400);
  });

  it('shrink open interest and fill the liquidations on the days of the great falls', () => {
    for (const [before, day] of [
      ['2025-10-09', '2025-10-10'],
      ['2026-02-04', '2026-02-05'],
      ['2022-06-12', '2022-06-13'],
    ] as const) {
      const coins = (date: string) => on('btc-open-interest', date) / on('btc-usd', date);
      expect(coins(day)).toBeLessThan(0.99 * coins(before));
      expect(on('crypto-liquidations-long', day)).toBeGreaterThan(4 * on('crypto-liquidations-short', day));
    }
    const { dates, values } = of('crypto-liquidations-long');
    expect(formatDay(dates[values.indexOf(Math.max(...values))] as number)).toBe('2025-10-10');
  });

  it('pay more for being long after two weeks of rising prices', () => {
    const { dates, values } = of('btc-funding');
    const level = (day: number) => at('btc-usd', day);
    const trend = [...dates].map((day) => level(day) / level(day - 14) - 1);
    expect(correlation([...values], trend)).toBeGreaterThan(0.4);
    of('btc-funding-absolute').values.forEach((x, row) => {
      expect(x).toBeGreaterThanOrEqual(Math.abs(values[row] as number));
    });
  });

  it('quote the front future near spot and volatility near what was realised', () => {
    of('btc-cme-front').dates.forEach((day, row) => {
      const basis = of('btc-cme-front').values[row]! / at('btc-usd', day) - 1;
      expect(Math.abs(basis)).toBeLessThan(0.065);
    });
    expect(Math.min(...of('btc-implied-volatility').values)).toBeGreaterThan(0.3);
    expect(on('btc-implied-volatility', '2026-02-06')).toBeGreaterThan(
      on('btc-implied-volatility', '2026-01-28') + 0.1,
    );
  });

  it('have premiums of both coins that go together', () => {
    const btc = of('btc-coinbase-premium').values;
    expect(correlation([...btc], [...of('eth-coinbase-premium').values])).toBeGreaterThan(0.6);
    const recent = [...btc].slice(-365);
    expect(Math.max(...recent.map(Math.abs))).toBeLessThan(0.004);
  });
});

describe('any seed', () => {
  it('keeps the facts and the sums, and draws the rest anew', () => {
    const other = new Map(specimenColumns({ seed: 11 }).map((column) => [column.series, column]));
    for (const id of IDS) {
      const column = other.get(id) as ObservationColumns;
      expect(column.dates, id).toEqual(of(id).dates);
      expect(column.values.every(Number.isFinite), id).toBe(true);
    }
    for (const id of ['fed-target-upper', 'ecb-deposit-rate', 'strategy-btc-held'])
      expect(other.get(id)?.values).toEqual(of(id).values);
    for (const id of ['sofr', 'fed-reserves', 'btc-etf-flow-total', 'cot-gold-spec-net'])
      expect(other.get(id)?.values).not.toEqual(of(id).values);
    const total = other.get('btc-etf-flow-total')?.values as Float64Array;
    const funds = IDS.filter((id) => /^btc-etf-flow-(?!total)/.test(id));
    expect(
      total.map((_, row) => funds.reduce((sum, id) => sum + (other.get(id)?.values[row] as number), 0)),
    ).toEqual(total);
  });
});
