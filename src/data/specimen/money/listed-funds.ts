import { type EpochDay, parseDay } from '../../time.ts';
import { standardFlows, TENTH } from './flows.ts';
import { persistent } from './shape.ts';
import { type Made, moves, periods, type Stage, sessionsOf } from './stage.ts';

interface ListedFund {
  readonly ticker: string;
  readonly of: string;
  readonly usual: number;
  /** Standard deviation and mean of a session, in 10⁶ dollars. */
  readonly size: number;
  readonly mean: number;
}

const listed = (ticker: string, of: string, usual: number, size: number, mean: number): ListedFund => ({
  ticker,
  of,
  usual,
  size,
  mean,
});

const LISTED: readonly ListedFund[] = [
  listed('GLD', 'gld', 0.0095, 330, -7),
  listed('IAU', 'gld', 0.0095, 90, 3),
  listed('GLDM', 'gld', 0.0095, 35, 5),
  listed('SLV', 'slv', 0.018, 80, 1),
  listed('SPY', 'spy', 0.011, 2600, 40),
  listed('QQQ', 'qqq', 0.014, 900, 45),
  listed('IWM', 'iwm', 0.014, 450, 5),
  listed('TLT', 'tlt', 0.0095, 350, 22),
  listed('HYG', 'hyg', 0.0055, 280, 2),
];
const LISTED_FROM = parseDay('2016-01-04');
/** The first so many of the list hold gold. */
const GOLD_FUNDS = 3;
/** GLD shares when its flows begin, rounded. */
const GLD_SHARES = 220_000_000;
/** Shares are created in baskets. */
const BASKET = 100_000;
/** Gold funds of the world beside the three American ones. */
const WORLD = 1.9;

/** Net flows of large listed funds; the shares of GLD that its flows make; and the gold funds of the world by month. */
export function listedFunds(stage: Stage): readonly Made[] {
  const days = sessionsOf('etf-flow-gld', LISTED_FROM, stage.last);
  const flows = LISTED.map((one) => listedFlow(stage, days, one));
  return [...flows, gldShares(stage, days, flows[0] as Made), worldGold(stage, days, flows)];
}

function listedFlow(stage: Stage, days: Int32Array, { ticker, of, usual, size, mean }: ListedFund): Made {
  const id = `etf-flow-${ticker.toLowerCase()}`;
  const change = moves(stage.level(of), days, stage.first);
  const flow = standardFlows(change, usual, persistent(days.length, 0.35, stage.noise(id)));
  return { id, days, values: flow.map((f) => TENTH * Math.round(10 * (mean + size * f))) };
}

function gldShares(stage: Stage, days: Int32Array, flow: Made): Made {
  const price = stage.level('gld');
  let shares = GLD_SHARES;
  const values = flow.values.map((dollars, t) => {
    shares += dollars / (price[(days[t] as EpochDay) - stage.first] as number);
    return BASKET * Math.round(shares / BASKET);
  });
  return { id: 'gld-shares', days, values };
}

function worldGold(stage: Stage, days: Int32Array, flows: readonly Made[]): Made {
  const months = periods(1, parseDay('2016-01-01'), stage.last);
  const sums = new Float64Array(months.length);
  const gold = flows.slice(0, GOLD_FUNDS);
  let month = 0;
  days.forEach((day, t) => {
    while (month + 1 < months.length && (months[month + 1] as number) <= day) month++;
    for (const { values } of gold) sums[month] = (sums[month] as number) + (values[t] as number);
  });
  const draws = stage.noise('gold-etf-flow-world');
  const values = sums.map((sum) => 1e7 * Math.round((WORLD * sum + 4e8 * draws.shock()) / 1e7));
  return { id: 'gold-etf-flow-world', days: months, values };
}
