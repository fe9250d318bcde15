import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { curve, oddTenors } from '../../../src/diagnosis/scan/curve.ts';
import { curveScores } from '../../../src/diagnosis/scan/curve-components.ts';
import { normals } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-04');
const INSTANT = parseInstant('2026-02-06T01:00Z');
const TENORS = ['us-2y', 'us-5y', 'us-10y', 'us-30y'] as const;

function yields(id: string, values: readonly number[], to = DAY) {
  return columnsOf(id, rowsUpTo(id, to, values));
}

/** Yields that walk together, with given last two values. */
function walks(n: number, last: Readonly<Record<string, readonly [number, number]>> = {}) {
  const common = normals(n, 3);
  return TENORS.map((id, k) => {
    const own = normals(n, 50 + k);
    let level = 0.035 + 0.003 * k;
    const values = Array.from(common, (x, t) => {
      level += 0.0004 * x + 0.0001 * own[t]!;
      return level;
    });
    const fixed = last[id];
    return yields(id, fixed ? [...values.slice(0, -2), ...fixed] : values);
  });
}

describe('the curve', () => {
  it('is that of the latest session all maturities are known for, against the one before', async () => {
    const columns = walks(20, {
      'us-2y': [0.036, 0.0351],
      'us-5y': [0.038, 0.037],
      'us-10y': [0.0428, 0.0427],
      'us-30y': [0.049, 0.0495],
    });
    const view = viewOf([...columns, yields('us-3m', [0.0369, 0.037])], INSTANT);
    const found = (await curve(view, makerFor(view)))!;
    expect(found).toMatchObject({ session: '2026-02-04', previous: '2026-02-03' });
    expect(found.tenors.map(({ series }) => series)).toEqual(['us-3m', ...TENORS]);
    expect(found.tenors[1]!.change.value).toBeCloseTo(-0.0009, 12);
    const [twos, fives] = found.slopes;
    expect([twos!.name, fives!.name]).toEqual(['2s10s', '5s30s']);
    expect(twos!.level.value).toBeCloseTo(0.0427 - 0.0351, 12);
    expect(twos!.change.value).toBeCloseTo(0.0076 - 0.0068, 12);
    expect(fives!.change.value).toBeCloseTo(0.0125 - 0.011, 12);
    expect(found.components.every(({ score }) => score.value === null && score.why)).toBe(true);
  });

  it('is null without one of its four maturities, and does without the bill', async () => {
    const all = viewOf(walks(20), INSTANT);
    expect((await curve(all, makerFor(all)))?.tenors).toHaveLength(4);
    const three = viewOf(walks(20).slice(1), INSTANT);
    expect(await curve(three, makerFor(three))).toBeNull();
  });

  it('marks old yields as stale', async () => {
    const view = viewOf(walks(20), parseInstant('2026-03-20T01:00Z'));
    const found = (await curve(view, makerFor(view)))!;
    expect(found.tenors.every(({ change }) => change.flags.includes('stale'))).toBe(true);
  });

  it('shows the market yields of a later session as a proxy, and none when the curve is of that session', async () => {
    const market = columnsOf(
      'us-10y-market',
      rowsUpTo('us-10y-market', parseDay('2026-02-05'), [0.042, 0.0428, 0.0421]),
    );
    const late = viewOf([...walks(20), market], INSTANT);
    const [proxy] = (await curve(late, makerFor(late)))!.market;
    expect(proxy).toMatchObject({ series: 'us-10y-market', date: '2026-02-05' });
    expect(proxy!.change.value).toBeCloseTo(-0.0007, 12);
    expect(proxy!.change.flags).toContain('proxy');
    const early = viewOf([...walks(20), market], parseInstant('2026-02-05T22:00Z'));
    expect((await curve(early, makerFor(early)))!.market.map(({ date }) => date)).toEqual(['2026-02-05']);
    const before = viewOf(
      [...TENORS.map((id) => yields(id, [0.03, 0.04], parseDay('2026-02-05'))), market],
      parseInstant('2026-02-07T01:00Z'),
    );
    const found = (await curve(before, makerFor(before)))!;
    expect(found.session).toBe('2026-02-05');
    // New York has had the session of the 6th, for which no market yield is known.
    expect(found.market).toEqual([]);
  });
});

describe('a maturity out of line', () => {
  const moved = (...changes: (number | null)[]) =>
    oddTenors(changes.map((value, k) => ({ series: `t${k}`, change: { value } })));

  it('moved by more than 5 bp against both neighbours, the same way', () => {
    // The note's own line: 2y −9, 5y −10, 10y −0.7 bp; with a 30y of −8 the 10y stands out.
    expect(moved(-0.0009, -0.001, -0.00007, -0.0008)).toEqual(['t2']);
    expect(moved(0, 0.0008, 0)).toEqual(['t1']);
    expect(moved(0, -0.0008, 0)).toEqual(['t1']);
  });

  it('is none at an end, on a slope, within 5 bp, or beside a hole', () => {
    expect(moved(0.002, 0, 0)).toEqual([]);
    expect(moved(0, 0.0006, 0.0012)).toEqual([]);
    expect(moved(0, 0.0005, 0)).toEqual([]);
    expect(moved(0, 0.002, null)).toEqual([]);
    expect(moved(null, null, null)).toEqual([]);
  });
});

describe('level, slope and curvature', () => {
  it('have signs that can be read: up, steeper, more humped', () => {
    const [a, b, c] = [normals(251, 1), normals(251, 2), normals(251, 3)];
    const rows = Float64Array.from({ length: 251 * 3 }, (_, k) => {
      const t = Math.floor(k / 3);
      const i = k % 3;
      return 3 * a[t]! + [-1, 0, 1][i]! * 1.2 * b[t]! + [-1, 2, -1][i]! * 0.2 * c[t]!;
    });
    const past = rows.subarray(0, 250 * 3);
    const scored = (last: readonly number[]) => curveScores(Float64Array.from([...past, ...last]), 3).scores;
    expect(scored([3, 3, 3])[0]!).toBeGreaterThan(0.5);
    expect(scored([-2, 0, 2])[1]!).toBeGreaterThan(0.5);
    expect(scored([-1, 2, -1])[2]!).toBeGreaterThan(0.5);
  });

  it('have shares that add to one', () => {
    const { shares } = curveScores(normals(251 * 4, 9), 4);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect([...shares].sort((a, b) => b - a)).toEqual([...shares]);
  });

  it('have no score where nothing ever moved', () => {
    expect([...curveScores(new Float64Array(251 * 3), 3).scores].every(Number.isNaN)).toBe(true);
  });
});
