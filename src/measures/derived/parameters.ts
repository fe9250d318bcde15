import { parseDay } from '../../data/time.ts';
import { baseUnit, isUnit } from '../../data/unit.ts';
import type { Parameter } from './functions.ts';
import type { Formula } from './parse.ts';

/** Most rows or days that a formula may look back. */
const MOST = 20_000;

export interface RefusedParameter {
  readonly reason: string;
  readonly hint: string;
}

/** A literal argument: its value, or why it is none. Dates become epoch days. */
export function readParameter(node: Formula, parameter: Parameter): number | string | RefusedParameter {
  const { name, kind, least = 0 } = parameter;
  if (kind === 'date') {
    const day = node.kind === 'text' ? parseDay(node.value) : Number.NaN;
    return Number.isNaN(day) ? { reason: 'not a date', hint: "write 'YYYY-MM-DD'" } : day;
  }
  if (kind === 'unit') return unitNamed(node.kind === 'text' ? node.value : '');
  const value = literalOf(node);
  if (value === undefined)
    return { reason: `${name} must be a number`, hint: 'parameters are literal, not computed' };
  if (kind === 'number') return value;
  if (Number.isInteger(value) && value >= least && value <= MOST) return value;
  return {
    reason: `${name} must be a whole number, came ${value}`,
    hint: `allowed: ${least} … ${MOST} ${kind}`,
  };
}

function unitNamed(unit: string): string | RefusedParameter {
  if (!isUnit(unit))
    return { reason: `not a unit: "${unit}"`, hint: 'write a base unit such as "usd" or "ratio"' };
  if (baseUnit(unit) === unit) return unit;
  return {
    reason: `${unit} is not a base unit`,
    hint: `values are in base units: write "${baseUnit(unit)}"`,
  };
}

function literalOf(node: Formula): number | undefined {
  if (node.kind === 'number') return node.value;
  return node.kind === 'minus' && node.of.kind === 'number' ? -node.of.value : undefined;
}
