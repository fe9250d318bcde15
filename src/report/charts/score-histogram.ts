import { element, type Frame, framed, svgText } from './svg.ts';

const TOP = 26;
const BOTTOM = 18;

/** Days by score on a square-root scale, with the day's own marker: a distribution, so a histogram. */
export function scoreHistogram(
  frame: Frame,
  counts: readonly number[],
  score: number | null,
  today: string,
): string {
  const { width, height } = frame;
  const step = width / Math.max(1, counts.length);
  const most = Math.sqrt(Math.max(1, ...counts));
  const floor = height - BOTTOM;
  const bin = 100 / Math.max(1, counts.length);
  const own = score === null ? -1 : Math.min(counts.length - 1, Math.floor(score / bin));
  const bars = counts.map((count, index) => {
    const tall = count === 0 ? 0 : Math.max(1, (Math.sqrt(count) / most) * (floor - TOP));
    return element('rect', {
      x: index * step + 0.5,
      y: floor - tall,
      width: step - 1,
      height: tall,
      fill: own >= 0 && index >= own ? 'var(--sev)' : 'var(--sev-2)',
    });
  });
  const ticks = [0, 25, 50, 75, 100].map((tick) =>
    svgText(String(tick), {
      x: (tick / 100) * width,
      y: height - 4,
      'font-size': 11,
      fill: 'var(--ink-3)',
      'text-anchor': tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle',
    }),
  );
  const base = element('line', { x1: 0, x2: width, y1: floor, y2: floor, stroke: 'var(--ink)' });
  return framed(frame, ...bars, base, ...ticks, ...marker(score, today, { width, floor }));
}

function marker(score: number | null, today: string, size: { width: number; floor: number }): string[] {
  if (score === null) return [];
  const x = (Math.min(100, Math.max(0, score)) / 100) * size.width;
  const right = x > size.width * 0.7;
  return [
    element('line', { x1: x, x2: x, y1: 20, y2: size.floor, stroke: 'var(--ink)', 'stroke-width': 1.5 }),
    element('path', { d: `M${(x - 4).toFixed(1)} 18h8l-4 6z`, fill: 'var(--ink)' }),
    svgText(today, {
      x: right ? x - 8 : x + 8,
      y: 27,
      'text-anchor': right ? 'end' : 'start',
      'font-size': 12,
      'font-weight': 620,
      fill: 'var(--ink)',
    }),
  ];
}
