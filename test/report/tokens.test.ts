import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, mix, themeVariables } from '../../src/report/tokens.ts';

/** WCAG 2.2 relative luminance and contrast. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const AA_TEXT = 4.5;

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s theme', (_, theme) => {
  const colour = new Map(themeVariables(theme));
  const of = (name: string) => colour.get(name) as string;

  it('has readable text on the paper', () => {
    const lines = [1, 2, 3, 4, 5, 6, 7].map((k) => `cat-${k}`);
    for (const text of ['ink', 'ink-2', 'ink-3', 'accent', 'warm', 'cool', 'sev', 'amber', ...lines]) {
      expect(contrast(of(text), of('surface')), text).toBeGreaterThanOrEqual(AA_TEXT);
    }
  });

  it('has readable numbers in every cell of a heat map', () => {
    for (const hue of ['warm', 'cool', 'grey']) {
      for (const depth of [1, 2, 3]) {
        expect(contrast(of('ink'), of(`${hue}-${depth}`)), `${hue}-${depth}`).toBeGreaterThanOrEqual(AA_TEXT);
      }
      expect(contrast(of('surface'), of(`${hue}-4`)), `${hue}-4`).toBeGreaterThanOrEqual(AA_TEXT);
    }
    for (const depth of [1, 2, 3]) {
      expect(contrast(of('ink'), of(`sev-${depth}`)), `sev-${depth}`).toBeGreaterThanOrEqual(AA_TEXT);
    }
    expect(contrast(of('surface'), of('sev-5'))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it('has a readable mark of simulation on its hatch', () => {
    expect(contrast(of('sev'), of('sev-soft'))).toBeGreaterThanOrEqual(AA_TEXT);
  });
});

describe('a mixed colour', () => {
  it('goes from the one to the other', () => {
    expect(mix('#000000', '#FFFFFF', 0)).toBe('#000000');
    expect(mix('#000000', '#FFFFFF', 1)).toBe('#FFFFFF');
    expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
  });
});
