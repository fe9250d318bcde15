import { checkFinite, checkNotNegative, checkPositive } from '../math/arguments.ts';
import { checkLadder, type ImpactLaw } from './book-cascade.ts';

/**
 * Gain of forced selling at every level of a ladder: US dollars that must be sold because a US dollar was. Above 1 it feeds itself.
 *
 * g_j = A'·I' = (A_{j+1} − A_j)/w · (I(Q_j + A_{j+1} − A_j) − I(Q_j))/(A_{j+1} − A_j), Q_j = Q + A_j, I(Q) = sign(Q)·k·√|Q| or k·Q
 *
 * A ladder of n + 1 levels (US dollars, cumulative); w bin width (log price); k impact of the first dollar (log price); Q quantity that weighs
 * on the price before the first sale (US dollars, bought back below 0). Both slopes are those over the bin, so g_j, n values in [0, ∞), is
 * also the number of bins by which the sales of bin j push the price down; as w → 0 it tends to A'(x)·I'(Q + A(x)). NaN: refused.
 * @throws RangeError when a value is not finite, w is not above 0, k is below 0, or the ladder does not start from 0 or descends.
 * @see Cont & Wagalath (2016), Fire sales forensics: measuring endogenous risk, Mathematical Finance 26(4).
 */
export function cascadeGain(
  ladder: Float64Array,
  binWidth: number,
  impact: number,
  quantity = 0,
  law: ImpactLaw = 'square-root',
): Float64Array {
  checkLadder('ladder', ladder);
  checkPositive('bin width', binWidth);
  checkNotNegative('impact', impact);
  checkFinite('quantity', quantity);
  const push = (q: number) => impact * (law === 'linear' ? q : Math.sign(q) * Math.sqrt(Math.abs(q)));
  const gain = new Float64Array(Math.max(0, ladder.length - 1));
  for (let j = 0; j < gain.length; j++) {
    gain[j] = (push(quantity + ladder[j + 1]!) - push(quantity + ladder[j]!)) / binWidth;
  }
  return gain;
}
