import type { Words } from '../../data/series/entry.ts';
import { quantile } from '../../math/quantile.ts';
import { NOTHING_TO_HEAL } from '../engine/recorder.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { PastPrices } from '../state/prices.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import type { Gathered } from './gathered.ts';
import type { RunPlan } from './runs.ts';

/** A fall below this is not said to be amplified. */
const LEAST_FALL = 0.005;
const MINUTES_A_DAY = 1440;
const FAN_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const NOTHING = 'the sellers take nothing off it';

type Fall = CascadeAnswer['falls'][number];

export interface FallContext {
  readonly market: MarketSpec;
  readonly shock: readonly number[];
  readonly base: Gathered;
  readonly alone: Gathered;
  readonly plan: RunPlan;
  readonly figures: CascadeFigures;
  readonly titleOf: (asset: string) => Words;
  readonly seriesOf: (asset: string) => readonly string[];
  readonly pastOf: (asset: string) => PastPrices;
}

/** How far each asset falls, with sellers and without, where it stops and how long it takes. */
export function falls(context: FallContext): Fall[] {
  return context.market.assets.map((_, a) => fallOf(context, a));
}

function fallOf(context: FallContext, a: number): Fall {
  const { market, base, alone, figures, titleOf, seriesOf, shock } = context;
  const { id, price } = market.assets[a]!;
  const n = market.assets.length;
  const series = seriesOf(id);
  const change = (gathered: Gathered, of: 'low' | 'final') =>
    gathered.each((records, path) => Math.expm1(records[of][path * n + a]!));
  const low = change(base, 'low');
  const lowAlone = change(alone, 'low');
  const minutes = base.each(({ healMinutes }, path) => healMinutes[path * n + a]!);
  const heal = minutes.filter((one) => one !== NOTHING_TO_HEAL).map((one) => one / MINUTES_A_DAY);
  const draft = (name: string, unit: 'fraction' | 'usd' | 'ratio' | 'days', why?: string) => ({
    path: `${id}.${name}`,
    formula: `cascade-${name}`,
    unit,
    series,
    ...(why ? { why } : {}),
  });
  return {
    asset: id,
    title: titleOf(id),
    price: figures.plain(draft('price', 'usd'), price),
    shock: figures.plain(draft('shock', 'fraction'), Math.expm1(shock[a]!)),
    final: figures.spread(draft('final', 'fraction'), change(base, 'final')),
    low: figures.spread(draft('low', 'fraction'), low),
    lowAlone: figures.spread(draft('low-alone', 'fraction'), lowAlone),
    stop: figures.spread(
      draft('stop', 'usd'),
      low.map((fall) => price * (1 + fall)),
    ),
    amplification: figures.spread(
      draft('amplification', 'ratio', 'it falls by less than 0.5 % without forced sale'),
      low.map((fall, i) => (lowAlone[i]! <= -LEAST_FALL ? fall / lowAlone[i]! : Number.NaN)),
    ),
    toLow: figures.spread(
      draft('to-low', 'days'),
      base.each(({ lowMinute }, path) => lowMinute[path * n + a]! / MINUTES_A_DAY),
    ),
    toHeal: figures.spread(
      draft('to-heal', 'days', heal.length === 0 ? NOTHING : 'no path heals within the horizon'),
      heal,
    ),
    healed: figures.plain(
      draft('healed', 'fraction', NOTHING),
      heal.reduce((count, days) => count + (Number.isNaN(days) ? 0 : 1), 0) / heal.length,
    ),
    fan: fanOf(context, a),
    past: pastOf(context.pastOf(id)),
  };
}

function pastOf({ minutes, prices }: PastPrices): NonNullable<Fall['past']> {
  return { minutes: [...minutes], prices: [...prices] };
}

function fanOf({ market, base, alone, plan }: FallContext, a: number): Fall['fan'] {
  const n = market.assets.length;
  const { price } = market.assets[a]!;
  const pricesAt = (run: Gathered) =>
    plan.keep.map((_, k) =>
      run.each(({ kept }, path) => price * Math.exp(kept[(path * plan.keep.length + k) * n + a]!)).sort(),
    );
  const columns = pricesAt(base);
  return {
    minutes: [0, ...plan.keep.map((step) => (step + 1) * market.stepMinutes)],
    quantiles: FAN_LEVELS.map((level) => ({
      level,
      prices: [price, ...columns.map((values) => quantile(values, level))],
    })),
    alone: [price, ...pricesAt(alone).map((values) => quantile(values, 0.5))],
  };
}
