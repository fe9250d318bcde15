import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { alignSeries } from '../../../src/data/panel.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import type { Store } from '../../../src/data/store/store.ts';
import type { View } from '../../../src/data/view.ts';
import { loadAll, newFolder, openTest } from './home.ts';
import { entryFor } from './rows.ts';

const HOUR = 3_600_000;
const SOURCES = ['binance:BTCUSDT', 'coinbase:BTC-USD', 'alpha:A', 'zeta:Z'];
const IDS = ['a', 'b', 'c'];

interface Cell {
  readonly series: string;
  readonly source: string;
  readonly date: number;
  readonly hour: number;
  readonly value: number;
  readonly lag: number;
}

/** Few dates, hours, values and lags, so that revisions, ties, withdrawals and splices are common. */
const cell: fc.Arbitrary<Cell> = fc.record({
  series: fc.constantFrom(...IDS),
  source: fc.constantFrom(...SOURCES),
  date: fc.integer({ min: -2, max: 4 }),
  hour: fc.constantFrom(20, 24),
  value: fc.constantFrom(1, 2, -0, 0.1, Number.NaN),
  lag: fc.integer({ min: 0, max: 40 }),
});
const cells = fc.array(cell, { maxLength: 60 });
const instants = fc.array(fc.integer({ min: -40, max: 220 }), { minLength: 1, maxLength: 3 });

/** One row as columns. Flags and rule follow from what makes the row, so that equal rows are equal throughout. */
function columnsOfCell({ series, source, date, hour, value, lag }: Cell): ObservationColumns {
  const time = (date * 24 + hour) * HOUR;
  return {
    series,
    source,
    dates: Int32Array.of(date),
    times: Float64Array.of(time),
    values: Float64Array.of(value),
    knownAt: Float64Array.of(time + lag * HOUR),
    flags: Uint16Array.of(lag % 16),
    rules: Uint8Array.of(lag % 6),
  };
}

/** Everything a View says, in plain values. */
async function tell(view: View): Promise<unknown> {
  const series = await view.seriesMany(IDS);
  const history = [];
  for (const id of IDS) for (let date = -2; date <= 4; date++) history.push(await view.history(id, date));
  return {
    version: view.dataVersion,
    ids: view.ids(),
    simulated: view.simulated,
    series: [...series.values()],
    panels: [await view.panel({ ids: IDS, join: 'union' }), await view.panel({ ids: ['a', 'b'], from: 0 })],
    history: history.flat().map(({ load: _, ...record }) => record),
  };
}

async function storeOf(
  loads: readonly (readonly Cell[])[],
  segmentRows: number,
  compact: boolean,
): Promise<Store> {
  const store = await openTest(newFolder(), { segmentRows });
  for (const load of loads) await loadAll(store, load.map(columnsOfCell));
  if (compact) await store.compact();
  return store;
}

describe('the store', () => {
  it('agrees with the readable view on any rows, loads, segments and instants', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { maxLength: 4 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        instants,
        async (loads, segmentRows, compact, hours) => {
          const store = await storeOf(loads, segmentRows, compact);
          for (const hour of hours) {
            const oracle = memoryView(loads.flat().map(columnsOfCell), hour * HOUR, { entry: entryFor });
            expect(await tell(await store.asOf(hour * HOUR))).toEqual(await tell(oracle));
          }
        },
      ),
      { numRuns: 40, seed: 20260205 },
    );
  });

  it('gives the same bytes and version for the same rows in any split and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 0, max: 220 }),
        async (rows, split, order, hour) => {
          const one = await storeOf([rows], 1000, false);
          const loads: Cell[][] = [[], [], [], []];
          const keyed = rows.map((row) => ({ row, key: order.next().value as number }));
          for (const { row } of keyed.sort((a, b) => a.key - b.key)) {
            (loads[split.next().value as number] as Cell[]).push(row);
          }
          const other = await storeOf(loads, 3, true);
          expect(await tell(await other.asOf(hour * HOUR))).toEqual(await tell(await one.asOf(hour * HOUR)));
        },
      ),
      { numRuns: 25, seed: 20260130 },
    );
  });

  it('shows nothing of what became known after the instant: not in a series, a panel, the version', async () => {
    await fc.assert(
      fc.asyncProperty(cells, cells, fc.integer({ min: -10, max: 220 }), async (rows, later, hour) => {
        const instant = hour * HOUR;
        const known = rows.filter((row) => (row.date * 24 + row.hour + row.lag) * HOUR <= instant);
        const future = [...rows, ...later].filter(
          (row) => (row.date * 24 + row.hour + row.lag) * HOUR > instant,
        );
        const without = await (await storeOf([known], 5, false)).asOf(instant);
        const withIt = await (await storeOf([future, known], 5, false)).asOf(instant);
        expect(await tell(withIt)).toEqual(await tell(without));
        const memory = memoryView([...future, ...known].map(columnsOfCell), instant, { entry: entryFor });
        expect(await tell(memory)).toEqual(await tell(without));
      }),
      { numRuns: 25, seed: 20251010 },
    );
  });

  it('forgets a load as if it had never been, when no other load brought the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(cells, cells, fc.boolean(), async (rows, bad, merged) => {
        const good = rows.filter((row) => row.series !== 'c');
        const other = bad.map((row): Cell => ({ ...row, source: 'bad:load' }));
        const store = await storeOf([good, other], 7, merged);
        const loads = (await store.health()).loads;
        const last = loads.at(-1);
        if (other.length > 0 && last) await store.forget(last.load);
        const clean = await storeOf([good], 1000, false);
        const strip = async (one: Store) => await tell(await one.asOf(1000 * HOUR));
        expect(await strip(store)).toEqual(await strip(clean));
      }),
      { numRuns: 20, seed: 20260212 },
    );
  });
});

describe('a panel', () => {
  it('agrees with a row by row construction', () => {
    const day = fc.integer({ min: 0, max: 30 });
    const points = fc.uniqueArray(fc.tuple(day, fc.double({ noNaN: true })), { selector: ([date]) => date });
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('intersection' as const, 'union' as const, 'first' as const),
        day,
        day,
        (all, join, x, y) => {
          const sorted = all.map((one) => [...one].sort(([a], [b]) => a - b));
          const series = sorted.map((one, i) => ({
            entry: entryFor(`s${i}`),
            dates: Int32Array.from(one, ([date]) => date),
            times: Float64Array.from(one, ([date]) => date * 24 * HOUR),
            values: Float64Array.from(one, ([, value]) => value),
            knownAt: new Float64Array(one.length),
            flags: new Uint16Array(one.length),
            source: new Uint8Array(one.length),
            sources: ['x:y'],
          }));
          const [from, to] = [Math.min(x, y), Math.max(x, y)];
          const panel = alignSeries(series, { ids: [], join, from, to });
          const has = (one: [number, number][], date: number) => one.find(([d]) => d === date);
          const dates = Array.from({ length: 31 }, (_, d) => d).filter((date) => {
            const present = sorted.map((one) => has(one, date) !== undefined);
            const wanted =
              join === 'first'
                ? present[0]
                : join === 'union'
                  ? present.some(Boolean)
                  : present.every(Boolean);
            return wanted && date >= from && date <= to;
          });
          expect(Array.from(panel.dates)).toEqual(dates);
          expect(panel.columns.map((column) => Array.from(column.values))).toEqual(
            sorted.map((one) => dates.map((date) => has(one, date)?.[1] ?? Number.NaN)),
          );
        },
      ),
    );
  });
});
