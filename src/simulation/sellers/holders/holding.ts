import { z } from 'zod';

/** Something held: an asset of the market and what it is worth. */
export const holding = z.object({
  asset: z.string().min(1).describe('asset of the market'),
  usd: z.number().min(0).describe('at the price of the start; unit: usd'),
});

/** Whether no asset is named twice; with `ONCE` for a refinement. */
export function namedOnce(list: readonly { readonly asset: string }[]): boolean {
  return new Set(list.map(({ asset }) => asset)).size === list.length;
}

export const ONCE = { message: 'an asset is named once' };
