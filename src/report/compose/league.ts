import { type Desk, hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { decimal } from '../numbers.ts';
import { cell, column, head } from './cells.ts';
import { plain } from './paragraph.ts';
import { table } from './tables.ts';

type League = NonNullable<Desk['answer']['league']>;

/** The commodity that is told in words: the note's own question is where oil stands. */
const TOLD = 'wti-front';

function placeSentence(desk: Desk, { members }: League): readonly Inline[] {
  const found = members.find(({ series }) => series === TOLD);
  if (!found || !hasValue(found.rankDay) || !hasValue(found.rankYear)) return [];
  const { w } = desk;
  return [
    desk.m.league.place({
      name: desk.name(found.series),
      day: w.change(found.day),
      rankDay: w.count(found.rankDay),
      year: w.change(found.year),
      rankYear: w.count(found.rankYear),
      all: members.length,
    }),
  ];
}

/** A difference of prices, to the cent. */
function inDollars({ m, w }: Desk, figure: Figure): FigureSpan {
  return w.as(figure, m.priced(decimal(figure.value ?? 0, { decimals: 2 }), figure.unit));
}

function leagueTable(desk: Desk, { members, session }: League): TableBlock {
  const { m, w } = desk;
  const { columns } = m.league;
  const ordered = [...members].sort(
    (a, b) =>
      (a.rankDay.value ?? members.length) - (b.rankDay.value ?? members.length) ||
      (a.series < b.series ? -1 : 1),
  );
  return table(desk, {
    id: 'm-1',
    label: m.tableLabel('M-1'),
    title: m.league.title,
    measure: m.league.measure(w.tableDay(session)),
    columns: [
      head('commodity', columns.commodity),
      column('day', m.labels.day, { phone: true }),
      column('rank-day', columns.rank, { phone: true }),
      column('year', m.labels.year, { phone: true }),
      column('rank-year', columns.rank),
    ],
    groups: [
      {
        rows: ordered.map(({ series, day, year, rankDay, rankYear }) => ({
          cells: [
            cell(desk.name(series)),
            cell(w.change(day)),
            cell(w.count(rankDay)),
            cell(w.change(year)),
            cell(w.count(rankYear)),
          ],
        })),
      },
    ],
  });
}

/** Commodities ranked, and Brent over WTI. */
export function leagueBlocks(desk: Desk): readonly Block[] {
  const { league } = desk.answer;
  if (!league) return [];
  const { spread, leftOut } = league;
  const difference =
    spread && hasValue(spread.level)
      ? [desk.m.league.spread({ level: inDollars(desk, spread.level), change: desk.w.change(spread.change) })]
      : [];
  const missing = leftOut.length > 0 ? [desk.m.league.leftOut(leftOut.map((id) => desk.name(id)))] : [];
  return [...plain(desk, placeSentence(desk, league), difference, missing), leagueTable(desk, league)];
}
