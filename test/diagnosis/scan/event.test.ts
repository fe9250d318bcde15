import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { eventReaction } from '../../../src/diagnosis/scan/event.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

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
    const [spy, nikkei, yields] = await eventReaction(
      view,
      event,
      ['spy', 'nikkei-225', 'us-10y', 'nothing'],
      makerFor(view),
    );
    // New York closed on the 4th after the event; Tokyo had closed on the 4th before it.
    expect(spy).toMatchObject({ before: '2026-02-03T21:00Z', after: '2026-02-04T21:00Z' });
    expect(spy?.change.value).toBeCloseTo(0.1, 12);
    expect(nikkei).toMatchObject({ before: '2026-02-04T06:30Z', after: '2026-02-05T06:30Z' });
    expect(nikkei?.change.value).toBeCloseTo(0.5, 12);
    expect(yields?.change.unit).toBe('fraction-per-year');
    expect(spy?.change.id).toMatch(/^scan:spy\.event\.reaction@2026-02-06T01:00Z#/);
  });

  it('has no value before a close after the event is known', async () => {
    const early = viewOf(
      [columnsOf('spy', rowsUpTo('spy', DAY, [100, 110]))],
      parseInstant('2026-02-05T20:00Z'),
    );
    const [spy] = await eventReaction(early, parseInstant('2026-02-05T15:00Z'), ['spy'], makerFor(early));
    expect(spy?.change.value).toBeNull();
    expect(spy?.change.why).toBe('no close after the event is known yet');
    expect(spy?.after).toBeNull();
  });
});
