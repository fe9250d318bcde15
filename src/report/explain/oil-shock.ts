import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import { OIL_SHOCK } from '../messages/explain/oil-shock.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'oilShock'>;

export const tellOilShock: Teller<Part> = (desk, part) => {
  const { from, date, kind, move, demand, residual, score, r2 } = part;
  if (!from || !date || !kind) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = OIL_SHOCK[desk.language];
  const headline = [
    m.split({
      from: w.day(from),
      to: w.day(date),
      move: w.change(move),
      demand: w.change(demand),
      residual: w.change(residual),
      kind,
    }),
  ];
  const odd = part.signals.filter(({ expected }) => expected === false).map(({ signal }) => m.inline[signal]);
  const rest = [
    m.size({ score: w.sigmas(score), r2: w.share(r2) }),
    ...(odd.length > 0 ? [[m.odd(odd)]] : []),
    [m.falsifier],
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), splitTable(desk, part)] };
};

function splitTable(desk: ExplainDesk, { signals, demand, residual, move }: Part): TableBlock {
  const { w } = desk;
  const m = OIL_SHOCK[desk.language];
  const banded = (figure: Part['demand']): Cell =>
    hasValue(figure) ? under([w.change(figure)], w.range(figure)) : cell(w.change(figure));
  return table(desk, {
    id: 'oil-shock-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('part', m.table.part),
      column('moved', m.table.moved),
      column('contribution', m.table.contribution, { phone: true }),
    ],
    groups: [
      {
        rows: [
          ...signals.map(({ signal, moved, contribution }) => ({
            cells: [cell(m.signals[signal]), cell(w.change(moved)), banded(contribution)],
          })),
          { cells: [cell(m.demand), cell(), banded(demand)] },
          { cells: [cell(m.residual), cell(), banded(residual)] },
          { cells: [cell(m.total), cell(), cell(w.change(move))] },
        ],
      },
    ],
  });
}
