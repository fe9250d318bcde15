import type { WeightedPoints } from '../../src/simulation/calibration/regression-adjustment.ts';
import { fromUniform, type Unknown } from '../../src/simulation/state/unknown.ts';

/** Three significant digits. */
export function significant(value: number): string {
  return Number.isNaN(value) ? '–' : String(Number(value.toPrecision(3))).replace('-', '−');
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Quantile of weighted values: the first at which the weights reach p of their sum. */
export function weightedQuantile(values: Float64Array, weights: Float64Array, p: number): number {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= p * whole) return values[i]!;
  }
  return values[order.at(-1)!]!;
}

/** Prior and posterior of each unknown at 5, 50 and 95 %. */
export function marginRows(unknowns: readonly Unknown[], { points, weights }: WeightedPoints): string[][] {
  return unknowns.map((unknown, k) => {
    const drawn = Float64Array.from(points, (point) => fromUniform(unknown, point[k]!));
    const prior = [0.05, 0.5, 0.95].map((p) => significant(fromUniform(unknown, p)));
    return [
      unknown.name,
      ...prior,
      ...[0.05, 0.5, 0.95].map((p) => significant(weightedQuantile(drawn, weights, p))),
    ];
  });
}
