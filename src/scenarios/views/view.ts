import {
  checkAllFinite,
  checkFinite,
  checkPositive,
  checkSameLength,
  checkWithin,
} from '../../math/arguments.ts';

/** A statement about probabilities q of S scenarios that is linear in them: Σ values_s·q_s relation target. */
export interface View {
  /** What is meant, for people. */
  readonly label: string;
  /** One value a scenario. */
  readonly values: Float64Array;
  readonly relation: '=' | '<=' | '>=';
  readonly target: number;
}

/** E[x] relation target, in the unit of x. @throws RangeError when the target or a value is not finite. */
export function meanView(name: string, x: Float64Array, relation: View['relation'], target: number): View {
  checkAllFinite(name, x);
  checkFinite('target', target);
  return { label: `E[${name}] ${relation} ${target}`, values: x, relation, target };
}

/**
 * E[x] = mean and Var[x] = deviation² (without a sample correction): linear because the mean is fixed, E[x²] = s² + m².
 * @throws RangeError when the mean or a value is not finite, or the deviation is not above 0.
 */
export function volatilityViews(
  name: string,
  x: Float64Array,
  mean: number,
  deviation: number,
): readonly View[] {
  checkPositive('deviation', deviation);
  const second = x.map((value) => value * value);
  const target = deviation ** 2 + mean ** 2;
  return [
    meanView(name, x, '=', mean),
    { label: `SD[${name}] = ${deviation}`, values: second, relation: '=', target },
  ];
}

export interface Moments {
  readonly name: string;
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Corr[x, y] = ρ once means and deviations are fixed by `volatilityViews`: E[xy] = ρ·s_x·s_y + m_x·m_y.
 * @throws RangeError when lengths differ, a deviation is not above 0 or ρ is outside [−1, 1].
 */
export function correlationView(x: Moments, y: Moments, correlation: number): View {
  checkSameLength('values', x.values, y.values);
  checkPositive('deviation', x.deviation);
  checkPositive('deviation', y.deviation);
  checkWithin('correlation', correlation, -1, 1);
  return {
    label: `Corr[${x.name}, ${y.name}] = ${correlation}`,
    values: x.values.map((value, s) => value * y.values[s]!),
    relation: '=',
    target: correlation * x.deviation * y.deviation + x.mean * y.mean,
  };
}

/** P(event) relation target; `happens` says in which scenarios. @throws RangeError when the target is outside [0, 1]. */
export function probabilityView(
  name: string,
  happens: readonly boolean[],
  relation: View['relation'],
  target: number,
): View {
  checkWithin('probability', target, 0, 1);
  return {
    label: `P(${name}) ${relation} ${target}`,
    values: Float64Array.from(happens, Number),
    relation,
    target,
  };
}

/** P(x ≤ level) = probability: a value at risk. @throws RangeError when a value is not finite or the probability is outside [0, 1]. */
export function valueAtRiskView(name: string, x: Float64Array, level: number, probability: number): View {
  checkAllFinite(name, x);
  checkFinite('level', level);
  const happens = Array.from(x, (value) => value <= level);
  return probabilityView(`${name} <= ${level}`, happens, '=', probability);
}

/** E[better] ≥ E[worse] + margin, in the unit of both. @throws RangeError when lengths differ or a value is not finite. */
export function rankingView(
  better: { readonly name: string; readonly values: Float64Array },
  worse: { readonly name: string; readonly values: Float64Array },
  margin = 0,
): View {
  checkSameLength('values', better.values, worse.values);
  const difference = better.values.map((value, s) => value - worse.values[s]!);
  return meanView(`${better.name} - ${worse.name}`, difference, '>=', margin);
}
