import type { FigureFlag } from '../../data/figure.ts';
import { type Instant, MS_PER_DAY, parseInstant } from '../../data/time.ts';
import type { BaseUnit } from '../../data/unit.ts';

/** How much of a thing there is at an instant, by facts that were public then. */
export interface Supply {
  readonly series: string;
  readonly formula: string;
  readonly unit: BaseUnit;
  amount(instant: Instant): number;
  params(instant: Instant): Readonly<Record<string, string | number>>;
  flags(instant: Instant): readonly FigureFlag[];
}

const BLOCKS_PER_HALVING = 210_000;
const BLOCKS_PER_DAY = 144;
const FIRST_SUBSIDY = 50;

/** Genesis and the halvings, by the timestamps of their blocks. */
const HEIGHTS: readonly (readonly [at: Instant, height: number])[] = [
  [parseInstant('2009-01-03T18:15:05Z'), 0],
  [parseInstant('2012-11-28T15:24:38Z'), 210_000],
  [parseInstant('2016-07-09T16:46:13Z'), 420_000],
  [parseInstant('2020-05-11T19:23:43Z'), 630_000],
  [parseInstant('2024-04-20T00:09:27Z'), 840_000],
];

/** Height of the chain: the last halving known at the instant and a block every ten minutes since; at most one block short of the next. */
export function bitcoinHeight(instant: Instant): number {
  const [at, height] = HEIGHTS.findLast(([time]) => time <= instant) ?? HEIGHTS[0]!;
  const since = Math.floor(((instant - at) / MS_PER_DAY) * BLOCKS_PER_DAY);
  return height + Math.max(0, Math.min(since, BLOCKS_PER_HALVING - 1));
}

/** Coins issued by the protocol up to a height: Σ 210,000 · 50 / 2^k over whole eras, and the rest of the era at its subsidy. */
export function bitcoinIssued(height: number): number {
  let issued = 0;
  let subsidy = FIRST_SUBSIDY;
  for (let left = height; left > 0; left -= BLOCKS_PER_HALVING) {
    issued += Math.min(left, BLOCKS_PER_HALVING) * subsidy;
    subsidy /= 2;
  }
  return issued;
}

const OUNCES_PER_TONNE = 32_150.7466;

interface Stock {
  /** When the figure was public. */
  readonly from: Instant;
  readonly year: number;
  readonly tonnes: number;
}

/** World Gold Council, "How much gold has been mined?", end of the year; public by the end of the next February. */
const GOLD: readonly Stock[] = [
  { from: parseInstant('2011-03-01'), year: 2010, tonnes: 168_246 },
  { from: parseInstant('2015-03-01'), year: 2014, tonnes: 180_573 },
  { from: parseInstant('2024-03-01'), year: 2023, tonnes: 212_582 },
  { from: parseInstant('2025-03-01'), year: 2024, tonnes: 216_265 },
];

/** US Geological Survey: about 1.74 million tonnes of silver discovered to date; much of it is lost or not mined, so an upper bound. */
const SILVER: readonly Stock[] = [{ from: parseInstant('2014-01-01'), year: 2013, tonnes: 1_740_000 }];

function metal(
  series: string,
  formula: string,
  stocks: readonly Stock[],
  always: readonly FigureFlag[],
): Supply {
  const at = (instant: Instant) => stocks.findLast((stock) => stock.from <= instant) ?? stocks[0]!;
  return {
    series,
    formula,
    unit: 'count',
    amount: (instant) => at(instant).tonnes * OUNCES_PER_TONNE,
    params: (instant) => ({
      tonnes: at(instant).tonnes,
      year: at(instant).year,
      ouncesPerTonne: OUNCES_PER_TONNE,
    }),
    flags: (instant) => (at(instant).from <= instant ? always : [...always, 'extrapolated']),
  };
}

export const SUPPLIES: readonly Supply[] = [
  {
    series: 'btc-usd',
    formula: 'supply-bitcoin',
    unit: 'btc',
    amount: (instant) => bitcoinIssued(bitcoinHeight(instant)),
    params: (instant) => ({ height: bitcoinHeight(instant) }),
    flags: () => ['extrapolated'],
  },
  metal('gold-front', 'supply-gold', GOLD, []),
  metal('silver-front', 'supply-silver', SILVER, ['proxy']),
];
