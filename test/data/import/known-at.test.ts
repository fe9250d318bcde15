import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  firstRows,
  halfStepOf,
  type KnownRow,
  knownRows,
  type Sighting,
} from '../../../src/data/import/known-at.ts';
import { KNOWN_RULES, OBSERVATION_FLAGS } from '../../../src/data/observation.ts';

const RELEASE = 1000;
const NOW = 10_000;
const context = { release: RELEASE, revised: true, now: NOW };
const vintage = (value: number, seen: number, halfStep = 0): Sighting => ({
  value,
  seen,
  kind: 'vintage',
  halfStep,
});
const file = (value: number, seen?: number): Sighting => ({ value, seen, kind: 'file', halfStep: 0 });
const brief = (rows: readonly KnownRow[]) =>
  rows.map(({ value, knownAt, rule, flags }) => [value, knownAt, rule, flags]);
const LATE = OBSERVATION_FLAGS['late-vintage'];
const REVISED = OBSERVATION_FLAGS.revised;

describe('knownRows', () => {
  it('knows a first value at its release, marked late when it was seen only afterwards', () => {
    expect(brief(knownRows([file(5, 4000)], [], context))).toEqual([[5, RELEASE, 'release', LATE]]);
  });

  it('knows a value seen before its release from that vintage on', () => {
    expect(brief(knownRows([vintage(5, 700)], [], context))).toEqual([[5, 700, 'vintage', 0]]);
  });

  it('makes one revision of every later vintage with another value, known from when it was seen', () => {
    const rows = knownRows(
      [file(7, 4000), vintage(5, 2000), vintage(5, 2500), vintage(6, 3000), vintage(7, 3500)],
      [],
      context,
    );
    expect(brief(rows)).toEqual([
      [5, RELEASE, 'release', LATE],
      [6, 3000, 'revision', REVISED],
      [7, 3500, 'revision', REVISED],
    ]);
  });

  it('keeps a revision that comes back to the first value', () => {
    const rows = knownRows([vintage(5, 2000), vintage(6, 3000), vintage(5, 4000)], [], context);
    expect(rows.map((row) => row.value)).toEqual([5, 6, 5]);
  });

  it('takes a price of a series that is never re-estimated at its release, whenever the file was seen', () => {
    const price = { ...context, revised: false };
    expect(brief(knownRows([file(5, 4000)], [], price))).toEqual([[5, RELEASE, 'release', 0]]);
    expect(brief(knownRows([file(5)], [], price))).toEqual([[5, RELEASE, 'release', 0]]);
  });

  it('knows a value that was never published only from when it was seen', () => {
    const never = { ...context, release: Number.NaN };
    expect(brief(knownRows([file(5, 4000)], [], never))).toEqual([[5, 4000, 'vintage', 0]]);
    expect(brief(knownRows([file(5)], [], never))).toEqual([[5, NOW, 'seen', 0]]);
  });

  it('dates a changed value without a vintage at the instant of the import', () => {
    const stored = [{ value: 5, knownAt: RELEASE }];
    expect(brief(knownRows([file(6)], stored, context))).toEqual([[6, NOW, 'seen', REVISED]]);
    expect(knownRows([file(5)], stored, context)).toEqual([]);
  });

  it('leaves a withdrawn value withdrawn when the same value comes again', () => {
    const stored = [
      { value: 5, knownAt: RELEASE },
      { value: Number.NaN, knownAt: 1200 },
    ];
    expect(knownRows([file(5)], stored, context)).toEqual([]);
  });

  it('takes a rounded copy for the value it rounds, and a finer copy of four digits or more likewise', () => {
    const rounded = knownRows([vintage(-0.686, 2000), vintage(-0.69, 3000, 0.005)], [], context);
    expect(rounded.map((row) => row.value)).toEqual([-0.686]);
    const finer = knownRows([vintage(99.4333, 2000), vintage(99.43331, 3000)], [], context);
    expect(finer.map((row) => row.value)).toEqual([99.4333]);
    const other = knownRows([vintage(5, 2000), vintage(5.4, 3000)], [], context);
    expect(other.map((row) => row.value)).toEqual([5, 5.4]);
  });

  const sightings = fc.array(
    fc.record({
      value: fc.integer({ min: 1, max: 3 }),
      seen: fc.integer({ min: 1, max: 9000 }),
      kind: fc.constantFrom<'file' | 'vintage'>('file', 'vintage'),
      halfStep: fc.constant(0),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const distinct = sightings.map((list) => [...new Map(list.map((one) => [one.seen, one])).values()]);

  test.prop([distinct])('adds nothing when everything is met a second time', (list) => {
    const rows = knownRows(list, [], context);
    expect(knownRows(list, rows, context)).toEqual([]);
  });

  test.prop([distinct])(
    'gives at any instant after the first release the value of the last vintage seen by then',
    (list) => {
      const rows = knownRows(list, [], context);
      const ordered = [...list].sort((a, b) => a.seen - b.seen);
      for (const at of ordered.map(({ seen }) => Math.max(seen, RELEASE))) {
        const seen = ordered.filter((one) => one.seen <= at);
        expect(rows.findLast((row) => row.knownAt <= at)?.value).toBe(seen.at(-1)?.value);
      }
    },
  );
});

describe('firstRows', () => {
  test.prop([
    fc.array(fc.option(fc.integer({ min: 1, max: 9000 }), { nil: Number.NaN })),
    fc.option(fc.integer({ min: 1, max: 9000 }), { nil: undefined }),
    fc.boolean(),
  ])('says of many releases what knownRows says of each', (releases, seen, revised) => {
    const many = firstRows(Float64Array.from(releases), seen, { revised, now: NOW });
    releases.forEach((release, i) => {
      const [row] = knownRows([file(0, seen)], [], { release, revised, now: NOW });
      expect([many.knownAt[i], KNOWN_RULES[many.rules[i] as number], many.flags[i]]).toEqual([
        row?.knownAt,
        row?.rule,
        row?.flags,
      ]);
    });
  });
});

describe('halfStepOf', () => {
  it('is half of the last place of the longest value, and nothing for values nobody rounded', () => {
    expect([
      halfStepOf([4.35, 4.4]),
      halfStepOf([5, 6]),
      halfStepOf([1 / 3]),
      halfStepOf([Number.NaN, 0.5]),
    ]).toEqual([0.005, 0.5, 0, 0.05]);
  });
});
