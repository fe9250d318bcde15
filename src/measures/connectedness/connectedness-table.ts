import { checkMatrix } from '../../math/matrix.ts';

/** The connectedness table of N series, all as fractions; "i" receives and "j" sends. */
export interface ConnectednessTable {
  /** θ̃_ij, N×N row-major: the share of i's forecast-error variance that comes from j. */
  readonly shares: Float64Array;
  /** TO_j = Σ_{i≠j} θ̃_ij, what j sends to all others. */
  readonly to: Float64Array;
  /** FROM_i = Σ_{j≠i} θ̃_ij, what i receives from all others. */
  readonly from: Float64Array;
  /** NET = TO − FROM: above 0 a net sender. */
  readonly net: Float64Array;
  /** NPDC_ij = θ̃_ij − θ̃_ji, N×N: above 0, j drives i (i ← j). The opposite sign is common elsewhere. */
  readonly pairwise: Float64Array;
  /** NPT_i = number of series that i drives, NPDC_ij < 0. */
  readonly driven: Float64Array;
  /** PCI_ij = 2 (θ̃_ij + θ̃_ji) / (θ̃_ii + θ̃_ij + θ̃_ji + θ̃_jj), N×N: 0 nothing shared, 1 each as much by the other as by itself. */
  readonly influence: Float64Array;
  /** TCI = Σ_{i≠j} θ̃_ij / N, from 0 to (N − 1)/N. */
  readonly total: number;
  /** cTCI = Σ_{i≠j} θ̃_ij / (N − 1), from 0 to 1. */
  readonly corrected: number;
}

/**
 * Directional, net, pairwise and total connectedness of row-normalised shares θ̃ (N×N row-major, rows sum to 1).
 * NaN policy: a series whose own share is NaN was left out; its entries are NaN and N counts the others. cTCI is NaN when one is left.
 * @throws RangeError when the length is not n².
 * @see Diebold & Yilmaz (2012), eq. 4–8; Diebold & Yilmaz (2014), J. Econometrics 182; Gabauer (2021), pairwise connectedness index;
 * Chatziantoniou & Gabauer (2021), the correction of TCI.
 */
export function connectednessTable(shares: Float64Array, n: number): ConnectednessTable {
  checkMatrix(shares, n, n);
  const to = new Float64Array(n);
  const from = new Float64Array(n);
  const driven = new Float64Array(n);
  const pairwise = new Float64Array(n * n).fill(Number.NaN);
  const influence = new Float64Array(n * n).fill(Number.NaN);
  const kept = Array.from({ length: n }, (_, i) => i).filter((i) => !Number.isNaN(shares[i * n + i]!));
  let sum = 0;
  for (const i of kept) {
    for (const j of kept) {
      const [received, sent] = [shares[i * n + j]!, shares[j * n + i]!];
      pairwise[i * n + j] = received - sent;
      influence[i * n + j] =
        (2 * (received + sent)) / (shares[i * n + i]! + received + sent + shares[j * n + j]!);
      if (received < sent) driven[i]!++;
      if (i === j) continue;
      to[j]! += received;
      from[i]! += received;
      sum += received;
    }
  }
  for (let i = 0; i < n; i++) {
    if (!Number.isNaN(shares[i * n + i]!)) continue;
    for (const list of [to, from, driven]) list[i] = Number.NaN;
  }
  const net = to.map((value, i) => value - from[i]!);
  const total = sum / kept.length;
  return { shares, to, from, net, pairwise, driven, influence, total, corrected: sum / (kept.length - 1) };
}
