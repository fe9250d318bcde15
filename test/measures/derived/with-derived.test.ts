import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBSERVATION_FLAGS, type ObservationColumns, type Series } from '../../../src/data/observation.ts';
import { formatDay, MS_PER_DAY, parseDay } from '../../../src/data/time.ts';
import type { View } from '../../../src/data/view.ts';
import { type DerivedEntry, withDerived } from '../../../src/measures/derived/index.ts';
import { slowly } from './oracle.ts';
import { derivedEntry, END_OF_TIME, observed, viewOf } from './world.ts';

const told = ({ dates, values }: Series) => [...dates].map((day, i) => [formatDay(day), values[i]]);
const end = (date: string) => (parseDay(date) + 1) * MS_PER_DAY;

const GOLD = observed('gold', [
  { date: '2026-01-05', value: 100 },
  { date: '2026-01-06', value: 110, flags: OBSERVATION_FLAGS.suspect },
  { date: '2026-01-07', value: 121 },
  { date: '2026-01-09', value: 120, lag: 3 },
]);
const SILVER = observed('silver', [
  { date: '2026-01-05', value: 10 },
  { date: '2026-01-06', value: 10, lag: 5, flags: OBSERVATION_FLAGS.revised },
  { date: '2026-01-08', value: 10 },
  { date: '2026-01-09', value: 8 },
]);
const RATIO = derivedEntry('gold-silver', 'G / S', { G: 'gold', S: 'silver' }, 'ratio');

function made(
  entries: readonly DerivedEntry[],
  rows: readonly ObservationColumns[] = [GOLD, SILVER],
  at = END_OF_TIME,
) {
  return withDerived(viewOf(rows, at), entries);
}

describe('a derived series', () => {
  it('has the dates on which every symbol has a value', async () => {
    expect(told(await made([RATIO]).series('gold-silver'))).toEqual([
      ['2026-01-05', 10],
      ['2026-01-06', 11],
      ['2026-01-09', 15],
    ]);
  });

  it('carries a slower symbol only where it is told to, and only so many days', async () => {
    const entry = (days: number) =>
      derivedEntry('carried', `G / last(S, ${days})`, { G: 'gold', S: 'silver' }, 'ratio');
    const without =
      SILVER.series === 'silver' ? [GOLD, observed('silver', [{ date: '2026-01-05', value: 10 }])] : [];
    expect(told(await made([entry(1)], without).series('carried'))).toEqual([
      ['2026-01-05', 10],
      ['2026-01-06', 11],
    ]);
    expect(told(await made([entry(2)], without).series('carried')).length).toBe(3);
    expect(told(await made([entry(4)], without).series('carried')).length).toBe(4);
  });

  it('has the dates of the symbol that it is on', async () => {
    const entry = derivedEntry('on', 'last(G, 5) / S', { G: 'gold', S: 'silver' }, 'ratio', { on: 'S' });
    expect(told(await made([entry]).series('on')).map(([date]) => date)).toEqual([
      '2026-01-05',
      '2026-01-06',
      '2026-01-08',
      '2026-01-09',
    ]);
  });

  it('is known when the last of its observations was, true at the latest time, with all their flags', async () => {
    const series = await made([RATIO]).series('gold-silver');
    expect([...series.knownAt]).toEqual([end('2026-01-05'), end('2026-01-11'), end('2026-01-12')]);
    expect([...series.times]).toEqual(['2026-01-05', '2026-01-06', '2026-01-09'].map(end));
    expect([...series.flags]).toEqual([0, OBSERVATION_FLAGS.suspect | OBSERVATION_FLAGS.revised, 0]);
  });

  it('takes what it knows of a window from every row of the window', async () => {
    const entry = derivedEntry('mean', 'mean(G / S, 2)', { G: 'gold', S: 'silver' }, 'ratio');
    const series = await made([entry]).series('mean');
    expect(told(series)).toEqual([
      ['2026-01-06', 10.5],
      ['2026-01-09', 13],
    ]);
    expect([...series.knownAt]).toEqual([end('2026-01-11'), end('2026-01-12')]);
    expect(series.flags[1]).toBe(OBSERVATION_FLAGS.suspect | OBSERVATION_FLAGS.revised);
  });

  it('shows nothing that was not known, and no row that one side of it lacks', async () => {
    expect(told(await made([RATIO], [GOLD, SILVER], end('2026-01-10')).series('gold-silver'))).toEqual([
      ['2026-01-05', 10],
    ]);
    expect((await made([RATIO], []).series('gold-silver')).dates.length).toBe(0);
    expect((await made([RATIO], [GOLD]).series('gold-silver')).dates.length).toBe(0);
  });

  it('leaves out what has no finite value', async () => {
    const entry = derivedEntry('inverse', '1 / (G - S)', { G: 'gold', S: 'silver' }, 'ratio');
    const asRatio = { ...entry, formula: 'as(1 / (G - S), "ratio")' };
    const flat = [observed('gold', [{ date: '2026-01-05', value: 10 }]), SILVER];
    expect((await made([asRatio], flat).series('inverse')).dates.length).toBe(0);
  });

  it('takes the last value of a day from a series with several', async () => {
    const bars = observed('bars', [
      { date: '2026-01-05', value: 1, hour: 4 },
      { date: '2026-01-05', value: 2, hour: 8 },
      { date: '2026-01-06', value: 3, hour: 4 },
    ]);
    const series = await made([derivedEntry('days', '2 * B', { B: 'bars' }, 'usd')], [bars]).series('days');
    expect(told(series)).toEqual([
      ['2026-01-05', 4],
      ['2026-01-06', 6],
    ]);
  });

  it('reads and gives units that count many of their atom as what they are', async () => {
    const slope = observed('slope', [{ date: '2026-01-05', value: 0.03 }]);
    const assets = observed('assets', [{ date: '2026-01-05', value: 2e9 }]);
    const view = made(
      [
        derivedEntry('effect', 'B * A', { B: 'slope', A: 'assets' }, 'fraction'),
        derivedEntry('per', '0.06 / A', { A: 'assets' }, 'fraction-per-1e9-usd'),
      ],
      [slope, assets],
    );
    // 0.03 for each 10⁹ dollars, times 2·10⁹ dollars; and 0.06 over 2·10⁹ dollars back again.
    expect((await view.series('effect')).values[0]).toBeCloseTo(0.06, 12);
    expect((await view.series('per')).values[0]).toBeCloseTo(0.03, 12);
  });

  it('changes its source where one of its symbols does, so that no return is formed over the splice', async () => {
    const second = observed('gold', [{ date: '2026-01-12', value: 130 }], 'other:gold');
    const silver = observed(
      'silver',
      [...SILVER.dates]
        .map((day, i) => ({ date: formatDay(day), value: SILVER.values[i]! }))
        .concat({ date: '2026-01-12', value: 10 }),
    );
    const panel = await made([RATIO], [GOLD, second, silver]).panel({ ids: ['gold-silver'] });
    const source = panel.columns[0]!.source!;
    expect(source.at(-1)).not.toBe(source.at(-2));
  });
});

describe('a view with derived series', () => {
  const nested = derivedEntry('nested', 'pct(R, 1)', { R: 'gold-silver' }, 'fraction');

  it('knows them by id, entry, series, panel and history', async () => {
    const view = made([nested, RATIO]);
    expect(view.ids()).toEqual(['gold', 'gold-silver', 'nested', 'silver']);
    expect(view.entry('gold-silver')).toMatchObject({ unit: 'ratio' });
    expect(told(await view.series('nested'))).toEqual([
      ['2026-01-06', 11 / 10 - 1],
      ['2026-01-09', 15 / 11 - 1],
    ]);
    const many = await view.seriesMany(['silver', 'gold-silver']);
    expect([...many.keys()]).toEqual(['silver', 'gold-silver']);
    const panel = await view.panel({ ids: ['gold', 'gold-silver'], join: 'first' });
    expect([...panel.columns[1]!.values]).toEqual([10, 11, Number.NaN, 15]);
    expect(await view.history('gold-silver', parseDay('2026-01-06'))).toMatchObject([
      { value: 11, rule: 'derived', flags: ['revised', 'suspect'] },
    ]);
    expect(await view.history('gold-silver', parseDay('2026-01-07'))).toEqual([]);
    await expect(view.series('no-such')).rejects.toThrow(/unknown series: "no-such"/);
  });

  it('gives every reader arrays of its own', async () => {
    const view = made([RATIO, nested]);
    (await view.series('gold-silver')).values.fill(0);
    (await view.seriesMany(['gold-silver'])).get('gold-silver')!.values.fill(0);
    expect((await view.series('gold-silver')).values[0]).toBe(10);
    expect((await view.series('nested')).values[0]).toBeCloseTo(0.1, 12);
  });

  it('keeps the data version, unless definitions are not those of the program', () => {
    const base = viewOf([GOLD, SILVER]);
    expect(withDerived(base, [RATIO]).dataVersion).toBe(base.dataVersion);
    expect(withDerived(base, [RATIO], { versionOf: (version) => `${version}!` }).dataVersion).toBe(
      `${base.dataVersion}!`,
    );
  });

  it('throws for an entry that is refused, or tells of it and goes on', () => {
    const bad = derivedEntry('bad', 'G + 1', { G: 'gold' }, 'usd-per-oz');
    expect(() => made([RATIO, bad])).toThrow(/^bad: cannot add number to usd\/oz/);
    const said: string[] = [];
    const view = withDerived(viewOf([GOLD, SILVER]), [bad, RATIO], {
      refused: ({ id }) => void said.push(id),
    });
    expect([said, view.entry('bad'), view.entry('gold-silver')?.id]).toEqual([
      ['bad'],
      undefined,
      'gold-silver',
    ]);
  });

  it('says what a value was made from', async () => {
    const view = made([RATIO, nested, derivedEntry('z', 'z(G, 3)', { G: 'gold' }, 'sigma')]);
    const of = (id: string, date: string) => view.derivation?.(id, parseDay(date));
    expect(await of('gold-silver', '2026-01-06')).toEqual({
      formula: 'G / S',
      source: 'definition',
      inputs: [
        { symbol: 'G', series: 'gold', date: '2026-01-06' },
        { symbol: 'S', series: 'silver', date: '2026-01-06' },
      ],
    });
    expect((await of('nested', '2026-01-09'))?.inputs).toEqual([
      { symbol: 'R', series: 'gold-silver', date: '2026-01-09' },
      { symbol: 'R[−1]', series: 'gold-silver', date: '2026-01-06' },
    ]);
    expect(await of('z', '2026-01-09')).toMatchObject({
      inputs: [{ symbol: 'G', series: 'gold', date: '2026-01-09' }],
      window: { from: parseDay('2026-01-06'), to: parseDay('2026-01-09'), n: 3 },
    });
    expect(await of('gold-silver', '2026-01-07')).toBeUndefined();
    expect(await of('gold', '2026-01-06')).toBeUndefined();
  });
});

const DAY_0 = parseDay('2024-01-01');
const cells = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 25 }),
    value: fc.double({ min: 1, max: 200, noNaN: true }),
    lag: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 60 },
);
/** Gold and silver with days missing, late and revised. */
const anyRows = fc.tuple(cells, cells).map((both) =>
  both.map((rows, k) =>
    observed(
      k === 0 ? 'gold' : 'silver',
      rows.map(({ day, value, lag }) => ({ date: formatDay(DAY_0 + 16 * day), value, lag })),
    ),
  ),
);
const FORMULAS: readonly DerivedEntry[] = [
  ['G / S', 'ratio'],
  ['G - last(S, 40)', 'usd-per-oz'],
  ['last(G, 20) + last(S, 60) * 2', 'usd-per-oz'],
  ['lag(G, 2) / S', 'ratio'],
  ['change(G, 1) - S', 'usd-per-oz'],
  ['contribution(S, G, 3)', 'fraction'],
  ['mean(pct(G, 1), 3) + G / S', 'fraction'],
  ['z(G / S, 4)', 'sigma'],
  ['percentile(G, 4) - S / G', 'fraction'],
  ['residual(G, S, 4)', 'usd-per-oz'],
  ['beta(G, S, 4) * S', 'usd-per-oz'],
  ['correlation(G, S, 5)', 'fraction'],
  ['betaerror(G, S, 4) * S - deviation(G, 3)', 'usd-per-oz'],
  ['residual3(G, S, lag(S, 1), lag(G, 2), 7)', 'usd-per-oz'],
  ["shift(G / S, '2024-02-01', '2024-05-01')", 'sigma'],
  ['streak(change(G, 1) - change(S, 1))', 'count'],
  ['slope(G, 3) + min(S, 2) - max(S, 2)', 'usd-per-oz'],
  ['yoy(G)', 'fraction-per-year'],
  ["index(G, '2024-03-01') * above(S, 50)", 'ratio'],
  ["cagr(G / S, '2024-03-01') + yearly(S, 2)", 'fraction-per-year'],
  ['log(abs(G - S) / cumulative(S))', 'fraction'],
  ['sum(G, 2) / -S', 'ratio'],
].map(([formula, unit], k) => {
  const of = Object.fromEntries(
    [
      ['G', 'gold'],
      ['S', 'silver'],
    ].filter(([symbol]) => formula!.includes(symbol!)),
  );
  return derivedEntry(`made-${k}`, formula!, of, unit as 'usd', k === 2 ? { on: 'S' } : {});
});

describe.each(FORMULAS.map((entry) => [entry.formula, entry] as const))('%s', (_, entry) => {
  it('is what its definition says, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const view = made([entry], rows);
        const found = await view.series(entry.id);
        const wanted = slowly(entry, await view.seriesMany(['gold', 'silver']));
        expect([...found.dates]).toEqual([...wanted.keys()]);
        for (const [i, day] of found.dates.entries()) {
          const [a, b] = [found.values[i]!, wanted.get(day)!];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(b)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says the same of a row at every instant from which it is known, whatever comes later', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.integer({ min: 0, max: 460 }), async (rows, after) => {
        const instant = (DAY_0 + after) * MS_PER_DAY;
        const [then, later] = await Promise.all(
          [instant, END_OF_TIME].map((at): Promise<Series> => made([entry], rows, at).series(entry.id)),
        );
        expect([...then!.knownAt].every((known) => known <= instant)).toBe(true);
        const now = new Map([...then!.dates].map((day, i) => [day, [then!.values[i], then!.knownAt[i]]]));
        for (const [i, day] of later!.dates.entries()) {
          if (later!.knownAt[i]! > instant) continue;
          expect(now.get(day), formatDay(day)).toEqual([later!.values[i], later!.knownAt[i]]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('a view is closed to what became known after its instant', async () => {
  const known = (view: View) => view.series('gold-silver');
  await fc.assert(
    fc.asyncProperty(anyRows, anyRows, async (rows, more) => {
      const instant = (DAY_0 + 200) * MS_PER_DAY;
      const late = more.map((one) => ({ ...one, knownAt: one.knownAt.map((at) => at + 500 * MS_PER_DAY) }));
      const [a, b] = [
        await known(made([RATIO], rows, instant)),
        await known(made([RATIO], [...rows, ...late], instant)),
      ];
      expect(b).toEqual(a);
    }),
    { numRuns: 40 },
  );
});
