import { checkAllFinite, checkFinite } from '../../math/arguments.ts';
import type { View } from './view.ts';

export interface Infeasible {
  readonly status: 'infeasible';
  /** Labels of the views that exclude one another; one when a view is out of reach by itself. */
  readonly views: readonly string[];
  /** The nearest bound: lowest and highest value over the scenarios of the view that is out of reach by itself. */
  readonly reach?: readonly [low: number, high: number];
}

/** Views as rows g of E[g] = 0 or E[g] ≤ 0, in prior standard deviations, over all scenarios. */
export interface Constraints {
  /** K rows of S values: (v − target)/scale. */
  readonly rows: readonly Float64Array[];
  /** True for an inequality, whose multiplier is not below 0. */
  readonly inequality: readonly boolean[];
  /** Prior standard deviation of the values of each view, below 0 for ≥, 0 for a view that holds in every scenario. */
  readonly scale: Float64Array;
}

/** Range of values, relative to the largest, below which they count as one value. */
const CONSTANT = 1e-10;

/** The views as constraints, or the first of them that no probabilities can satisfy. @throws RangeError on a view of another shape. */
export function constraintsOf(prior: Float64Array, views: readonly View[]): Constraints | Infeasible {
  const rows: Float64Array[] = [];
  const scale = new Float64Array(views.length);
  for (const [k, view] of views.entries()) {
    checkView(view, prior.length);
    const [low, high] = reachOf(prior, view.values);
    const constant = high - low <= CONSTANT * Math.max(Math.abs(low), Math.abs(high));
    if (outOfReach(view, low, high, constant)) {
      return { status: 'infeasible', views: [view.label], reach: [low, high] };
    }
    const deviation = constant ? 0 : deviationOf(prior, view.values, high - low);
    scale[k] = view.relation === '>=' ? -deviation : deviation;
    rows.push(view.values.map((value) => (deviation === 0 ? 0 : (value - view.target) / scale[k]!)));
  }
  return { rows, inequality: views.map(({ relation }) => relation !== '='), scale };
}

/** A target may miss a bound by rounding alone. */
function outOfReach({ relation, target }: View, low: number, high: number, constant: boolean): boolean {
  const slack = (constant ? CONSTANT : 1e-12) * Math.max(Math.abs(low), Math.abs(high));
  return (relation !== '<=' && target > high + slack) || (relation !== '>=' && target < low - slack);
}

/** Lowest and highest value over the scenarios that have a probability. */
function reachOf(prior: Float64Array, values: Float64Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let s = 0; s < values.length; s++) {
    if (prior[s] === 0) continue;
    low = Math.min(low, values[s]!);
    high = Math.max(high, values[s]!);
  }
  return [low, high];
}

/** In units of the range, so that no square is lost to underflow. */
function deviationOf(prior: Float64Array, values: Float64Array, range: number): number {
  const mean = prior.reduce((sum, p, s) => sum + p * values[s]!, 0);
  return range * Math.sqrt(prior.reduce((sum, p, s) => sum + p * ((values[s]! - mean) / range) ** 2, 0));
}

function checkView({ label, values, target, relation }: View, scenarios: number): void {
  if (values.length !== scenarios) {
    throw new RangeError(`a view needs ${scenarios} values, one a scenario; ${label} has ${values.length}`);
  }
  if (relation !== '=' && relation !== '<=' && relation !== '>=') {
    throw new RangeError(`a relation is =, <= or >=, came ${relation}`);
  }
  checkAllFinite(label, values);
  checkFinite('target', target);
}
