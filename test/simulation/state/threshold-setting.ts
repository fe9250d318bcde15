import { parseDay } from '../../../src/data/time.ts';
import type { View } from '../../../src/data/view.ts';
import { readMarket } from '../../../src/simulation/state/market.ts';
import type { SellerState, Setting, StateReader } from '../../../src/simulation/state/reading.ts';
import { fromUniform, type Theta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';

/** What a reader is asked for a market of bitcoin, gold and the yen. */
export function settingOf(view: View, assets: Setting['assets'] = ASSETS): Setting {
  return { view, start: view.instant, assets, stepMinutes: 5, steps: 12 };
}

const VENUES = ['binance', 'bybit', 'okx', 'bitget', 'hyperliquid', 'spot'];
export const ASSETS: Setting['assets'] = [
  { id: 'btc-usd', price: 66_000, venues: VENUES },
  { id: 'eth-usd', price: 2000, venues: VENUES },
  { id: 'gold-front', price: 5000, venues: ['exchange'] },
  { id: 'jpy-usd', price: 1 / 156, venues: ['exchange'] },
];

/** Unknowns at one place of every prior. */
export function thetaAt({ unknowns }: SellerState<unknown>, u: number): Theta {
  return Object.fromEntries(unknowns.map((one) => [one.name, fromUniform(one, u)]));
}

/** Daily closes of a series up to a day. */
export function daily(id: string, to: string, values: readonly number[]) {
  return columnsOf(id, rowsUpTo(id, parseDay(to), values));
}

/** A view in which nothing is known. */
export function emptyView(instant: number): View {
  return viewOf([], instant);
}

/** A seller's state with the market of the store as known at its instant. */
export async function stateOf<P>(view: View, reader: StateReader<P>) {
  const market = await readMarket({ view, stepMinutes: 5, steps: 12 });
  const setting: Setting = {
    view,
    start: view.instant,
    assets: market.assets,
    stepMinutes: 5,
    steps: 12,
  };
  const state = await reader(setting);
  const theta = (u: number): Theta =>
    Object.fromEntries([...market.unknowns, ...state.unknowns].map((one) => [one.name, fromUniform(one, u)]));
  return { market, state, theta };
}
