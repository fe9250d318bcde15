import { describe, expect, it } from 'vitest';
import { derivedCatalogue } from '../../../src/measures/derived/catalogue.ts';
import { compile } from '../../../src/measures/derived/compile.ts';
import type { DerivedEntry } from '../../../src/measures/derived/entry.ts';
import { FormulaError } from '../../../src/measures/derived/formula-error.ts';
import { derivedEntry, ENTRIES } from './world.ts';

const world = { entry: (id: string) => ENTRIES.get(id), ids: [...ENTRIES.keys()] };

const OF = {
  G: 'gold',
  S: 'silver',
  C: 'copper',
  A: 'assets',
  R: 'rate',
  P: 'prices',
  M: 'mood',
  B: 'slope',
  W: 'raw',
};

/** The entry with only those symbols that the formula has. */
function entry(formula: string, unit: string, of: Record<string, string> = OF): DerivedEntry {
  const used = Object.entries(of).filter(([symbol]) => new RegExp(`\\b${symbol}\\b`).test(formula));
  return derivedEntry('made', formula, Object.fromEntries(used), unit as 'usd');
}

function refused(made: DerivedEntry): FormulaError {
  try {
    compile(made, world);
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    return error as FormulaError;
  }
  throw new Error('not refused');
}

describe('a formula and its unit', () => {
  it.each([
    ['G / S', 'ratio'],
    ['C / G', 'oz-per-lb'],
    ['G - S', 'usd-per-oz'],
    ['2 * G + S / 3', 'usd-per-oz'],
    ['-G', 'usd-per-oz'],
    ['1 - G / S', 'fraction'],
    ['G / index(P, "2020-01-01")', 'usd-per-oz'],
    ['R - yoy(P)', 'fraction-per-year'],
    ['A - amount(40, "usd-bn")', 'usd'],
    ['as(A * G, "usd")', 'usd'],
    ['z(G, 20)', 'sigma'],
    ['z(G, 20) + z(S, 20)', 'sigma'],
    ['beta(G, S, 20)', 'ratio'],
    ['beta(A, G, 20) * G', 'usd'],
    ['residual(A, G, 20)', 'usd'],
    ['contribution(S, G, 4)', 'fraction'],
    ['log(G / lag(G, 1))', 'fraction'],
    ['M * 2', 'score'],
    ['1 / A', 'fraction-per-1e9-usd'],
    ['B * A', 'fraction'],
    ['above(G, 2000)', 'fraction'],
    ['G - last(S, 3)', 'usd-per-oz'],
  ])('%s is %s', (formula, unit) => {
    expect(compile(entry(formula, unit), world).entry.unit).toBe(unit);
  });

  it.each([
    ['G + A', 'usd', 'cannot add usd to usd/oz', 2],
    ['G - 5', 'usd-per-oz', 'cannot subtract number from usd/oz', 2],
    ['M + G / S', 'score', 'cannot add fraction to score', 2],
    ['z(G, 20) - pct(G, 20)', 'sigma', 'cannot subtract fraction from sigma', 9],
    ['log(G)', 'fraction', 'log needs a plain number, came usd/oz', 0],
    ['contribution(A, G, 4)', 'fraction', 'contribution needs one dimension, came usd and usd/oz', 0],
    ['G / S', 'usd', 'the formula gives fraction, the entry states usd (usd)', 0],
    ['G', 'usd-bn', 'the entry is in usd-bn, which is not a base unit', 0],
    ['G', 'dollars', 'the entry has no known unit: "dollars"', 0],
    ['A + W', 'usd', 'the series raw is in usd-mn, which is not a base unit', 4],
    ['G + X', 'usd-per-oz', 'unknown symbol: X', 4],
    ['G * means(S, 3)', 'usd-per-oz', 'unknown function: means', 4],
    ['mean', 'usd-per-oz', 'mean is a function', 0],
    ['mean(G)', 'usd-per-oz', 'mean takes 2 arguments, came 1', 0],
    ['mean(G, S)', 'usd-per-oz', 'n must be a number', 8],
    ['mean(G, 2.5)', 'usd-per-oz', 'n must be a whole number, came 2.5', 8],
    ['z(G, 1)', 'sigma', 'n must be a whole number, came 1', 5],
    ['lag(G, -1)', 'usd-per-oz', 'n must be a whole number, came -1', 7],
    ['index(G, 5)', 'ratio', 'not a date', 9],
    ["index(G, '2025-02-30')", 'ratio', 'not a date', 9],
    ['as(G, "usd-bn")', 'usd', 'usd-bn is not a base unit', 6],
    ['as(G, "coins")', 'usd', 'not a unit: "coins"', 6],
    ['amount(40, "bn") + A', 'usd', 'not a unit: "bn"', 11],
    ['last(G + S, 3)', 'usd-per-oz', 'last takes the symbol of a series', 7],
    ["G + 'x'", 'usd-per-oz', 'a text is no value: "x"', 4],
    ['1 + 2', 'ratio', 'the formula reads no series', 0],
  ])('%s as %s is refused: %s', (formula, unit, reason, at) => {
    const error = refused(entry(formula, unit));
    expect([error.reason, error.at]).toEqual([reason, at]);
    expect(error.hint).not.toBe('');
  });

  it('names the choices', () => {
    expect(refused(entry('G', 'usd-per-oz', { G: 'golf' })).hint).toBe('did you mean gold?');
    expect(refused(entry('meen(G, 3)', 'usd-per-oz')).hint).toMatch(/did you mean mean/);
    expect(refused(entry('G / C', 'ratio')).hint).toMatch(/no unit is of that dimension; see as/);
    expect(refused(entry('G / S', 'usd')).hint).toMatch(/fraction.*ratio/);
    expect(refused(entry('G', 'usd-per-ozz')).hint).toMatch(/did you mean usd-per-oz/);
  });

  it('uses every symbol it names, and takes its rows from one of them', () => {
    expect(refused(derivedEntry('made', 'G', { G: 'gold', S: 'silver' }, 'usd-per-oz')).reason).toBe(
      'the symbol S is not used',
    );
    expect(refused(derivedEntry('made', 'G', { G: 'gold' }, 'usd-per-oz', { on: 'Q' })).reason).toBe(
      '"on" is no symbol: Q',
    );
  });

  it('is not fooled by names that every object has', () => {
    expect(refused(derivedEntry('made', 'toString + G', { G: 'gold' }, 'usd')).reason).toBe(
      'unknown symbol: toString',
    );
    expect(refused(derivedEntry('made', 'constructor(G, 2)', { G: 'gold' }, 'usd')).reason).toBe(
      'unknown function: constructor',
    );
  });
});

describe('the catalogue of derived series', () => {
  const a = derivedEntry('a', 'X', { X: 'b' }, 'usd-per-oz');
  const b = derivedEntry('b', 'X', { X: 'gold' }, 'usd-per-oz');

  it('finds the order in which entries need one another', () => {
    const { series, refused: none } = derivedCatalogue([a, b], world);
    expect([...series.keys()]).toEqual(['b', 'a']);
    expect(none).toEqual([]);
  });

  it('refuses circles and what hangs on them, and keeps the rest', () => {
    const back = derivedEntry('b', 'X', { X: 'a' }, 'usd-per-oz');
    const self = derivedEntry('c', 'X', { X: 'c' }, 'usd-per-oz');
    const good = derivedEntry('d', 'X', { X: 'gold' }, 'usd-per-oz');
    const { series, refused: found } = derivedCatalogue([a, back, self, good], world);
    expect([...series.keys()]).toEqual(['d']);
    expect(Object.fromEntries(found.map(({ id, error }) => [id, error.message]))).toEqual({
      a: 'made of b, which is refused: made of itself: a → b → a; break the circle',
      b: 'made of itself: a → b → a; break the circle',
      c: 'made of itself: c → c; break the circle',
    });
  });

  it('refuses the second of two with one id', () => {
    const { series, refused: found } = derivedCatalogue([b, { ...b, formula: '2 * X' }], world);
    expect(series.get('b')?.compiled.entry.formula).toBe('X');
    expect(found.map(({ error }) => error.message)).toEqual([
      'there is a derived series b already; rename one',
    ]);
  });

  it('gives an entry the calendar of its rows, the sources of all, and the transform of its formula', () => {
    const { series } = derivedCatalogue(
      [
        derivedEntry('ratio', 'G / S', { G: 'gold', S: 'silver' }, 'ratio'),
        derivedEntry('spread', 'G - S', { G: 'gold', S: 'silver' }, 'usd-per-oz'),
        derivedEntry('weekly', 'as(last(G, 3) * A, "usd")', { G: 'gold', A: 'assets' }, 'usd', { on: 'A' }),
        derivedEntry('days', 'X', { X: 'bars' }, 'usd'),
      ],
      world,
    );
    const of = (id: string) => series.get(id)?.entry;
    expect(of('ratio')).toMatchObject({ transform: 'price', unit: 'ratio', assetClass: 'metals' });
    expect(of('ratio')?.sources.map(({ symbol }) => symbol)).toEqual(['gold', 'silver']);
    expect(of('spread')).toMatchObject({ transform: 'level' });
    expect(of('weekly')).toMatchObject({ frequency: 'weekly', transform: 'level' });
    expect(of('days')).toMatchObject({ frequency: 'daily' });
  });
});
