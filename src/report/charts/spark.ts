import { element } from './svg.ts';

const WIDTH = 64;
const HEIGHT = 18;
const EDGE = 2.5;

/** A small line without axes, with a dot at its end; the number stands beside it, so it is not spoken. Empty under two known values. */
export function spark(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = (WIDTH - 2 * EDGE) / (values.length - 1);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
  const points = values.flatMap((value, at) =>
    value === null ? [] : [[EDGE + at * step, y(value)] as const],
  );
  const path = points
    .map(([x, top], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${top.toFixed(1)}`)
    .join('');
  const [x, top] = points.at(-1)!;
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' },
    element('path', { d: path, fill: 'none', stroke: 'var(--ink-2)', 'stroke-width': 1 }),
    element('circle', { cx: x, cy: top, r: 2, fill: 'var(--ink)' }),
  );
}
