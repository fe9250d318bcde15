import { z } from 'zod';
import { CENTRAL_BANKS, nextDecision } from '../../../data/calendars/policy-meetings.ts';
import { entryOf } from '../../../data/series/index.ts';
import { type EpochDay, formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { drawing } from '../drawing.ts';
import { type ExplainContext, explainPart } from '../part.ts';
import { logOf, stepsOf } from './factors.ts';
import { largestStep } from './largest-step.ts';
import { latestRow, readSessions, type Sessions, sessionSeries } from './sessions.ts';

const ASSETS = ['btc-usd', 'gold-front', 'nasdaq-100'] as const;
/** Sessions of the run-up, and those that it is measured against. */
const BEFORE = 20;
const YEAR = 250;
/** Past sessions that the run-up is ranked among. */
const PAST = 1000;
const FEWEST = 250;
const STIRRED = 0.9;
const CALM = 0.5;

export const SHOCK_KINDS = ['endogenous', 'exogenous', 'undetermined'] as const;

const schema = z.object({
  assets: z.array(
    z.object({
      asset: z.string(),
      /** Session of the largest step in the window; null when there is none. */
      date: isoDay.nullable(),
      size: figureSchema,
      runUp: figureSchema,
      rank: figureSchema,
      /** Rate decisions that were scheduled in the window. */
      decisions: z.array(z.object({ bank: z.enum(CENTRAL_BANKS), date: isoDay })),
      /** Null when the run-up has no rank. */
      kind: z.enum(SHOCK_KINDS).nullable(),
    }),
  ),
  standing: z.literal('unproven'),
});

export type QuietAsset = z.infer<typeof schema>['assets'][number];

/** Whether a fall came out of calm, on a scheduled event, or out of a market that was stirred already. */
export const quietFundamentals = explainPart({
  id: 'quiet-fundamentals',
  title: { 'zh-Hans': '内生还是外生', 'zh-Hant': '內生還是外生', en: 'From within or from without' },
  series: ASSETS,
  schema,
  formulas: [
    formula(
      'quiet-largest',
      '窗口内最大的一次变动',
      '視窗內最大的一次變動',
      'Largest step in the window',
      'the log step d_t with the largest |d_t|/s in the window; s the root mean square of the 500 steps before it',
    ),
    formula(
      'quiet-run-up',
      '事前的波动',
      '事前的波動',
      'Run-up of volatility',
      'mean |d| of the 20 sessions before the largest step over mean |d| of the 250 before those',
      'after Sornette, Malevergne & Muzy (2003), What causes crashes?, Risk 16(2): a shock from within is preceded by growing volatility, one from without is not',
    ),
    formula(
      'quiet-rank',
      '事前波动的分位',
      '事前波動的分位',
      'Rank of the run-up',
      'share of the 1,000 sessions before with a smaller run-up. From within: at least 0.9 and no rate decision on the day; from without: at most 0.5 and a rate decision on the day; else undetermined. The two lines are ours and have no record. Surprises of releases need a consensus and are not in it; exponents of relaxation need data within the day and are not measured',
    ),
  ],
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price',
  async compute(context) {
    const { view, asset, window } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, assets, window);
    return { assets: assets.map((one) => assetOf(context, sessions, one)), standing: 'unproven' as const };
  },
});

function assetOf({ view, figure, window }: ExplainContext, sessions: Sessions, asset: string): QuietAsset {
  const column = sessions.get(asset);
  const steps = column ? stepsOf(column.values.map(logOf), column.source) : new Float64Array(0);
  const last = column ? latestRow(column) : -1;
  const first = last - window;
  const largest = first < 1 ? undefined : largestStep(steps, first, last);
  const ratio = largest ? runUp(steps, largest.row) : Number.NaN;
  const rank = largest ? rankOf(steps, largest.row, ratio) : Number.NaN;
  const draw = drawing(figure, sessionSeries(view, asset));
  const day = largest ? sessions.dates[largest.row]! : undefined;
  const decisions = first < 0 ? [] : decisionsIn(sessions.dates[first]!, sessions.dates[last]!);
  return {
    asset,
    date: day === undefined ? null : formatDay(day),
    size: draw(`${asset}.size`, largest?.score ?? Number.NaN, 'sigma', 'quiet-largest', { why: NO_STEP }),
    runUp: draw(`${asset}.run-up`, ratio, 'ratio', 'quiet-run-up', { why: FEW }),
    rank: draw(`${asset}.rank`, rank, 'fraction', 'quiet-rank', { flags: ['unproven'], why: FEW }),
    decisions: decisions.map(({ bank, date }) => ({ bank, date: formatDay(date) })),
    kind: Number.isNaN(rank)
      ? null
      : kindOf(
          rank,
          decisions.some(({ date }) => date === day),
        ),
  };
}

const NO_STEP = 'no step of the instrument in the window';
const FEW = `fewer than ${FEWEST} past sessions with a run-up`;

/** NaN without three quarters of the sessions of both stretches. */
function runUp(steps: Float64Array, row: number): number {
  const recent = meanSize(steps, row - BEFORE, row);
  return recent / meanSize(steps, row - BEFORE - YEAR, row - BEFORE);
}

function meanSize(steps: Float64Array, from: number, to: number): number {
  if (from < 0) return Number.NaN;
  let known = 0;
  let sum = 0;
  for (let t = from; t < to; t++) {
    if (!Number.isFinite(steps[t]!)) continue;
    known++;
    sum += Math.abs(steps[t]!);
  }
  return known < 0.75 * (to - from) ? Number.NaN : sum / known;
}

function rankOf(steps: Float64Array, row: number, ratio: number): number {
  const past: number[] = [];
  for (let t = row - 1; t >= Math.max(0, row - PAST); t--) {
    const one = runUp(steps, t);
    if (Number.isFinite(one)) past.push(one);
  }
  if (past.length < FEWEST || !Number.isFinite(ratio)) return Number.NaN;
  return past.filter((one) => one < ratio).length / past.length;
}

/** Scheduled rate decisions after one day and up to another. */
function decisionsIn(after: EpochDay, to: EpochDay) {
  return CENTRAL_BANKS.flatMap((bank) => {
    const found: { bank: (typeof CENTRAL_BANKS)[number]; date: EpochDay }[] = [];
    for (
      let date = nextDecision(bank, after);
      date !== undefined && date <= to;
      date = nextDecision(bank, date)
    ) {
      found.push({ bank, date });
    }
    return found;
  });
}

function kindOf(rank: number, decided: boolean): (typeof SHOCK_KINDS)[number] {
  if (rank >= STIRRED && !decided) return 'endogenous';
  return rank <= CALM && decided ? 'exogenous' : 'undetermined';
}
