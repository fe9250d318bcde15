import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CascadeAnswer, cascadeAnswer } from '../../src/simulation/cascade/answer.ts';

/**
 * Folders of golden answers, each with what the report makes of it. `specimen` came from
 * `tidemark cascade --specimen --as-of 2025-10-10T20:50Z --assets btc-usd,eth-usd --shock btc-usd=-10%
 * --sellers perpetuals,trend-followers,stop-orders,bargain-hunters --step 15m --horizon 12h --paths 40 --draws 10 --json`.
 */
export const GOLDEN_CASCADES = fileURLToPath(new URL('../golden/cascade/', import.meta.url));

export function goldenCascade(name = 'specimen'): CascadeAnswer {
  return cascadeAnswer.parse(JSON.parse(readFileSync(`${GOLDEN_CASCADES}${name}/answer.json`, 'utf8')));
}

/** The answer of the specimen as if its market were a real one, with what a test changes. */
export function exampleCascade(change: Partial<CascadeAnswer> = {}): CascadeAnswer {
  return { ...goldenCascade(), simulated: false, ...change };
}

/** An answer without a perpetual venue: nothing to liquidate, no fund to use, no leverage to tell. */
export function withoutPerpetuals(answer = exampleCascade()): CascadeAnswer {
  return {
    ...answer,
    sellers: answer.sellers.map((one) =>
      one.id === 'perpetuals' ? { ...one, state: 'nothing-to-sell' as const } : one,
    ),
    forced: {
      ...answer.forced,
      bySeller: answer.forced.bySeller.filter(({ id }) => id !== 'perpetuals'),
      longs: null,
    },
    funds: null,
    layers: [],
    leverage: [],
  };
}

/** An answer in which no one sells. */
export function nothingSold(answer = exampleCascade()): CascadeAnswer {
  const { forced } = answer;
  const none = <T extends CascadeAnswer['forced']['total']>(figure: T) => {
    const { band: _, ...rest } = figure;
    return { ...rest, value: 0 };
  };
  const shareless = <T extends CascadeAnswer['forced']['total']>(figure: T) => {
    const { band: _, ...rest } = figure;
    return { ...rest, value: null, why: 'nothing is sold by force' };
  };
  const empty = (rows: typeof forced.bySeller) =>
    rows.map((row) => ({ ...row, usd: none(row.usd), share: shareless(row.share) }));
  return {
    ...answer,
    forced: {
      total: none(forced.total),
      bought: none(forced.bought),
      bySeller: empty(forced.bySeller),
      byVenue: empty(forced.byVenue),
      byAsset: empty(forced.byAsset),
      byLevel: [],
      byHour: forced.byHour.map((hour) => ({ ...hour, usd: 0 })),
      longs: forced.longs && { ...shareless(forced.longs), why: 'nothing is liquidated' },
    },
    ladders: answer.ladders.map(({ asset, rungs }) => ({
      asset,
      rungs: rungs.map((rung) => ({ ...rung, bySeller: {} })),
    })),
  };
}
