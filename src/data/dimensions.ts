import { type BaseUnit, baseUnit, type Unit } from './unit.ts';

/**
 * What kind of plain number a quantity without a dimension is. `number`: a constant of a formula, which goes with any of them. Two kinds
 * multiply and divide, and never add: a score of 3 and a fraction of 0.1 have no sum.
 */
const KINDS = {
  fraction: 'fraction',
  ratio: 'fraction',
  count: 'count',
  score: 'score',
  sigma: 'sigma',
} as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS] | 'number';

/** The dimensions of a quantity: powers of its atoms (`usd`, `oz`, `year` …), and for a plain number its kind. */
export interface Dimensions {
  /** Atom → power, none of them 0. */
  readonly powers: ReadonlyMap<string, number>;
  /** Means something only where there are no powers. */
  readonly kind: Kind;
}

const PER = '-per-';
const NO_POWERS: ReadonlyMap<string, number> = new Map();

export const NUMBER: Dimensions = { powers: NO_POWERS, kind: 'number' };

/** A plain number of a kind. */
export function plain(kind: Kind): Dimensions {
  return { powers: NO_POWERS, kind };
}

/** Dimensions of a unit, read from its name: `usd-per-oz` is usd · oz⁻¹, `fraction-per-year` is year⁻¹. */
export function dimensionsOf(unit: Unit): Dimensions {
  const [over, under] = parts(baseUnit(unit));
  const kind = kindOf(over);
  const powers = new Map<string, number>();
  if (!kind) powers.set(over, 1);
  if (under) powers.set(under.atom, (powers.get(under.atom) ?? 0) - 1);
  return { powers, kind: kind ?? 'fraction' };
}

/** Product of atoms that one of a base unit is: 1, but 1e-9 for `fraction-per-1e9-usd`. */
export function sizeOf(unit: BaseUnit): number {
  return 1 / (parts(unit)[1]?.count ?? 1);
}

function parts(unit: BaseUnit): [over: string, under?: { readonly count: number; readonly atom: string }] {
  const [over, under] = unit.split(PER) as [string, string?];
  if (under === undefined) return [over];
  const [, count, atom] = /^(?:(\d+(?:e\d+)?)-)?(.+)$/.exec(under) as unknown as [string, string?, string?];
  return [over, { count: Number(count ?? 1), atom: atom! }];
}

function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name as keyof typeof KINDS] : undefined;
}

/** Dimensions of a product (`sign` 1) or a quotient (−1). */
export function combine(a: Dimensions, b: Dimensions, sign: 1 | -1): Dimensions {
  const powers = new Map(a.powers);
  for (const [atom, power] of b.powers) {
    const sum = (powers.get(atom) ?? 0) + sign * power;
    if (sum === 0) powers.delete(atom);
    else powers.set(atom, sum);
  }
  return { powers, kind: powers.size > 0 ? 'fraction' : kindOfPair(a, b, sign) };
}

/** Scaling by a number or a fraction keeps the kind; a quotient of one kind is a fraction. */
function kindOfPair(a: Dimensions, b: Dimensions, sign: 1 | -1): Kind {
  if (a.powers.size > 0) return 'fraction';
  if (b.kind === 'number') return a.kind;
  if (a.kind === 'number') return sign === 1 ? b.kind : 'fraction';
  if (a.kind === b.kind) return sign === 1 ? a.kind : 'fraction';
  if (b.kind === 'fraction') return a.kind;
  return a.kind === 'fraction' && sign === 1 ? b.kind : 'fraction';
}

/** Whether two quantities may be added, or one stated as the other. */
export function agree(a: Dimensions, b: Dimensions): boolean {
  if (a.powers.size !== b.powers.size) return false;
  for (const [atom, power] of a.powers) if (b.powers.get(atom) !== power) return false;
  return a.powers.size > 0 || a.kind === b.kind || a.kind === 'number' || b.kind === 'number';
}

export function isPlain(a: Dimensions): boolean {
  return a.powers.size === 0;
}

/** `usd/oz`, `1/year`, `usd·shares`, `fraction`. */
export function dimensionsName({ powers, kind }: Dimensions): string {
  if (powers.size === 0) return kind;
  const side = (sign: number): string =>
    [...powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([atom, power]) => (Math.abs(power) === 1 ? atom : `${atom}^${Math.abs(power)}`))
      .join('·');
  const [over, under] = [side(1), side(-1)];
  return under === '' ? over : `${over || '1'}/${under}`;
}
