import { FormulaError } from './formula-error.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'operator' | 'open' | 'close' | 'comma';
  readonly text: string;
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /[A-Za-z_][A-Za-z_0-9]*/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /"[^"\\\n]*"|'[^'\\\n]*'/y],
  ['operator', /[-+*/]/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
];

/** After one of these a value has ended; one of those begins another. */
const ENDS: ReadonlySet<Token['kind']> = new Set(['name', 'number', 'text', 'close']);
const BEGINS: ReadonlySet<Token['kind']> = new Set(['name', 'number', 'text']);

export const ALLOWED = 'allowed: numbers, symbols, + - * /, parentheses, and functions such as mean(x, 20)';

/** Longer than any formula that a reader would follow. */
const LONGEST = 2000;

/**
 * The words of a formula with their places.
 * @throws FormulaError at the first character that is none of them, at a comma outside a function's arguments, at two values without an
 * operator, and at two operators in a row that mean one of a programming language (**, //).
 */
export function tokens(formula: string): readonly Token[] {
  if (formula.length > LONGEST) {
    throw new FormulaError(
      `a formula of ${formula.length} characters`,
      `at most ${LONGEST}`,
      formula,
      LONGEST,
    );
  }
  const found: Token[] = [];
  const calls: boolean[] = [];
  for (let at = 0; at < formula.length; ) {
    if (/\s/.test(formula[at]!)) {
      at += 1;
      continue;
    }
    const token = tokenAt(formula, at);
    const before = found.at(-1);
    if (
      before &&
      ENDS.has(before.kind) &&
      (BEGINS.has(token.kind) || (token.kind === 'open' && before.kind !== 'name'))
    ) {
      throw new FormulaError('an operator is missing', ALLOWED, formula, at);
    }
    if (token.kind === 'open') calls.push(before?.kind === 'name');
    if (token.kind === 'close') calls.pop();
    if (token.kind === 'comma' && !calls.at(-1)) {
      throw new FormulaError('a comma outside the arguments of a function', ALLOWED, formula, at);
    }
    if (before && /[*/]/.test(token.text) && token.kind === 'operator' && before.kind === 'operator') {
      throw new FormulaError(`no operator ${before.text}${token.text}`, ALLOWED, formula, before.at);
    }
    found.push(token);
    at += token.text.length;
  }
  if (found.length === 0) throw new FormulaError('an empty formula', ALLOWED, formula, 0);
  return found;
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0], at };
  }
  const character = String.fromCodePoint(formula.codePointAt(at)!);
  throw new FormulaError(`not allowed in a formula: ${character}`, ALLOWED, formula, at);
}
