import type { Figure, FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { type History, readHistories } from '../history.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { rowOfLastYear } from './change.ts';
import { changeFigure, flagsAt, type Subject } from './maker.ts';

type League = NonNullable<ScanAnswer['league']>;

const MEMBERS = [
  'wti-front',
  'brent-front',
  'natgas-front',
  'gold-front',
  'silver-front',
  'copper-front',
  'platinum-front',
  'palladium-front',
] as const;

const [WTI, BRENT] = ['wti-front', 'brent-front'];

/**
 * Oil, gas and metals by the day and the year so far with their ranks (S1.44), 1 for the largest rise, and Brent over WTI. Only commodities
 * known for the latest session of the futures; null when fewer than two are.
 */
export async function league(view: View, figure: FigureMaker): Promise<ScanAnswer['league']> {
  const session = latestSession('cme', view.instant);
  const histories = await readHistories(view, MEMBERS);
  const current = MEMBERS.flatMap((id) => {
    const history = histories.get(id);
    return history && history.last >= 1 && history.dates[history.last] === session ? [history] : [];
  });
  if (current.length < 2) return null;
  const rows = current.map((history) => memberOf({ history, figure, flags: [] }));
  const ranked = (which: 'day' | 'year') => ranks(rows.map((row) => row[which].value));
  const [days, years] = [ranked('day'), ranked('year')];
  const ids = rows.map(({ series }) => series);
  const rank = (path: string, value: number | null) =>
    figure({
      path: `league.${path}`,
      value: value ?? Number.NaN,
      unit: 'count',
      of: { formula: 'league-rank', series: ids, params: { of: ids.length } },
      why: 'the move is not measured',
    });
  return {
    session: formatDay(session),
    members: rows.map((row, k) => ({
      ...row,
      rankDay: rank(`${row.series}.rank-day`, days[k]!),
      rankYear: rank(`${row.series}.rank-year`, years[k]!),
    })),
    leftOut: MEMBERS.filter((id) => !ids.includes(id)),
    spread: spreadOf(histories.get(BRENT!), histories.get(WTI!), current, figure),
  };
}

function memberOf(subject: Subject): { series: string; day: Figure; year: Figure } {
  const { history } = subject;
  const change = (path: string, from: number) =>
    changeFigure(subject, `league.${path}`, from, history.last, 'the history begins later');
  return {
    series: history.id,
    day: change('day', history.last - 1),
    year: change('year', rowOfLastYear(history)),
  };
}

/** 1 + number of larger values; null where there is none. */
function ranks(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((own) =>
    own === null ? null : 1 + values.filter((other) => other !== null && other > own).length,
  );
}

function spreadOf(
  brent: History | undefined,
  wti: History | undefined,
  current: readonly History[],
  figure: FigureMaker,
): League['spread'] {
  if (!brent || !wti || !current.includes(brent) || !current.includes(wti)) return null;
  const [b, w] = [brent.last, wti.last];
  const aligned = brent.dates[b - 1] === wti.dates[w - 1];
  const level = brent.values[b]! - wti.values[w]!;
  const before = aligned ? brent.values[b - 1]! - wti.values[w - 1]! : Number.NaN;
  const inputs = (back: number, suffix: string) => [
    { symbol: `B_${suffix}`, series: brent.id, date: formatDay(brent.dates[b - back]!) },
    { symbol: `W_${suffix}`, series: wti.id, date: formatDay(wti.dates[w - back]!) },
  ];
  const draft = (path: string, value: number, of: ReturnType<typeof inputs>) =>
    figure({
      path: `league.brent-wti.${path}`,
      value,
      unit: 'usd-per-bbl',
      of: { formula: `price-spread-${path}`, series: [brent.id, wti.id], inputs: of },
      flags: [...flagsAt(brent, b), ...flagsAt(wti, w)],
      why: 'the two were not both measured in the session before',
    });
  return {
    level: draft('level', level, inputs(0, 't')),
    change: draft('change', level - before, [...inputs(0, 't'), ...inputs(1, '0')]),
  };
}
