/** Names of the colours that charts may use; each is a CSS variable of the page, so that a chart follows the theme. */
const NAMES = [
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'control',
  'surface',
  'accent',
  'sev',
  'sev-1',
  'sev-2',
  'sev-3',
  'sev-4',
  'sev-5',
  'up',
  'up-1',
  'up-2',
  'up-3',
  'up-4',
  'down',
  'down-1',
  'down-2',
  'down-3',
  'down-4',
  'grey-1',
  'grey-2',
  'grey-3',
  'grey-4',
] as const;

export type Paint = (typeof NAMES)[number];

/** A stand-in that a chart library takes for a colour; `themed` turns it into the variable. */
export function paint(name: Paint): string {
  return `#fa${NAMES.indexOf(name).toString(16).padStart(2, '0')}fa`;
}

/** SVG with stand-ins replaced by `var(--name)`. */
export function themed(svg: string): string {
  return svg.replace(/#fa([0-9a-f]{2})fa/g, (whole, index: string) => {
    const name = NAMES[Number.parseInt(index, 16)];
    return name === undefined ? whole : `var(--${name})`;
  });
}
