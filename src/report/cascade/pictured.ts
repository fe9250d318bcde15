import type { Frame } from '../charts/svg.ts';
import { block, NARROW, WIDE } from '../compose/charts.ts';
import type { ChartBlock } from '../document.ts';
import type { Drawn } from '../drawn.ts';
import type { Inline } from '../inline.ts';
import type { CascadeDesk } from './desk.ts';
import { markedFrame } from './marked.ts';

interface ChartWords {
  readonly id: string;
  readonly title: Inline;
  readonly measure: string;
}

/** A chart of the chapter, drawn for a page and for a phone. */
export function pictured(
  desk: CascadeDesk,
  words: ChartWords,
  height: number | ((width: number) => number),
  draw: (frame: Frame) => string,
  drawn?: Drawn,
): ChartBlock {
  const shown = { ...words, number: desk.nextChart() };
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: draw(
      markedFrame(desk, shown, {
        width,
        height: typeof height === 'number' ? height : height(width),
        part,
      }),
    ),
  });
  return block(desk, shown, {
    layout: 'one',
    draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
    ...(drawn ? { drawn } : {}),
  });
}
