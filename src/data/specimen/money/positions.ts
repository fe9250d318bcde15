import { calendar } from '../../calendar.ts';
import { TUESDAY } from '../../calendars/dates.ts';
import { parseDay } from '../../time.ts';
import { type Landmark, landmarks } from '../landmarks.ts';
import { clamp, line, persistent } from './shape.ts';
import { type Made, moves, type Stage, sessionsOf, weekly } from './stage.ts';

interface Market {
  readonly key: string;
  /** Whose price the positions go with, and its usual move of a week. */
  readonly of: string;
  readonly usual: number;
  readonly from?: string;
  /** Net position to which they return and the sum of both sides, 10³ contracts, rounded, by time. */
  readonly net: readonly Landmark[];
  readonly both: readonly Landmark[];
  /** Change of a week, 10³ contracts: with the price and beside it. */
  readonly follow: number;
  readonly noise: number;
}

const MARKETS: readonly Market[] = [
  {
    key: 'gold',
    of: 'gold-front',
    usual: 0.021,
    net: landmarks(`2014-01-01 60  2015-12-01 20  2016-07-05 290  2018-09-01 10  2020-02-25 330  2022-10-01 80  2024-09-24 300
      2026-02-24 170`),
    both: landmarks(
      `2014-01-01 250  2016-07-05 380  2018-09-01 350  2020-02-25 440  2022-10-01 320  2024-09-24 350  2026-02-24 265`,
    ),
    follow: 9,
    noise: 12,
  },
  {
    key: 'silver',
    of: 'silver-front',
    usual: 0.038,
    net: landmarks(
      `2014-01-01 20  2016-07-05 80  2018-09-01 0  2020-02-25 65  2022-09-01 5  2025-06-17 60  2026-02-24 23`,
    ),
    both: landmarks(
      `2014-01-01 80  2017-04-01 140  2020-02-25 150  2022-09-01 95  2024-10-01 100  2026-02-24 45`,
    ),
    follow: 3,
    noise: 4,
  },
  {
    key: 'sp500',
    of: 'sp500',
    usual: 0.023,
    net: landmarks(`2014-01-01 110  2015-09-01 -120  2018-01-01 130  2020-06-01 -200  2021-12-01 80  2023-06-01 -300  2024-12-01 -60
      2026-02-24 -170`),
    both: landmarks(
      `2014-01-01 900  2018-01-01 950  2020-06-01 800  2022-12-01 660  2024-12-01 560  2026-02-24 590`,
    ),
    follow: 18,
    noise: 32,
  },
  {
    key: 'bitcoin',
    of: 'btc-usd',
    usual: 0.09,
    from: '2018-04-10',
    net: landmarks(
      `2018-04-10 -0.5  2020-12-31 -2.5  2022-12-31 0  2023-12-31 -2  2024-12-31 -0.4  2026-02-24 0.8`,
    ),
    both: landmarks(
      `2018-04-10 5  2020-12-31 16  2022-12-31 24  2023-12-31 34  2024-12-31 56  2025-12-31 33  2026-02-24 32`,
    ),
    follow: 0.15,
    noise: 0.35,
  },
];

/** Share of the distance to its mean that a position goes in a week. */
const RETURN = 0.08;
/** Least share of either side. */
const LEAST = 0.06;

/** Non-commercial positions of each Tuesday, or of the business day before: long, short, and net to the contract. */
export function positions(stage: Stage): readonly Made[] {
  return MARKETS.flatMap((market) => positionsOf(stage, market));
}

function positionsOf(
  stage: Stage,
  { key, of, usual, from, net, both, follow, noise }: Market,
): readonly Made[] {
  const business = calendar('us-federal');
  const days = weekly(TUESDAY, from ? parseDay(from) : stage.first + 3, stage.last).map((day) =>
    business.isSession(day) ? day : business.offset(day, -1),
  );
  const change = moves(stage.level(of), days, stage.first);
  const [mean, sum] = [line(net, days), line(both, days)];
  const draws = stage.noise(`cot ${key}`);
  const stray = persistent(days.length, 0.9, stage.noise(`cot ${key} both`));
  let position = mean[0] as number;
  const sides = mean.map((level, t) => {
    const moved = clamp((change[t] as number) / usual, -3, 3);
    position += RETURN * (level - position) + follow * moved + noise * draws.shock();
    const all = (sum[t] as number) * (1 + 0.06 * (stray[t] as number));
    position = clamp(position, (2 * LEAST - 1) * all, (1 - 2 * LEAST) * all);
    return position;
  });
  const total = sum.map((x, t) => x * (1 + 0.06 * (stray[t] as number)));
  const long = sides.map((x, t) => Math.round(500 * ((total[t] as number) + x)));
  const short = sides.map((x, t) => Math.round(500 * ((total[t] as number) - x)));
  return [
    { id: `cot-${key}-spec-long`, days, values: long },
    { id: `cot-${key}-spec-short`, days, values: short },
    { id: `cot-${key}-spec-net`, days, values: long.map((x, t) => x - (short[t] as number)) },
  ];
}

/** Price of the tail: it falls when the VIX jumps, because then the middle of the distribution is dear as well. */
export function skewIndex(stage: Stage): Made {
  const days = sessionsOf('skew', stage.first + 1, stage.last);
  const level = line(
    landmarks(
      '2014-01-01 127  2018-06-01 133  2020-03-20 120  2021-06-01 148  2022-12-01 118  2024-12-01 152  2026-02-27 147',
    ),
    days,
  );
  const change = moves(stage.level('vix'), days, stage.first);
  const stray = persistent(days.length, 0.9, stage.noise('skew'));
  const values = level.map((x, t) => {
    const jump = clamp((change[t] as number) / 0.08, -3, 3);
    return Math.round(100 * clamp(x + 7 * (stray[t] as number) - 0.8 * jump, 105, 185)) / 100;
  });
  return { id: 'skew', days, values };
}
