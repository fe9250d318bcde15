import { describe, expect, it } from 'vitest';
import { calendar } from '../../src/data/calendar.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { parseDay, parseInstant } from '../../src/data/time.ts';
import { latestSession, sessionsOf, standingOf } from '../../src/diagnosis/sessions.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

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
