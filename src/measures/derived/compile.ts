import { amount, inBase } from '../../data/amount.ts';
import {
  agree,
  combine,
  type Dimensions,
  dimensionsName,
  dimensionsOf,
  NUMBER,
  sizeOf,
} from '../../data/dimensions.ts';
import { nearest } from '../../data/nearest.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import { type BaseUnit, baseUnit, isUnit, UNITS, type Unit } from '../../data/unit.ts';
import type { DerivedEntry } from './entry.ts';
import { FormulaError } from './formula-error.ts';
import { type FormulaFunction, FUNCTIONS, signatureOf } from './functions.ts';
import { readParameter } from './parameters.ts';
import { type Formula, type Operator, parseFormula } from './parse.ts';

/** A series that a formula reads: the observation of the row's date or, carried, the last one at most so many days old. */
export interface Column {
  readonly symbol: string;
  readonly entry: SeriesEntry;
  /** Most days that an observation is carried; undefined: the row's own date. */
  readonly carry?: number;
}

/** A checked formula: every symbol a column, every function found, every unit right. */
export type Expression = { readonly dimensions: Dimensions } & (
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'function';
      readonly of: FormulaFunction;
      readonly over: readonly Expression[];
      readonly given: readonly (number | string)[];
    }
);

export interface Compiled {
  readonly entry: DerivedEntry;
  readonly expression: Expression;
  readonly columns: readonly Column[];
  /** Entry of the symbol whose dates are the rows. */
  readonly on: SeriesEntry;
}

/** The functions that read a series or the world of units, and take no column. */
export const SPECIAL = [
  {
    signature: 'last(x, days)',
    text: 'the last observation of the series x on or before the row’s date, at most so many days before it',
    unit: 'that of x',
    missing: 'a row without one is left out',
  },
  {
    signature: 'amount(40, "usd-bn")',
    text: 'a constant with a unit, converted to its base unit',
    unit: 'the one stated',
    missing: 'none',
  },
] as const;

const NAMES = [...FUNCTIONS.keys(), 'last', 'amount'];

/** What a formula is compiled against. */
export interface SeriesWorld {
  readonly entry: (id: string) => SeriesEntry | undefined;
  /** Ids to choose from when one is unknown. */
  readonly ids: readonly string[];
}

/**
 * Checks a formula against the series it names, its functions and its unit.
 * @throws FormulaError with the place and the choices.
 */
export function compile(entry: DerivedEntry, world: SeriesWorld): Compiled {
  const compiler = new Compiler(entry, world);
  const expression = compiler.checked(parseFormula(entry.formula));
  const on = entry.on ?? Object.keys(entry.of)[0] ?? '';
  compiler.finish(expression, on);
  return {
    entry,
    expression,
    columns: compiler.columns,
    on: compiler.columns.find((one) => one.symbol === on)!.entry,
  };
}

type Call = Extract<Formula, { kind: 'call' }>;

class Compiler {
  readonly columns: Column[] = [];
  readonly #entry: DerivedEntry;
  readonly #world: SeriesWorld;

  constructor(entry: DerivedEntry, world: SeriesWorld) {
    this.#entry = entry;
    this.#world = world;
  }

  checked(node: Formula): Expression {
    switch (node.kind) {
      case 'number':
        return { kind: 'constant', value: node.value, dimensions: NUMBER };
      case 'text':
        return this.#refuse(
          `a text is no value: "${node.value}"`,
          'texts stand only as parameters: a date, a unit',
          node.at,
        );
      case 'symbol':
        return this.#column(node.name, node.at);
      case 'minus': {
        const of = this.checked(node.of);
        return { kind: 'minus', of, dimensions: of.dimensions };
      }
      case 'operation':
        return this.#operation(node);
      case 'call':
        return this.#call(node);
    }
  }

  /** What can only be said of the whole: the unit, and that every symbol is used. */
  finish(expression: Expression, on: string): void {
    const { unit, of } = this.#entry;
    const unused = Object.keys(of).find((symbol) => !this.columns.some((column) => column.symbol === symbol));
    if (unused !== undefined)
      this.#refuse(`the symbol ${unused} is not used`, 'take it out of "of", or use it', 0);
    if (this.columns.length === 0) this.#refuse('the formula reads no series', 'name one in "of"', 0);
    if (!Object.hasOwn(of, on)) this.#refuse(`"on" is no symbol: ${on}`, choices(Object.keys(of)), 0);
    this.#requireUnit(unit, 'the entry', 0);
    if (agree(expression.dimensions, dimensionsOf(unit))) return;
    const fitting = BASE_UNITS.filter((one) => agree(expression.dimensions, dimensionsOf(one)));
    this.#refuse(
      `the formula gives ${dimensionsName(expression.dimensions)}, the entry states ${unit} (${dimensionsName(dimensionsOf(unit))})`,
      fitting.length > 0
        ? `units of that dimension: ${fitting.join(', ')}`
        : 'no unit is of that dimension; see as(x, "unit")',
      0,
    );
  }

  #column(symbol: string, at: number, carry?: number): Expression {
    const entry = this.#series(symbol, at);
    let column = this.columns.findIndex((one) => one.symbol === symbol && one.carry === carry);
    if (column < 0)
      column = this.columns.push({ symbol, entry, ...(carry === undefined ? {} : { carry }) }) - 1;
    return { kind: 'column', column, dimensions: dimensionsOf(entry.unit) };
  }

  #series(symbol: string, at: number): SeriesEntry {
    const { of } = this.#entry;
    const id = Object.hasOwn(of, symbol) ? of[symbol]! : undefined;
    if (id === undefined) {
      if (NAMES.includes(symbol))
        this.#refuse(`${symbol} is a function`, `write it ${writtenAs(symbol)}`, at);
      this.#refuse(`unknown symbol: ${symbol}`, choices(Object.keys(of)), at);
    }
    const entry = this.#world.entry(id);
    if (!entry) this.#refuse(`unknown series: ${id} (${symbol})`, choices(this.#world.ids, id), at);
    this.#requireUnit(entry.unit, `the series ${id}`, at);
    return entry;
  }

  /** Values are kept in base units: a thousand times wrong is what comes of anything else. */
  #requireUnit(unit: string, whose: string, at: number): asserts unit is BaseUnit {
    if (!isUnit(unit)) this.#refuse(`${whose} has no known unit: "${unit}"`, choices(BASE_UNITS, unit), at);
    if (baseUnit(unit) === unit) return;
    this.#refuse(
      `${whose} is in ${unit}, which is not a base unit`,
      `series are kept in ${baseUnit(unit)}`,
      at,
    );
  }

  #operation(node: Extract<Formula, { kind: 'operation' }>): Expression {
    const { operator, at } = node;
    const [left, right] = [this.checked(node.left), this.checked(node.right)];
    return {
      kind: 'operation',
      operator,
      left,
      right,
      dimensions: this.#combined(operator, left, right, at),
    };
  }

  #combined(
    operator: Operator,
    { dimensions: a }: Expression,
    { dimensions: b }: Expression,
    at: number,
  ): Dimensions {
    if (operator === '*' || operator === '/') return combine(a, b, operator === '*' ? 1 : -1);
    if (agree(a, b)) return a.kind === 'number' ? b : a;
    const [did, to] = operator === '+' ? ['add', 'to'] : ['subtract', 'from'];
    return this.#refuse(
      `cannot ${did} ${dimensionsName(b)} ${to} ${dimensionsName(a)}`,
      'both sides need the same unit; a constant takes one with amount(40, "usd-bn")',
      at,
    );
  }

  #call(call: Call): Expression {
    if (call.name === 'last') return this.#last(call);
    if (call.name === 'amount') return this.#amount(call);
    const of = FUNCTIONS.get(call.name);
    if (!of) this.#refuse(`unknown function: ${call.name}`, choices(NAMES, call.name), call.at);
    this.#count(call, of.over.length + of.parameters.length, signatureOf(of));
    const over = call.given.slice(0, of.over.length).map((one) => this.checked(one));
    const given = of.parameters.map((parameter, i) =>
      this.#parameter(call.given[of.over.length + i]!, parameter),
    );
    try {
      return {
        kind: 'function',
        of,
        over,
        given,
        dimensions: of.dimensions(
          over.map((one) => one.dimensions),
          given,
        ),
      };
    } catch (error) {
      if (!(error instanceof RangeError) || error instanceof FormulaError) throw error;
      return this.#refuse(error.message, `${signatureOf(of)} has the unit: ${of.unit}`, call.at);
    }
  }

  #last(call: Call): Expression {
    this.#count(call, 2, 'last(x, days)');
    const [x, days] = call.given as [Formula, Formula];
    if (x.kind !== 'symbol') this.#refuse('last takes the symbol of a series', 'write last(x, days)', x.at);
    const carry = this.#parameter(days, { name: 'days', kind: 'days', least: 1 }) as number;
    return this.#column(x.name, x.at, carry);
  }

  #amount(call: Call): Expression {
    this.#count(call, 2, 'amount(40, "usd-bn")');
    const [value, unit] = call.given as [Formula, Formula];
    const number = this.#parameter(value, { name: 'value', kind: 'number' }) as number;
    const name = unit.kind === 'text' ? unit.value : '';
    if (!isUnit(name)) this.#refuse(`not a unit: "${name}"`, choices(UNITS, name), unit.at);
    const pure = inBase(amount(number, name)) * sizeOf(baseUnit(name));
    return { kind: 'constant', value: pure, dimensions: dimensionsOf(name) };
  }

  #parameter(node: Formula, parameter: Parameters<typeof readParameter>[1]): number | string {
    const read = readParameter(node, parameter);
    return typeof read === 'object' ? this.#refuse(read.reason, read.hint, node.at) : read;
  }

  #count(call: Call, wanted: number, signature: string): void {
    if (call.given.length === wanted) return;
    this.#refuse(
      `${call.name} takes ${wanted} arguments, came ${call.given.length}`,
      `write ${signature}`,
      call.at,
    );
  }

  #refuse(reason: string, hint: string, at: number): never {
    throw new FormulaError(reason, hint, this.#entry.formula, at);
  }
}

export const BASE_UNITS: readonly BaseUnit[] = UNITS.filter((unit): unit is BaseUnit => isBase(unit));

function isBase(unit: Unit): boolean {
  return baseUnit(unit) === unit;
}

const MOST_CHOICES = 30;

/** `did you mean …?`, or all there is to choose from. */
function choices(known: readonly string[], word?: string): string {
  const close = word === undefined ? [] : nearest(word, known, 3);
  if (close.length > 0) return `did you mean ${close.join(', ')}?`;
  if (known.length === 0) return 'there is none to choose from';
  const more = known.length > MOST_CHOICES ? ` and ${known.length - MOST_CHOICES} more` : '';
  return `allowed: ${known.slice(0, MOST_CHOICES).join(', ')}${more}`;
}

function writtenAs(name: string): string {
  const found = FUNCTIONS.get(name);
  return found
    ? signatureOf(found)
    : SPECIAL.find(({ signature }) => signature.startsWith(`${name}(`))!.signature;
}
