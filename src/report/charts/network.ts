import { element, type Frame, fitted, framed, svgText, textWidth } from './svg.ts';

export interface NetworkNode {
  readonly name: string;
  /** What it sends net of what it receives; null where it is not measured. */
  readonly net: number | null;
}

export interface Network {
  /** In the order in which they stand round the circle: those of a kind together. */
  readonly nodes: readonly NetworkNode[];
  /** From sender to receiver by their numbers, widths in the proportion of their weights. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
}

const SIZE = 12;
const WIDEST = 5;
const LARGEST = 9;
const SMALLEST = 3;
const TURN = 2 * Math.PI;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Markets round a circle and the strongest flows between them: a full disc sends more than it receives, a ring the opposite, the larger the
 * more. Every line ends in an arrow at its receiver, the thicker the stronger.
 */
export function networkChart(frame: Frame, { nodes, edges }: Network): string {
  const label = frame.width < 500 ? 62 : 150;
  const radius = Math.min(frame.width / 2 - label - 18, frame.height / 2 - 34);
  const centre = { x: frame.width / 2, y: frame.height / 2 };
  const at = (k: number, r: number): Point => {
    const angle = (k / Math.max(1, nodes.length)) * TURN - TURN / 4;
    return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  };
  const largest = Math.max(...nodes.map(({ net }) => Math.abs(net ?? 0)), Number.MIN_VALUE);
  const sizes = nodes.map(
    ({ net }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.abs(net ?? 0) / largest),
  );
  const heaviest = Math.max(...edges.map(({ weight }) => weight), Number.MIN_VALUE);
  const lines = [...edges]
    .sort((a, b) => a.weight - b.weight)
    .map(({ from, to, weight }) =>
      arrow(at(from, radius), at(to, radius), centre, 1 + (WIDEST - 1) * (weight / heaviest), {
        start: sizes[from]! + 2,
        end: sizes[to]! + 3,
      }),
    );
  return framed(
    frame,
    ...lines,
    ...nodes.map(({ net }, k) => disc(at(k, radius), sizes[k]!, net)),
    ...nodes.map(({ name }, k) => labelOf(name, at(k, radius + LARGEST + 6), centre, label)),
  );
}

function disc({ x, y }: Point, r: number, net: number | null): string {
  const full = (net ?? 0) > 0;
  return element('circle', {
    cx: x,
    cy: y,
    r,
    fill: full ? 'var(--ink)' : 'var(--surface)',
    stroke: net === null ? 'var(--ink-3)' : 'var(--ink)',
    'stroke-width': 1.5,
  });
}

/** A line bent towards the middle of the circle, cut before both discs, with its head at the end. */
function arrow(
  a: Point,
  b: Point,
  centre: Point,
  width: number,
  gap: { start: number; end: number },
): string {
  const bend = { x: (a.x + b.x + centre.x) / 3, y: (a.y + b.y + centre.y) / 3 };
  const from = towards(a, bend, gap.start);
  const tip = towards(b, bend, gap.end);
  const length = 5 + 1.5 * width;
  const neck = towards(tip, bend, length);
  const side = (tip.x === neck.x && tip.y === neck.y ? 0 : (2.5 + width) / length) || 0;
  const [dx, dy] = [(tip.y - neck.y) * side, (neck.x - tip.x) * side];
  const path = `M${places(from)} Q${places(bend)} ${places(neck)}`;
  const head = [tip, { x: neck.x + dx, y: neck.y + dy }, { x: neck.x - dx, y: neck.y - dy }];
  return (
    element('path', {
      d: path,
      fill: 'none',
      stroke: 'var(--ink-3)',
      'stroke-width': width,
      'stroke-opacity': 0.75,
    }) + element('polygon', { points: head.map(places).join(' '), fill: 'var(--ink-2)' })
  );
}

function towards(from: Point, to: Point, by: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: from.x + (dx / length) * by, y: from.y + (dy / length) * by };
}

function places({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

function labelOf(name: string, { x, y }: Point, centre: Point, width: number): string {
  const lean = (x - centre.x) / 20;
  const anchor = lean > 1 ? 'start' : lean < -1 ? 'end' : 'middle';
  const text = fitted(name, SIZE, anchor === 'middle' ? Math.max(width, textWidth('00000000', SIZE)) : width);
  const drop = anchor === 'middle' ? (y < centre.y ? 0 : SIZE - 2) : SIZE / 3;
  return svgText(text, { x, y: y + drop, 'text-anchor': anchor, 'font-size': SIZE, fill: 'var(--ink)' });
}
