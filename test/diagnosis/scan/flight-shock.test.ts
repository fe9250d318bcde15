import { describe, expect, it } from 'vitest';
import { type Flight, type FlightSigns, flightKind } from '../../../src/diagnosis/scan/flight.ts';
import { type Shock, shockKind } from '../../../src/diagnosis/scan/shock.ts';

const SIGNS: FlightSigns = { equityFall: 2, treasuries: 0, dollar: 0, gold: 0 };

describe('the flight', () => {
  it.each([
    [{ equityFall: 0.9, treasuries: 3, dollar: 3 }, 'none'],
    [{ treasuries: 2, dollar: 0.6 }, 'to-treasuries-and-dollar'],
    [{ treasuries: 2, dollar: -1 }, 'to-treasuries'],
    [{ treasuries: -1, dollar: 2, gold: -1 }, 'to-dollar-cash'],
    [{ treasuries: -1, dollar: 0, gold: -1 }, 'out-of-everything'],
    [{ treasuries: -1, dollar: 2, gold: 1 }, 'undecided'],
    [{ treasuries: 0.1, dollar: 2, gold: -1 }, 'undecided'],
    [{ treasuries: Number.NaN, dollar: 2 }, 'undecided'],
    [{ treasuries: -1, dollar: 2, gold: Number.NaN }, 'undecided'],
  ] as [Partial<FlightSigns>, Flight][])('of %j is %s', (signs, kind) => {
    expect(flightKind({ ...SIGNS, ...signs })).toBe(kind);
  });
});

describe('the shock', () => {
  it.each([
    [-0.02, -0.001, 0, 0, 'growth'],
    [-0.02, 0.001, 0, 0, 'policy'],
    [-0.02, 0.001, -1, -1, 'liquidity'],
    [-0.02, -0.001, -1, -1, 'growth'],
    [0.02, 0.001, 0, 0, 'relief'],
    [0.02, -0.001, 0, 0, 'easing'],
    [0.02, Number.NaN, 0, 0, 'not-measured'],
    [Number.NaN, 0.001, 0, 0, 'not-measured'],
    [-0.02, 0.001, Number.NaN, -1, 'policy'],
  ] as [
    number,
    number,
    number,
    number,
    Shock,
  ][])('of equities %d, 2-year yield %d, Treasuries %dσ, gold %dσ is %s', (equity, yield2y, treasuries, gold, kind) => {
    expect(shockKind({ equity, yield2y, treasuries, gold })).toBe(kind);
  });
});
