import type { JobResult } from '../engine/job.ts';
import type { MarketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import { Gathered } from './gathered.ts';
import type { RunPlan } from './runs.ts';
import { shapleyValues } from './shapley.ts';

/** Depth of the fall of each asset by seller; with the depth of the shock alone they sum to the whole exactly. */
export function causes(
  results: readonly JobResult[],
  plan: RunPlan,
  market: MarketSpec,
  figures: CascadeFigures,
): CascadeAnswer['causes'] {
  const n = market.assets.length;
  const depths = new Map(
    plan.coalitions.map((mask, set) => {
      const mean = market.assets.map((_, a) => {
        const falls = results.map(({ lows }) => -Math.expm1(lows![set * n + a]!));
        return falls.reduce((sum, fall) => sum + fall, 0) / falls.length;
      });
      return [mask, mean];
    }),
  );
  return market.assets.map(({ id }, a) => {
    const value = (mask: number) => depths.get(mask)![a]!;
    const shares = shapleyValues(plan.orders, plan.players.length, value);
    const whole = value((1 << plan.players.length) - 1);
    const draft = (path: string) => ({
      path,
      formula: 'cascade-cause',
      unit: 'fraction' as const,
      series: [id],
    });
    return {
      asset: id,
      whole: figures.plain(draft(`${id}.cause.whole`), whole),
      shock: figures.plain(draft(`${id}.cause.shock`), whole - shares.reduce((sum, share) => sum + share, 0)),
      sellers: plan.players.map((player, i) => ({
        id: player,
        title: SELLERS.find((one) => one.id === player)!.title,
        share: figures.plain(draft(`${id}.cause.${player}`), shares[i]!),
      })),
    };
  });
}

/** Falls of what was not named, when only the named assets are shocked. */
export function contagion(
  results: readonly JobResult[],
  plan: RunPlan,
  market: MarketSpec,
  named: readonly string[],
  figures: CascadeFigures,
): CascadeAnswer['contagion'] {
  const n = market.assets.length;
  const gathered = new Gathered(results, plan.contagion);
  return market.assets.flatMap(({ id }, a) => {
    if (named.includes(id)) return [];
    const values = gathered.each(({ low }, path) => Math.expm1(low[path * n + a]!));
    const draft = {
      path: `contagion.${id}`,
      formula: 'cascade-contagion',
      unit: 'fraction',
      series: [id, ...named],
    } as const;
    return [{ from: named.join('+'), to: id, fall: figures.spread(draft, values) }];
  });
}
