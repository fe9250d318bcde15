import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { LIQUIDITY_VARIANTS } from '../messages/explain/liquidity-variants.ts';
import { billionsCell, billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Variants = PartAnswer<'liquidity', 'liquidityVariants'>;

export const tellLiquidityVariants: Teller<Variants> = (desk, part) => {
  const m = LIQUIDITY_VARIANTS[desk.language];
  const { fell, rose } = part.verdict;
  if (fell + rose === 0) return { headline: [], blocks: [] };
  const headline = [m.verdict(part.verdict), ...pairLines(desk, part)];
  return { headline, blocks: [...plain(desk, headline, [[m.meaning]]), yearsTable(desk, part)] };
};

/** Net liquidity beside the largest move of the other sign, where there is one. */
function pairLines(desk: ExplainDesk, { definitions, verdict }: Variants): readonly Inline[] {
  const of = definitions.flatMap(({ id, years }) => {
    const found = years.find(({ year }) => year === verdict.year)?.change;
    return hasValue(found) ? [{ id, change: found }] : [];
  });
  const net = of.find(({ id }) => id === 'net');
  const [other] = of
    .filter(({ change }) => net && Math.sign(change.value) === -Math.sign(net.change.value))
    .sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
  if (!net || !other) return [];
  return [
    LIQUIDITY_VARIANTS[desk.language].pair({
      year: verdict.year,
      net: billionsSpan(desk, net.change, 'size'),
      down: net.change.value < 0,
      other: other.id,
      change: billionsSpan(desk, other.change, 'size'),
      otherDown: other.change.value < 0,
    }),
  ];
}

function yearsTable(desk: ExplainDesk, { definitions, verdict }: Variants): TableBlock {
  const m = LIQUIDITY_VARIANTS[desk.language];
  const years = definitions[0]?.years.map(({ year }) => year) ?? [];
  return table(desk, {
    id: 'liquidity-variants-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('definition', m.table.definition),
      ...years.map((year) =>
        column(`y${year}`, m.table.year(year, year > verdict.year), { phone: year >= verdict.year }),
      ),
    ],
    groups: [
      {
        rows: definitions.map(({ id, years: changes }) => ({
          cells: [
            cell(m.names[id]),
            ...changes.map(({ change, share }) =>
              hasValue(change)
                ? under([billionsCell(desk, change, true)], [desk.w.change(share)])
                : cell(desk.w.change(change)),
            ),
          ],
        })),
      },
    ],
  });
}
