import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { PECKING_ORDER } from '../messages/explain/pecking-order.ts';
import { decimal, percent } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type PeckingOrder = PartAnswer<'havens', 'peckingOrder'>;

const NAMED = 3;
/** Below it the orders agree more than chance would have them. */
const SIGNIFICANT = 0.05;

export const tellPeckingOrder: Teller<PeckingOrder> = (desk, part) => {
  const { order, agreement, p } = part;
  if (order.length === 0 || !hasValue(agreement) || !hasValue(p)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = PECKING_ORDER[desk.language];
  const names = (some: PeckingOrder['order']) => some.slice(0, NAMED).map(({ asset }) => desk.name(asset));
  const headline = [
    m.order({
      sessions: String(part.sessions),
      first: names(order),
      fell: names(order.toSorted((a, b) => a.actual - b.actual)),
    }),
    m.agreement({ rho: w.ratio(agreement), p: pValue(desk, p), agrees: p.value < SIGNIFICANT }),
  ];
  return {
    headline,
    blocks: [...plain(desk, headline, recordLine(desk, part), [m.meaning()]), orderTable(desk, part)],
  };
};

function recordLine(desk: ExplainDesk, { record }: PeckingOrder): readonly Inline[] {
  const { agreement, positive } = record;
  if (!hasValue(agreement) || !hasValue(positive)) return [];
  return [
    PECKING_ORDER[desk.language].record({
      n: String(agreement.of.params?.days ?? ''),
      rho: desk.w.ratio(agreement),
      range: ratioRange(desk, agreement),
      positive: desk.w.share(positive),
      works: (agreement.band?.low ?? 0) > 0,
    }),
  ];
}

function orderTable(desk: ExplainDesk, { order, sessions }: PeckingOrder): TableBlock {
  const m = PECKING_ORDER[desk.language].table;
  const { w } = desk;
  const rank = (value: number) => decimal(value, { decimals: Number.isInteger(value) ? 0 : 1 });
  return table(desk, {
    id: 'pecking-order-table',
    label: '',
    title: m.title,
    measure: m.measure(String(sessions)),
    columns: [
      head('asset', m.asset),
      column('predicted', m.predicted, { phone: true }),
      column('actual', m.actual, { phone: true }),
      column('cost', m.cost),
      column('gain', m.gain),
      column('change', m.change, { phone: true }),
      column('z', m.z),
    ],
    groups: [
      {
        rows: order.map((one) => ({
          cells: [
            cell(desk.name(one.asset)),
            cell(rank(one.predicted)),
            cell(rank(one.actual)),
            cell(w.as(one.cost, percent(one.cost.value ?? 0, { decimals: 2 }))),
            cell(w.change(one.gain)),
            cell(w.change(one.change)),
            cell(w.z(one.z)),
          ],
        })),
      },
    ],
  });
}
