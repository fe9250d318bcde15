import { describe, expect, it } from 'vitest';
import {
  covers,
  episodeBeside,
  epochOf,
  instantInWords,
  instantInZone,
  instantOf,
  plainInstant,
  positionOf,
  sessionBeside,
} from '../../../src/doors/page/state/instant.ts';
import type { Timeline } from '../../../src/report/page/index.ts';

const session = (date: string, next: string) => ({
  date,
  closedAt: `${date}T21:00Z`,
  asOf: `${next}T01:00Z`,
  score: 10,
});

const TRACK: Timeline = {
  latest: '2026-02-07T00:00Z',
  opening: '2026-02-06T01:00Z',
  dataVersion: '7f3c91',
  simulated: false,
  late: 0,
  sessions: [
    session('2026-02-03', '2026-02-04'),
    session('2026-02-04', '2026-02-05'),
    session('2026-02-05', '2026-02-06'),
    { ...session('2026-02-06', '2026-02-07'), asOf: '2026-02-07T00:00Z' },
  ],
  episodes: [
    { date: '2020-03-12', asOf: '2020-03-13T01:00Z', title: 'The dash for cash' },
    { date: '2026-02-05', asOf: '2026-02-06T01:00Z', title: 'Bitcoin below 63,000' },
  ],
};

describe('an instant', () => {
  it('is the end of the UTC day where only a date is given, as at the command line', () => {
    expect(epochOf('2026-02-05')).toBe(Date.UTC(2026, 1, 6));
  });

  it('carries its zone', () => {
    expect(epochOf('2026-02-05T20:00-05:00')).toBe(Date.UTC(2026, 1, 6, 1));
    expect(epochOf('2026-02-06T01:00:30Z')).toBe(Date.UTC(2026, 1, 6, 1, 0, 30));
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-02-05T20:00',
    '2026-13-01',
    '2026-02-06T25:00Z',
    '1 Feb 2026',
  ])('is none where "%s" was typed', (text) => {
    expect(epochOf(text)).toBeNaN();
  });

  it('is that of the server where the address has none, and the latest where that is asked for', () => {
    expect(instantOf(TRACK, undefined)).toBe('2026-02-06T01:00Z');
    expect(instantOf(TRACK, 'latest')).toBe('2026-02-07T00:00Z');
    expect(instantOf(TRACK, '2026-02-04')).toBe('2026-02-04');
  });

  it('is said in the words of the language, in UTC, and beside it in another zone', () => {
    expect(instantInWords('2025-10-10T22:00Z', 'en')).toBe('10 Oct 2025 22:00 UTC');
    expect(instantInWords('2025-10-10T22:00Z', 'zh-Hans')).toBe('2025年10月10日 22:00 UTC');
    expect(instantInWords('2025-10-10T22:00Z', 'zh-Hant')).toBe('2025年10月10日 22:00 UTC');
    expect(plainInstant('2026-02-05')).toBe('2026-02-06 00:00 UTC');
    // Shanghai is eight hours ahead all year
    expect(instantInZone('2025-10-10T22:00Z', 'Asia/Shanghai')).toBe('2025-10-11 06:00 Shanghai');
    expect(instantInZone('2025-10-10T12:00Z', 'America/New_York')).toBe('08:00 New York');
  });
});

describe('a track of sessions', () => {
  it('stands at the last session that had closed', () => {
    expect(positionOf(TRACK, '2026-02-05')).toBe(2);
    expect(positionOf(TRACK, '2026-02-05T20:59Z')).toBe(1);
    expect(positionOf(TRACK, '2026-02-05T21:00Z')).toBe(2);
    expect(positionOf(TRACK, '2019-01-01')).toBe(0);
  });

  it('reaches from its first close to the latest instant, or to the session after an older one', () => {
    expect(covers(TRACK, '2026-02-07T00:00Z')).toBe(true);
    expect(covers(TRACK, '2026-02-03T20:00Z')).toBe(false);
    const older = { ...TRACK, sessions: TRACK.sessions.slice(0, 2), next: '2026-02-06T01:00Z' };
    expect(covers(older, '2026-02-06T01:00Z')).toBe(true);
    expect(covers(older, '2026-02-06T01:01Z')).toBe(false);
  });

  it('goes one session back and on, first to the end of the one that is being shown', () => {
    expect(sessionBeside(TRACK, '2026-02-06T01:00Z', -1)).toBe('2026-02-05T01:00Z');
    expect(sessionBeside(TRACK, '2026-02-06T12:00Z', -1)).toBe('2026-02-06T01:00Z');
    expect(sessionBeside(TRACK, '2026-02-06T01:00Z', 1)).toBe('2026-02-07T00:00Z');
    expect(sessionBeside(TRACK, '2026-02-07T00:00Z', 1)).toBeUndefined();
    expect(sessionBeside(TRACK, '2026-02-04T01:00Z', -1)).toBe('2026-02-02');
  });

  it('goes on to the session after an older track', () => {
    const older = { ...TRACK, sessions: TRACK.sessions.slice(0, 2), next: '2026-02-06T01:00Z' };
    expect(sessionBeside(older, '2026-02-05T01:00Z', 1)).toBe('2026-02-06T01:00Z');
  });

  it('goes from episode to episode, and stays where there is none', () => {
    expect(episodeBeside(TRACK, '2026-02-06T01:00Z', -1)).toBe('2020-03-13T01:00Z');
    expect(episodeBeside(TRACK, '2021-01-01', 1)).toBe('2026-02-06T01:00Z');
    expect(episodeBeside(TRACK, '2026-02-06T01:00Z', 1)).toBeUndefined();
    expect(episodeBeside(TRACK, '2019-01-01', -1)).toBeUndefined();
  });
});
