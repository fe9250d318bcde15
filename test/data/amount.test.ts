import { describe, expect, it } from 'vitest';
import { add, amount, inBase, inUnit } from '../../src/data/amount.ts';
import type { Unit } from '../../src/data/unit.ts';

describe('amounts', () => {
  // H.4.1 of 2026-02-12: total assets in millions; RRP of 2026-02-11 in billions.
  const walcl = amount(6_622_391, 'usd-mn');
  const rrp = amount(1.048, 'usd-bn');

  it('in different units do not compile into a sum, and raise when they get there', () => {
    // @ts-expect-error millions and billions of dollars do not add
    expect(() => add(walcl, rrp)).toThrow(/cannot add usd-bn to usd-mn; convert/);
    // @ts-expect-error nor do they the other way round
    expect(() => add(rrp, walcl)).toThrow(RangeError);
    expect(add(walcl, inUnit(rrp, 'usd-mn'))).toEqual({ value: 6_623_439, unit: 'usd-mn' });
  });

  it('whose units come from data raise when they differ', () => {
    const from = (value: number, unit: string) => amount(value, unit as Unit);
    expect(() => add(from(1, 'usd-mn'), from(1, 'usd-bn'))).toThrow(/cannot add usd-bn to usd-mn/);
    expect(add(from(1, 'usd-mn'), from(2, 'usd-mn')).value).toBe(3);
  });

  it('convert inside their dimension only', () => {
    expect(inBase(rrp)).toBe(1.048e9);
    expect(() => inUnit(rrp, 'oz')).toThrow(/different things/);
  });
});
