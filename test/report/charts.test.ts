import { describe, expect, it } from 'vitest';
import { classStrip } from '../../src/report/charts/class-strip.ts';
import { correlationMatrix } from '../../src/report/charts/correlation-matrix.ts';
import { drawdownLine, drawdownPath } from '../../src/report/charts/drawdown-lines.ts';
import { depthOf, heatTiles } from '../../src/report/charts/heat-tiles.ts';
import { apart, ladderHeight, levelLadder } from '../../src/report/charts/level-ladder.ts';
import { networkChart } from '../../src/report/charts/network.ts';
import { paint, themed } from '../../src/report/charts/paint.ts';
import { scoreHistogram } from '../../src/report/charts/score-histogram.ts';
import { type Frame, fitted, framed, textWidth } from '../../src/report/charts/svg.ts';
import { timeBars } from '../../src/report/charts/time-bars.ts';
import { timeLines } from '../../src/report/charts/time-lines.ts';

const frame: Frame = { id: 'c', width: 300, height: 120, title: 'A finding', description: 'A measure' };

const PICTURES: Readonly<Record<string, (frame: Frame) => string>> = {
  'class strip': (one) =>
    classStrip(one, [
      { name: '加密', sigma: -5.8, text: '−5.8 σ' },
      { name: '信用', sigma: null, text: '没有数值' },
    ]),
  network: (one) =>
    networkChart(one, {
      nodes: [
        { name: 'Bitcoin', net: -0.1 },
        { name: 'S&P 500', net: 0.2 },
        { name: 'X|{Y}', net: null },
      ],
      edges: [{ from: 1, to: 0, weight: 0.03 }],
    }),
  'score histogram': (one) => scoreHistogram(one, [620, 120, 30, 4, 0], 43, 'today'),
  'heat tiles': (one) =>
    heatTiles(
      one,
      [
        {
          name: 'Crypto',
          tiles: [
            { name: 'Bitcoin', text: '−14.0%', z: -7.3 },
            { name: 'X|{Y}', text: '0.0%', z: null },
          ],
        },
      ],
      2,
    ),
  'drawdown line': (one) =>
    drawdownLine(one, { name: 'Bitcoin', path: [-0.1, null, -0.3, -0.5], text: '−50.0%' }, -0.6),
  'level ladder': (one) =>
    levelLadder(
      one,
      [90_000, null, 70_000, 62_910],
      [
        { price: 70_000, text: '70,000', name: '', day: '5 Feb 2026', mark: 'broken-today' },
        { price: 60_000, text: '60,000', name: 'Swing low', day: '', mark: 'not-reached' },
        { price: 62_910, text: '62,910', name: 'Close', day: '', mark: 'close' },
      ],
      160,
    ),
  'correlation matrix': (one) =>
    correlationMatrix(
      one,
      {
        names: ['A', 'B'],
        short: [
          [1, 0.5],
          [-0.34, 1],
        ],
        long: [
          [1, 0.9],
          [null, 1],
        ],
      },
      60,
    ),
  'lines over time': (one) =>
    timeLines(one, {
      dates: ['2025-10-08', '2025-10-15', '2025-10-22', '2025-10-29'],
      lines: [
        { name: 'Net <liquidity>', values: [5.79, null, 5.7, 5.65] },
        { name: '', values: [1, 2, null, null] },
        { name: 'nothing', values: [null, null, null, null] },
      ],
      format: (value) => value.toFixed(2),
      marks: [{ date: '2025-10-10', text: '10 Oct & after' }],
    }),
  'bars over time': (one) =>
    timeBars(one, {
      dates: ['2025-10-08', '2025-10-09', '2025-10-10'],
      values: [120, null, -80.5],
      format: String,
      line: { name: 'mean', values: [null, 120, 19.75] },
    }),
};

describe.each(Object.entries(PICTURES))('the %s', (_, draw) => {
  it('is the same text each time it is drawn in one process', () => {
    const first = draw(frame);
    expect(draw(frame)).toBe(first);
    expect(first).not.toMatch(/zr\d/);
  });

  it('is named by its finding', () => {
    const svg = draw(frame);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="c-t c-d"/);
    expect(svg).toContain('<title id="c-t">A finding</title>');
    expect(svg).toContain('<desc id="c-d">A measure</desc>');
  });

  it('carries no script, style, class or size that only a library needs', () => {
    expect(draw(frame)).not.toMatch(/<script|<style|<!\[CDATA|class=|ecmeta|undefined|NaN/);
  });

  it('takes its colours from the page, so that it follows the theme', () => {
    const colours = draw(frame).match(/(?:fill|stroke)="([^"]*)"/g) ?? [];
    for (const colour of colours)
      expect(colour).toMatch(/"(?:none|var\(--[a-z0-9-]+\)|url\(#c-[a-z0-9]+\)|transparent|#000)"/);
  });

  it('has ids of its own, each once', () => {
    const ids = [...draw({ ...frame, simulated: 'SIMULATED' }).matchAll(/ id="([^"]*)"/g)].map(
      (match) => match[1] as string,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.startsWith('c-')).toBe(true);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [tag, slash, name, self] of draw(frame).matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
      if (slash === '/') expect(open.pop(), tag).toBe(name);
      else if (self !== '/') open.push(name as string);
    }
    expect(open).toEqual([]);
  });

  it('is hatched and says so when the data are simulated', () => {
    const svg = draw({ ...frame, simulated: 'SIMULATED' });
    expect(svg).toContain('patternTransform="rotate(45)"');
    expect(svg).toContain('fill="url(#c-hatch)"');
    expect(svg).toContain('>SIMULATED</text>');
    expect(draw(frame)).not.toContain('hatch');
  });
});

describe('a drawdown path', () => {
  // By hand: the last close is half its peak, so a peak of 2 against a last close of 1 (relative to the first, 1): −0.5, −0.25, −0.5.
  it('puts every close under the one highest close', () => {
    expect(drawdownPath([1, 1.5, 1], -0.5)).toEqual([-0.5, -0.25, -0.5]);
  });

  it('keeps a hole a hole, and draws nothing when the last close is missing', () => {
    expect(drawdownPath([1, null, 1], 0)).toEqual([0, null, 0]);
    expect(drawdownPath([1, null], -0.1)).toEqual([]);
    expect(drawdownPath([], 0)).toEqual([]);
  });
});

describe('the depth of a tile', () => {
  it('steps at a quarter, one, two and three standard deviations, either way', () => {
    expect([0, 0.24, 0.25, 1, 2, 3, 9].map(depthOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
    expect([-0.3, -1.5, -2.5, -7].map(depthOf)).toEqual([-1, -2, -3, -4]);
    expect(depthOf(null)).toBe(0);
  });
});

describe('a name in a narrow place', () => {
  it('loses its bracket, then becomes its ticker, then its first letters', () => {
    expect(fitted('S&P 500', 11, 200)).toBe('S&P 500');
    expect(fitted('白银期货（近月）', 11, 60)).toBe('白银期货');
    expect(fitted('Volatility of VIX (VVIX)', 11, 60)).toBe('VVIX');
    expect(fitted('Emerging markets fund EEM', 11, 60)).toBe('EEM');
    expect(fitted('Dow Jones Industrial Average', 11, 60)).toBe('Dow Jone…');
  });

  it('counts a Chinese character as wide as the type is high', () => {
    expect(textWidth('比特币', 12)).toBe(36);
    expect(textWidth('abc', 10)).toBeCloseTo(17.1);
  });
});

describe('a picture of hostile words', () => {
  it('shows them as words', () => {
    const svg = framed({ ...frame, title: '</title><script>alert(1)</script>', description: '"&\u0000' });
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;/title&gt;&lt;script&gt;');
    expect(svg).toContain('&quot;&amp;</desc>');
  });
});

describe('a stand-in for a colour', () => {
  it('becomes the variable that it stands for', () => {
    expect(themed(`<a fill="${paint('ink')}" stroke="${paint('grey-4')}"/>`)).toBe(
      '<a fill="var(--ink)" stroke="var(--grey-4)"/>',
    );
    expect(themed('#fafffa')).toBe('#fafffa');
  });
});

describe('labels of a ladder', () => {
  it('stay where they are when they do not touch', () => {
    expect(apart([10, 40, 90], 200)).toEqual([10, 40, 90]);
  });

  it('move down from one another, and up from the floor, in their order', () => {
    expect(apart([10, 12, 13], 200)).toEqual([10, 26, 42]);
    expect(apart([90, 95, 99], 100)).toEqual([68, 84, 100]);
    expect(apart([], 100)).toEqual([]);
  });

  it('always have a row each in a picture of their height', () => {
    for (const n of [1, 5, 18, 40]) {
      const rows = apart(new Array(n).fill(0), ladderHeight(n) - 10);
      rows.slice(1).forEach((row, k) => {
        expect(row - rows[k]!).toBeGreaterThanOrEqual(16);
      });
      expect(rows[0]).toBeGreaterThanOrEqual(0);
    }
  });

  it('draw no line of closes from fewer than two, and break it where one is missing', () => {
    const lines = [{ price: 100, text: '100', name: '', day: '', mark: 'held' as const }];
    const path = (closes: readonly (number | null)[]) =>
      levelLadder(frame, closes, lines, 100).match(
        /d="(M[^"]*)" fill="none" stroke="var\(--ink\)" stroke-width="1.6"/,
      )?.[1];
    expect(path([100])).toBeUndefined();
    expect(path([90, 95, null, 80, 85])?.match(/M/g)).toHaveLength(2);
  });
});
