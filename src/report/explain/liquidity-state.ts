import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import type { TableBlock } from '../document.ts';
import { LIQUIDITY_STATE } from '../messages/explain/liquidity-state.ts';
import { LIQUIDITY_VARIANTS } from '../messages/explain/liquidity-variants.ts';
import { decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type State = PartAnswer<'liquidity', 'liquidityState'>;
type Definition = State['definitions'][number];

export const tellLiquidityState: Teller<State> = (desk, part) => {
  const net = part.definitions.find(({ id }) => id === 'net');
  if (!net?.date || part.state === null) return { headline: [], blocks: [] };
  const m = LIQUIDITY_STATE[desk.language];
  const { w } = desk;
  const counts = Object.values(part.counts);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const headline = [
    m.state({
      state: part.state,
      day: w.day(net.date),
      change: w.change(net.change),
      size: w.as(net.size, decimal(Math.abs(net.size.value ?? 0), { decimals: 2 })),
      sure: part.sure === true,
    }),
    ...(n > 1 ? [m.agree({ n, ...part.counts, all: Math.max(...counts) === n })] : []),
  ];
  return { headline, blocks: [...plain(desk, headline, [[m.meaning]]), stateTable(desk, part)] };
};

function signed({ w }: ExplainDesk, { size }: Definition) {
  const text = decimal(size.value ?? 0, { decimals: 2, signed: true });
  return w.as(size, size.value === null ? '' : text);
}

function stateTable(desk: ExplainDesk, { definitions }: State): TableBlock {
  const { table: m, states } = LIQUIDITY_STATE[desk.language];
  const { names } = LIQUIDITY_VARIANTS[desk.language];
  return table(desk, {
    id: 'liquidity-state-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('definition', m.definition),
      column('date', m.date),
      column('change', m.change, { phone: true }),
      column('size', m.size),
      column('state', m.state, { phone: true }),
    ],
    groups: [
      {
        rows: definitions.map((one) => ({
          cells: [
            cell(names[one.id]),
            one.date === null ? cell() : cell(desk.w.tableDay(one.date)),
            cell(desk.w.change(one.change)),
            cell(signed(desk, one)),
            one.state === null ? cell() : cell(states[one.state]),
          ],
        })),
      },
    ],
  });
}
