import { describe, expect, it } from 'vitest';
import { OBSERVATION_FLAGS } from '../../../src/data/observation.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { MS_PER_DAY } from '../../../src/data/time.ts';
import { columnsOf, entryFor } from './rows.ts';

const entry = (id: string) => (id === 'nothing' ? undefined : entryFor(id));
const at = (day: number) => day * MS_PER_DAY;

describe('memoryView', () => {
  it('shows a row from the instant at which it became known, and not a millisecond before', async () => {
    const columns = [columnsOf('a', [{ date: 10, value: 7, lag: 2 }])];
    const before = memoryView(columns, at(13) - 1, { entry });
    expect((await before.series('a')).values).toEqual(Float64Array.of());
    expect(before.ids()).toEqual([]);
    const now = memoryView(columns, at(13), { entry });
    expect((await now.series('a')).values).toEqual(Float64Array.of(7));
    expect(now.ids()).toEqual(['a']);
  });

  it('lets the last known revision stand and keeps the earlier ones in the history', async () => {
    const columns = [
      columnsOf('a', [
        { date: 10, value: 7 },
        { date: 10, value: 8, lag: 5, rule: 2, flags: OBSERVATION_FLAGS.revised },
      ]),
    ];
    const early = memoryView(columns, at(15), { entry });
    expect((await early.series('a')).values).toEqual(Float64Array.of(7));
    const late = memoryView(columns, at(16), { entry });
    const series = await late.series('a');
    expect(series.values).toEqual(Float64Array.of(8));
    expect(series.flags).toEqual(Uint16Array.of(OBSERVATION_FLAGS.revised));
    const history = await late.history('a', 10);
    expect(history.map((row) => [row.value, row.rule, row.flags])).toEqual([
      [7, 'release', []],
      [8, 'revision', ['revised']],
    ]);
  });

  it('has no value where the last row withdraws it, also when both became known together', async () => {
    const columns = [
      columnsOf('a', [
        { date: 10, value: 7 },
        { date: 10, value: Number.NaN, lag: 3 },
        { date: 11, value: Number.NaN },
        { date: 11, value: 9 },
        { date: 12, value: 5 },
      ]),
    ];
    const view = memoryView(columns, at(20), { entry });
    expect(Array.from((await view.series('a')).dates)).toEqual([12]);
    expect((await view.history('a', 10)).map((row) => row.value)).toEqual([7, null]);
  });

  it('takes each time from the first source of the entry that has it', async () => {
    const columns = [
      columnsOf('a', [{ date: 10, value: 3 }], 'zeta:Z'),
      columnsOf('a', [{ date: 9, value: 4 }], 'alpha:A'),
      columnsOf('a', [{ date: 9, value: 5 }], 'beta:B'),
      columnsOf(
        'a',
        [
          { date: 10, value: 2 },
          { date: 11, value: 6 },
        ],
        'coinbase:BTC-USD',
      ),
      columnsOf('a', [{ date: 10, value: 1 }], 'binance:BTCUSDT'),
    ];
    const series = await memoryView(columns, at(20), { entry }).series('a');
    expect(Array.from(series.values)).toEqual([4, 1, 6]);
    expect(Array.from(series.source, (index) => series.sources[index])).toEqual([
      'alpha:A',
      'binance:BTCUSDT',
      'coinbase:BTC-USD',
    ]);
  });

  it('falls back to another source when the preferred one takes its value back', async () => {
    const columns = [
      columnsOf('a', [{ date: 10, value: 2 }], 'coinbase:BTC-USD'),
      columnsOf('a', [
        { date: 10, value: 1 },
        { date: 10, value: Number.NaN, lag: 1 },
      ]),
    ];
    expect(Array.from((await memoryView(columns, at(11), { entry }).series('a')).values)).toEqual([1]);
    expect(Array.from((await memoryView(columns, at(12), { entry }).series('a')).values)).toEqual([2]);
  });

  it('gives the same version whatever the order and number of the columns, and another for another row', () => {
    const one = { date: 1, value: 1 };
    const two = { date: 2, value: 2 };
    const version = (columns: Parameters<typeof memoryView>[0]) =>
      memoryView(columns, at(20), { entry }).dataVersion;
    const whole = version([columnsOf('a', [one, two])]);
    expect(whole).toMatch(/^[0-9a-f]{12}$/);
    expect(version([columnsOf('a', [two]), columnsOf('a', [one])])).toBe(whole);
    expect(version([columnsOf('a', [two, one]), columnsOf('a', [one])])).toBe(whole);
    expect(version([columnsOf('a', [one])])).not.toBe(whole);
    expect(version([columnsOf('b', [one, two])])).not.toBe(whole);
    expect(version([columnsOf('a', [one, two], 'x:y')])).not.toBe(whole);
    expect(version([columnsOf('a', [one, { ...two, lag: 1 }])])).not.toBe(whole);
    expect(version([columnsOf('a', [one, { ...two, value: -2 }])])).not.toBe(whole);
    expect(version([])).toBe('000000000000');
  });

  it('refuses an unknown series and gives an empty one for a known id without rows', async () => {
    const view = memoryView([], at(20), { entry });
    await expect(view.series('nothing')).rejects.toThrow(RangeError);
    await expect(view.panel({ ids: ['nothing'] })).rejects.toThrow('unknown series: "nothing"');
    expect((await view.series('a')).times.length).toBe(0);
  });

  it('is marked simulated when a visible row is', () => {
    const columns = [columnsOf('a', [{ date: 10, value: 7, lag: 2, flags: OBSERVATION_FLAGS.simulated }])];
    expect(memoryView(columns, at(12), { entry }).simulated).toBe(false);
    expect(memoryView(columns, at(13), { entry }).simulated).toBe(true);
  });

  it('hands out copies: what a reader writes into a series reaches no one else', async () => {
    const view = memoryView([columnsOf('a', [{ date: 10, value: 7 }])], at(20), { entry });
    (await view.series('a')).values[0] = 99;
    expect((await view.series('a')).values[0]).toBe(7);
  });

  it('shows table rows by the same rule', async () => {
    const row = { date: 1, time: at(2), knownAt: at(3), cells: { tier: 1, text: 'a', gap: null } };
    const tables = [{ table: 'tiers', source: 's', rows: [row, { ...row, knownAt: at(9) }, row] }];
    expect(await memoryView([], at(4), { entry, tables }).table('tiers')).toEqual([row]);
    expect(await memoryView([], at(9), { entry, tables }).table('tiers')).toHaveLength(2);
    expect(await memoryView([], at(9), { entry, tables }).table('other')).toEqual([]);
  });
});
