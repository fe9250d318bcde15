import type { OrderRow } from '../../diagnosis/explain/drivers/causal-order.ts';
import { cell, column, grouped, head, under } from '../compose/cells.ts';
import { paragraph, plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, Cell, Row } from '../document.ts';
import { type Inline, line } from '../inline.ts';
import { CAUSAL_ORDER } from '../messages/explain/causal-order.ts';
import { DRIVER_SPLIT } from '../messages/explain/driver-split.ts';
import { decimal } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CausalOrder = PartAnswer<'drivers', 'causalOrder'>;
type Asset = CausalOrder['assets'][number];

export const tellCausalOrder: Teller<CausalOrder> = (desk, { assets }) => {
  const m = CAUSAL_ORDER[desk.language];
  const told = assets.filter(({ effect, rows }) => effect !== null && rows.length > 0);
  if (told.length === 0) return { headline: [], blocks: [] };
  const passed = passedLines(desk, told);
  return {
    headline: passed.slice(0, 1),
    blocks: [
      paragraph(desk, passed[0]!, [...passed.slice(1), ...told.map((one) => effectLine(desk, one))]),
      orderTable(desk, told),
      ...plain(desk, [m.meaning]),
    ],
  };
};

/** An asset a sentence; those of which the same drivers were tested and none passed, in one. */
function passedLines(desk: ExplainDesk, assets: readonly Asset[]): readonly Inline[] {
  const { drivers } = DRIVER_SPLIT[desk.language];
  const passedOf = ({ rows }: Asset) => rows.filter(({ asCause }) => asCause);
  return grouped(assets, (one) =>
    passedOf(one).length > 0 ? one.asset : String(one.rows.map(({ driver }) => driver)),
  ).map((same) =>
    CAUSAL_ORDER[desk.language].passed({
      names: same.map(({ asset }) => desk.name(asset)),
      passed: passedOf(same[0]!).map(({ driver }) => drivers[driver]),
      tested: same[0]!.rows.length,
    }),
  );
}

function effectLine(desk: ExplainDesk, { asset, effect }: Asset): Inline {
  const { date, time, size } = effect!;
  return CAUSAL_ORDER[desk.language].effect({
    name: desk.name(asset),
    day: desk.w.day(date),
    time: time === null ? null : hourOf(time),
    size: desk.w.sigmas(size),
  });
}

/** "21:00" of "2026-02-05T21:00Z". */
function hourOf(time: string): string {
  return time.slice(11, 16);
}

function orderTable(desk: ExplainDesk, assets: readonly Asset[]): Block {
  const { table: m } = CAUSAL_ORDER[desk.language];
  return table(desk, {
    id: 'causal-order',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('cause', m.cause),
      column('cause-time', m.causeTime),
      column('effect-time', `${m.effect} · ${m.effectTime}`),
      column('lag', m.lag),
      { ...column('test', m.test, { phone: true }), align: 'start' },
    ],
    groups: assets.map((one) => ({
      title: desk.name(one.asset),
      rows: one.rows.map((row) => orderRow(desk, one, row)),
    })),
  });
}

function orderRow(desk: ExplainDesk, { effect }: Asset, { driver, cause, hours, ...tests }: OrderRow): Row {
  const { drivers } = DRIVER_SPLIT[desk.language];
  const { table: m } = CAUSAL_ORDER[desk.language];
  return {
    cells: [
      cell(drivers[driver]),
      momentCell(desk, cause),
      momentCell(desk, effect!),
      hours === null ? cell() : cell(m.hours(decimal(hours, { decimals: 0 }))),
      testCell(desk, tests),
    ],
  };
}

function momentCell(desk: ExplainDesk, { date, time, size }: OrderRow['cause']): Cell {
  // A currency’s day ends at midnight, which is the next day.
  const text =
    time === null ? desk.w.tableDay(date) : `${desk.w.tableDay(time.slice(0, 10))} ${hourOf(time)}`;
  return under([text], [desk.w.sigmas(size)]);
}

function testCell(
  desk: ExplainDesk,
  { leads, lags, order }: Pick<OrderRow, 'leads' | 'lags' | 'order'>,
): Cell {
  const m = CAUSAL_ORDER[desk.language];
  if (order === null || !hasValue(leads) || !hasValue(lags)) return cell(m.untested);
  return under([m.orders[order]], line`p ${pValue(desk, leads)} · ${pValue(desk, lags)}`);
}
