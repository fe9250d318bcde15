import { element } from './svg.ts';

const WIDTHS = { thin: 0.9, thick: 1.6 } as const;

/** Stripes of 6 px at 45°, the mark of what a model made; the id is to be unique in the document. */
export function hatchPattern(id: string, look: keyof typeof WIDTHS): string {
  return element(
    'defs',
    {},
    element(
      'pattern',
      { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: 'var(--sev)', 'stroke-width': WIDTHS[look] }),
    ),
  );
}
