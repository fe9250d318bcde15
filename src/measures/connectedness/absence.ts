/** Why there is no value: too few rows, a series that does not vary, or errors that are linearly dependent. */
export type Absence = 'insufficient_data' | 'constant_series' | 'singular_covariance';

/** True when a result is the reason why there is none. */
export function isAbsent<T>(result: T | Absence): result is Absence {
  return typeof result === 'string';
}
