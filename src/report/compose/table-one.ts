import { ASSET_CLASSES } from '../../data/series/entry.ts';
import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { yearOf } from '../dates.ts';
import { type Desk, hasValue, isPrice } from '../desk.ts';
import type { Cell, Column, Row, RowGroup, TableBlock } from '../document.ts';
import { line } from '../inline.ts';
import { absences, cell, column, EMPTY, head, optional, under } from './cells.ts';
import { placeOf, recordKind } from './facts.ts';

const DECIMALS = 2;

function columnsOf({ m, window }: Desk): readonly Column[] {
  const { labels } = m;
  return [
    head('name', labels.instrument),
    ...(window === undefined ? [] : [column('window', m.windowLabel(window), { phone: true })]),
    ...(window === undefined
      ? [column('day', labels.closeToClose, { phone: true }), column('low', labels.lowToPrevious)]
      : [column('day', `${labels.closeToClose} · ${labels.lowToPrevious}`, { phone: true })]),
    column('close', labels.close),
    column('peak', labels.fromPeakClose),
    column('high', labels.fromPeakHigh),
    column('z', labels.z, { phone: true }),
    column('rank', labels.rank),
    column('since', labels.largestSince, { phone: true }),
  ];
}

function nameCell(desk: Desk, one: ScanInstrument): Cell {
  const place = placeOf(desk, one);
  const session = one.date === desk.session ? [] : [desk.w.tableDay(one.date)];
  const second = [...(place ? [place] : []), ...session].join(' · ');
  return second === '' ? cell(desk.fullName(one.id)) : under([desk.fullName(one.id)], second);
}

function peakCells(desk: Desk, one: ScanInstrument): readonly [Cell, Cell] {
  if (!isPrice(one)) return [EMPTY, EMPTY];
  const { fromClose, peakCloseDate, fromHigh, peakHighDate } = one.drawdown;
  const close = hasValue(fromClose)
    ? under([desk.w.drawdown(fromClose)], desk.w.tableDay(peakCloseDate))
    : cell(desk.w.drawdown(fromClose));
  if (!fromHigh) return [close, EMPTY];
  const high =
    peakHighDate && hasValue(fromHigh)
      ? under([desk.w.drawdown(fromHigh)], desk.w.tableDay(peakHighDate))
      : cell(desk.w.drawdown(fromHigh));
  return [close, high];
}

function rankCell(desk: Desk, { record }: ScanInstrument): Cell {
  if (!hasValue(record.rank) || !hasValue(record.of)) return cell(desk.w.count(record.rank));
  const text = line`${desk.w.count(record.rank)} / ${desk.w.count(record.of)}`;
  return under(text, desk.m.sinceYear(yearOf(record.from)));
}

function sinceCell(desk: Desk, { record, date }: ScanInstrument): Cell {
  if (!hasValue(record.rank)) return EMPTY;
  if (record.since === null) {
    const [word, from] = desk.m.everSince(desk.w.tableDay(record.from));
    return under([word], from);
  }
  const faint = recordKind(record, date) === 'short-of';
  return { text: [desk.w.tableDay(record.since)], ...(faint ? { faint } : {}) };
}

/** Change over the asked window, and the same in σ below it. */
function windowCell({ w }: Desk, { change, windowZ }: ScanInstrument): Cell {
  const text = w.change(change.window, DECIMALS);
  return hasValue(windowZ) ? under([text], [w.sigmas(windowZ)]) : cell(text);
}

/** Close on close and low on close: two columns, or one with the low below where an asked window takes the room. */
function dayCells({ w, window }: Desk, { change, lowVsPrevious: low }: ScanInstrument): readonly Cell[] {
  const day = w.change(change.day, DECIMALS);
  if (window === undefined) return [cell(day), optional(low, (figure) => w.change(figure, DECIMALS))];
  return [hasValue(low) ? under([day], [w.change(low, DECIMALS)]) : cell(day)];
}

function rowOf(desk: Desk, one: ScanInstrument): Row {
  const { w } = desk;
  const [peak, high] = peakCells(desk, one);
  return {
    cells: [
      nameCell(desk, one),
      ...(desk.window === undefined ? [] : [windowCell(desk, one)]),
      ...dayCells(desk, one),
      cell(w.level(one.close)),
      peak,
      high,
      cell(w.z(one.z)),
      rankCell(desk, one),
      sinceCell(desk, one),
    ],
  };
}

/** Instruments by class, in the catalogue's order of classes. */
export function byClass(desk: Desk, rowOfInstrument: (one: ScanInstrument) => Row): readonly RowGroup[] {
  return ASSET_CLASSES.flatMap((assetClass) => {
    const rows = desk.ofClass(assetClass).map(rowOfInstrument);
    return rows.length === 0 ? [] : [{ title: desk.m.classes[assetClass], rows }];
  });
}

/** T-1: close on close and low on previous close apart, peaks with dates, level, rank and record. */
export function tableOne(desk: Desk): TableBlock {
  const columns = columnsOf(desk);
  const groups = byClass(desk, (one) => rowOf(desk, one));
  return {
    kind: 'table',
    id: 't-1',
    label: desk.m.tableLabel('T-1'),
    title: [desk.m.tableOne.title],
    measure: [desk.m.tableOne.measure],
    columns,
    groups,
    notes: absences(desk, columns, groups),
  };
}
