import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { FLOW_RULES } from '../messages/explain/flow-rules.ts';
import { level, money } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type FlowTarget = PartAnswer<'flows', 'flowTarget'>;

export const tellFlowTarget: Teller<FlowTarget> = (desk, part) => {
  const [low, high] = [part.curve[0], part.curve.at(-1)];
  if (!low || !high || !hasValue(low.own)) return { headline: [], blocks: [] };
  const { target: m } = FLOW_RULES[desk.language];
  const { w } = desk;
  const curve = m.curve({
    base: w.priced(part.base),
    flow: money(high.flow, desk.language),
    low: w.priced(low.own),
    high: w.priced(high.own),
  });
  return {
    headline: [curve, m.unproven],
    blocks: [paragraph(desk, curve, [m.unproven], claimLines(desk, part)), curveTable(desk, part)],
  };
};

function claimLines(desk: ExplainDesk, { claim }: FlowTarget): readonly Inline[] {
  if (!claim) return [];
  const { target: m } = FLOW_RULES[desk.language];
  const { w } = desk;
  return [
    m.claim({ base: w.priced(claim.base), until: w.day(claim.until) }),
    ...(hasValue(claim.miss)
      ? [
          m.outcome({
            flow: w.money(claim.actualFlow),
            conditional: w.priced(claim.conditional),
            price: w.priced(claim.actualPrice),
            miss: w.change(claim.miss),
          }),
        ]
      : []),
  ];
}

function curveTable(desk: ExplainDesk, { curve }: FlowTarget): TableBlock {
  const { table: m } = FLOW_RULES[desk.language].target;
  const { w } = desk;
  const both = curve.some(({ external }) => hasValue(external));
  const range = ({ band }: Figure) => (band ? desk.m.range(level(band.low), level(band.high)) : '');
  return table(desk, {
    id: 'flow-target',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('flow', m.flow),
      column('own', m.own, { phone: true }),
      ...(both ? [column('citi', m.citi, { phone: true })] : []),
    ],
    groups: [
      {
        rows: curve.map(({ flow, own, external }) => ({
          cells: [
            cell(money(flow, desk.language, true)),
            flow === 0 ? cell(w.level(own)) : under([w.level(own)], range(own)),
            ...(both ? [cell(w.level(external))] : []),
          ],
        })),
      },
    ],
  });
}
