import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { parseFigureId } from '../../../src/data/figure.ts';
import { OBSERVATION_FLAGS, type ObservationColumns } from '../../../src/data/observation.ts';
import { MS_PER_DAY, parseDay, parseInstant } from '../../../src/data/time.ts';
import { figuresOf } from '../../../src/data/trace.ts';
import { FORMULAS } from '../../../src/diagnosis/formulas.ts';
import { scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { columnsOf, randomMarket, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

const UNIVERSE = ['btc-usd', 'eth-usd', 'sp500', 'gold-front', 'wti-front', 'hyg', 'us-10y', 'vix', 'tlt'];
const BESIDE = [
  'spy',
  'qqq',
  'eem',
  'us-hy-oas',
  'gld',
  'slv',
  'copper-front',
  'gdx',
  'uso',
  'dollar-index',
  'usd-jpy',
  'bil',
  'us-2y',
];
const CORE = { universe: UNIVERSE, universeName: 'core', window: '1d' };

const market = randomMarket([...UNIVERSE, ...BESIDE], DAY, 420, 11);

describe('the scan', () => {
  it('answers in the shape of its schema', async () => {
    const answer = await scan(viewOf(market, INSTANT), CORE);
    expect(scanAnswer.parse(answer)).toEqual(answer);
    expect(answer.instruments.map((one) => one.id)).toEqual(UNIVERSE);
  });

  it('makes every number a figure of a catalogued formula, with a unique id and a reason where it is empty', async () => {
    const figures = figuresOf(await scan(viewOf(market, INSTANT), CORE));
    const known = new Set(FORMULAS.map((formula) => formula.id));
    expect(figures.length).toBeGreaterThan(300);
    expect(new Set(figures.map((one) => one.id)).size).toBe(figures.length);
    for (const one of figures) {
      expect(known).toContain(one.of.formula);
      expect(one.value === null).toBe(one.why !== undefined);
      expect(parseFigureId(one.id)).toMatchObject({ verb: 'scan', instant: '2026-02-06T01:00Z' });
    }
  });

  it('names universe and window in the ids when they are not the default', async () => {
    const answer = await scan(viewOf(market, INSTANT), {
      universe: ['spy'],
      universeName: 'mine',
      window: '5d',
    });
    expect(answer.parameters).toEqual({ universe: 'mine', window: '5d' });
    expect(parseFigureId(answer.instruments[0]!.close.id).parameters).toEqual({
      universe: 'mine',
      window: '5d',
    });
    expect(answer.instruments[0]!.change.window.value).toBe(answer.instruments[0]!.change.week.value);
  });

  it('gives the same bytes for the same view, for another view of the same rows, and for rows in another order', async () => {
    const first = JSON.stringify(await scan(viewOf(market, INSTANT), CORE));
    expect(JSON.stringify(await scan(viewOf(market, INSTANT), CORE))).toBe(first);
    expect(JSON.stringify(await scan(viewOf([...market].reverse(), INSTANT), CORE))).toBe(first);
  });

  it('changes no byte when any row known later is altered, taken away or added', async () => {
    const change = fc.constantFrom('alter' as const, 'remove' as const, 'withdraw' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 23 }),
        change,
        async (seed, back, hour, how) => {
          const columns = randomMarket(
            [
              'btc-usd',
              'spy',
              'qqq',
              'us-10y',
              'us-hy-oas',
              'gld',
              'uso',
              'tlt',
              'sp500',
              'vix',
              'vix3m',
              'xlk',
            ],
            DAY,
            330,
            seed,
          );
          const instant = INSTANT - back * MS_PER_DAY + hour * 3_600_000;
          const options = {
            universe: ['btc-usd', 'spy', 'us-10y', 'gld'],
            universeName: 'core',
            window: '1d',
          };
          const before = JSON.stringify(await scan(viewOf(columns, instant), options));
          const after = JSON.stringify(
            await scan(
              viewOf(
                columns.map((one) => later(one, instant, how)),
                instant,
              ),
              options,
            ),
          );
          expect(after).toBe(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('warns of what is missing, not yet known, stale, suspect and short', async () => {
    const columns = [
      columnsOf(
        'btc-usd',
        rowsUpTo('btc-usd', DAY, [1, 2, 3]).map((row) => ({ ...row, flags: OBSERVATION_FLAGS.suspect })),
      ),
      columnsOf('us-10y', rowsUpTo('us-10y', DAY - 1, Array(300).fill(0.04))),
      columnsOf(
        'spy',
        rowsUpTo(
          'spy',
          DAY - 6,
          Array.from({ length: 300 }, (_, t) => 100 + (t % 3)),
        ),
      ),
    ];
    const answer = await scan(viewOf(columns, INSTANT), {
      universe: ['btc-usd', 'us-10y', 'spy', 'gld'],
      universeName: 'core',
      window: '1d',
    });
    expect(answer.warnings.map(({ kind, series, latest }) => ({ kind, series, latest }))).toEqual([
      { kind: 'suspect', series: 'btc-usd', latest: '2026-02-05' },
      { kind: 'short-history', series: 'btc-usd', latest: '2026-02-05' },
      { kind: 'not-yet-known', series: 'us-10y', latest: '2026-02-04' },
      { kind: 'stale', series: 'spy', latest: '2026-01-30' },
      { kind: 'missing', series: 'gld', latest: undefined },
    ]);
    expect(answer.warnings[2]?.due).toMatch(/^2026-02-06T/);
    const stale = answer.instruments.find((one) => one.id === 'spy')!;
    expect(stale.close.flags).toContain('stale');
    expect(answer.rose).toEqual(['btc-usd']);
    expect(answer.breadth.map((one) => one.assetClass)).toEqual(['crypto']);
  });

  it('answers a view that holds nothing of the universe with warnings and reasons, never with numbers', async () => {
    const answer = await scan(viewOf([], INSTANT), CORE);
    expect(answer.instruments).toEqual([]);
    expect(answer.warnings.map((warning) => warning.kind)).toEqual(UNIVERSE.map(() => 'missing'));
    for (const one of figuresOf(answer)) expect(one.value === null).toBe(one.why !== undefined);
    expect(answer.joint.score.value).toBeNull();
  });

  it('refuses an unknown series, a series of bars within the day, and a window that is none', async () => {
    const view = viewOf(market, INSTANT);
    const ask = (universe: string[], window = '1d') => scan(view, { universe, universeName: 'core', window });
    await expect(ask(['no-such-thing'])).rejects.toThrow(UserError);
    await expect(ask(['no-such-thing'])).rejects.toMatchObject({ exitCode: 2 });
    await expect(ask(['btc-usd-4h'])).rejects.toThrow(/bars within the day/);
    await expect(ask(['spy'], 'tomorrow')).rejects.toThrow(RangeError);
  });

  it('counts an instrument that is named twice once', async () => {
    const answer = await scan(viewOf(market, INSTANT), { ...CORE, universe: ['spy', 'spy'] });
    expect(answer.instruments.map((one) => one.id)).toEqual(['spy']);
  });
});

describe('the catalogue of formulas', () => {
  it('has unique ids, three titles, a text and a source each', () => {
    expect(new Set(FORMULAS.map((formula) => formula.id)).size).toBe(FORMULAS.length);
    for (const { title, text, source } of FORMULAS) {
      for (const word of [...Object.values(title), text, source]) expect(word).not.toBe('');
    }
  });
});

function later(
  columns: ObservationColumns,
  instant: number,
  how: 'alter' | 'remove' | 'withdraw',
): ObservationColumns {
  const keep = [...columns.dates.keys()].filter(
    (row) => how !== 'remove' || columns.knownAt[row]! <= instant,
  );
  const pick = <T extends { [row: number]: number }>(from: T) => keep.map((row) => from[row]!);
  return {
    ...columns,
    dates: Int32Array.from(pick(columns.dates)),
    times: Float64Array.from(pick(columns.times)),
    values: Float64Array.from(keep, (row) =>
      columns.knownAt[row]! <= instant
        ? columns.values[row]!
        : how === 'alter'
          ? columns.values[row]! * 7
          : Number.NaN,
    ),
    knownAt: Float64Array.from(pick(columns.knownAt)),
    flags: Uint16Array.from(pick(columns.flags)),
    rules: Uint8Array.from(pick(columns.rules)),
  };
}
