import { escapeHtml } from '../escape.ts';

export type Attributes = Readonly<Record<string, string | number>>;

/** Coordinates with at most one decimal: enough for a screen, and the same text everywhere. */
function attribute(value: string | number): string {
  return escapeHtml(typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
}

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const text = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${text}/>` : `<${name}${text}>${children.join('')}</${name}>`;
}

export function svgText(text: string, attributes: Attributes): string {
  return element('text', attributes, escapeHtml(text));
}

export interface Frame {
  /** Unique in the document; prefix of every id inside. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The finding, spoken first. */
  readonly title: string;
  readonly description: string;
  /** The word that marks simulated data, when they are. */
  readonly simulated?: string;
}

function hatch({ id, width, height, simulated }: Frame): string {
  if (simulated === undefined) return '';
  const pattern = `${id}-hatch`;
  const stripes = element(
    'pattern',
    {
      id: pattern,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    element('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: 'var(--sev-2)', 'stroke-width': 1.2 }),
  );
  const field = element('rect', { width, height, fill: `url(#${pattern})`, 'fill-opacity': 0.42 });
  return element('defs', {}, stripes) + field;
}

function tag({ width, simulated }: Frame): string {
  if (simulated === undefined) return '';
  const tagWidth = [...simulated].reduce((sum, char) => sum + (char > '⺀' ? 11 : 8), 10);
  return (
    element('rect', { x: width - tagWidth, y: 0, width: tagWidth, height: 16, rx: 3, fill: 'var(--sev)' }) +
    svgText(simulated, {
      x: width - tagWidth / 2,
      y: 12,
      'text-anchor': 'middle',
      'font-size': 11,
      'font-weight': 620,
      fill: 'var(--surface)',
    })
  );
}

/** Height of the strip above a simulated picture, where the word stands clear of what is drawn. */
const STRIP = 20;

/** A whole picture around its drawn parts: named for a screen reader, and hatched when simulated. */
export function framed(frame: Frame, ...parts: readonly string[]): string {
  const { id, width, title, description } = frame;
  const above = frame.simulated === undefined ? 0 : STRIP;
  const whole = { ...frame, height: frame.height + above };
  const moved = above === 0 ? parts : [element('g', { transform: `translate(0 ${above})` }, ...parts)];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${whole.height}`,
      width,
      height: whole.height,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    element('title', { id: `${id}-t` }, escapeHtml(title)),
    element('desc', { id: `${id}-d` }, escapeHtml(description)),
    hatch(whole),
    ...moved,
    tag(whole),
  );
}

/** Estimated width of a text: a Chinese character is one em, a Latin one 0.57 em. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char > '⺀' ? size : size * 0.57), 0);
}

const BRACKET = /\s*(?:[（(]([^（）()]*)[）)]|, front future)$/;
const TICKER = /(?:^|\s)([A-Z][A-Z0-9.]{1,5})$/;

/**
 * The text cut to a width: first without its bracket and its word for index, then the ticker in the bracket or at the end, then its
 * first letters.
 */
export function fitted(title: string, size: number, width: number): string {
  const fits = (text: string) => textWidth(text, size) <= width;
  const bare = title.replace(BRACKET, '').replace(/指[数數]$/, '');
  const bracket = BRACKET.exec(title)?.[1];
  const ticker = bracket === undefined ? TICKER.exec(bare)?.[1] : TICKER.exec(bracket)?.[1];
  const found = [title, bare, ticker].find((text) => text !== undefined && fits(text));
  if (found !== undefined) return found;
  const chars = [...bare];
  while (chars.length > 1 && !fits(`${chars.join('')}…`)) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
