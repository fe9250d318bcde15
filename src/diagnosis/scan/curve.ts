import type { Figure, FigureFlag, FigureMaker } from '../../data/figure.ts';
import type { EpochDay } from '../../data/time.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { type History, readHistories, rowAtOrBefore } from '../history.ts';
import { latestSession, standingOf } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { curveComponents } from './curve-components.ts';
import { changeFigure, figureOf, flagsAt, levelOf, type Subject } from './maker.ts';

type Curve = NonNullable<ScanAnswer['curve']>;

/** Maturities that the curve must have, and the bill that is shown beside them where it is known. */
const TENORS = ['us-2y', 'us-5y', 'us-10y', 'us-30y'] as const;
const BILL = 'us-3m';

const SLOPES = [
  { name: '2s10s', short: 'us-2y', long: 'us-10y' },
  { name: '5s30s', short: 'us-5y', long: 'us-30y' },
] as const;

/** Market yields of the session itself, until the constant-maturity ones are published. */
const MARKET = ['us-13w-market', 'us-5y-market', 'us-10y-market', 'us-30y-market'] as const;

/** A maturity that moves this much more (or less) than both its neighbours, the same way, is doubted. */
const ODD = 0.0005;

/** Calendar days that surely hold the changes behind the components. */
const REACH = 420;

const UNKNOWN = 'not measured on both days from one source';

/**
 * The move of the Treasury curve (S1.57): the latest session that all of 2, 5, 10 and 30 years are known for against the session before,
 * slopes, scores of level, slope and curvature, maturities out of line with their neighbours, and the market yields of a later session.
 * Null when there are no two such sessions.
 */
export async function curve(view: View, figure: FigureMaker): Promise<ScanAnswer['curve']> {
  const histories = await readHistories(view, [...TENORS, BILL, ...MARKET]);
  const main = TENORS.map((id) => histories.get(id));
  if (main.some((one) => !one || one.last < 1)) return null;
  const to = Math.min(...main.map((one) => one!.dates[one!.last]!));
  const panel = await view.panel({ ids: TENORS, from: to - REACH, to });
  const [session, previous] = [panel.dates.at(-1), panel.dates.at(-2)];
  if (session === undefined || previous === undefined) return null;
  const subject = (id: string) => subjectOf(view, histories.get(id), figure);
  const shown = [BILL, ...TENORS].flatMap((id) => {
    const one = subject(id);
    return one && [session, previous].every((day) => rowOn(one.history, day) >= 0) ? [one] : [];
  });
  const tenors = shown.map((one) => tenorBlock(one, previous, session));
  return {
    session: formatDay(session),
    previous: formatDay(previous),
    tenors,
    odd: oddTenors(tenors),
    slopes: SLOPES.map(({ name, short, long }) =>
      slopeBlock(name, subject(short)!, subject(long)!, previous, session),
    ),
    components: curveComponents(panel, figure, shown.flatMap(({ flags }) => flags).slice(0, 1)),
    market: marketBlocks(view, subject, session),
  };
}

function subjectOf(view: View, history: History | undefined, figure: FigureMaker): Subject | undefined {
  if (!history || history.last < 0) return undefined;
  const standing = standingOf(history.entry, history.dates[history.last]!, view.instant);
  return { history, figure, flags: standing.state === 'stale' ? ['stale'] : [] };
}

/** Row of a date; −1 when the series has no value on it. */
function rowOn({ dates }: History, day: EpochDay): number {
  const row = rowAtOrBefore(dates, day);
  return row >= 0 && dates[row] === day ? row : -1;
}

function tenorBlock(subject: Subject, previous: EpochDay, session: EpochDay): Curve['tenors'][number] {
  const { history } = subject;
  const [from, to] = [rowOn(history, previous), rowOn(history, session)];
  const level = (path: string, row: number) =>
    levelOf(subject, path, { value: history.values[row]!, formula: 'close', closes: { P_t: row } });
  return {
    series: history.id,
    before: level('curve.before', from),
    after: level('curve.after', to),
    change: changeFigure(subject, 'curve.change', from, to, UNKNOWN),
  };
}

/** Inner maturities that moved by more than 5 bp against both neighbours, the same way. */
export function oddTenors(
  tenors: readonly { readonly series: string; readonly change: { readonly value: number | null } }[],
): string[] {
  return tenors.flatMap(({ series, change }, k) => {
    const [left, right] = [tenors[k - 1]?.change.value, tenors[k + 1]?.change.value];
    const own = change.value;
    if (own === null || left === undefined || left === null || right === undefined || right === null)
      return [];
    const [a, b] = [own - left, own - right];
    return Math.sign(a) === Math.sign(b) && Math.min(Math.abs(a), Math.abs(b)) > ODD ? [series] : [];
  });
}

function slopeBlock(
  name: string,
  short: Subject,
  long: Subject,
  previous: EpochDay,
  session: EpochDay,
): Curve['slopes'][number] {
  const at = (subject: Subject, day: EpochDay) => rowOn(subject.history, day);
  const level = (day: EpochDay) =>
    long.history.values[at(long, day)]! - short.history.values[at(short, day)]!;
  const input = (symbol: string, subject: Subject, day: EpochDay) => ({
    symbol,
    series: subject.history.id,
    date: formatDay(day),
  });
  const flags: FigureFlag[] = [short, long].flatMap((one) => [
    ...one.flags,
    ...flagsAt(one.history, at(one, session)),
  ]);
  const draft = (path: string, value: number, days: readonly EpochDay[]): Figure =>
    short.figure({
      path: `curve.${name}.${path}`,
      value,
      unit: 'fraction-per-year',
      of: {
        formula: `curve-slope-${path}`,
        series: [short.history.id, long.history.id],
        inputs: days.flatMap((day, k) => [
          input(k === 0 ? 'L_t' : 'L_0', long, day),
          input(k === 0 ? 'S_t' : 'S_0', short, day),
        ]),
      },
      flags,
    });
  return {
    name,
    level: draft('level', level(session), [session]),
    change: draft('change', level(session) - level(previous), [session, previous]),
  };
}

/** Changes of the market yields in New York’s latest session when the curve is of an earlier one. */
function marketBlocks(
  view: View,
  subject: (id: string) => Subject | undefined,
  session: EpochDay,
): Curve['market'] {
  const latest = latestSession('new-york', view.instant);
  if (latest <= session) return [];
  return MARKET.flatMap((id) => {
    const one = subject(id);
    const row = one ? rowOn(one.history, latest) : -1;
    if (!one || row < 1) return [];
    const proxy: Subject = { ...one, flags: [...one.flags, 'proxy'] };
    return [
      {
        series: id,
        date: formatDay(latest),
        level: figureOf(proxy, 'curve.level', {
          value: one.history.values[row]!,
          unit: 'fraction-per-year',
          formula: 'close',
          closes: { P_t: row },
        }),
        change: changeFigure(proxy, 'curve.change', row - 1, row, UNKNOWN),
      },
    ];
  });
}
