import { type SharesKernel, sharesKernel } from '../../math/kernels/slopes-step.ts';
import {
  sharesRoom as plainRoom,
  type SharesRoom,
  forecastErrorShares as twin,
} from './forecast-error-shares.ts';

/** A room with the kernel that works in memory of its own, where SIMD instructions are present. */
export type SimdSharesRoom = SharesRoom & { readonly find?: SharesKernel | undefined };

/** `sharesRoom` of `./forecast-error-shares.ts`, with a kernel where there is one. */
export function sharesRoom(n: number, lag: number, horizon: number): SimdSharesRoom {
  return { ...plainRoom(n, lag, horizon), find: sharesKernel(n, lag, horizon) };
}

/** `forecastErrorShares` of `./forecast-error-shares.ts`, bit for bit, with SIMD instructions for a room that was made with them. */
export function forecastErrorShares(
  room: SimdSharesRoom,
  blocks: Float64Array,
  sigma: Float64Array,
  out: Float64Array,
): boolean {
  return room.find === undefined ? twin(room, blocks, sigma, out) : room.find(blocks, sigma, out);
}
