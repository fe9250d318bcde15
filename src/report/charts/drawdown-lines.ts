import { drawn } from './echarts.ts';
import { paint } from './paint.ts';
import { type Frame, framed, svgText } from './svg.ts';

/**
 * Distance of each close from the highest close known, from closes given relative to the first: dᵢ = (1 + d_last) cᵢ / c_last − 1.
 * @param spark closes over the first close, oldest first
 * @param last distance of the last close, a fraction at or below 0
 * @returns fractions; null where a close is missing, empty when the last one is
 */
export function drawdownPath(spark: readonly (number | null)[], last: number): readonly (number | null)[] {
  const end = spark.at(-1);
  if (end === undefined || end === null || end === 0) return [];
  return spark.map((close) => (close === null ? null : ((1 + last) * close) / end - 1));
}

export interface DrawdownLine {
  readonly name: string;
  readonly path: readonly (number | null)[];
  readonly text: string;
}

/** One small line of a set that shares its scale; last value at the line's end. */
export function drawdownLine(frame: Frame, one: DrawdownLine, low: number): string {
  const option = {
    grid: { left: 1, right: 54, top: 26, bottom: 8 },
    xAxis: { type: 'category', data: one.path.map((_, index) => index), show: false, boundaryGap: false },
    yAxis: {
      type: 'value',
      min: low,
      max: 0,
      interval: -low || 1,
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: paint('line') } },
    },
    series: [
      {
        type: 'line',
        silent: true,
        showSymbol: false,
        emphasis: { disabled: true },
        data: [...one.path],
        lineStyle: { color: paint('ink'), width: 1.5 },
        itemStyle: { color: paint('ink') },
        endLabel: {
          show: true,
          formatter: one.text,
          distance: 5,
          fontSize: 12,
          fontWeight: 620,
          color: paint('ink'),
        },
      },
    ],
  };
  const name = svgText(one.name, { x: 0, y: 13, 'font-size': 12, 'font-weight': 620, fill: 'var(--ink)' });
  return framed(frame, name, drawn(option, frame));
}
