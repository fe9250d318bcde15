import { type SharesKernel, sharesKernel } from '../../math/kernels/slopes-step.ts';
import {
  sharesRoom as plainRoom,
  type SharesRoom,
  forecastErrorShares as twin,
} from './forecast-error-shares.ts';

const kernels = new WeakMap<SharesRoom, SharesKernel>();

/** `sharesRoom` of `./forecast-error-shares.ts`, with memory that SIMD instructions can work on where they are present. */
export function sharesRoom(n: number, lag: number, horizon: number): SharesRoom {
  const room = plainRoom(n, lag, horizon);
  const kernel = sharesKernel(n, lag, horizon);
  if (kernel !== undefined) kernels.set(room, kernel);
  return room;
}

/** `forecastErrorShares` of `./forecast-error-shares.ts`, bit for bit, with SIMD instructions for a room that was made with them. */
export function forecastErrorShares(
  room: SharesRoom,
  blocks: Float64Array,
  sigma: Float64Array,
  out: Float64Array,
): boolean {
  const kernel = kernels.get(room);
  return kernel === undefined ? twin(room, blocks, sigma, out) : kernel(blocks, sigma, out);
}
