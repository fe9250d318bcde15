import { entryOf } from '../../data/series/index.ts';
import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { LABOUR_BOARD } from '../messages/explain/labour-board.ts';
import { monthWords } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type LabourBoard = PartAnswer<'drivers', 'labourBoard'>;
type Row = LabourBoard['rows'][number];

export const tellLabourBoard: Teller<LabourBoard> = (desk, part) => {
  const told = part.rows.filter(({ value }) => hasValue(value));
  const latest = largestStep(told, desk.answer.asOf);
  if (!latest) return { headline: [], blocks: [] };
  const m = LABOUR_BOARD[desk.language];
  const headline = [...latestLines(desk, latest), ...weakLines(desk, told)];
  const supplied = told.filter(({ surprise }) => hasValue(surprise));
  const after: readonly Inline[] = [
    ...supplied.map((row) =>
      m.surprise({ name: desk.name(row.series), surprise: amount(desk, row.surprise, true) }),
    ),
    ...(supplied.length === 0 ? [[m.noConsensus]] : []),
    ...(told.some(({ value }) => value.flags.includes('late-vintage')) ? [[m.late]] : []),
  ];
  return { headline, blocks: [...plain(desk, headline, after), boardTable(desk, part)] };
};

const WEEK_MS = 7 * 86_400_000;

/** Of the releases of the last week the one with the largest step in σ; without any, the latest release. */
function largestStep(told: readonly Row[], asOf: string): Row | undefined {
  const age = ({ released }: Row) => Date.parse(asOf) - Date.parse(released ?? asOf);
  const step = ({ z }: Row) => Math.abs(z.value ?? 0);
  const fresh = told.filter((row) => age(row) <= WEEK_MS);
  if (fresh.length === 0) return [...told].sort((a, b) => age(a) - age(b))[0];
  return [...fresh].sort((a, b) => step(b) - step(a) || (a.series < b.series ? -1 : 1))[0];
}

/** Persons in the scale of the language, rates in percent, their differences in points. */
function amount(desk: ExplainDesk, figure: Figure, difference: boolean): FigureSpan {
  const m = LABOUR_BOARD[desk.language];
  if (figure.unit !== 'persons') {
    if (!difference) return desk.w.share(figure, 1);
    return desk.w.as(figure, m.points(figure.value ?? 0));
  }
  return desk.w.as(figure, m.persons(figure.value ?? 0, difference));
}

function latestLines(desk: ExplainDesk, row: Row): readonly Inline[] {
  const m = LABOUR_BOARD[desk.language];
  const { series, date, shown, value, change, z } = row;
  if (!date || !hasValue(change)) return [];
  return [
    m.latest({
      name: desk.name(series),
      period: periodWords(desk, series, date),
      value: amount(desk, value, shown === 'change'),
      change: amount(desk, change, true),
      added: shown === 'change',
    }),
    ...(hasValue(z) ? [m.score(desk.w.sigmas(z))] : []),
  ];
}

function weakLines(desk: ExplainDesk, told: readonly Row[]): readonly Inline[] {
  const m = LABOUR_BOARD[desk.language];
  const stepped = told.filter(({ change }) => hasValue(change));
  const weak = stepped.filter(({ change, weak: way }) =>
    way === 'fall' ? change.value! < 0 : change.value! > 0,
  );
  const openings = told.find(({ series }) => series === 'job-openings');
  const since = openings?.weakerIn ?? openings?.historyFrom;
  return [
    ...(stepped.length > 0 ? [m.weakened({ weak: weak.length, of: stepped.length })] : []),
    ...(openings && since
      ? [
          m.weaker({
            name: desk.name(openings.series),
            since: periodWords(desk, openings.series, since),
            all: openings.weakerIn === null,
            weak: openings.weak,
          }),
        ]
      : []),
  ];
}

function boardTable(desk: ExplainDesk, { rows }: LabourBoard): TableBlock {
  const { w } = desk;
  const m = LABOUR_BOARD[desk.language];
  return table(desk, {
    id: 't-4',
    label: desk.m.tableLabel(m.table.label),
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('statistic', m.table.statistic),
      column('period', m.table.period),
      column('value', m.table.value, { phone: true }),
      column('change', m.table.change, { phone: true }),
      column('z', m.table.z),
      column('since', m.table.since),
      column('surprise', m.table.surprise),
      column('revision', m.table.revision),
    ],
    groups: [
      {
        rows: rows.map((row) => ({
          cells: [
            cell(desk.name(row.series)),
            cell(row.date ? periodCell(desk, row.series, row.date) : m.none),
            cell(amount(desk, row.value, row.shown === 'change')),
            cell(amount(desk, row.change, true)),
            cell(w.sigmas(row.z)),
            sinceCell(desk, row),
            cell(amount(desk, row.surprise, true)),
            cell(amount(desk, row.revision, true)),
          ],
        })),
      },
    ],
  });
}

/** A month is named as one; a week by its last day. */
function periodWords(desk: ExplainDesk, series: string, date: string): string {
  if (entryOf(series)?.frequency === 'monthly') return monthWords(desk, date);
  return LABOUR_BOARD[desk.language].week(desk.w.day(date));
}

function periodCell(desk: ExplainDesk, series: string, date: string): string {
  return entryOf(series)?.frequency === 'monthly' ? date.slice(0, 7) : desk.w.tableDay(date);
}

function sinceCell(desk: ExplainDesk, { series, weakerIn, historyFrom, value }: Row): Cell {
  const m = LABOUR_BOARD[desk.language];
  if (weakerIn) return cell(periodCell(desk, series, weakerIn));
  return cell(historyFrom && hasValue(value) ? m.never(periodCell(desk, series, historyFrom)) : m.none);
}
