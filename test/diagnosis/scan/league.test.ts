import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { league } from '../../../src/diagnosis/scan/league.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

const future = (id: string, values: readonly number[], to = DAY) => columnsOf(id, rowsUpTo(id, to, values));

describe('the league of commodities', () => {
  it('ranks the largest rise first, equal moves alike, and gives Brent over WTI', async () => {
    const view = viewOf(
      [
        future('wti-front', [64, 48]),
        future('brent-front', [80, 60]),
        future('gold-front', [4000, 4100]),
        future('silver-front', [80, 72]),
      ],
      INSTANT,
    );
    const found = (await league(view, makerFor(view)))!;
    expect(found.session).toBe('2026-02-05');
    // −25 %, −25 %, +2.5 %, −10 %.
    expect(found.members.map(({ series, rankDay }) => [series, rankDay.value])).toEqual([
      ['wti-front', 3],
      ['brent-front', 3],
      ['gold-front', 1],
      ['silver-front', 2],
    ]);
    expect(found.spread!.level.value).toBe(12);
    expect(found.spread!.change.value).toBe(12 - 16);
    // All closes are of 2026: the year so far has no start.
    expect(found.members[0]!.year.why).toBe('the history begins later');
    expect(found.members[0]!.rankYear.value).toBeNull();
  });

  it('leaves out and names what is not of the latest session, and gives no spread without both oils', async () => {
    const view = viewOf(
      [
        future('wti-front', [100, 98]),
        future('brent-front', [105, 103], DAY - 1),
        future('gold-front', [4000, 4100]),
      ],
      INSTANT,
    );
    const found = (await league(view, makerFor(view)))!;
    expect(found.members.map(({ series }) => series)).toEqual(['wti-front', 'gold-front']);
    expect(found.leftOut).toContain('brent-front');
    expect(found.spread).toBeNull();
  });

  it('is null with fewer than two commodities', async () => {
    const view = viewOf([future('wti-front', [100, 98])], INSTANT);
    expect(await league(view, makerFor(view))).toBeNull();
  });
});
