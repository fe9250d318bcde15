/** What an asset of the market stands for, where several series of the catalogue quote the same thing. */
const UNDERLYING: Readonly<Record<string, Underlying>> = {
  'nasdaq-100': 'nasdaq-100',
  qqq: 'nasdaq-100',
  sp500: 'sp500',
  spy: 'sp500',
  semiconductors: 'semiconductors',
  soxx: 'semiconductors',
  smh: 'semiconductors',
  'gold-front': 'gold',
  'gold-spot': 'gold',
  gld: 'gold',
  'silver-front': 'silver',
  'silver-spot': 'silver',
  slv: 'silver',
  'btc-usd': 'bitcoin',
  'eth-usd': 'ether',
  tlt: 'treasuries',
};

export type Underlying =
  | 'nasdaq-100'
  | 'sp500'
  | 'semiconductors'
  | 'gold'
  | 'silver'
  | 'bitcoin'
  | 'ether'
  | 'treasuries';

/** Undefined for an asset nobody here trades. */
export function underlyingOf(asset: string): Underlying | undefined {
  return Object.hasOwn(UNDERLYING, asset) ? UNDERLYING[asset] : undefined;
}
