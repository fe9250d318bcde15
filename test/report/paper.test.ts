import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/report/document.ts';
import { columnWidths } from '../../src/report/render/column-widths.ts';
import { inOneFont, paperPictures, stillPicture } from '../../src/report/render/still.ts';
import { typstString } from '../../src/report/render/typst-theme.ts';
import { paperColours } from '../../src/report/tokens.ts';

function table(cells: readonly (readonly string[])[]): TableBlock {
  const columns = (cells[0] ?? []).map((_, index) => ({
    key: `c${index}`,
    title: `c${index}`,
    align: index === 0 ? ('start' as const) : ('end' as const),
  }));
  const rows = cells.map((row) => ({ cells: row.map((text) => ({ text: [text] })) }));
  return { kind: 'table', id: 't', label: '', title: [], columns, groups: [{ rows }], notes: [] };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the widths of a table on paper', () => {
  it('fill the page and keep the letters when everything fits', () => {
    const { widths, scale } = columnWidths(table([['Gold', '+1.0%']]), 698, 12, () => 1);
    expect(sum(widths)).toBeCloseTo(698, 6);
    expect(scale).toBe(1);
  });

  it('let words wrap before a number is cut', () => {
    const long = 'a name of many words '.repeat(12).trim();
    const { widths, scale } = columnWidths(table([[long, '1,234,567.89']]), 400, 12, () => 1);
    expect(scale).toBe(1);
    // 12 signs of 0.57 em at 12 px
    expect(widths[1]).toBeGreaterThan(12 * 0.57 * 12);
    expect(sum(widths)).toBeCloseTo(400, 6);
  });

  it('shrink the letters when the numbers alone are too wide', () => {
    const numbers = Array.from({ length: 12 }, () => '1,234,567.89');
    const { widths, scale } = columnWidths(table([['Gold', ...numbers]]), 698, 12, () => 1);
    expect(scale).toBeLessThan(1);
    expect(sum(widths)).toBeCloseTo(698, 6);
  });
});

describe('a picture on paper', () => {
  const svg =
    '<svg xmlns="x" width="20" height="10"><text fill="var(--up)" font-weight="620">10⁹</text></svg>';
  const colours = paperColours('warm');

  it('has its colours and its family written out', () => {
    const still = stillPicture({ width: 'any', svg }, colours, 'Noto Sans CJK SC');
    expect(still).toMatchObject({ width: 20, height: 10 });
    // warm of the tokens
    expect(still.svg).toContain('fill="#B83A0E"');
    expect(still.svg).toContain('<svg font-family="Noto Sans CJK SC" ');
  });

  it('is refused without a size, and with a colour that has no name', () => {
    const still = (text: string) => () => stillPicture({ width: 'any', svg: text }, colours, 'x');
    expect(still('<svg></svg>')).toThrow(RangeError);
    expect(still('<svg width="1" height="1" fill="var(--nothing)"/>')).toThrow('"nothing"');
  });

  it('is set in one font: an edge for bold, plain digits raised', () => {
    const { svg: still } = stillPicture({ width: 'any', svg }, colours, 'x');
    expect(inOneFont(still)).toContain(
      '<text stroke="#B83A0E" stroke-width=".3" fill="#B83A0E">10<tspan baseline-shift="super" font-size="70%">9</tspan>',
    );
  });

  it('is never the one for a phone', () => {
    const both = [
      { width: 'wide', svg },
      { width: 'narrow', svg },
    ] as const;
    expect(paperPictures(both)).toEqual([both[0]]);
  });
});

describe('a text in a source of Typst', () => {
  it('cannot leave its quotes and is no markup', () => {
    expect(typstString('a"b\\c#d[e]\n\u0007$f$')).toBe('"a\\"b\\\\c#d[e] $f$"');
  });
});
