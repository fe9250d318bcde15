import { cell, column, head, under } from '../compose/cells.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { bandCell, changeText, sharesOf, shareText, span, told } from './amounts.ts';
import type { CascadeDesk } from './desk.ts';
import { busiestHour, venueName } from './places.ts';

/** Table T-2: what the model liquidates beside what was reported of the days before. */
export function liquidationTable(desk: CascadeDesk): TableBlock {
  const { words } = desk;
  const { columns: c, liquidations: l } = words;
  const share = desk.reported ? l.reportedShare : '';
  const groups = [
    { title: l.groups.all, rows: amountRows(desk) },
    { title: `${l.groups.venues}${share}`, rows: venueRows(desk) },
    { title: `${l.groups.leverage}${share}`, rows: leverageRows(desk) },
  ];
  return table(desk, {
    id: 't-2',
    label: desk.m.tableLabel('T-2'),
    title: l.title,
    measure: l.measure(desk.reported !== undefined),
    columns: [
      head('item', c.item),
      column('simulated', c.simulated, { phone: true }),
      ...(desk.reported ? [column('measured', c.measured, { phone: true })] : []),
      column('note', c.note, { align: 'start' }),
    ],
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({ title, rows: desk.reported ? rows : rows.map(unreported) })),
  });
}

function row(item: string, simulated: Cell, reported: Cell, note: string): Row {
  return { cells: [cell(item), simulated, reported, cell(note)] };
}

/** The row without the column of what was reported. */
function unreported({ cells: [item, simulated, , note] }: Row): Row {
  return { cells: [item!, simulated!, note!] };
}

/** A reported figure, or an empty cell where nothing was reported. */
function reportedCell(desk: CascadeDesk, figure: Figure | undefined, kind: 'money' | 'share'): Cell {
  return figure && hasValue(figure) ? cell(span(desk, figure, kind)) : cell();
}

function totalCell(desk: CascadeDesk): Cell {
  const total = desk.reported?.total;
  if (!total || !hasValue(total)) return cell();
  const { band } = total;
  if (!band || band.high <= band.low) return cell(span(desk, total, 'money'));
  return cell(desk.w.as(total, desk.m.range(told(desk, 'money', band.low), told(desk, 'money', band.high))));
}

function amountRows(desk: CascadeDesk): readonly Row[] {
  const { words, answer, reported } = desk;
  const { liquidations: l } = words;
  const { total, bySeller, longs } = answer.forced;
  const perpetuals = bySeller.find(({ id }) => id === 'perpetuals');
  const most = busiestHour(desk);
  const reportedHour = busiestReported(desk);
  const text = reported?.total.flags.includes('unproven') ? `${desk.m.semicolon}${l.notes.text}` : '';
  const rank = reported?.rank;
  return [
    row(l.amount, bandCell(desk, total, 'money'), cell(), l.notes.amount),
    row(
      l.perpetuals,
      perpetuals ? bandCell(desk, perpetuals.usd, 'money') : cell(),
      totalCell(desk),
      `${l.notes.perpetuals}${text}`,
    ),
    row(
      l.longs,
      longs && hasValue(longs) ? cell(span(desk, longs, 'share')) : cell(),
      reportedCell(desk, reported?.longShare, 'share'),
      l.notes.longs,
    ),
    ...(most || reportedHour
      ? [row(l.peak, most ? under([most.share], l.time(most)) : cell(), reportedHour, l.notes.peak)]
      : []),
    ...(rank && hasValue(rank)
      ? [row(l.rank, cell(), cell(desk.w.count(rank)), l.rankNote(Number(rank.of.params?.days ?? 0)))]
      : []),
  ];
}

function busiestReported(desk: CascadeDesk): Cell {
  const hours = (desk.reported?.hours ?? []).filter(({ share }) => hasValue(share));
  const [most] = [...hours].sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  if (!most) return cell();
  return under([desk.w.as(most.share, shareText(most.share.value ?? 0))], `${most.utc} UTC`);
}

/** Simulated and reported venues by name, the largest simulated first. */
function venueRows(desk: CascadeDesk): readonly Row[] {
  const { words, answer, reported, language } = desk;
  const { byVenue } = answer.forced;
  const texts = sharesOf(byVenue.map(({ share }) => share.value ?? 0));
  const simulated = byVenue
    .map(({ id, title, share }, k) => ({
      name: venueName(desk, id, title[language]),
      share,
      text: texts[k]!,
    }))
    .filter(({ share }) => share.value)
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  const own = new Map(
    (reported?.venues ?? []).map(({ name, share }) => [name === '' ? words.others : name, share] as const),
  );
  const keyOf = (name: string) => [...own.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  const taken = new Set(simulated.map(({ name }) => keyOf(name)));
  return [
    ...simulated.map(({ name, share, text }) =>
      row(name, cell(desk.w.as(share, text)), reportedCell(desk, own.get(keyOf(name) ?? ''), 'share'), ''),
    ),
    ...[...own]
      .filter(([name, share]) => !taken.has(name) && hasValue(share))
      .map(([name, share]) => row(name, cell(), reportedCell(desk, share, 'share'), '')),
  ];
}

/** Open longs of the model by leverage over all assets, then reported liquidations by their own bands. */
function leverageRows(desk: CascadeDesk): readonly Row[] {
  const { words, answer, reported } = desk;
  const { liquidations: l, leverage } = words;
  const sums = new Map<number, { usd: number; distance: number }>();
  for (const { bands } of answer.leverage) {
    for (const { leverage: upTo, usd, distance } of bands) {
      const sum = sums.get(upTo) ?? { usd: 0, distance: 0 };
      sum.usd += usd.value ?? 0;
      sum.distance += (usd.value ?? 0) * distance;
      sums.set(upTo, sum);
    }
  }
  const all = [...sums.values()].reduce((sum, { usd }) => sum + usd, 0);
  const open = [...sums].filter(([, { usd }]) => usd > 0);
  const shares = all > 0 ? sharesOf(open.map(([, { usd }]) => usd / all)) : [];
  return [
    ...open.map(([upTo, { usd, distance }], k) =>
      row(
        `${leverage.leverage} ${leverage.upTo(upTo)}`,
        cell(shares[k] ?? ''),
        cell(),
        l.openWithin(changeText(distance / usd)),
      ),
    ),
    ...(reported?.leverage ?? [])
      .filter(({ share }) => hasValue(share))
      .map(({ from, to, share }) =>
        row(l.band({ from, to }), cell(), reportedCell(desk, share, 'share'), ''),
      ),
  ];
}
