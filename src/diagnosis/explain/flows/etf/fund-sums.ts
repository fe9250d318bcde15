import { z } from 'zod';
import { calendar } from '../../../../data/calendar.ts';
import { type EpochDay, formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, spanOf } from '../../drawing.ts';
import { largestSince } from './flow-state.ts';
import { againstRecord, type Period, periodsOf } from './periods.ts';

/** Flows of a few funds summed by date. */
export interface FundSums {
  readonly dates: Int32Array;
  /** Sum of the funds that report on the date. */
  readonly sum: Float64Array;
  /** How many of them do. */
  readonly reported: Float64Array;
  /** In the order asked for; NaN where a fund does not report. */
  readonly funds: readonly Float64Array[];
}

export async function readFundSums(view: View, ids: readonly string[]): Promise<FundSums> {
  const { dates, columns } = await view.panel({ ids, join: 'union' });
  const funds = columns.map(({ values }) => values);
  const reported = Float64Array.from(dates, (_, t) => funds.filter((f) => Number.isFinite(f[t]!)).length);
  const sum = Float64Array.from(dates, (_, t) =>
    funds.reduce((total, f) => total + (Number.isFinite(f[t]!) ? f[t]! : 0), 0),
  );
  return { dates, sum, reported, funds };
}

export const periodsSchema = z.object({
  start: isoDay.nullable(),
  flow: figureSchema,
  /** Share of the funds’ sessions of the period so far that are reported. */
  coverage: figureSchema,
  rank: figureSchema,
  /** Start of the last earlier period that went as far to the same side; null: none since the first. */
  since: isoDay.nullable(),
  first: isoDay.nullable(),
  bars: z.object({ dates: z.array(isoDay), values: z.array(z.number().nullable()) }),
});

const NOTHING = 'no flow of these funds is known';
const BARS = 60;

/** The latest period of a few funds against the earlier ones. Paths begin with `name`. */
export function periodsAnswer(
  draw: Draw,
  name: string,
  sums: FundSums,
  startOf: (day: EpochDay) => EpochDay,
): z.infer<typeof periodsSchema> {
  const periods = periodsOf(sums.dates, sums.sum, startOf);
  const now = periods.at(-1);
  const covered = now ? coverageOf(sums, now) : Number.NaN;
  const flags = covered < 1 ? (['under-reported', 'proxy'] as const) : (['proxy'] as const);
  const last = sums.dates.length - 1;
  const span = now ? spanOf(sums.dates, sums.dates.indexOf(firstIn(sums, now)), last) : { why: NOTHING };
  const flows = Float64Array.from(periods, ({ flow }) => flow);
  const since = largestSince(flows, flows.length - 1);
  return {
    start: now ? formatDay(now.start) : null,
    flow: draw(`${name}.flow`, now?.flow ?? Number.NaN, 'usd', 'fund-flow-sum', { ...span, flags }),
    coverage: draw(`${name}.coverage`, covered, 'fraction', 'fund-flow-coverage', { why: NOTHING }),
    rank: draw(`${name}.rank`, againstRecord(periods).rank, 'count', 'fund-flow-rank', {
      flags,
      why: NOTHING,
    }),
    since: since >= 0 && since < periods.length - 1 ? formatDay(periods[since]!.start) : null,
    first: dayAt(sums.dates, 0),
    bars: {
      dates: periods.slice(-BARS).map(({ start }) => formatDay(start)),
      values: periods.slice(-BARS).map(({ flow }) => flow),
    },
  };
}

function firstIn({ dates }: FundSums, { start }: Period): EpochDay {
  return dates.find((day) => day >= start)!;
}

function coverageOf({ dates, reported, funds }: FundSums, { start }: Period): number {
  const due = calendar('new-york').sessions(start, dates.at(-1)!).length * funds.length;
  let told = 0;
  for (let row = dates.length - 1; row >= 0 && dates[row]! >= start; row--) told += reported[row]!;
  return due > 0 ? told / due : Number.NaN;
}

export const latestSchema = z.array(
  z.object({ ticker: z.string(), date: isoDay.nullable(), flow: figureSchema }),
);

/** The latest flow that each fund reports. */
export function latestOf(draw: Draw, tickers: readonly string[], { dates, funds }: FundSums) {
  return tickers.map((ticker, at) => {
    const row = funds[at]!.findLastIndex(Number.isFinite);
    return {
      ticker,
      date: dayAt(dates, row),
      flow: draw(`latest.${ticker.toLowerCase()}`, funds[at]![row] ?? Number.NaN, 'usd', 'fund-flow', {
        flags: ['proxy'],
        ...(row >= 0 ? spanOf(dates, row, row) : { why: NOTHING }),
      }),
    };
  });
}
