import { describe, expect, it } from 'vitest';
import { waterfall, waterfallHeight } from '../../src/report/charts/waterfall.ts';

const ROWS = ['Dollar', 'Carry', 'Unexplained'];
const FRAME = {
  id: 'w',
  width: 698,
  height: waterfallHeight(ROWS.length),
  title: 'Of −10%, −6% is unexplained',
  description: 'Contributions',
};
const PANEL = { name: 'Bitcoin', steps: [-0.06, 0.02, -0.06], texts: ['−6%', '+2%', '−6%', '−10%'] };
const draw = (
  panels: readonly (typeof PANEL | { name: string; steps: (number | null)[]; texts: string[] })[],
) => waterfall(FRAME, { rows: ROWS, total: 'Move', panels });

function bars(svg: string) {
  return [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="12" fill="([^"]+)"/g),
  ].map(([, x, y, width, fill]) => ({
    left: Number(x),
    right: Number(x) + Number(width),
    y: Number(y),
    fill,
  }));
}

describe('the waterfall', () => {
  it('begins each bar where the one before ended, and draws the whole from nothing to the end', () => {
    const [dollar, carry, rest, whole] = bars(draw([PANEL])) as ReturnType<typeof bars>;
    // A fall runs to the left: from 0 to −6, back to −4, and on to −10; the whole from 0 to −10.
    expect(carry!.left).toBeCloseTo(dollar!.left, 0);
    expect(rest!.right).toBeCloseTo(carry!.right, 0);
    expect(whole!.left).toBeCloseTo(rest!.left, 0);
    expect(whole!.right).toBeCloseTo(dollar!.right, 0);
    const unit = (dollar!.right - dollar!.left) / 6;
    expect((carry!.right - carry!.left) / unit).toBeCloseTo(2, 1);
    expect((whole!.right - whole!.left) / unit).toBeCloseTo(10, 1);
  });

  it('has a colour for falls, one for rises, grey for what is left and ink for the whole', () => {
    expect(bars(draw([PANEL])).map(({ fill }) => fill)).toEqual([
      'var(--down)',
      'var(--up)',
      'var(--grey-4)',
      'var(--ink)',
    ]);
  });

  it('names every row once and every panel, with the values as told, and is named for a screen reader', () => {
    const svg = draw([PANEL, { ...PANEL, name: 'Gold' }, { ...PANEL, name: 'Nasdaq-100' }]);
    for (const text of [...ROWS, 'Move', 'Bitcoin', 'Gold', 'Nasdaq-100']) {
      expect(svg.split(`>${text}<`)).toHaveLength(2);
    }
    expect(svg.split('>−10%<')).toHaveLength(4);
    expect(svg).toContain('aria-labelledby="w-t w-d"');
    expect(svg).toContain('<title id="w-t">Of −10%, −6% is unexplained</title>');
  });

  it('draws no bar where there is no value, and stays inside its picture whatever the values', () => {
    const holed = draw([{ name: 'Gold', steps: [null, 0.02, -0.06], texts: ['–', '+2%', '−6%', '−4%'] }]);
    expect(bars(holed)).toHaveLength(3);
    const still = { name: 'Gold', steps: [0, 0, 0], texts: ['0%', '0%', '0%', '0%'] };
    for (const panel of [PANEL, still, { ...PANEL, steps: [1e9, -1e-9, 5] }]) {
      const svg = draw([panel]);
      expect(svg).not.toMatch(/NaN|Infinity/);
      for (const { left, right, y } of bars(svg)) {
        expect(Math.min(left, y)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(FRAME.width + 1);
      }
    }
    expect(draw([])).not.toMatch(/NaN|Infinity/);
  });
});
