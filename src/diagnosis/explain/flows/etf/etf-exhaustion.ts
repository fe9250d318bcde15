import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { rollingMean } from '../../../../math/rolling.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { coinOf, coversCoin, FUND_SERIES, type FundCoin } from './coins.ts';
import { fundAssets } from './holdings.ts';
import { returnAfter, type TrackRecord, trackRecord, triggersOf } from './rule-history.ts';
import { type FundSessions, readFundSessions } from './sessions.ts';

/** An outflow of less than this a session is said to mark the end of a wave of selling. */
const LINE = -100e6;
/** The same line for the assets of the bitcoin funds when it was drawn, about 115 billion dollars in November 2025. */
const SCALED_LINE = LINE / 115e9;
const MEAN = 5;
const HORIZONS = [5, 20] as const;
const LEVEL = 0.95;
const SHOWN = 5;

const RULES = ['day', 'mean', 'scaled'] as const;
type Rule = (typeof RULES)[number];

const recordSchema = z.object({
  horizon: z.number().int(),
  triggers: figureSchema,
  /** Share of triggers after which the price rose. */
  hitRate: figureSchema,
  /** The same share of all sessions. */
  baseRate: figureSchema,
  falseAlarms: figureSchema,
  meanReturn: figureSchema,
  baseMean: figureSchema,
});

const ruleSchema = z.object({
  rule: z.enum(RULES),
  /** Outflow is below the line; null when it cannot be told. */
  holds: z.boolean().nullable(),
  /** First session of the present state. */
  since: isoDay.nullable(),
  value: figureSchema,
  line: figureSchema,
  latestTriggers: z.array(z.object({ date: isoDay, after5: figureSchema, after20: figureSchema })),
  records: z.array(recordSchema),
});

const schema = z.object({ asset: z.string(), date: isoDay.nullable(), rules: z.array(ruleSchema) });

const RULE_SOURCE =
  'Rule of market notes of November 2025, a day’s net outflow below 100 million dollars; what came before is not out of sample';
const RETURN = 'P_{t+1+h}/P_{t+1} − 1 over h sessions from the close after the flow was known';

/** "Selling is over when a day's outflow is under 100 million": where the rule stands and what came after it. */
export const etfExhaustion = explainPart({
  id: 'etf-exhaustion',
  title: { 'zh-Hans': '流出衰竭规则', 'zh-Hant': '流出衰竭規則', en: 'Exhaustion of outflows' },
  series: FUND_SERIES,
  covers: coversCoin,
  schema,
  formulas: [
    formula(
      'etf-exhaustion-value',
      '规则所看的数值',
      '規則所看的數值',
      'What the rule looks at',
      'day: F_t, the flow of all funds on the session; mean: mean of F over the last 5 sessions; scaled: that mean over the assets of the funds (coins held by their flows × price, a proxy). The rule holds while it is above the line and is triggered on the first session on which it does',
      RULE_SOURCE,
    ),
    formula(
      'etf-exhaustion-line',
      '规则的界线',
      '規則的界線',
      'Line of the rule',
      'day, mean: −100 million dollars; scaled: −100 million over 115 billion dollars of assets',
      RULE_SOURCE,
    ),
    formula('etf-exhaustion-after', '触发后回报', '觸發後報酬', 'Return after a trigger', RETURN),
    formula(
      'etf-exhaustion-triggers',
      '触发次数',
      '觸發次數',
      'Triggers',
      'number of triggers whose h sessions are over',
    ),
    formula(
      'etf-exhaustion-hit-rate',
      '触发后上涨比率',
      '觸發後上漲比率',
      'Rises after a trigger',
      `share of triggers with a return above 0; return ${RETURN}; band by Wilson, triggers taken as independent, which those with common sessions are not`,
      'Wilson (1927), J. American Statistical Association 22(158)',
    ),
    formula(
      'etf-exhaustion-base-rate',
      '上涨的基准比率',
      '上漲的基準比率',
      'Base rate of rises',
      `share of all sessions with a return above 0; return ${RETURN}`,
    ),
    formula(
      'etf-exhaustion-false-alarms',
      '误报次数',
      '誤報次數',
      'False alarms',
      'number of triggers after which the price did not rise',
    ),
    formula(
      'etf-exhaustion-mean',
      '触发后平均回报',
      '觸發後平均報酬',
      'Mean return after a trigger',
      `mean of ${RETURN}`,
    ),
  ],
  async compute({ view, asset, figure }) {
    const coin = coinOf(asset);
    const sessions = await readFundSessions(view, coin);
    const draw = drawing(figure, [coin.total, coin.asset]);
    return {
      asset: coin.asset,
      date: dayAt(sessions.dates, sessions.dates.length - 1),
      rules: RULES.map((rule) => ruleOf(draw, rule, valuesOf(rule, coin, sessions), sessions)),
    };
  },
});

function valuesOf(rule: Rule, coin: FundCoin, sessions: FundSessions): Float64Array {
  if (rule === 'day') return sessions.total;
  const mean = rollingMean(sessions.total, MEAN);
  if (rule === 'mean') return mean;
  const assets = fundAssets(coin, sessions);
  return mean.map((flow, t) => flow / assets[t]!);
}

function ruleOf(draw: Draw, rule: Rule, values: Float64Array, { dates, price }: FundSessions) {
  const line = rule === 'scaled' ? SCALED_LINE : LINE;
  const unit = rule === 'scaled' ? 'fraction' : 'usd';
  const holds = (value: number) => value > line;
  const last = values.length - 1;
  const now = values[last] ?? Number.NaN;
  const triggers = triggersOf(values, holds);
  const asked = [...values.keys()].filter((t) => Number.isFinite(values[t]!));
  const flags = rule === 'scaled' ? (['proxy', 'unproven'] as const) : (['unproven'] as const);
  const why =
    rule === 'scaled' ? 'the flows by fund are not whole since the first session' : 'no fund flow is known';
  const after = (t: number, horizon: number) =>
    draw(
      `${rule}.${formatDay(dates[t]!)}.${horizon}`,
      returnAfter(price, t, horizon),
      'fraction',
      'etf-exhaustion-after',
      {
        why: `the ${horizon} sessions after the trigger are not over`,
      },
    );
  return {
    rule,
    holds: Number.isFinite(now) ? holds(now) : null,
    since: dayAt(dates, sinceOf(values, holds)),
    value: draw(`${rule}.value`, now, unit, 'etf-exhaustion-value', {
      ...(Number.isFinite(now) ? spanOf(dates, rule === 'day' ? last : last - MEAN + 1, last) : { why }),
      flags,
    }),
    line: draw(`${rule}.line`, line, unit, 'etf-exhaustion-line', { flags: ['unproven'] }),
    latestTriggers: triggers.slice(-SHOWN).map((t) => ({
      date: formatDay(dates[t]!),
      after5: after(t, 5),
      after20: after(t, 20),
    })),
    records: HORIZONS.map((horizon) =>
      recordOf(draw, rule, trackRecord(price, triggers, asked, horizon, LEVEL)),
    ),
  };
}

/** First row of the run of rows in the present state; −1 when there is none. */
function sinceOf(values: Float64Array, holds: (value: number) => boolean): number {
  let row = values.length - 1;
  if (!Number.isFinite(values[row] ?? Number.NaN)) return -1;
  const state = holds(values[row]!);
  while (row > 0 && Number.isFinite(values[row - 1]!) && holds(values[row - 1]!) === state) row--;
  return row;
}

const NO_SESSION = 'no session whose horizon is over';

function recordOf(draw: Draw, rule: Rule, record: TrackRecord) {
  const { horizon, triggers, rises, rate, band, sessions } = record;
  const path = `${rule}.after-${horizon}`;
  const rest = { params: { horizon, rule }, why: 'no trigger whose sessions are over' };
  const flags = ['unproven'] as const;
  const base = { params: { horizon }, why: NO_SESSION };
  // No trigger in sessions that were never asked about is not measured; in sessions that were, it is none.
  const counted = (n: number) => (sessions > 0 ? n : Number.NaN);
  const count = { params: rest.params, why: NO_SESSION };
  return {
    horizon,
    triggers: draw(`${path}.triggers`, counted(triggers), 'count', 'etf-exhaustion-triggers', count),
    hitRate: draw(`${path}.hit-rate`, rate, 'fraction', 'etf-exhaustion-hit-rate', {
      ...rest,
      flags,
      band: { ...band, level: LEVEL, how: 'Wilson, triggers taken as independent' },
    }),
    baseRate: draw(`${path}.base-rate`, record.baseRate, 'fraction', 'etf-exhaustion-base-rate', base),
    falseAlarms: draw(
      `${path}.false-alarms`,
      counted(triggers - rises),
      'count',
      'etf-exhaustion-false-alarms',
      count,
    ),
    meanReturn: draw(`${path}.mean`, record.meanReturn, 'fraction', 'etf-exhaustion-mean', {
      ...rest,
      flags,
    }),
    baseMean: draw(`${path}.base-mean`, record.baseMean, 'fraction', 'etf-exhaustion-mean', base),
  };
}
