import { element, type Frame, framed, svgText } from './svg.ts';

export interface ClassBar {
  readonly name: string;
  /** In standard deviations, negative for a fall; null when not measured. */
  readonly sigma: number | null;
  readonly text: string;
}

const TOP = 30;
const BOTTOM = 24;

function scaleOf(bars: readonly ClassBar[], height: number) {
  const values = bars.map(({ sigma }) => sigma ?? 0);
  const low = Math.min(-1.5, ...values);
  const high = Math.max(0.5, ...values);
  return (sigma: number) => TOP + ((high - sigma) / (high - low)) * (height - TOP - BOTTOM);
}

function bar(
  one: ClassBar,
  index: number,
  step: number,
  y: (sigma: number) => number,
  height: number,
): string {
  const middle = (index + 0.5) * step;
  const width = Math.min(26, step * 0.45);
  const name = svgText(one.name, {
    x: middle,
    y: 13,
    'text-anchor': 'middle',
    'font-size': 12,
    fill: 'var(--ink)',
  });
  const value = svgText(one.text, {
    x: middle,
    y: height - 6,
    'text-anchor': 'middle',
    'font-size': 12,
    'font-weight': 620,
    fill: one.sigma === null ? 'var(--ink-3)' : one.sigma < 0 ? 'var(--down)' : 'var(--up)',
  });
  if (one.sigma === null) return name + value;
  const [from, to] = [y(Math.max(0, one.sigma)), y(Math.min(0, one.sigma))];
  const rect = element('rect', {
    x: middle - width / 2,
    y: from,
    width,
    height: Math.max(1, to - from),
    fill: one.sigma < 0 ? 'var(--down)' : 'var(--up)',
  });
  return name + rect + value;
}

/** Signed bars, one a class, from a zero line, with the dashed line of a large fall. */
export function classStrip(frame: Frame, bars: readonly ClassBar[]): string {
  const { width, height } = frame;
  const step = width / Math.max(1, bars.length);
  const y = scaleOf(bars, height);
  const rule = (sigma: number, dashed: boolean) =>
    element('line', {
      x1: 0,
      x2: width,
      y1: y(sigma),
      y2: y(sigma),
      stroke: dashed ? 'var(--ink-3)' : 'var(--ink)',
      ...(dashed ? { 'stroke-dasharray': '2 3' } : {}),
    });
  const drawn = bars.map((one, index) => bar(one, index, step, y, height));
  return framed(frame, rule(-1, true), ...drawn, rule(0, false));
}
