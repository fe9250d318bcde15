import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Flag, labelSides } from '../../../src/doors/page/frame/flag-labels.ts';

const SPAN = 800;

function boxes(flags: readonly Flag[]): readonly (readonly [number, number])[] {
  const sides = labelSides(flags, SPAN);
  return flags.flatMap(({ x, width }, at) => {
    if (sides[at] === 'right') return [[x, x + width] as const];
    return sides[at] === 'left' ? [[x - width, x] as const] : [];
  });
}

describe('the labels of the flags', () => {
  it('stand right of their lines where there is room', () => {
    expect(labelSides([{ x: 10, width: 100 }], SPAN)).toEqual(['right']);
  });

  it('turn to the left at the end of the lane', () => {
    expect(labelSides([{ x: 790, width: 100 }], SPAN)).toEqual(['left']);
  });

  it('leave the line alone where both sides are taken', () => {
    const close = [780, 786, 792].map((x) => ({ x, width: 100 }));
    expect(labelSides(close, SPAN)).toEqual(['left', 'none', 'none']);
  });

  it('never touch each other, and never leave the lane', () => {
    const flag = fc.record({
      x: fc.integer({ min: 0, max: SPAN }),
      width: fc.integer({ min: 10, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(flag, { maxLength: 20 }), (flags) => {
        const taken = [...boxes(flags)].sort(([a], [b]) => a - b);
        for (const [from, to] of taken) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(SPAN);
        }
        for (let at = 1; at < taken.length; at++) {
          expect(taken[at]![0]).toBeGreaterThanOrEqual(taken[at - 1]![1]);
        }
      }),
    );
  });
});
