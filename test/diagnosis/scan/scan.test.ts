import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { parseFigureId } from '../../../src/data/figure.ts';
import { OBSERVATION_FLAGS } from '../../../src/data/observation.ts';
import { MS_PER_DAY, parseDay, parseInstant } from '../../../src/data/time.ts';
import { figuresOf } from '../../../src/data/trace.ts';
import { FORMULAS } from '../../../src/diagnosis/formulas.ts';
import { scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { columnsOf, later, randomMarket, rowsUpTo, viewOf } from './synthetic.ts';

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

  it('orders what rose and fell by the move over the asked window, in units of the volatility before it', async () => {
    const answer = await scan(viewOf(market, INSTANT), { ...CORE, window: '20d' });
    const by = new Map(answer.instruments.map((one) => [one.id, one]));
    for (const [ids, sign] of [
      [answer.rose, 1],
      [answer.fell, -1],
    ] as const) {
      const sizes = ids.map((id) => Math.abs(by.get(id)!.windowZ!.value!));
      expect(ids.every((id) => Math.sign(by.get(id)!.change.window.value!) === sign)).toBe(true);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    expect(answer.rose.length + answer.fell.length).toBeGreaterThan(5);
    const one = await scan(viewOf(market, INSTANT), CORE);
    expect(one.instruments.every(({ windowZ }) => windowZ === undefined)).toBe(true);
  });

  it('divides the move over the window by √n times the deviation of the 252 changes before it', async () => {
    const values = Array.from({ length: 258 }, (_, t) => 100 * (t % 2 === 0 ? 1 : 1.01));
    values.splice(253, 5, 102, 103, 104, 105, 90);
    const view = viewOf([columnsOf('spy', rowsUpTo('spy', DAY, values))], INSTANT);
    const [spy] = (await scan(view, { universe: ['spy'], universeName: 'spy', window: '5d' })).instruments;
    // 126 changes of +1 % and 126 of 1/1.01 − 1: mean m, sd √(252/251) · (0.01 + 0.01/1.01) / 2.
    const sd = Math.sqrt(252 / 251) * ((0.01 + 0.01 / 1.01) / 2);
    expect(spy!.windowZ!.value).toBeCloseTo((90 / 100 - 1) / (Math.sqrt(5) * sd), 9);
    expect(spy!.windowZ!.window).toMatchObject({ n: 252 });
  });

  it('changes no byte of its sections, window and event when rows known later are altered', async () => {
    const ids = [
      ...['gdx', 'btc-usd', 'eth-usd', 'xrp-usd', 'sp500', 'gold-front', 'nasdaq-100', 'tlt'],
      ...['us-2y', 'us-5y', 'us-10y', 'us-30y', 'us-10y-market', 'wti-front', 'brent-front'],
    ];
    const columns = randomMarket(ids, DAY, 440, 29);
    for (const [back, how] of [
      [0, 'alter'],
      [3, 'remove'],
      [41, 'withdraw'],
    ] as const) {
      const instant = INSTANT - back * MS_PER_DAY + 5 * 3_600_000;
      const options = {
        universe: ['btc-usd', 'gdx'],
        universeName: 'mine',
        window: '20d',
        event: instant - 6 * MS_PER_DAY,
      };
      const answer = await scan(viewOf(columns, instant), options);
      const altered = columns.map((one) => later(one, instant, how));
      expect(JSON.stringify(await scan(viewOf(altered, instant), options))).toBe(JSON.stringify(answer));
      expect(answer.curve).not.toBeNull();
      expect(answer.league).not.toBeNull();
      expect(answer.tiers).not.toBeNull();
      expect(answer.event?.reactions.length).toBeGreaterThan(5);
    }
  });

  it('names the event in the ids of its figures, so that a trace can redo it', async () => {
    const event = parseInstant('2026-02-04T19:00Z');
    const answer = await scan(viewOf(market, INSTANT), { ...CORE, event });
    expect(answer.parameters.event).toBe('2026-02-04T19:00Z');
    const gold = answer.event!.reactions.find(({ series }) => series === 'gold-front')!;
    expect(parseFigureId(gold.change.id)).toMatchObject({
      path: 'gold-front.event.reaction',
      parameters: { event: '2026-02-04T19:00Z' },
    });
    const after = { ...CORE, event: INSTANT + 60_000 };
    await expect(scan(viewOf(market, INSTANT), after)).rejects.toMatchObject({ exitCode: 2 });
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
