import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { EPISODES } from '../../../src/data/episodes.ts';
import { OBSERVATION_FLAGS, type ObservationColumns } from '../../../src/data/observation.ts';
import type { SeriesEntry } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../../src/data/series/release.ts';
import { landmarksOf, SPECIMEN_SERIES } from '../../../src/data/specimen/landmarks.ts';
import { MONEY_SOURCES } from '../../../src/data/specimen/money/publishers.ts';
import {
  SPECIMEN_FROM,
  SPECIMEN_SEED,
  SPECIMEN_TO,
  specimenColumns,
  worldOf,
} from '../../../src/data/specimen/specimen.ts';
import { SPECIMEN_VERSION } from '../../../src/data/specimen/write.ts';
import { formatDay, MS_PER_DAY, parseDay } from '../../../src/data/time.ts';
import { correlation, deviation } from './correlation.ts';

let columns: readonly ObservationColumns[];
let byId: ReadonlyMap<string, ObservationColumns>;

beforeAll(() => {
  columns = specimenColumns();
  byId = new Map(columns.map((column) => [column.series, column]));
});

const of = (id: string) => byId.get(id) as ObservationColumns;
const entry = (id: string) => entryOf(id) as SeriesEntry;
const isYield = (id: string) => entry(id).transform !== 'price';
const rowOf = (id: string, date: string) => of(id).dates.indexOf(parseDay(date));
const valueOn = (id: string, date: string) => of(id).values[rowOf(id, date)] as number;

/** Change of each row: fraction for prices, difference for yields and spreads; NaN for the first. */
function changes(id: string): Float64Array {
  const { values } = of(id);
  return values.map((x, i) => {
    const before = values[i - 1] ?? Number.NaN;
    return isYield(id) ? x - before : x / before - 1;
  });
}

function digest(all: readonly ObservationColumns[]): string {
  const hash = createHash('sha256');
  for (const { series, values } of all) {
    hash.update(series);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}

/** Changes of two series on the days that both have, in the regimes that are asked for (all when none is). */
function paired(first: string, second: string, regimes?: readonly number[]): [number[], number[]] {
  const world = worldOf(SPECIMEN_SEED);
  const [a, b] = [changes(first), changes(second)];
  const pairs: [number[], number[]] = [[], []];
  of(first).dates.forEach((day, i) => {
    const j = of(second).dates.indexOf(day);
    if (i === 0 || j < 1) return;
    if (regimes && !regimes.includes(world.market[day - world.first] as number)) return;
    pairs[0].push(a[i] as number);
    pairs[1].push(b[j] as number);
  });
  return pairs;
}

describe('the specimen', () => {
  it('holds every simulated series once, and fewer than 600,000 observations', () => {
    expect(byId.size).toBe(columns.length);
    for (const id of SPECIMEN_SERIES) expect(byId.has(id), id).toBe(true);
    const rows = columns.reduce((sum, column) => sum + column.values.length, 0);
    expect(rows).toBeGreaterThan(200_000);
    expect(rows).toBeLessThan(600_000);
  });

  it('is labelled as simulated in every row, by flag and by source', () => {
    for (const { series, source, flags, values } of columns) {
      expect(source).toBe(`specimen:${series}`);
      expect(flags.length).toBe(values.length);
      expect(
        flags.every((flag) => (flag & OBSERVATION_FLAGS.simulated) !== 0),
        series,
      ).toBe(true);
    }
  });

  it('has a number in every row and columns of equal length', () => {
    for (const { series, dates, times, values, knownAt, rules } of columns) {
      expect(values.every(Number.isFinite), series).toBe(true);
      for (const column of [times, knownAt, dates, rules]) expect(column.length).toBe(values.length);
    }
  });

  it('has markets that move', () => {
    for (const id of SPECIMEN_SERIES) expect(new Set(of(id).values).size, id).toBeGreaterThan(20);
  });

  it.each(SPECIMEN_SERIES)('has %s on the sessions of its calendar, to the last one', (id) => {
    const { dates } = of(id);
    const base = (landmarksOf(id)[0] as { day: number }).day;
    const sessions = calendar(entry(id).calendar).sessions(Math.max(SPECIMEN_FROM, base + 1), SPECIMEN_TO);
    expect(dates).toEqual(sessions);
    expect(formatDay(dates.at(-1) as number)).toBe(
      entry(id).calendar === 'utc' ? '2026-02-28' : '2026-02-27',
    );
  });

  it('dates each value by the close and the release rule of its series', () => {
    for (const id of SPECIMEN_SERIES) {
      const { dates, times, knownAt } = of(id);
      for (const i of [0, 1000, dates.length - 1]) {
        expect(times[i]).toBe(timeOf(entry(id), dates[i] as number));
        expect(knownAt[i]).toBe(releaseOf(entry(id), dates[i] as number));
        expect(knownAt[i]).toBeGreaterThanOrEqual(times[i] as number);
      }
    }
  });

  it('encloses open and close by high and low', () => {
    for (const column of columns.filter(({ series }) => series.endsWith('.high'))) {
      const id = column.series.slice(0, -5);
      const [open, low, close] = [byId.get(`${id}.open`), of(`${id}.low`), of(id)];
      column.values.forEach((high, i) => {
        const inside = [close.values[i] as number, ...(open ? [open.values[i] as number] : [])];
        expect(high, id).toBeGreaterThanOrEqual(Math.max(...inside));
        expect(low.values[i], id).toBeLessThanOrEqual(Math.min(...inside));
      });
    }
  });

  it('has volumes above zero', () => {
    const volumes = columns.filter(({ series }) => series.endsWith('.volume'));
    expect(volumes.length).toBeGreaterThan(2);
    for (const { values, series } of volumes) expect(Math.min(...values), series).toBeGreaterThan(0);
  });

  it('has the four-hour bars of bitcoin when the catalogue has them', () => {
    const short = byId.get('btc-usd-4h');
    expect(short === undefined).toBe(entryOf('btc-usd-4h') === undefined);
    if (!short) return;
    expect(formatDay(short.dates[0] as number)).toBe('2025-03-01');
    expect(short.values.length).toBe(6 * (SPECIMEN_TO - (short.dates[0] as number) + 1));
    expect(short.times.at(-1)).toBe((SPECIMEN_TO + 1) * MS_PER_DAY);
    expect(short.knownAt).toEqual(short.times);
  });
});

describe('the same seed', () => {
  it('gives the same bytes, on every engine', () => {
    // Not a reference but a promise: other bytes need another SPECIMEN_VERSION, so that a home made by an older one is made anew.
    const kept = columns.filter(({ series }) => /^(sp500|spy|vix|btc-usd|eth-usd)(\.|$)/.test(series));
    const money = columns.filter(({ series }) => MONEY_SOURCES.has(series));
    expect({
      version: SPECIMEN_VERSION,
      columns: [kept.length, money.length],
      digests: [kept, money].map((some) => digest(some).slice(0, 16)),
    }).toEqual({
      version: 2,
      columns: [21, 114],
      digests: ['f09e64eaabb9a995', '18ee9247325a0a3d'],
    });
  });

  it('gives the same again, and another seed another market', () => {
    expect(digest(specimenColumns())).toBe(digest(columns));
    const other = specimenColumns({ seed: 2 });
    expect(digest(other)).not.toBe(digest(columns));
    expect(other.map((column) => column.series)).toEqual(columns.map((column) => column.series));
  });
});

describe('any seed', () => {
  it.each([2, -7, 4_000_000_000])('%i keeps the stated moves, positive yields and enclosing bars', (seed) => {
    const made = new Map(specimenColumns({ seed }).map((column) => [column.series, column.values]));
    const on = (id: string, date: string) => (made.get(id) as Float64Array)[rowOf(id, date)] as number;
    expect(on('btc-usd', '2026-02-05') / on('btc-usd', '2026-02-04') - 1).toBeCloseTo(-0.1402, 4);
    expect(on('sp500', '2020-03-16') / on('sp500', '2020-03-13') - 1).toBeCloseTo(-0.1198, 4);
    expect(on('us-10y', '2020-03-09')).toBe(0.0054);
    for (const [id, values] of made) {
      expect(values.every(Number.isFinite), id).toBe(true);
      if (/^us-(2|10|30)y$/.test(id)) expect(Math.min(...values), id).toBeGreaterThanOrEqual(0);
      if (id.endsWith('.high')) {
        const close = made.get(id.slice(0, -5)) as Float64Array;
        expect(
          values.every((high, i) => high >= (close[i] as number)),
          id,
        ).toBe(true);
      }
    }
  });

  it('must be a whole number', () => {
    for (const seed of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => specimenColumns({ seed })).toThrow(RangeError);
    }
  });
});

describe('the scripted days', () => {
  const scripted = EPISODES.flatMap((episode) =>
    Object.entries(episode.days).flatMap(([date, series]) =>
      Object.entries(series).map(([id, move]) => ({ date, id, move })),
    ),
  ).filter(({ date, id }) => parseDay(date) >= SPECIMEN_FROM && SPECIMEN_SERIES.includes(id as never));

  it('are there', () => expect(scripted.length).toBeGreaterThan(300));

  it('have exactly the stated moves, to the rounding of the values', () => {
    for (const { date, id, move } of scripted) {
      const row = rowOf(id, date);
      const got = changes(id)[row] as number;
      expect(Math.abs(got - move.move), `${id} ${date}: ${got}`).toBeLessThan(isYield(id) ? 1e-9 : 2.5e-5);
    }
  });

  it('end at the stated levels, to a thousandth', () => {
    for (const { date, id, move } of scripted) {
      if (move.close !== undefined) expect(valueOn(id, date) / move.close).toBeCloseTo(1, 3);
      if (move.low !== undefined && byId.has(`${id}.low`))
        expect(valueOn(`${id}.low`, date)).toBeLessThanOrEqual(move.low);
      if (move.high !== undefined && byId.has(`${id}.high`))
        expect(valueOn(`${id}.high`, date)).toBeGreaterThanOrEqual(move.high);
    }
  });

  it('are the largest falls of the main markets, so that a record names a true day', () => {
    const worst = (id: string, n: number) => {
      const all = [...changes(id)]
        .map((change, i) => [change, formatDay(of(id).dates[i] as number)] as const)
        .slice(1);
      return all
        .sort((a, b) => a[0] - b[0])
        .slice(0, n)
        .map(([, date]) => date);
    };
    expect(worst('sp500', 4)).toEqual(['2020-03-16', '2020-03-12', '2020-03-09', '2025-04-04']);
    expect(worst('silver-front', 3)).toEqual(['2026-01-30', '2020-03-16', '2026-02-12']);
    expect(worst('gold-front', 1)).toEqual(['2026-01-30']);
    expect(worst('btc-usd', 2)).toEqual(['2020-03-12', '2022-06-13']);
  });

  it('leave the records of bitcoin, gold and the VIX on their true days', () => {
    const highest = (id: string) => {
      const { values, dates } = of(id);
      return formatDay(dates[values.indexOf(Math.max(...values))] as number);
    };
    expect(highest('btc-usd')).toBe('2025-10-06');
    expect(highest('btc-usd.high')).toBe('2025-10-06');
    expect(highest('gold-front')).toBe('2026-01-29');
    expect(highest('vix')).toBe('2020-03-16');
  });

  it('take crude oil below zero for one day only', () => {
    const below = [...of('wti-front').values].filter((value) => value <= 0);
    expect(below).toEqual([-37.63]);
    expect(valueOn('wti-front', '2020-04-20')).toBe(-37.63);
    expect(valueOn('wti-front', '2020-04-17')).toBeCloseTo(18.27, 2);
    expect(valueOn('wti-front', '2020-04-21')).toBeCloseTo(10.01, 2);
  });
});

describe('the levels', () => {
  it('pass the landmarks, to a thousandth or half a basis point', () => {
    const events = new Set(EPISODES.flatMap((episode) => Object.keys(episode.days)));
    let passed = 0;
    for (const id of SPECIMEN_SERIES) {
      for (const { day, level } of landmarksOf(id).slice(1)) {
        const row = of(id).dates.indexOf(day);
        if (row < 0 || events.has(formatDay(day))) continue;
        const value = of(id).values[row] as number;
        const near = isYield(id) ? Math.abs(value - level) < 1.01e-4 : Math.abs(value / level - 1) < 1e-3;
        expect(near, `${id} ${formatDay(day)}: ${value}, not ${level}`).toBe(true);
        passed++;
      }
    }
    expect(passed).toBeGreaterThan(700);
  });

  it('keep nominal yields above zero, real ones above −2 % and spreads above half a percent', () => {
    for (const id of ['us-2y', 'us-10y', 'us-30y']) expect(Math.min(...of(id).values), id).toBeGreaterThan(0);
    expect(Math.min(...of('us-10y-real').values)).toBeGreaterThan(-0.02);
    for (const id of ['us-hy-oas', 'us-ig-oas'])
      expect(Math.min(...of(id).values), id).toBeGreaterThan(0.005);
    expect(Math.max(...of('us-10y').values)).toBeLessThan(0.06);
  });
});

describe('the moves', () => {
  const annual = (id: string, days: number) => deviation([...changes(id)].slice(1)) * Math.sqrt(days);

  // bands: the realised volatility of 2014 to 2026 of each, widened; S&P 500 17 %, bitcoin 68 %, gold 15 %, 10-year yield 85 bp
  it.each([
    ['sp500', 252, 0.1, 0.3],
    ['nasdaq-100', 252, 0.12, 0.35],
    ['btc-usd', 365, 0.4, 1],
    ['eth-usd', 365, 0.5, 1.3],
    ['gold-front', 252, 0.09, 0.25],
    ['silver-front', 252, 0.18, 0.45],
    ['us-10y', 252, 0.005, 0.012],
    ['dollar-index', 252, 0.04, 0.1],
    ['tlt', 252, 0.08, 0.22],
    ['hyg', 252, 0.03, 0.12],
  ] as const)('of %s have a plausible annual volatility', (id, days, low, high) => {
    expect(annual(id, days)).toBeGreaterThan(low);
    expect(annual(id, days)).toBeLessThan(high);
  });

  it('are larger in a crisis than in calm', () => {
    for (const id of ['sp500', 'nasdaq-100', 'us-hy-oas', 'hyg', 'vix']) {
      const [calm] = paired(id, 'spy', [0]);
      const [crisis] = paired(id, 'spy', [2]);
      expect(crisis.length).toBeGreaterThan(50);
      expect(deviation(crisis) / deviation(calm), id).toBeGreaterThan(1.5);
    }
  });

  it.each([
    ['sp500', 'nasdaq-100', 1],
    ['sp500', 'vix', -1],
    ['sp500', 'us-hy-oas', -1],
    ['sp500', 'hyg', 1],
    ['sp500', 'us-10y', 1],
    ['sp500', 'btc-usd', 1],
    ['us-10y', 'tlt', -1],
    ['gold-front', 'dollar-index', -1],
    ['gold-front', 'us-10y-real', -1],
    ['gold-front', 'silver-front', 1],
    ['gold-front', 'gdx', 1],
    ['wti-front', 'brent-front', 1],
    ['usd-jpy', 'us-10y', 1],
    ['eur-usd', 'dollar-index', -1],
  ] as const)('of %s and %s go together with the right sign', (first, second, sign) => {
    const pairs = paired(first, second).map((values) => values.map((x) => Math.max(-0.5, x))) as [
      number[],
      number[],
    ];
    expect(sign * correlation(...pairs)).toBeGreaterThan(0.08);
  });

  it('of bitcoin and shares go together more in a crisis than in calm', () => {
    const calm = correlation(...paired('sp500', 'btc-usd', [0]));
    const crisis = correlation(...paired('sp500', 'btc-usd', [2]));
    expect(crisis).toBeGreaterThan(calm + 0.1);
  });

  it('of a fund are those of its index', () => {
    for (const [fund, index] of [
      ['spy', 'sp500'],
      ['qqq', 'nasdaq-100'],
      ['gld', 'gold-front'],
      ['slv', 'silver-front'],
    ] as const) {
      expect(correlation(...paired(fund, index)), fund).toBeGreaterThan(0.97);
    }
  });

  it('of Tokyo follow those of New York a session before', () => {
    const [a, b] = [changes('sp500'), changes('nikkei-225')];
    const same: [number[], number[]] = [[], []];
    const lagged: [number[], number[]] = [[], []];
    of('nikkei-225').dates.forEach((day, i) => {
      const j = of('sp500').dates.indexOf(day);
      if (i < 1 || j < 2) return;
      same[0].push(b[i] as number);
      same[1].push(a[j] as number);
      lagged[0].push(b[i] as number);
      lagged[1].push(a[j - 1] as number);
    });
    expect(correlation(...lagged)).toBeGreaterThan(correlation(...same) + 0.1);
  });
});
