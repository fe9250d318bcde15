import { z } from 'zod';
import { changes } from '../../../data/panel.ts';
import { epochDay, formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { normalQuantile } from '../../../math/distributions.ts';
import { combinationStandardError, neweyWest, ols } from '../../../math/regression.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { latestSession } from '../../sessions.ts';
import { type Draw, drawing } from '../drawing.ts';
import { explainPart } from '../part.ts';

const MINERS = 'gdx';
const METAL = 'gld';
/** Mid-cap growth, which a user may import, and the large growth and small caps on either side of it. */
const FUNDS = ['ijk', 'iwp', 'qqq', 'iwm'] as const;
const STAND_INS: readonly string[] = ['qqq', 'iwm'];
const FROM = epochDay(2006, 5, 22);
const ROWS = 1250;
const TREND = 200;
const LEAST_ROWS = 500;
const LEAST_STATE = 60;
const LAG = 4;
const LEVEL = 0.9;

const schema = z.object({
  /** Latest New York session; null: none known. */
  date: isoDay.nullable(),
  rows: z.array(
    z.object({
      fund: z.enum(FUNDS),
      bull: figureSchema,
      bear: figureSchema,
      difference: figureSchema,
      gold: figureSchema,
      /** Sessions in a rising and in a falling market of the fund. */
      sessions: z.object({ bull: z.number().int(), bear: z.number().int() }),
    }),
  ),
});

const MODEL =
  'r_GDX = a + b_u m·1[bull] + b_d m·1[bear] + c g + e over the last 1,250 common sessions, m the fund, g GLD; bull when the fund closed the session before at or above the mean of its 200 closes to then; band by Newey–West with 4 lags';
const SOURCE = 'Newey & West (1987), Econometrica 55 (band)';

/** Whether miners trade like mid-cap growth in a rising market: their beta to it by the state of the market, gold held. */
export const minersGrowth = explainPart({
  id: 'miners-growth',
  title: { 'zh-Hans': '金矿股与中型成长股', 'zh-Hant': '金礦股與中型成長股', en: 'Miners as mid-cap growth' },
  series: [MINERS, METAL, ...FUNDS],
  schema,
  formulas: [
    formula(
      'miners-growth-beta',
      '状态贝塔',
      '狀態貝塔',
      'Beta by state of the market',
      `b_u or b_d in ${MODEL}`,
      SOURCE,
    ),
    formula(
      'miners-growth-difference',
      '两种状态之差',
      '兩種狀態之差',
      'Difference of the betas',
      `b_u − b_d in ${MODEL}`,
      SOURCE,
    ),
    formula('miners-growth-gold', '对黄金的贝塔', '對黃金的貝塔', 'Beta to gold', `c in ${MODEL}`, SOURCE),
  ],
  covers: (asset) => asset === MINERS,
  async compute({ view, figure }) {
    const to = latestSession('new-york', view.instant);
    const rows = await Promise.all(
      FUNDS.map(async (fund) =>
        rowOf(fund, await sampleOf(view, fund, to), drawing(figure, [MINERS, METAL, fund])),
      ),
    );
    const known = rows.some(({ bull }) => bull.value !== null);
    return { date: known ? formatDay(to) : null, rows };
  },
});

interface Sample {
  readonly miners: Float64Array;
  readonly metal: Float64Array;
  readonly fund: Float64Array;
  readonly bull: readonly boolean[];
  readonly from: string;
  readonly to: string;
}

async function sampleOf(view: View, fund: string, to: number): Promise<Sample | undefined> {
  const panel = await view.panel({
    ids: [MINERS, METAL, fund],
    from: Math.min(FROM, to),
    to,
    join: { calendar: 'new-york' },
  });
  const returns = panel.columns.map(changes);
  const state = risingBefore(panel.columns[2]!.values);
  const rows = [...panel.dates.keys()]
    .filter((t) => returns.every((one) => Number.isFinite(one[t]!)) && state[t] !== undefined)
    .slice(-ROWS);
  if (rows.length < LEAST_ROWS) return undefined;
  const [miners, metal, own] = returns.map((one) => valuesAt(one, rows));
  return {
    miners: miners!,
    metal: metal!,
    fund: own!,
    bull: rows.map((t) => state[t]!),
    from: formatDay(panel.dates[rows[0]!]!),
    to: formatDay(panel.dates[rows.at(-1)!]!),
  };
}

/** Whether the last close before each row stood at or above the mean of the 200 closes to it; undefined with fewer. */
function risingBefore(closes: Float64Array): readonly (boolean | undefined)[] {
  const window: number[] = [];
  let sum = 0;
  return Array.from(closes, (close) => {
    const full = window.length === TREND;
    const state = full ? window.at(-1)! >= sum / TREND : undefined;
    if (!Number.isNaN(close)) {
      window.push(close);
      sum += close;
      if (window.length > TREND) sum -= window.shift()!;
    }
    return state;
  });
}

const FEW = `fewer than ${LEAST_ROWS} sessions with GDX, GLD and the fund, or fewer than ${LEAST_STATE} in a state`;

function rowOf(fund: (typeof FUNDS)[number], sample: Sample | undefined, draw: Draw) {
  const bull = sample?.bull.filter(Boolean).length ?? 0;
  const bear = (sample?.bull.length ?? 0) - bull;
  const fit = sample && Math.min(bull, bear) >= LEAST_STATE ? fitOf(sample) : undefined;
  const covariance = fit && neweyWest(fit, LAG);
  const drawn = (path: string, weights: readonly number[], formulaId: string) => {
    const value = fit ? weights.reduce((sum, weight, k) => sum + weight * fit.beta[k]!, 0) : Number.NaN;
    const reach = covariance
      ? normalQuantile((1 + LEVEL) / 2) * combinationStandardError(covariance, Float64Array.from(weights))
      : Number.NaN;
    return draw(`${fund}.${path}`, value, 'ratio', formulaId, {
      ...(sample && fit ? { window: { from: sample.from, to: sample.to, n: bull + bear } } : {}),
      ...(Number.isFinite(reach)
        ? { band: { low: value - reach, high: value + reach, level: LEVEL, how: `Newey–West, lag ${LAG}` } }
        : {}),
      flags: STAND_INS.includes(fund) ? ['proxy'] : [],
      why: FEW,
    });
  };
  return {
    fund,
    bull: drawn('bull', [0, 1, 0, 0], 'miners-growth-beta'),
    bear: drawn('bear', [0, 0, 1, 0], 'miners-growth-beta'),
    difference: drawn('difference', [0, 1, -1, 0], 'miners-growth-difference'),
    gold: drawn('gold', [0, 0, 0, 1], 'miners-growth-gold'),
    sessions: { bull, bear },
  };
}

function fitOf({ miners, metal, fund, bull }: Sample) {
  const design = Float64Array.from(
    [...fund].flatMap((m, t) => [1, bull[t] ? m : 0, bull[t] ? 0 : m, metal[t]!]),
  );
  return ols(miners, design, miners.length, 4);
}
