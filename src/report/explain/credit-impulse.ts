import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { yearOf } from '../dates.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CREDIT_IMPULSE } from '../messages/explain/credit-impulse.ts';
import { billionsCell } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CreditImpulse = PartAnswer<'liquidity', 'creditImpulse'>;

export const tellCreditImpulse: Teller<CreditImpulse> = (desk, part) => {
  const { w } = desk;
  const m = CREDIT_IMPULSE[desk.language];
  const credit = part.lines.find(({ series }) => series === 'bank-credit');
  if (!credit?.date || !hasValue(credit.growth)) return { headline: [], blocks: [] };
  const headline = [
    m.growth({ day: w.day(credit.date), credit: w.change(credit.growth), year: w.change(credit.yearGrowth) }),
    ...impulseLines(desk, part),
  ];
  const { percentile } = part.impulse;
  const rank =
    hasValue(percentile) && percentile.window
      ? [m.rank({ percentile: w.percentile(percentile), year: yearOf(percentile.window.from) })]
      : [];
  return { headline, blocks: [...plain(desk, headline, rank, [[m.meaning]]), creditTable(desk, part)] };
};

function impulseLines(desk: ExplainDesk, { impulse }: CreditImpulse): readonly Inline[] {
  const { w } = desk;
  const { flow, flowBefore, value } = impulse;
  if (!hasValue(value)) return [];
  return [
    CREDIT_IMPULSE[desk.language].impulse({
      flow: w.share(flow, 1),
      before: w.share(flowBefore, 1),
      impulse: w.change(value, 2),
      faster: value.value > 0,
    }),
  ];
}

function creditTable(desk: ExplainDesk, { lines }: CreditImpulse): TableBlock {
  const { w } = desk;
  const m = CREDIT_IMPULSE[desk.language];
  return table(desk, {
    id: 'credit-impulse-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('line', m.table.line),
      column('level', m.table.level, { phone: true }),
      column('growth', m.table.growth, { phone: true }),
      column('year', m.table.yearGrowth),
      column('date', m.table.date),
    ],
    groups: [
      {
        rows: lines.map(({ series, date, level, growth, yearGrowth }) => ({
          cells: [
            cell(m.names[series]),
            hasValue(level) ? cell(billionsCell(desk, level)) : cell(w.change(level)),
            cell(w.change(growth)),
            cell(w.change(yearGrowth)),
            cell(date ? w.tableDay(date) : ''),
          ],
        })),
      },
    ],
  });
}
