import { checkSameLength } from '../../math/arguments.ts';
import { ascendingOrder, midRanks } from '../../math/mid-ranks.ts';
import { standardDeviation } from '../../math/moments.ts';
import { checkOutcomes } from './binary-forecasts.ts';

export interface Auroc {
  /** Chance that an event got a higher score than a non-event, ties one half; ½ no skill, 1 perfect. */
  readonly area: number;
  /** Standard error of Hanley & McNeil, from the area and the counts alone. */
  readonly hanleyMcNeil: number;
  /** Standard error of DeLong, from the sample; NaN below two events or two non-events. */
  readonly deLong: number;
}

/**
 * Area under the receiver operating characteristic of n scores (any scale, higher for likelier) and n outcomes (0 or 1).
 * A = (Σ mid-ranks of the events − n₁(n₁ + 1)/2) / (n₁·n₀)
 * Null when all outcomes are the same, and when a score or outcome is NaN.
 * @throws RangeError on another length, an outcome other than 0 and 1.
 * @see Hanley & McNeil (1982), Radiology 143, 29–36; DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837–845;
 * Sun & Xu (2014), IEEE Signal Processing Letters 21, 1389–1393 for the mid-rank form.
 */
export function auroc(score: Float64Array, outcome: Float64Array): Auroc | null {
  checkScores(score, outcome);
  const events = score.filter((_, i) => outcome[i] === 1);
  const others = score.filter((_, i) => outcome[i] === 0);
  const [m, n] = [events.length, others.length];
  if (m === 0 || n === 0 || m + n < score.length || score.some(Number.isNaN)) return null;
  const together = midRanks(Float64Array.of(...events, ...others));
  const [amongEvents, amongOthers] = [midRanks(events), midRanks(others)];
  // Share of the non-events below each event, and of the events above each non-event.
  const above = amongEvents.map((rank, i) => (together[i]! - rank) / n);
  const below = amongOthers.map((rank, j) => 1 - (together[m + j]! - rank) / m);
  const area = above.reduce((sum, share) => sum + share, 0) / m;
  return {
    area,
    hanleyMcNeil: hanleyMcNeil(area, m, n),
    deLong: Math.sqrt(standardDeviation(above) ** 2 / m + standardDeviation(below) ** 2 / n),
  };
}

/**
 * Average precision: Σ (recall_k − recall_{k−1})·precision_k over the distinct scores, highest first. The base rate for a score without skill.
 * Null when there is no event, and when a score or outcome is NaN; errors as `auroc`.
 * @see Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, section 8.4.
 */
export function averagePrecision(score: Float64Array, outcome: Float64Array): number | null {
  checkScores(score, outcome);
  const events = outcome.reduce((sum, y) => sum + y, 0);
  if (events === 0 || Number.isNaN(events) || score.some(Number.isNaN)) return null;
  const order = ascendingOrder(score).reverse();
  let [hits, counted, sum] = [0, 0, 0];
  for (const [at, i] of order.entries()) {
    if (outcome[i] === 1) counted++;
    const next = order[at + 1];
    if (next !== undefined && score[next] === score[i]) continue;
    sum += (counted - hits) * (counted / (at + 1));
    hits = counted;
  }
  return sum / events;
}

function hanleyMcNeil(area: number, events: number, others: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area * area) / (1 + area);
  const spread = area * (1 - area) + (events - 1) * (q1 - area * area) + (others - 1) * (q2 - area * area);
  return Math.sqrt(Math.max(0, spread) / (events * others));
}

function checkScores(score: Float64Array, outcome: Float64Array): void {
  checkSameLength('scores and outcomes', score, outcome);
  checkOutcomes(outcome);
}
