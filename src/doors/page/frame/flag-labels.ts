/** A flag on the track: where it stands and how wide its label is, in pixels. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

/** On which side of its line a label stands; none: the line alone, the label on hover and focus. */
export type LabelSide = 'right' | 'left' | 'none';

const GAP = 6;

/**
 * Sides on which labels stand without touching each other, another flag's line, or the ends of the lane; the right side first,
 * newer flags first.
 */
export function labelSides(flags: readonly Flag[], span: number): readonly LabelSide[] {
  const taken: [from: number, to: number][] = [];
  const sides: LabelSide[] = flags.map(() => 'none');
  const order = flags.map((_, at) => at).sort((a, b) => flags[b]!.x - flags[a]!.x);
  for (const at of order) {
    const { x, width } = flags[at]!;
    const fits = (from: number, to: number) =>
      from >= 0 &&
      to <= span &&
      taken.every(([a, b]) => to + GAP <= a || from >= b + GAP) &&
      flags.every((other, k) => k === at || other.x + GAP <= from || other.x >= to + GAP);
    const side = fits(x + 1, x + 1 + width) ? 'right' : fits(x - 1 - width, x - 1) ? 'left' : 'none';
    if (side === 'right') taken.push([x, x + width]);
    if (side === 'left') taken.push([x - width, x]);
    sides[at] = side;
  }
  return sides;
}
