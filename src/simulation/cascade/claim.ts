import { UserError } from '../../data/errors.ts';
import type { Words } from '../../data/series/entry.ts';
import type { CascadeState } from '../engine/job.ts';
import type { LeveragedFund } from '../formulas/leveraged-fund.ts';
import { rebalancedAssets, requiredAssets } from '../formulas/leveraged-fund-claim.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';

/** What somebody says that leveraged funds traded at a close. */
export interface Claim {
  /** US dollars. */
  readonly trade: number;
  /** Return of the index on that day, fraction. */
  readonly move: number;
}

type Fund = LeveragedFund & { readonly asset: string };

const SCALES = { '': 1, m: 1e6, bn: 1e9, tn: 1e12 } as const;
const MOST_TRADE = 1e15;
const LEAST_MOVE = 1e-4;
const HINT = 'write leveraged-funds=SUM@MOVE: leveraged-funds=18bn@-1.59%';

/** @throws UserError (2) on what is no claim: another seller than leveraged-funds, a sum or a move of no meaning. */
export function parseClaim(text: string): Claim {
  const match =
    /^\s*leveraged-funds\s*[=:]\s*\$?(\d+(?:\.\d+)?)(m|bn|tn|)\s*@\s*([+-]?\d+(?:\.\d+)?)(%?)\s*$/.exec(text);
  if (!match) throw new UserError(`--claim: cannot read "${text.trim()}"`, HINT, 2);
  const [, sum, scale, move, percent] = match as unknown as [
    string,
    string,
    keyof typeof SCALES,
    string,
    string,
  ];
  const claim = { trade: Number(sum) * SCALES[scale], move: Number(move) / (percent ? 100 : 1) };
  if (!(claim.trade >= 1 && claim.trade <= MOST_TRADE)) {
    throw new UserError(
      `--claim: ${sum}${scale} is no sum that funds trade`,
      'allowed: from 1 to 1000tn, US dollars',
      2,
    );
  }
  if (!(Math.abs(claim.move) >= LEAST_MOVE && Math.abs(claim.move) < 1)) {
    throw new UserError(
      `--claim: a move of ${move}${percent} says nothing of what was traded`,
      'allowed: at least 0.01% and less than 100%, up or down',
      2,
    );
  }
  return claim;
}

/** The claim as it stands in ids of figures: US dollars and a fraction. */
export function claimText({ trade, move }: Claim): string {
  return `leveraged-funds:${trade}@${move}`;
}

/**
 * What the claim requires of all leveraged funds together, ΣA·L·(L − 1) = |D|/|r|, against what the funds of the state have; null without a
 * claim.
 */
export function claimOf(
  claim: Claim | undefined,
  states: readonly CascadeState[],
  titleOf: (asset: string) => Words,
  figures: CascadeFigures,
): CascadeAnswer['claim'] {
  if (!claim) return null;
  const draws = states.map(fundsOf);
  const assets = [...new Set(draws.flat().map(({ asset }) => asset))];
  const required = requiredAssets(claim.trade, claim.move);
  const sums = (keep: (fund: Fund) => boolean) =>
    Float64Array.from(draws, (funds) => rebalancedAssets(funds.filter(keep)));
  const whole = sums(() => true);
  const draft = (name: string, unit: 'usd' | 'fraction', formula = name) => ({
    path: `claim.${name}`,
    formula: `cascade-claim-${formula}`,
    unit,
    series: [],
  });
  return {
    seller: 'leveraged-funds',
    trade: figures.plain(draft('trade', 'usd', 'stated'), claim.trade),
    move: figures.plain(draft('move', 'fraction', 'stated'), claim.move),
    required: figures.plain(draft('required', 'usd'), required),
    has: figures.spread(draft('has', 'usd'), whole),
    share: figures.spread(
      draft('share', 'fraction'),
      whole.map((usd) => usd / required),
    ),
    trades: figures.spread(
      draft('trades', 'usd'),
      whole.map((usd) => usd * Math.abs(claim.move)),
    ),
    funds: draws[0]?.length ?? 0,
    byAsset: assets.map((asset) => ({
      asset,
      title: titleOf(asset),
      funds: draws[0]!.filter((fund) => fund.asset === asset).length,
      has: figures.spread(
        draft(`${asset}.has`, 'usd', 'has'),
        sums((fund) => fund.asset === asset),
      ),
    })),
  };
}

function fundsOf({ sellers }: CascadeState): readonly Fund[] {
  return (sellers['leveraged-funds'] as { readonly funds: readonly Fund[] } | undefined)?.funds ?? [];
}
