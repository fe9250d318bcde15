import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sparkline } from '../../src/report/sparkline.ts';

describe('a sparkline', () => {
  it('goes from the lowest block to the highest, with a blank for an absent value', () => {
    // Eighths of the span 0 to 7: one block a step.
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([2, null, 1])).toBe('█ ▁');
  });

  it('is flat for values that are the same, and empty for none', () => {
    expect(sparkline([3, 3, null])).toBe('▄▄ ');
    expect(sparkline([])).toBe('');
    expect(sparkline([null, null])).toBe('  ');
  });

  property.prop([fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }))])(
    'has one sign a value',
    (values) => {
      expect([...sparkline(values)]).toHaveLength(values.length);
    },
  );
});
