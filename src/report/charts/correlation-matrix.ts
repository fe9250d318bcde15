import { decimal } from '../numbers.ts';
import { drawn } from './echarts.ts';
import { type Paint, paint } from './paint.ts';
import { type Frame, fitted, framed } from './svg.ts';

export interface Correlations {
  readonly names: readonly string[];
  /** Lower left. */
  readonly short: readonly (readonly (number | null)[])[];
  /** Upper right. */
  readonly long: readonly (readonly (number | null)[])[];
}

const STEPS: readonly Paint[] = [
  'grey-4',
  'grey-3',
  'grey-2',
  'grey-1',
  'surface',
  'sev-1',
  'sev-2',
  'sev-3',
  'sev-5',
];

function stepOf(value: number): number {
  const size = Math.abs(value);
  const depth = size < 0.1 ? 0 : size < 0.3 ? 1 : size < 0.5 ? 2 : size < 0.75 ? 3 : 4;
  return 4 + (value < 0 ? -depth : depth);
}

/** "−.34": without its zero, as the column has only fractions; 1 keeps its one. */
function short(value: number): string {
  return decimal(value, { decimals: 2 }).replace(/^(−?)0\./, '$1.');
}

function cellsOf({ names, short: lower, long: upper }: Correlations) {
  return names.flatMap((_, row) =>
    names.flatMap((__, column) => {
      if (row === column) return [];
      const value = (row > column ? lower : upper)[row]?.[column];
      if (value === null || value === undefined) return [];
      const step = stepOf(value);
      const strong = step === 0 || step === 8;
      return [
        {
          value: [column, row, step],
          name: short(value),
          label: { color: paint(strong ? 'surface' : 'ink') },
        },
      ];
    }),
  );
}

/** Numbers in cells, plum for the same way and grey for opposite: never the colours of direction. */
export function correlationMatrix(frame: Frame, correlations: Correlations, labelWidth: number): string {
  const { names } = correlations;
  const wide = labelWidth > 40;
  const axis = {
    type: 'category',
    data: names.map((_, index) => index),
    axisLine: { show: false },
    axisTick: { show: false },
  };
  const option = {
    grid: { left: labelWidth, right: 0, top: 20, bottom: 0 },
    xAxis: {
      ...axis,
      position: 'top',
      axisLabel: {
        interval: 0,
        margin: 6,
        fontSize: 11,
        color: paint('ink-2'),
        formatter: (_: string, index: number) => String(index + 1),
      },
    },
    yAxis: {
      ...axis,
      inverse: true,
      axisLabel: {
        interval: 0,
        align: 'left',
        margin: labelWidth,
        fontSize: 12,
        color: paint('ink'),
        formatter: (_: string, index: number) =>
          wide ? fitted(`${index + 1} ${names[index]}`, 12, labelWidth - 6) : String(index + 1),
      },
    },
    visualMap: {
      show: false,
      type: 'piecewise',
      dimension: 2,
      pieces: STEPS.map((name, index) => ({ value: index, color: paint(name) })),
    },
    series: [
      {
        type: 'heatmap',
        silent: true,
        emphasis: { disabled: true },
        itemStyle: { borderColor: paint('surface'), borderWidth: 1 },
        label: { show: true, formatter: '{b}', fontSize: 11 },
        data: cellsOf(correlations),
      },
    ],
  };
  return framed(frame, drawn(option, frame));
}
