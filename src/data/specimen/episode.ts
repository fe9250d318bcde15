import type { Words } from '../series/entry.ts';

/**
 * What a series did on one day, as published.
 * `move`: fraction of the close before (prices, volatility), difference of yields and spreads in fractions a year ·
 * `close`: level at the end of the day · `open`, `high`, `low`: where the day is known for them.
 */
export interface EpisodeMove {
  readonly move: number;
  readonly close?: number;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
}

/** Where the fall began and stayed. */
export type EpisodeScope = 'broad' | 'equity' | 'crypto' | 'metals' | 'energy' | 'banks';

/** A dated event of the markets: the facts of its days, and where they can be looked up. */
export interface Episode {
  readonly id: string;
  /** First day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly lastDate?: string;
  readonly scope: EpisodeScope;
  readonly title: Words;
  /** One sentence on what happened. */
  readonly fact: Words;
  /** Where the event is described; the publisher of each figure stands in `publisherOf`. */
  readonly source: { readonly text: string; readonly url: string };
  /** Day, then series, then its move. */
  readonly days: Readonly<Record<string, Readonly<Record<string, EpisodeMove>>>>;
}
