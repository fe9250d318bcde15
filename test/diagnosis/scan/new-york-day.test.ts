import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import type { Series } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { type Instant, MS_PER_DAY, parseDay, parseInstant } from '../../../src/data/time.ts';
import { barsOf, newYorkDay } from '../../../src/diagnosis/scan/new-york-day.ts';
import { makerFor, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

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
      makerFor(view),
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
    const figure = newYorkDay(view, makerFor(view), 'btc-usd', new Map([['btc-usd-4h', coarse]]));
    expect(figure?.value).toBe(95 / 101 - 1);
    expect(figure?.flags).toEqual(['proxy']);
    expect(figure?.of.params?.gapMinutes).toBe(60);
  });

  it('has no value where no bar ends within four hours, and is absent without bars', () => {
    const old = bars([
      [from - 5 * HOUR, 100],
      [to, 90],
    ]);
    const figure = newYorkDay(view, makerFor(view), 'btc-usd', new Map([['btc-usd-1h', old]]));
    expect(figure?.value).toBeNull();
    expect(figure?.why).toMatch(/four hours/);
    expect(newYorkDay(view, makerFor(view), 'btc-usd', new Map())).toBeUndefined();
    expect(barsOf('btc-usd')).toEqual(['btc-usd-1h', 'btc-usd-4h']);
  });
});
