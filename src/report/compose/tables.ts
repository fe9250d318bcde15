import type { ScanAnswer, ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { type Desk, quotedAs, type Wording } from '../desk.ts';
import type { Column, RowGroup, TableBlock } from '../document.ts';
import { percent } from '../numbers.ts';
import { absences, cell, column, head, optional, under, withValues } from './cells.ts';
import { byClass } from './table-one.ts';

interface TableParts {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly measure?: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  readonly folded?: string;
}

export function table(desk: Wording, { title, measure, ...parts }: TableParts): TableBlock {
  return {
    kind: 'table',
    ...parts,
    ...withValues(parts.columns, parts.groups),
    title: [title],
    ...(measure ? { measure: [measure] } : {}),
    notes: absences(desk, parts.columns, parts.groups),
  };
}

function volatilityRow(desk: Desk, one: ScanInstrument) {
  const { w } = desk;
  return {
    cells: [
      cell(desk.name(one.id)),
      cell(w.annual(one.volatility.annual, quotedAs(one), 1)),
      cell(w.percentile(one.volatility.percentile)),
      optional(one.volumeRatio, w.ratio),
      cell(w.count(one.streak.sessions)),
      cell(w.change(one.change.week)),
      cell(w.change(one.change.month)),
      cell(w.change(one.change.year)),
    ],
  };
}

/** Realised volatility with its percentile, volume, streak, and the changes over longer spans. */
export function volatilityTable(desk: Desk): TableBlock {
  const { labels, volatilityTable: words } = desk.m;
  return table(desk, {
    id: 'v-1',
    label: desk.m.tableLabel('V-1'),
    title: words.title,
    measure: words.measure,
    columns: [
      head('name', labels.instrument),
      column('volatility', labels.volatility, { phone: true }),
      column('percentile', labels.percentile, { phone: true }),
      column('volume', labels.volumeRatio),
      column('streak', labels.streak),
      column('week', labels.week, { phone: true }),
      column('month', labels.month),
      column('year', labels.year),
    ],
    groups: byClass(desk, (one) => volatilityRow(desk, one)),
  });
}

const NEXT_SESSIONS = 20;

/** The nearest past days, and what each series did over the next 20 sessions. */
export function nearestTable(desk: Desk): TableBlock {
  const { m, w, answer } = desk;
  const series = answer.analogues.fan.map(({ series: id }) => id);
  const rows = answer.analogues.days.map((day) => ({
    cells: [
      cell(w.tableDay(day.date)),
      cell(w.ratio(day.distance)),
      cell(w.score(day.score)),
      ...series.map((id) =>
        optional(
          day.after.find((one) => one.series === id && one.sessions === NEXT_SESSIONS)?.change,
          w.change,
        ),
      ),
    ],
  }));
  return table(desk, {
    id: 'n-1',
    label: m.tableLabel('N-1'),
    title: m.nearestTable.title,
    measure: m.nearestTable.measure(NEXT_SESSIONS),
    columns: [
      head('date', m.labels.date),
      column('distance', m.labels.distance),
      column('score', m.labels.score, { phone: true }),
      ...series.map((id, index) => column(id, desk.name(id), { phone: index < 2 })),
    ],
    groups: [{ rows }],
  });
}

/** Level of the bands of the fan, which is one for all. */
function bandLevel({ analogues }: ScanAnswer): string {
  const bands = analogues.fan.flatMap(({ horizons }) => horizons.map(({ median }) => median.band));
  return percent(bands.find((band) => band !== undefined)?.level ?? 0.8, { decimals: 0 });
}

/** Median and band over the nearest days, by horizon. */
export function fanTable(desk: Desk): TableBlock {
  const { m, w, answer } = desk;
  const horizons = [
    ...new Set(answer.analogues.fan.flatMap((one) => one.horizons.map(({ sessions }) => sessions))),
  ].sort((a, b) => a - b);
  const rows = answer.analogues.fan.map((one) => ({
    cells: [
      cell(desk.name(one.series)),
      ...horizons.map((sessions) => {
        const found = one.horizons.find((horizon) => horizon.sessions === sessions);
        if (!found) return cell();
        const range = w.range(found.median);
        return range === '' ? cell(w.change(found.median)) : under([w.change(found.median)], range);
      }),
    ],
  }));
  return table(desk, {
    id: 'n-2',
    label: m.tableLabel('N-2'),
    title: m.fanTable.title,
    measure: m.fanTable.measure(bandLevel(answer)),
    columns: [
      head('name', m.labels.instrument),
      ...horizons.map((sessions) => column(`d${sessions}`, m.change(sessions), { phone: sessions >= 20 })),
    ],
    groups: [{ rows }],
  });
}
