import type { z } from 'zod';
import type { fundRedemptions } from '../sellers/fund-redemptions.ts';
import { lastSessionReturns } from './holders/last-session.ts';
import { priorReading, type Text, unknownOf } from './holders/prior.ts';
import type { StateReader } from './reading.ts';
import type { Unknown } from './unknown.ts';

type Params = z.infer<typeof fundRedemptions.params>;

/** Largest share that a fund pays out at one close. */
const LIMIT = 0.1;

interface FundKind {
  readonly name: string;
  /** Share of its assets in each asset of the market; what the market does not trade is left out. */
  readonly weights: Readonly<Record<string, number>>;
  readonly assets: Unknown;
  readonly sensitivity: Unknown;
}

function kind(
  name: string,
  title: Text,
  weights: FundKind['weights'],
  assets: readonly [low: number, high: number, source: string],
  sensitivity: readonly [low: number, high: number, source: string],
): FundKind {
  const [hans, hant, en] = title;
  return {
    name,
    weights,
    assets: unknownOf(
      `fund-redemptions.${name}.assets`,
      [`${hans}的资产`, `${hant}的資產`, `Assets of ${en}`],
      'usd',
      [assets[0], assets[1]],
      'log',
      assets[2],
    ),
    sensitivity: unknownOf(
      `fund-redemptions.${name}.sensitivity`,
      [`${hans}赎回对亏损的敏感度`, `${hant}贖回對虧損的敏感度`, `Share of ${en} redeemed per unit of loss`],
      'ratio',
      [sensitivity[0], sensitivity[1]],
      'log',
      sensitivity[2],
    ),
  };
}

const KINDS: readonly FundKind[] = [
  kind(
    'equity',
    ['美国主动股票基金', '美國主動股票基金', 'active US equity funds'],
    { sp500: 0.8, 'nasdaq-100': 0.2 },
    [
      5e12,
      1e13,
      'Investment Company Institute, active and index investing, May 2025: active domestic equity funds 7.24 trillion; index funds took money in during the fall of April 2025 and are left out',
    ],
    [
      0.002,
      0.05,
      'Investment Company Institute, April 2025: active domestic equity funds lost 24 billion, 0.33 % of their assets; over the losses of 3 and 4 April beyond 1 % a day (together 9 %) that is 0.04 if all of it came of them; a twentieth if little did',
    ],
  ),
  kind(
    'gold',
    ['黄金ETF', '黃金ETF', 'gold funds'],
    { 'gold-front': 1 },
    [
      2e11,
      6e11,
      'World Gold Council: gold funds of the world 214 billion at the end of 2023, 383 in June 2025, 559 at the end of 2025, in round numbers',
    ],
    [
      0.01,
      0.2,
      'Reasoned: World Gold Council, March 2021: 2.9 % of the assets left in a month, with losing days that sum to a tenth or two; wider on both sides',
    ],
  ),
  kind(
    'silver',
    ['白银ETF', '白銀ETF', 'silver funds'],
    { 'silver-front': 1 },
    [
      2.5e10,
      1.1e11,
      'Reasoned: 1.13 billion ounces in silver products of the world (Silver Institute, June 2025) at 25 to 100 dollars',
    ],
    [0.01, 0.2, 'Reasoned: as gold funds'],
  ),
];

const THRESHOLD = unknownOf(
  'fund-redemptions.threshold',
  ['不引起赎回的单日亏损', '不引起贖回的單日虧損', 'Loss of a session that moves no investor'],
  'fraction',
  [0.005, 0.03],
  'linear',
  'Reasoned: half a usual to three usual days of an equity index',
);

const CONVEXITY = unknownOf(
  'fund-redemptions.convexity',
  ['赎回的凸性', '贖回的凸性', 'Convexity of redemptions'],
  'ratio',
  [0, 10],
  'linear',
  'Goldstein, Jiang & Ng (2017) and Chen, Goldstein & Jiang (2010): outflows grow more than in proportion to losses where assets are illiquid; 10 doubles the sensitivity at a loss of 10 %, 0 is straight',
);

/** Assets of funds and how their investors answer to losses: priors; returns of the last session from the view. */
export const readFundRedemptions: StateReader<Params> = async ({ view, start, assets }) => {
  const ids = assets.map(({ id }) => id);
  const kinds = KINDS.filter(({ weights }) => Object.keys(weights).some((id) => ids.includes(id)));
  const returns = await lastSessionReturns(view, ids, start);
  const unknowns =
    kinds.length === 0
      ? []
      : [...kinds.flatMap(({ assets: usd, sensitivity }) => [usd, sensitivity]), THRESHOLD, CONVEXITY];
  return {
    params: (theta) =>
      kinds.length === 0
        ? null
        : {
            funds: kinds.map(({ name, weights, assets: usd, sensitivity }) => ({
              name,
              holdings: ids
                .filter((id) => weights[id] !== undefined)
                .map((asset) => ({
                  asset,
                  usd: theta[usd.name]! * weights[asset]!,
                  lastReturn: returns.get(asset) ?? 0,
                })),
              sensitivity: theta[sensitivity.name]!,
              convexity: theta[CONVEXITY.name]! * theta[sensitivity.name]!,
              threshold: theta[THRESHOLD.name]!,
              limit: LIMIT,
            })),
          },
    readings: unknowns.map(priorReading),
    unknowns,
    missing: [],
  };
};
