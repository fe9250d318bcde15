import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormulaError } from '../../../src/measures/derived/formula-error.ts';
import { type Formula, parseFormula } from '../../../src/measures/derived/parse.ts';

/** The tree with every operation in parentheses. */
function written(node: Formula): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'text':
      return `'${node.value}'`;
    case 'symbol':
      return node.name;
    case 'minus':
      return `(-${written(node.of)})`;
    case 'operation':
      return `(${written(node.left)} ${node.operator} ${written(node.right)})`;
    case 'call':
      return `${node.name}(${node.given.map(written).join(', ')})`;
  }
}

function refused(formula: string): FormulaError {
  try {
    parseFormula(formula);
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    return error as FormulaError;
  }
  throw new Error(`not refused: ${formula}`);
}

describe('a formula', () => {
  it.each([
    ['A - T - R', '((A - T) - R)'],
    ['a + b * c / d', '(a + ((b * c) / d))'],
    ['-(a - b) * 2', '((-(a - b)) * 2)'],
    ['mean(pct(x, 5), 20) / 1e-3', '(mean(pct(x, 5), 20) / 0.001)'],
    ["index(x,'2020-01-01')-.5", "(index(x, '2020-01-01') - 0.5)"],
    ['a\n  - -b', '(a - (-b))'],
  ])('%j is read as %s', (formula, tree) => {
    expect(written(parseFormula(formula))).toBe(tree);
  });

  it('keeps the place of every word', () => {
    const tree = parseFormula('a  -\n lag(b, 2)') as Extract<Formula, { kind: 'operation' }>;
    expect([tree.at, tree.left.at, tree.right.at]).toEqual([3, 0, 6]);
  });

  it.each([
    ['', 0],
    ['   ', 0],
    ['a − b', 2],
    ['a ; b', 2],
    ['a == b', 2],
    ['a ? b : c', 2],
    ['a.b', 1],
    ['x[0]', 1],
    ['a ** 2', 2],
    ['a // b', 2],
    ['a, b', 1],
    ['(a, b)', 2],
    ['a b', 2],
    ['+a', 0],
    ['1 2', 2],
    ['f(a)(b)', 4],
    ['`x`', 0],
    ['价格', 0],
  ])('%j is refused at character %i', (formula, at) => {
    expect(refused(formula).at).toBe(at);
  });

  it.each([
    'a +',
    '(a',
    'a)',
    'f(',
    'f(a,)',
    'f(,a)',
    '1e',
    '1.2.3',
    '"open',
    '()',
    '* a',
    'this',
    'f(a b)',
  ])('%j is refused', (formula) => {
    expect(refused(formula).message).toMatch(/line 1, column \d+/);
  });

  it('is refused with the line, the column and a caret under the place', () => {
    expect(refused('a\n  + b & c').message).toBe(
      'not allowed in a formula: & (line 2, column 7); allowed: numbers, symbols, + - * /, parentheses, and functions such as mean(x, 20)\n    + b & c\n        ^',
    );
  });

  it('is refused when it is longer than a person would follow', () => {
    expect(refused(`a${' + a'.repeat(600)}`).reason).toMatch(/2401 characters/);
  });

  it('of any characters is read or refused with a place inside it', () => {
    const words = fc.constantFrom(
      'a',
      'b',
      '1',
      '2.5',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      ',',
      'f(',
      "'x'",
      ' ',
      '\n',
      '.',
      'true',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((all) => all.join('')),
        ),
        (formula) => {
          try {
            expect(written(parseFormula(formula))).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
            expect((error as FormulaError).at).toBeGreaterThanOrEqual(0);
            expect((error as FormulaError).at).toBeLessThanOrEqual(formula.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
