import { type StackedBars, stackedBars } from '../charts/stacked-bars.ts';
import { type TimeBars, timeBars } from '../charts/time-bars.ts';
import { type TimeLines, timeLines } from '../charts/time-lines.ts';
import { block, frame, NARROW, WIDE } from '../compose/charts.ts';
import type { ChartBlock } from '../document.ts';
import { type Drawn, drawnOverTime } from '../drawn.ts';
import type { Inline } from '../inline.ts';
import type { ExplainDesk } from './story.ts';

interface ChartWords {
  readonly id: string;
  readonly title: Inline;
  readonly measure: string;
  readonly height?: number;
}

const HEIGHT = 190;

function pictured(
  desk: ExplainDesk,
  { height = HEIGHT, ...words }: ChartWords,
  drawn: Drawn,
  svg: (frameOf: ReturnType<typeof frame>) => string,
): ChartBlock {
  const shown = { ...words, number: desk.nextChart() };
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: svg(frame(desk, shown, { width, height, part })),
  });
  return block(desk, shown, {
    layout: 'one',
    draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
    drawn,
  });
}

export function barsChart(desk: ExplainDesk, words: ChartWords, bars: TimeBars): ChartBlock {
  const { dates, values, format, line } = bars;
  const drawn = drawnOverTime({ dates, lines: [{ name: '', values }, ...(line ? [line] : [])], format });
  return pictured(desk, words, drawn, (shown) => timeBars(shown, bars));
}

export function linesChart(desk: ExplainDesk, words: ChartWords, lines: TimeLines): ChartBlock {
  return pictured(desk, words, drawnOverTime(lines), (shown) => timeLines(shown, lines));
}

export function stacksChart(desk: ExplainDesk, words: ChartWords, stacks: StackedBars): ChartBlock {
  const { dates, stacks: lines, format } = stacks;
  return pictured(desk, words, drawnOverTime({ dates, lines, format }), (shown) =>
    stackedBars(shown, stacks),
  );
}
