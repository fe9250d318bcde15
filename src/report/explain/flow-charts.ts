import { type StackedBars, stackedBars } from '../charts/stacked-bars.ts';
import { type TimeBars, timeBars } from '../charts/time-bars.ts';
import { type TimeLines, timeLines } from '../charts/time-lines.ts';
import { block, frame, NARROW, WIDE } from '../compose/charts.ts';
import type { ChartBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import type { ExplainDesk } from './story.ts';

interface ChartWords {
  readonly id: string;
  readonly title: Inline;
  readonly measure: string;
}

const HEIGHT = 190;

function pictured(
  desk: ExplainDesk,
  words: ChartWords,
  svg: (frameOf: ReturnType<typeof frame>) => string,
): ChartBlock {
  const shown = { ...words, number: desk.nextChart() };
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: svg(frame(desk, shown, { width, height: HEIGHT, part })),
  });
  return block(desk, shown, {
    layout: 'one',
    draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
  });
}

export function barsChart(desk: ExplainDesk, words: ChartWords, bars: TimeBars): ChartBlock {
  return pictured(desk, words, (shown) => timeBars(shown, bars));
}

export function linesChart(desk: ExplainDesk, words: ChartWords, lines: TimeLines): ChartBlock {
  return pictured(desk, words, (shown) => timeLines(shown, lines));
}

export function stacksChart(desk: ExplainDesk, words: ChartWords, stacks: StackedBars): ChartBlock {
  return pictured(desk, words, (shown) => stackedBars(shown, stacks));
}
