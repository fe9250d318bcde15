import { UserError } from '../../data/errors.ts';
import { nearest } from '../../data/nearest.ts';
import type { View } from '../../data/view.ts';
import type { CascadeState } from '../engine/job.ts';
import { SELLERS } from '../sellers/index.ts';
import { MARKET_ASSETS } from '../state/assets.ts';
import { READERS } from '../state/index.ts';
import { type MarketState, readMarket } from '../state/market.ts';
import type { Reading, SellerState, Setting, StateTable } from '../state/reading.ts';
import type { Theta, Unknown } from '../state/unknown.ts';
import type { CascadeOptions } from './options.ts';

/** Everything a cascade starts from, as known at the instant. */
export interface Setup {
  readonly market: MarketState;
  readonly readings: readonly Reading[];
  readonly unknowns: readonly Unknown[];
  readonly missing: readonly string[];
  readonly tables: readonly { readonly seller: string; readonly table: StateTable }[];
  state(theta: Theta): CascadeState;
}

/** States of one view that are kept: one each for the last horizons, steps and sets of assets. */
const MOST_KEPT = 6;

/** What was read of a view, which cannot change, by what was asked of it; the latest last. */
const readOf = new WeakMap<View, Map<string, Promise<Setup>>>();

/**
 * Reads the market and what each seller starts from. Missing data fall back to priors. Neither the shock nor who is switched on is part of it,
 * so that it is read once for all of them.
 * @throws UserError (2) for an asset or seller that the simulation does not know, (3) when no asset has a price at the instant.
 */
export async function setUp(view: View, options: CascadeOptions): Promise<Setup> {
  refuseUnknown(options);
  const setup = await readOnce(view, options);
  refuseWithoutPrice(setup.market, options);
  return setup;
}

type Asked = Pick<CascadeOptions, 'assets' | 'stepMinutes' | 'horizonMinutes'>;

function readOnce(view: View, { assets, stepMinutes, horizonMinutes }: Asked): Promise<Setup> {
  const kept = readOf.get(view) ?? new Map<string, Promise<Setup>>();
  readOf.set(view, kept);
  const key = JSON.stringify([assets ?? null, stepMinutes, horizonMinutes]);
  const reading = kept.get(key) ?? read(view, { assets, stepMinutes, horizonMinutes });
  kept.delete(key);
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  return reading;
}

async function read(view: View, { assets, stepMinutes, horizonMinutes }: Asked): Promise<Setup> {
  const steps = Math.round(horizonMinutes / stepMinutes);
  const market = await readMarket({ view, assets, stepMinutes, steps });
  const setting: Setting = { view, start: view.instant, assets: market.assets, stepMinutes, steps };
  const states = await Promise.all(
    SELLERS.map(async ({ id }): Promise<[string, SellerState<unknown>]> => [id, await READERS[id]!(setting)]),
  );
  return {
    market,
    readings: [...market.readings, ...states.flatMap(([, { readings }]) => readings)],
    unknowns: unique([...market.unknowns, ...states.flatMap(([, { unknowns }]) => unknowns)]),
    missing: [...new Set(states.flatMap(([, { missing }]) => missing))],
    tables: states.flatMap(([seller, { tables = [] }]) => tables.map((table) => ({ seller, table }))),
    state: (theta) => ({
      market: market.spec(theta),
      sellers: Object.fromEntries(
        states.flatMap(([id, state]) => {
          const params = state.params(theta);
          return params === null ? [] : [[id, params]];
        }),
      ),
    }),
  };
}

function unique(unknowns: readonly Unknown[]): readonly Unknown[] {
  return [...new Map(unknowns.map((unknown) => [unknown.name, unknown])).values()];
}

function refuseUnknown({ shock, sellers, assets }: CascadeOptions): void {
  const known = MARKET_ASSETS.map(({ id }) => id);
  for (const id of [...Object.keys(shock), ...(assets ?? [])]) {
    if (!known.includes(id)) throw unknownName('asset', id, known);
  }
  for (const id of Object.keys(shock)) {
    if (assets && !assets.includes(id)) {
      throw new UserError(`--shock: ${id} is not among the assets asked for`, `add it to --assets`, 2);
    }
  }
  const ids = SELLERS.map(({ id }) => id);
  for (const id of sellers ?? []) if (!ids.includes(id)) throw unknownName('seller', id, ids);
}

function unknownName(kind: 'asset' | 'seller', id: string, known: readonly string[]): UserError {
  const close = nearest(id, known, 3);
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}? ` : '';
  return new UserError(
    `no such ${kind} in the simulation: "${id}"`,
    `${hint}allowed: ${known.join(', ')}`,
    2,
  );
}

function refuseWithoutPrice(market: MarketState, { shock }: CascadeOptions): void {
  const named = Object.keys(shock).find((id) => market.leftOut.includes(id));
  if (market.assets.length > 0 && named === undefined) return;
  throw new UserError(
    named === undefined
      ? 'no asset of the simulation has a price at that instant'
      : `${named} has no price at that instant`,
    'ask for a later instant, or see `tidemark data list`',
    3,
  );
}
