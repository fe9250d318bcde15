import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { figureMaker } from '../../../src/data/figure.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { type Instant, MS_PER_DAY, parseDay, parseInstant } from '../../../src/data/time.ts';
import type { Series, View } from '../../../src/data/view.ts';
import { dispersion } from '../../../src/diagnosis/scan/dispersion.ts';
import { eventReaction } from '../../../src/diagnosis/scan/event.ts';
import { readHistories } from '../../../src/diagnosis/scan/history.ts';
import { barsOf, newYorkDay } from '../../../src/diagnosis/scan/new-york-day.ts';
import { commonRows } from '../../../src/diagnosis/scan/rows.ts';
import { SECTOR_FUNDS, sectors } from '../../../src/diagnosis/scan/sectors.ts';
import { latestSession, sessionsOf, standingOf } from '../../../src/diagnosis/scan/sessions.ts';
import { snapBack } from '../../../src/diagnosis/scan/snap-back.ts';
import { bitcoinHeight, bitcoinIssued } from '../../../src/diagnosis/scan/supply.ts';
import { together } from '../../../src/diagnosis/scan/together.ts';
import { valueLost } from '../../../src/diagnosis/scan/value.ts';
import { normals, prices } from '../../measures/random.ts';
import { columnsOf, randomMarket, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

const maker = (view: View) =>
  figureMaker({
    verb: 'scan',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: {},
    simulated: view.simulated,
  });

describe('sessions', () => {
  it('state the latest close of each market, also where the label runs ahead of New York', () => {
    // Tokyo closes at 15:30 local time, 06:30 UTC; the session of 6 February is over when New York still stands at the 5th.
    const at = parseInstant('2026-02-06T12:00Z');
    expect(sessionsOf(['tokyo', 'new-york', 'utc', 'tokyo'], at)).toEqual([
      { calendar: 'utc', date: '2026-02-05', closedAt: '2026-02-06T00:00Z' },
      { calendar: 'new-york', date: '2026-02-05', closedAt: '2026-02-05T21:00Z' },
      { calendar: 'tokyo', date: '2026-02-06', closedAt: '2026-02-06T06:30Z' },
    ]);
  });

  it('turn exactly at the close', () => {
    const close = calendar('new-york').closeOf(DAY);
    expect(latestSession('new-york', close)).toBe(DAY);
    expect(latestSession('new-york', close - 1)).toBe(DAY - 1);
  });

  it('tell a value that is due later from one that is missing', () => {
    const spread = entryOf('us-hy-oas')!;
    const pending = standingOf(spread, DAY - 1, INSTANT);
    expect(pending.state).toBe('pending');
    expect(pending.due!).toBeGreaterThan(INSTANT);
    expect(standingOf(spread, DAY - 8, INSTANT).state).toBe('stale');
    expect(standingOf(entryOf('spy')!, DAY, INSTANT)).toEqual({ state: 'current' });
    expect(standingOf(entryOf('spy')!, DAY - 1, INSTANT).state).toBe('stale');
  });

  it('do not call a market old that may have a holiday the calendar does not know', () => {
    expect(standingOf(entryOf('shanghai-composite')!, DAY - 3, INSTANT).state).toBe('closed');
    expect(standingOf(entryOf('shanghai-composite')!, DAY - 30, INSTANT).state).toBe('stale');
  });
});

describe('common rows', () => {
  it('leave out and name a series without a value on the last date, and form returns after matching dates', async () => {
    const full = rowsUpTo('spy', DAY, [100, 110, 121, 133.1]);
    const holed = rowsUpTo('qqq', DAY, [50, 60, 70, 80]).filter((_, t) => t !== 2);
    const late = rowsUpTo('iwm', DAY - 1, [1, 2, 3]);
    const view = viewOf([columnsOf('spy', full), columnsOf('qqq', holed), columnsOf('iwm', late)], INSTANT);
    const rows = await commonRows(view, ['spy', 'qqq', 'iwm', 'nothing'], {
      from: DAY - 30,
      to: DAY,
      least: 3,
    });
    expect(rows.leftOut).toEqual(['iwm', 'nothing']);
    expect([...rows.columns[0]!].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([0.1, 0.21]);
    expect([...rows.columns[1]!]).toEqual([60 / 50 - 1, 80 / 60 - 1]);
  });
});

describe('the New York day of a coin', () => {
  const newYork = calendar('new-york');
  const [from, to] = [newYork.closeOf(DAY - 1), newYork.closeOf(DAY)];
  const view = viewOf([], INSTANT);

  function bars(closes: readonly (readonly [Instant, number])[]): Series {
    return {
      entry: entryOf('btc-usd')!,
      dates: Int32Array.from(closes, ([time]) => Math.floor((time - 1) / MS_PER_DAY)),
      times: Float64Array.from(closes, ([time]) => time),
      values: Float64Array.from(closes, ([, value]) => value),
      knownAt: Float64Array.from(closes, ([time]) => time),
      flags: new Uint16Array(closes.length),
      source: new Uint8Array(closes.length),
      sources: ['test:a'],
    };
  }

  const HOUR = 3_600_000;
  const fine = bars([
    [from, 100],
    [to - HOUR, 95],
    [to, 90],
    [to + HOUR, 10],
  ]);
  const coarse = bars([
    [from - HOUR, 101],
    [to - HOUR, 95],
  ]);

  it('takes the bars that end at the two New York closes', () => {
    const figure = newYorkDay(
      view,
      maker(view),
      'btc-usd',
      new Map([
        ['btc-usd-1h', fine],
        ['btc-usd-4h', coarse],
      ]),
    );
    expect(figure?.value).toBe(90 / 100 - 1);
    expect(figure?.of).toEqual({
      formula: 'new-york-day',
      series: ['btc-usd-1h'],
      params: { C_0: '2026-02-04T21:00Z', C_t: '2026-02-05T21:00Z', gapMinutes: 0 },
    });
    expect(figure?.flags).toEqual([]);
  });

  it('flags a proxy and states the gap where only coarser bars end before the close', () => {
    const figure = newYorkDay(view, maker(view), 'btc-usd', new Map([['btc-usd-4h', coarse]]));
    expect(figure?.value).toBe(95 / 101 - 1);
    expect(figure?.flags).toEqual(['proxy']);
    expect(figure?.of.params?.gapMinutes).toBe(60);
  });

  it('has no value where no bar ends within four hours, and is absent without bars', () => {
    const old = bars([
      [from - 5 * HOUR, 100],
      [to, 90],
    ]);
    const figure = newYorkDay(view, maker(view), 'btc-usd', new Map([['btc-usd-1h', old]]));
    expect(figure?.value).toBeNull();
    expect(figure?.why).toMatch(/four hours/);
    expect(newYorkDay(view, maker(view), 'btc-usd', new Map())).toBeUndefined();
    expect(barsOf('btc-usd')).toEqual(['btc-usd-1h', 'btc-usd-4h']);
  });
});

describe('sector contributions', () => {
  it('add with the residual to the move of the index to the last bit, on any market', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const view = viewOf(randomMarket(['spy', ...SECTOR_FUNDS], DAY, 260, seed), INSTANT);
        const answer = (await sectors(view, maker(view)))!;
        const sum = answer.parts.reduce((total, part) => total + part.contribution.value!, 0);
        expect(sum + answer.residual.value!).toBe(answer.move.value);
        expect(answer.parts.reduce((total, part) => total + part.weight.value!, 0)).toBeCloseTo(1, 9);
        for (const part of answer.parts) expect(part.contribution.flags).toContain('proxy');
      }),
      { numRuns: 12 },
    );
  });

  it('recover the weights of an index that is a fixed mixture, from earlier days only', async () => {
    const weights = [0.3, 0.25, 0.2, 0.1, 0.05, 0.04, 0.03, 0.02, 0.01];
    const funds = SECTOR_FUNDS.filter((id) => id !== 'xlc' && id !== 'xlre');
    const returns = funds.map((_, k) => normals(260, 40 + k).map((x) => 0.01 * x));
    const path = (moves: (t: number) => number) => {
      let level = 100;
      return Array.from({ length: 260 }, (_, t) => {
        level *= 1 + moves(t);
        return level;
      });
    };
    const columns = funds.map((id, k) =>
      columnsOf(
        id,
        rowsUpTo(
          id,
          DAY,
          path((t) => returns[k]![t]!),
        ),
      ),
    );
    // On the day itself the index does something else: the weights must not see it.
    const index = path((t) =>
      t === 259 ? -0.2 : weights.reduce((sum, w, k) => sum + w * returns[k]![t]!, 0),
    );
    const view = viewOf([...columns, columnsOf('spy', rowsUpTo('spy', DAY, index))], INSTANT);
    const answer = (await sectors(view, maker(view)))!;
    answer.parts.forEach((part, k) => {
      expect(part.weight.value).toBeCloseTo(weights[k]!, 8);
    });
    expect(answer.move.value).toBeCloseTo(-0.2, 9);
  });

  it('are null without the funds', async () => {
    const view = viewOf([columnsOf('spy', rowsUpTo('spy', DAY, prices(300, 1)))], INSTANT);
    expect(await sectors(view, maker(view))).toBeNull();
  });
});

describe('the dispersion of a basket', () => {
  it('is the standard deviation across its members and names the best and the worst', async () => {
    const ids = ['aapl', 'msft', 'googl', 'amzn', 'nvda', 'meta', 'tsla'];
    const last = [0.01, 0.02, 0.03, -0.04, 0.05, 0, -0.01];
    const columns = ids.map((id, k) => {
      const path = [...prices(300, 60 + k)];
      path.push(path[299]! * (1 + last[k]!));
      return columnsOf(id, rowsUpTo(id, DAY, path));
    });
    const view = viewOf(columns, INSTANT);
    const answer = (await dispersion(view, maker(view))).find((one) => one.basket === 'megacap')!;
    // numpy: np.std([.01,.02,.03,-.04,.05,0,-.01], ddof=1)
    expect(answer.standardDeviation.value).toBeCloseTo(0.029113897843110043, 12);
    expect(answer).toMatchObject({ best: 'nvda', worst: 'amzn' });
    expect(answer.percentile.value).toBeGreaterThan(0);
  });
});

describe('together', () => {
  it('finds one factor where everything moves as one, and says why it finds nothing on short data', async () => {
    const ids = ['sp500', 'nasdaq-composite', 'russell-2000', 'eem', 'hyg', 'gdx'];
    const path = prices(330, 8);
    const one = viewOf(
      ids.map((id) => columnsOf(id, rowsUpTo(id, DAY, path))),
      INSTANT,
    );
    const answer = await together(one, maker(one));
    expect(answer.correlationShort.value).toBeCloseTo(1, 9);
    expect(answer.firstEigenvectorLong.value).toBeCloseTo(1, 9);
    expect(answer.correlationShort.of.params?.leftOut).toContain('btc-usd');
    expect(answer.correlationLong.window?.n).toBe(252);
    expect(answer.matrix.ids).toEqual(['sp500', 'nasdaq-composite', 'hyg']);
    const empty = viewOf([], INSTANT);
    const nothing = await together(empty, maker(empty));
    expect(nothing.correlationShort.value).toBeNull();
    expect(nothing.matrix.ids).toEqual([]);
  });
});

describe('the snap-back', () => {
  it('is the share of the fall to the low that the close, and the next close, took back', async () => {
    const path = [...prices(300, 2, 0.005), 100, 100, 90];
    const rows = rowsUpTo('btc-usd', DAY, path);
    const low = rows.map((row, t) => ({
      date: row.date,
      value: t === 301 ? 75 : t === 302 ? 80 : row.value,
    }));
    const view = viewOf([columnsOf('btc-usd', rows), columnsOf('btc-usd.low', low)], INSTANT);
    const histories = await readHistories(view, ['btc-usd']);
    const [answer] = snapBack(histories.values(), maker(view));
    // Day: previous close 100, low 80, close 90. Day before: previous close 100, low 75, next close 90.
    expect(answer?.sameDay.value).toBe(0.5);
    expect(answer?.nextDay.value).toBe(15 / 25);
  });
});

describe('value lost', () => {
  it('issues the coins of the protocol by height', () => {
    // Bitcoin: 210,000 blocks of 50, then 25, 12.5 …; all coins are just under 21 million.
    expect(bitcoinIssued(0)).toBe(0);
    expect(bitcoinIssued(210_000)).toBe(10_500_000);
    expect(bitcoinIssued(840_000)).toBe(19_687_500);
    expect(bitcoinIssued(840_001)).toBe(19_687_503.125);
    expect(bitcoinIssued(6_930_000)).toBeCloseTo(21_000_000, 0);
  });

  it('estimates the height within a hundredth of known blocks, from facts of that time only', () => {
    // Block 800,000 was mined on 2023-07-24; block 935,000 in the first days of February 2026.
    expect(bitcoinHeight(parseInstant('2023-07-24')) / 800_000).toBeCloseTo(1, 1.9);
    expect(bitcoinHeight(parseInstant('2024-04-20T00:09:27Z'))).toBe(840_000);
    expect(bitcoinHeight(parseInstant('2024-04-20T00:09:26Z'))).toBeLessThan(840_000);
  });

  it('multiplies the fall of the day and from the peak by the supply', async () => {
    const view = viewOf(
      [columnsOf('gold-front', rowsUpTo('gold-front', DAY, [4000, 5000, 4900, 4800]))],
      INSTANT,
    );
    const [gold] = valueLost(await readHistories(view, ['gold-front']), maker(view));
    // 216,265 t above ground at the end of 2024 (World Gold Council) × 32,150.7466 oz.
    const ounces = 216_265 * 32_150.7466;
    expect(gold?.supply.value).toBeCloseTo(ounces, 0);
    expect(gold?.day.value).toBeCloseTo(-100 * ounces, -3);
    expect(gold?.fromPeak.value).toBeCloseTo(-200 * ounces, -3);
  });
});

describe('the reaction to an event', () => {
  const event = parseInstant('2026-02-04T19:00Z');

  it('runs from each market’s last close before to its first close after', async () => {
    const view = viewOf(
      [
        columnsOf('spy', rowsUpTo('spy', DAY, [100, 110, 99])),
        columnsOf('nikkei-225', rowsUpTo('nikkei-225', DAY, [10, 20, 30])),
        columnsOf('us-10y', rowsUpTo('us-10y', DAY - 1, [0.04, 0.05])),
      ],
      INSTANT,
    );
    const [spy, nikkei, yields] = await eventReaction(view, event, [
      'spy',
      'nikkei-225',
      'us-10y',
      'nothing',
    ]);
    // New York closed on the 4th after the event; Tokyo had closed on the 4th before it.
    expect(spy).toMatchObject({ before: '2026-02-03T21:00Z', after: '2026-02-04T21:00Z' });
    expect(spy?.change.value).toBeCloseTo(0.1, 12);
    expect(nikkei).toMatchObject({ before: '2026-02-04T06:30Z', after: '2026-02-05T06:30Z' });
    expect(nikkei?.change.value).toBeCloseTo(0.5, 12);
    expect(yields?.change.unit).toBe('fraction-per-year');
    expect(spy?.change.id).toMatch(/^event:spy\.reaction@2026-02-06T01:00Z;event=2026-02-04T19:00Z#/);
  });

  it('has no value before a close after the event is known', async () => {
    const early = viewOf(
      [columnsOf('spy', rowsUpTo('spy', DAY, [100, 110]))],
      parseInstant('2026-02-05T20:00Z'),
    );
    const [spy] = await eventReaction(early, parseInstant('2026-02-05T15:00Z'), ['spy']);
    expect(spy?.change.value).toBeNull();
    expect(spy?.change.why).toBe('no close after the event is known yet');
    expect(spy?.after).toBeNull();
  });
});
