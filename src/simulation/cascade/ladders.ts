import type { JobResult } from '../engine/job.ts';
import {
  AGES,
  ENTRIES,
  ENTRY_FROM,
  ENTRY_WIDTH,
  type LadderRecord,
  LEVERAGES,
  RUNG_WIDTH,
  RUNGS,
} from '../engine/ladder-record.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import { spreadOf } from './gathered.ts';

/** Levels told: every two and a half percent down to half the price. */
const TOLD_EVERY = 5;
const TOLD = 100;

const AGE_NAMES = ['day', 'week', 'month'] as const;

/** Orders that wait at prices, over the draws. */
export interface Ladders {
  readonly records: readonly LadderRecord[];
  readonly market: MarketSpec;
  readonly figures: CascadeFigures;
}

export function laddersOf(
  results: readonly JobResult[],
  market: MarketSpec,
  figures: CascadeFigures,
): Ladders {
  return { records: results.flatMap(({ ladder }) => (ladder ? [ladder] : [])), market, figures };
}

/** What waits below the price of each asset, by level, with the gain there. */
export function ladders({ records, market, figures }: Ladders): CascadeAnswer['ladders'] {
  return market.assets.map(({ id, price }, a) => ({
    asset: id,
    rungs: told().map((level) => {
      const fraction = (level + 1) * RUNG_WIDTH;
      const path = `ladder.${id}.${(fraction * 1000).toFixed(0)}`;
      const params = { below: Number(fraction.toFixed(4)) };
      const cumulative = Float64Array.from(records, (record) => soldDownTo(record, a, level));
      const draft = (name: string, formula: string, unit: 'usd' | 'ratio') => ({
        path: `${path}.${name}`,
        formula,
        unit,
        series: [id],
        params,
      });
      return {
        distance: -fraction,
        price: figures.plain(draft('price', 'cascade-price', 'usd'), price * (1 - fraction)),
        sold: figures.spread(draft('sold', 'cascade-ladder', 'usd'), cumulative),
        added: figures.spread(
          draft('added', 'cascade-ladder-level', 'usd'),
          cumulative.map((usd, k) => usd - soldDownTo(records[k]!, a, level - TOLD_EVERY)),
        ),
        bySeller: bySeller(records, a, level),
        gain: figures.spread(
          draft('gain', 'cascade-gain', 'ratio'),
          Float64Array.from(records, ({ gain }) =>
            highest(gain, a * RUNGS + level - TOLD_EVERY + 1, TOLD_EVERY),
          ),
        ),
      };
    }),
  }));
}

/** Gain at the price that the shock alone reaches, and the fall at which it first passes 1. */
export function gains(
  { records, market, figures }: Ladders,
  shock: readonly number[],
): CascadeAnswer['gain'] {
  return market.assets.map(({ id }, a) => {
    const reached = Math.min(RUNGS - 1, Math.max(0, Math.floor(-Math.expm1(shock[a]!) / RUNG_WIDTH)));
    const first = Float64Array.from(records, ({ gain }) => {
      for (let level = 0; level < RUNGS; level++)
        if (gain[a * RUNGS + level]! > 1) return -(level + 1) * RUNG_WIDTH;
      return Number.NaN;
    });
    const passing = first.filter((fall) => !Number.isNaN(fall)).length;
    const none = { median: Number.NaN, low: Number.NaN, high: Number.NaN };
    return {
      asset: id,
      here: figures.spread(
        { path: `gain.${id}`, formula: 'cascade-gain', unit: 'ratio', series: [id] },
        Float64Array.from(records, ({ gain }) => highest(gain, a * RUNGS + reached, 1)),
      ),
      threshold: figures.spread(
        {
          path: `gain.${id}.threshold`,
          formula: 'cascade-threshold',
          unit: 'fraction',
          series: [id],
          params: { draws: passing, of: records.length },
          why: 'the gain passes 1 in less than half of the draws',
        },
        2 * passing >= records.length ? spreadOf(first) : none,
      ),
    };
  });
}

/** Longs by leverage, with the mean distance to their liquidation. */
export function leverage({ records, market, figures }: Ladders): CascadeAnswer['leverage'] {
  const bands = LEVERAGES.length;
  return market.assets.flatMap(({ id }, a) => {
    const rows = LEVERAGES.map((upTo, band) => {
      const usd = Float64Array.from(records, (record) => record.leverage[a * bands + band]!);
      const weighted = records.reduce((sum, record) => sum + record.leverageDistance[a * bands + band]!, 0);
      const whole = usd.reduce((sum, value) => sum + value, 0);
      return {
        leverage: Number.isFinite(upTo) ? upTo : 125,
        usd: figures.spread(
          { path: `leverage.${id}.${band}`, formula: 'cascade-leverage', unit: 'usd', series: [id] },
          usd,
        ),
        distance: whole > 0 ? Math.expm1(-weighted / whole) : 0,
      };
    });
    return rows.some(({ usd }) => (usd.value ?? 0) > 0) ? [{ asset: id, bands: rows }] : [];
  });
}

/** Longs by price of entry and age, mean over the draws: layers that have not been cleared. */
export function layers({ records, market }: Ladders): CascadeAnswer['layers'] {
  return market.assets.flatMap(({ id }, a) => {
    const rows = Array.from({ length: ENTRIES * AGES.length }, (_, k) => {
      const cell = a * ENTRIES * AGES.length + k;
      const sum = (of: 'layers' | 'layerDistance') =>
        records.reduce((all, record) => all + record[of][cell]!, 0) / records.length;
      const usd = sum('layers');
      return {
        entry: Number((ENTRY_FROM + Math.floor(k / AGES.length) * ENTRY_WIDTH).toFixed(2)),
        age: AGE_NAMES[k % AGES.length]!,
        usd,
        distance: usd > 0 ? Math.expm1(-sum('layerDistance') / usd) : 0,
      };
    }).filter(({ usd }) => usd > 0);
    return rows.length > 0 ? [{ asset: id, rows }] : [];
  });
}

function told(): readonly number[] {
  return Array.from({ length: TOLD / TOLD_EVERY }, (_, i) => (i + 1) * TOLD_EVERY - 1);
}

function soldDownTo({ sold, sellers }: LadderRecord, asset: number, level: number): number {
  let sum = 0;
  for (let s = 0; s < sellers.length; s++) {
    const from = (asset * sellers.length + s) * RUNGS;
    for (let k = 0; k <= level; k++) sum += sold[from + k]!;
  }
  return sum;
}

/** Mean over the draws of what the levels since the one told before add, by seller. */
function bySeller(records: readonly LadderRecord[], asset: number, level: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { sellers, sold } of records) {
    for (const [s, id] of sellers.entries()) {
      for (let k = level - TOLD_EVERY + 1; k <= level; k++) {
        sums[id] = (sums[id] ?? 0) + sold[(asset * sellers.length + s) * RUNGS + k]! / records.length;
      }
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, usd]) => usd > 0));
}

function highest(values: Float64Array, from: number, count: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = from; k < from + count; k++) most = Math.max(most, values[k]!);
  return most;
}
