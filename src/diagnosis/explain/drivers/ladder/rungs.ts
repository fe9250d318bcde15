/** An asset and its place on a ladder: a higher rung pays its holder later. */
export interface Rung {
  readonly asset: string;
  readonly rung: number;
}

export const LADDERS = ['bonds', 'equities'] as const;
export type LadderId = (typeof LADDERS)[number];

/**
 * Bonds by their maturity. Equities by convention, from dividends now to profits far away; among the last three there is no order, and they
 * share a rung.
 */
export const RUNGS: Readonly<Record<LadderId, readonly Rung[]>> = {
  bonds: ['bil', 'shy', 'ief', 'tlt'].map((asset, k) => ({ asset, rung: k + 1 })),
  equities: [
    ...['dia', 'spy', 'qqq', 'igv'].map((asset, k) => ({ asset, rung: k + 1 })),
    ...['arkk', 'gdx', 'btc-usd'].map((asset) => ({ asset, rung: 5 })),
  ],
};

/** Fewest rungs' assets with a return. */
export const LEAST_ASSETS: Readonly<Record<LadderId, number>> = { bonds: 3, equities: 5 };
