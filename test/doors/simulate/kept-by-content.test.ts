import { describe, expect, it } from 'vitest';
import { keptByContent } from '../../../src/doors/simulate/kept-by-content.ts';

describe('what is kept by its content', () => {
  it('is made once for equal data, and again for any that differ, by the sign of a zero too', () => {
    const keep = keptByContent(9);
    let made = 0;
    const make = () => ++made;
    expect(keep(['a', { x: [1, 2.5] }], make)).toBe(1);
    expect(keep(['a', { x: [1, 2.5] }], make)).toBe(1);
    expect(keep(['b', { x: [1, 2.5] }], make)).toBe(2);
    expect(keep(0, make)).toBe(3);
    expect(keep(-0, make)).toBe(4);
    expect(keep(Number.POSITIVE_INFINITY, make)).toBe(5);
    expect(keep(null, make)).toBe(6);
  });

  it('is forgotten when so many others have been asked for since, and not when it failed', () => {
    const keep = keptByContent(2);
    keep('a', () => 1);
    keep('b', () => 2);
    expect(keep('a', () => 0)).toBe(1);
    keep('c', () => 3);
    expect(keep('a', () => 0)).toBe(1);
    expect(keep('b', () => 22)).toBe(22);
    const failing = () => {
      throw new RangeError('no such plan');
    };
    expect(() => keep('d', failing)).toThrow('no such plan');
    expect(keep('d', () => 4)).toBe(4);
  });
});
