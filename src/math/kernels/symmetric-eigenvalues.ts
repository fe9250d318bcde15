import { exactScale } from '../matrix.ts';
import { symmetricEigenvalues as twin } from '../symmetric-eigenvalues.ts';
import { type KernelExports, kernelInstance } from './instance.ts';

/** Sizes between which the kernel is used: below it a call costs more than it saves. */
const SMALLEST = 6;
const LARGEST = 512;

interface Room {
  readonly n: number;
  readonly exports: KernelExports;
  readonly input: Float64Array;
  readonly work: number;
}

let room: Room | undefined;

/**
 * `symmetricEigenvalues` of `../symmetric-eigenvalues.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results
 * and errors.
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n || n < SMALLEST || n > LARGEST) return twin(matrix, n);
  if (room === undefined || room.n < n) room = makeRoom(n);
  if (room === undefined) return twin(matrix, n);
  const { exports, input, work } = room;
  input.set(matrix);
  const most = exports.eigenvaluesTake(n, input.byteOffset, work);
  if (Number.isNaN(most)) return new Float64Array(n).fill(Number.NaN);
  const scale = exactScale(Float64Array.of(most));
  if (exports.eigenvaluesFind(scale) === 0) return twin(matrix, n);
  const values = new Float64Array(input.buffer, exports.eigenvaluesPlace(), n).slice();
  values.sort().reverse();
  for (let i = 0; i < n; i++) values[i]! /= scale;
  return values;
}

function makeRoom(n: number): Room | undefined {
  const stride = n + (n % 2);
  const instance = kernelInstance(n * n + (stride + 4) * stride);
  if (instance === undefined) return undefined;
  const input = instance.place(n * n);
  return { n, exports: instance.exports, input, work: instance.place((stride + 4) * stride).byteOffset };
}
