import { RISK_CLASSES } from './answer.ts';
import { BASKET } from './basket.ts';
import { SESSIONS_PER_YEAR } from './independence.ts';
import { fallsAt, type JointSeries, jointSeries } from './joint-series.ts';
import type { Absence, Market } from './market.ts';

export interface LeftOut {
  /** A class when none of its members is known, else the series. */
  readonly what: string;
  readonly members: readonly string[];
  readonly reason: Absence;
}

/** The joint fall of the latest session against its history, in numbers. */
export interface JointState {
  readonly market: Market;
  /** Members known in the latest session: the past is scored with the same. */
  readonly known: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly series: JointSeries;
  readonly falls: Float64Array;
  readonly score: number;
  /** First and count of the sessions that have a score, the latest included. */
  readonly firstScored: number;
  readonly of: number;
  /** 1 + number of sessions with a higher score. */
  readonly rank: number;
  /** Share of sessions with a lower score. */
  readonly percentile: number;
  /** Sessions a year with at least this score. */
  readonly perYear: number;
}

/** Scores the latest session of a market and ranks it. NaN where fewer than three classes are known. */
export function jointState(market: Market): JointState {
  const known = BASKET.map(({ id }) => id).filter((id) => market.absence(id) === undefined);
  const series = jointSeries(market, new Set(known));
  const score = series.score[market.last] ?? Number.NaN;
  const scored = series.score.filter((value) => !Number.isNaN(value));
  const higher = scored.filter((value) => value > score).length;
  const lower = scored.filter((value) => value < score).length;
  const of = scored.length;
  const measured = !Number.isNaN(score);
  return {
    market,
    known,
    leftOut: leftOut(market, new Set(known)),
    series,
    falls:
      market.last < 0 ? new Float64Array(RISK_CLASSES.length).fill(Number.NaN) : fallsAt(series, market.last),
    score,
    firstScored: series.score.findIndex((value) => !Number.isNaN(value)),
    of,
    rank: measured ? 1 + higher : Number.NaN,
    percentile: measured ? lower / of : Number.NaN,
    perYear: measured ? (SESSIONS_PER_YEAR * (of - lower)) / of : Number.NaN,
  };
}

function leftOut(market: Market, known: ReadonlySet<string>): LeftOut[] {
  return RISK_CLASSES.flatMap((assetClass) => {
    const members = BASKET.filter((member) => member.assetClass === assetClass).map(({ id }) => id);
    const absent = members.filter((id) => !known.has(id));
    const reasons = absent.map((id) => market.absence(id) as Absence);
    if (absent.length === members.length) {
      return [{ what: assetClass, members, reason: soonest(reasons) }];
    }
    return absent.map((id, i) => ({ what: id, members: [id], reason: reasons[i] as Absence }));
  });
}

/** What a reader waits for comes first: a value that is due is not missing. */
function soonest(reasons: readonly Absence[]): Absence {
  return (['not-yet-known', 'short-history', 'missing'] as const).find((reason) =>
    reasons.includes(reason),
  ) as Absence;
}
