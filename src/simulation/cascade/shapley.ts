import { stream } from '../../math/random.ts';

/** Sellers up to which every set of them is run. */
const EXACT = 5;
/** Orders drawn beyond that, each with its reverse. */
const ORDERS = 6;

const ORDER_STREAM = 2 ** 42;

/**
 * Sets of sellers that have to be run for the Shapley value of each: all of them up to five sellers, else those along a few orders of
 * switching on, drawn at random, and their reverses. Sets are bit masks of the sellers; the first is empty, the last the whole.
 * @see Shapley (1953); Castro, Gómez & Tejada (2009), Polynomial calculation of the Shapley value based on sampling; Mitchell et al. (2022),
 * Sampling permutations for Shapley value estimation, J. Machine Learning Research 23 (antithetic orders)
 */
export function shapleyOrders(players: number, seed: number): readonly (readonly number[])[] {
  if (players <= EXACT) return permutations(players);
  const random = stream(seed, ORDER_STREAM);
  return Array.from({ length: ORDERS }, () => [...random.permutation(players)]).flatMap((order) => [
    order,
    order.slice().reverse(),
  ]);
}

/** Sets met along the orders, each once, as bit masks; none without an order. */
export function coalitions(orders: readonly (readonly number[])[]): readonly number[] {
  const masks = new Set<number>(orders.length === 0 ? [] : [0]);
  for (const order of orders) {
    let mask = 0;
    for (const player of order) {
      mask |= 1 << player;
      masks.add(mask);
    }
  }
  return [...masks].sort((a, b) => a - b);
}

/** Mean over the orders of what each player adds when switched on; they sum to value(all) − value(none), the last by subtraction. */
export function shapleyValues(
  orders: readonly (readonly number[])[],
  players: number,
  value: (mask: number) => number,
): Float64Array {
  const added = new Float64Array(players);
  for (const order of orders) {
    let mask = 0;
    for (const player of order) {
      const next = mask | (1 << player);
      added[player] = added[player]! + (value(next) - value(mask)) / orders.length;
      mask = next;
    }
  }
  if (players > 0) {
    const all = value((1 << players) - 1) - value(0);
    let others = 0;
    for (let player = 0; player < players - 1; player++) others += added[player]!;
    added[players - 1] = all - others;
  }
  return added;
}

function permutations(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}
