import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { eventReaction, eventSection } from '../../../src/diagnosis/scan/event.ts';
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

  it('goes on to the session that followed, and says when that is not known', async () => {
    const view = viewOf(
      [
        columnsOf('spy', rowsUpTo('spy', DAY, [100, 110, 99])),
        columnsOf('tlt', rowsUpTo('tlt', DAY - 1, [90, 81])),
      ],
      INSTANT,
    );
    const [spy, tlt] = await eventReaction(view, event, ['spy', 'tlt'], makerFor(view));
    expect(spy?.next).toBe('2026-02-05T21:00Z');
    expect(spy?.nextChange.value).toBeCloseTo(-0.1, 12);
    expect(tlt?.change.value).toBeCloseTo(-0.1, 12);
    expect(tlt?.next).toBeNull();
    expect(tlt?.nextChange.why).toBe('no second close after the event is known yet');
  });

  it('has no value before the first close that is known', async () => {
    const view = viewOf([columnsOf('spy', rowsUpTo('spy', DAY, [100, 110]))], INSTANT);
    const [spy] = await eventReaction(view, parseInstant('2020-01-01T12:00Z'), ['spy'], makerFor(view));
    expect(spy).toMatchObject({ before: null, after: '2026-02-04T21:00Z' });
    expect(spy?.change.why).toBe('no close before the event is known');
  });
});

describe('the section on an event', () => {
  const view = viewOf([columnsOf('sp500', rowsUpTo('sp500', DAY, [100, 110]))], INSTANT);

  it('is null when none is asked for', async () => {
    expect(await eventSection(view, undefined, makerFor(view))).toBeNull();
  });

  it('may be on the instant itself, and says that no close has followed', async () => {
    const section = await eventSection(view, INSTANT, makerFor(view));
    expect(section?.instant).toBe('2026-02-06T01:00Z');
    expect(section?.reactions.map(({ change }) => change.why)).toContain(
      'no close after the event is known yet',
    );
  });

  it('is refused after the instant of the answer', async () => {
    const late = eventSection(view, INSTANT + 1, makerFor(view));
    await expect(late).rejects.toBeInstanceOf(UserError);
    await expect(late).rejects.toMatchObject({ exitCode: 2 });
    await expect(late).rejects.toThrow(/lies after the instant of the answer \(2026-02-06T01:00Z\)/);
  });
});
