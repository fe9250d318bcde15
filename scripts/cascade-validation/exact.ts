import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import { readHistories } from '../../src/diagnosis/history.ts';
import { countAtMost } from '../../src/math/sorted.ts';
import { fundReturn, requiredAssets } from '../../src/simulation/formulas/leveraged-fund-claim.ts';
import { liquidationPrice } from '../../src/simulation/formulas/linear-perpetual.ts';
import { maintenanceMargin, marginTiers } from '../../src/simulation/formulas/margin-tiers.ts';
import { markdownTable } from '../calibrate/tell.ts';

/** Two tiers: 0.4 % up to 50,000 dollars, 0.5 % up to 250,000, 1 % up to a million; illustrative. */
const TIERS = [
  { floor: 0, cap: 50_000, rate: 0.004 },
  { floor: 50_000, cap: 250_000, rate: 0.005 },
  { floor: 250_000, cap: 1_000_000, rate: 0.01 },
];

/** Cases with an answer in closed form, and the fund of silver. */
export async function exactCases(store: Store): Promise<string[]> {
  const tiers = marginTiers(TIERS);
  const price = liquidationPrice({ side: 1, quantity: 1, entry: 100_000 }, 10_000, tiers)!.price;
  // LP = (WB + cum − EP)/(MMR − 1) with cum = 50,000·0.1 % = 50 in the second tier: (10,000 + 50 − 100,000)/(0.005 − 1).
  const byHand = (10_000 + 50 - 100_000) / (0.005 - 1);
  return [
    '## Cases with an exact answer',
    '',
    'The tests hold these and more: no leverage no cascade, a cascade of two levels in closed form, money and quantity conserved to 1e-9 on',
    'random states, more leverage or a thinner book never a smaller fall.',
    '',
    markdownTable(
      ['case', 'by hand', 'program'],
      [
        [
          'long of 1 BTC at 100,000 with 10,000 of margin, three tiers: liquidated at',
          byHand.toFixed(2),
          price.toFixed(2),
        ],
        [
          'maintenance margin of 250,000 in them',
          (250_000 * 0.005 - 50).toFixed(2),
          maintenanceMargin(250_000, tiers)!.toFixed(2),
        ],
        [
          '18 bn sold by leveraged funds at −1.59 % require ΣA·L(L − 1), bn',
          (18 / 0.0159).toFixed(0),
          (requiredAssets(18e9, -0.0159) / 1e9).toFixed(0),
        ],
      ],
    ),
    '',
    ...(await silverFund(store)),
  ];
}

async function silverFund(store: Store): Promise<string[]> {
  const view = await store.asOf(parseInstant('2026-02-02T00:00Z'));
  const histories = await readHistories(view, ['silver-front', 'agq-adjusted']);
  const change = (id: string) => {
    const { times, values } = histories.get(id)!;
    const row = countAtMost(times, parseInstant('2026-01-30T23:00Z')) - 1;
    return values[row]! / values[row - 1]! - 1;
  };
  const [silver, fund] = [change('silver-front'), change('agq-adjusted')];
  const told = fundReturn(2, silver);
  const percent = (value: number) => `${(100 * value).toFixed(2).replace('-', '−')} %`;
  return [
    `On 30 January 2026 the front future of silver lost ${percent(silver)} at its settlement. A fund with L = 2 on it gives ${percent(told)}; AGQ lost ${percent(fund)},`,
    `${(100 * (fund - told)).toFixed(1)} points less. AGQ follows an index of silver futures that is struck at 13:25 New York while its own close is at 16:00, and holds`,
    'swaps and futures of a later month than the front: benchmark and hour differ, and the difference is not an error of the formula.',
    '',
  ];
}
