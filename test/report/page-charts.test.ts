import { describe, expect, it } from 'vitest';
import { dotBands, dotBandsHeight } from '../../src/report/charts/dot-bands.ts';
import { shareTable, shareTableHeight } from '../../src/report/charts/share-table.ts';

const rows = [
  { name: 'Yen', value: -0.5, band: { low: -0.8, high: -0.2 }, text: '−0.50', note: 'hedge, since 2020' },
  { name: 'Gold', value: 0.1, band: { low: -0.1, high: 0.3 }, text: '0.10', note: 'diversifier' },
  { name: 'Cash', value: 0, text: '0.00', note: 'diversifier' },
];

function frameOf(width: number, height: number) {
  return { id: 'f', width, height, title: 'A finding', description: 'A measure' };
}

function bands(width: number, shown = rows) {
  return dotBands(frameOf(width, dotBandsHeight(shown.length, width)), { rows: shown, format: String });
}

function attributes(svg: string, name: string) {
  return [...svg.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map(([, text]) =>
    Object.fromEntries([...text!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );
}

describe('dots with bands', () => {
  it('fills a dot whose band leaves zero out, and leaves a ring where zero is in it', () => {
    const fills = attributes(bands(698), 'circle').map(({ fill }) => fill);
    expect(fills).toEqual(['var(--ink)', 'var(--surface)', 'var(--ink)']);
  });

  it('puts values in their order over one scale, with zero between those of either sign', () => {
    const svg = bands(698);
    const [yen, gold, cash] = attributes(svg, 'circle').map(({ cx }) => Number(cx)) as [
      number,
      number,
      number,
    ];
    expect(yen).toBeLessThan(cash);
    expect(cash).toBeLessThan(gold);
    const zero = attributes(svg, 'line').find(({ stroke, x1, x2 }) => stroke === 'var(--ink)' && x1 === x2)!;
    expect(Number(zero.x1)).toBeCloseTo(cash, 6);
  });

  it('draws a whisker from end to end, and none without a band', () => {
    const whiskers = attributes(bands(698), 'line').filter(({ y1, y2 }) => y1 === y2);
    expect(whiskers).toHaveLength(2);
    const dot = Number(attributes(bands(698), 'circle')[0]!.cx);
    // −0.5 lies half way between −0.8 and −0.2.
    expect((Number(whiskers[0]!.x1) + Number(whiskers[0]!.x2)) / 2).toBeCloseTo(dot, 0);
  });

  it('sets the note below the name where there is no room beside it', () => {
    expect(dotBandsHeight(3, 340)).toBeGreaterThan(dotBandsHeight(3, 698));
    expect(bands(340)).toContain('hedge, since 2020');
    expect(bands(340)).not.toMatch(/NaN|undefined/);
  });

  it('draws no rows at all without a fault', () => {
    expect(bands(698, [])).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the table of shares', () => {
  const shares = [
    [0.6, 0.3, null],
    [0.04, 0.95, 0.01],
    [null, null, null],
  ];
  const svg = shareTable(
    frameOf(400, shareTableHeight(3, 24)),
    { names: ['S&P 500 fund SPY', 'Gold <fund>', 'Oil'], shares },
    100,
  );

  it('prints the measured shares in percent, and nothing for the others', () => {
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.slice(6)).toEqual(['60', '30', '4', '95', '1']);
    expect(attributes(svg, 'rect')).toHaveLength(5);
  });

  it('is the deeper the larger the share, and grey on the diagonal', () => {
    expect(attributes(svg, 'rect').map(({ fill }) => fill)).toEqual([
      'var(--grey-1)',
      'var(--sev-4)',
      'var(--sev-1)',
      'var(--grey-1)',
      'var(--surface)',
    ]);
  });

  it('keeps the number of a row whose name is cut, and escapes it', () => {
    expect(svg).toContain('>1 ');
    expect(svg).toContain('&lt;');
  });
});
