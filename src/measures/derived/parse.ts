import jsep from 'jsep';
import { FormulaError } from './formula-error.ts';
import { ALLOWED, type Token, tokens } from './tokens.ts';

export type Operator = '+' | '-' | '*' | '/';

/** A formula as a tree; `at` is the place of its word or operator in the text. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'symbol'; readonly name: string; readonly at: number }
  | { readonly kind: 'minus'; readonly of: Formula; readonly at: number }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Formula[]; readonly at: number };

/**
 * Reads a formula: numbers, symbols, + − × ÷, parentheses and calls; texts only as arguments.
 * @throws FormulaError with the place of what is not allowed.
 */
export function parseFormula(formula: string): Formula {
  const words = tokens(formula);
  return treeOf(syntaxOf(formula), new Places(formula, words));
}

function syntaxOf(formula: string): jsep.Expression {
  try {
    return jsep(formula);
  } catch (error) {
    const { index, description } = error as { index?: number; description?: string };
    throw new FormulaError(
      description ?? 'not a formula',
      ALLOWED,
      formula,
      Math.min(index ?? 0, formula.length),
    );
  }
}

/** jsep's tree has no places; its leaves come in the order of the words, which have. */
class Places {
  readonly formula: string;
  readonly #words: readonly Token[];
  #next = 0;

  constructor(formula: string, words: readonly Token[]) {
    this.formula = formula;
    this.#words = words;
  }

  leaf(): Token {
    return this.#forward(({ kind }) => kind === 'name' || kind === 'number' || kind === 'text');
  }

  /** The operator after the leaf that was taken last. */
  operator(): Token {
    return this.#forward(({ kind }) => kind === 'operator');
  }

  refuse(reason: string, at: number = this.#words[Math.min(this.#next, this.#words.length - 1)]!.at): never {
    throw new FormulaError(reason, ALLOWED, this.formula, at);
  }

  #forward(wanted: (word: Token) => boolean): Token {
    while (this.#next < this.#words.length) {
      const word = this.#words[this.#next]!;
      this.#next += 1;
      if (wanted(word)) return word;
    }
    return this.refuse('not a formula');
  }
}

function treeOf(node: jsep.Expression, places: Places): Formula {
  if (isA<jsep.Literal>(node, 'Literal')) return literal(node, places);
  if (isA<jsep.Identifier>(node, 'Identifier'))
    return { kind: 'symbol', name: node.name, at: places.leaf().at };
  if (isA<jsep.UnaryExpression>(node, 'UnaryExpression')) {
    const { at, text } = places.operator();
    if (text !== '-') places.refuse(`no operator ${text} before a value`, at);
    return { kind: 'minus', of: treeOf(node.argument, places), at };
  }
  if (isA<jsep.BinaryExpression>(node, 'BinaryExpression')) {
    const left = treeOf(node.left, places);
    const { at, text } = places.operator();
    return { kind: 'operation', operator: text as Operator, left, right: treeOf(node.right, places), at };
  }
  if (isA<jsep.CallExpression>(node, 'CallExpression') && isA<jsep.Identifier>(node.callee, 'Identifier')) {
    const { at } = places.leaf();
    return {
      kind: 'call',
      name: node.callee.name,
      given: node.arguments.map((one) => treeOf(one, places)),
      at,
    };
  }
  if (isA<jsep.Compound>(node, 'Compound') && node.body.length > 1) treeOf(node.body[0]!, places);
  return places.refuse('not a formula');
}

function literal({ value }: jsep.Literal, places: Places): Formula {
  const { at, text } = places.leaf();
  if (typeof value === 'number') return { kind: 'number', value, at };
  if (typeof value === 'string') return { kind: 'text', value, at };
  return { kind: 'symbol', name: text, at };
}

function isA<N extends jsep.Expression>(node: jsep.Expression, type: N['type']): node is N {
  return node.type === type;
}
