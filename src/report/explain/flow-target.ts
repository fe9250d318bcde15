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
type Point = FlowTarget['curve'][number];

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
  const asked = askedLines(desk, part);
  return {
    headline: [curve, ...asked, m.unproven],
    blocks: [paragraph(desk, curve, [...asked, m.unproven], claimLines(desk, part)), curveTable(desk, part)],
  };
};

function askedLines(desk: ExplainDesk, { asked }: FlowTarget): readonly Inline[] {
  if (!asked || !hasValue(asked.own)) return [];
  const { target: m } = FLOW_RULES[desk.language];
  const { w } = desk;
  const way = asked.flow < 0 ? 'out' : 'in';
  const flow = money(Math.abs(asked.flow), desk.language);
  return [
    m.asked({ way, flow, price: w.priced(asked.own), range: rangeOf(desk, asked.own) }),
    ...(hasValue(asked.external) ? [m.askedCiti({ price: w.priced(asked.external) })] : []),
  ];
}

function rangeOf({ m }: ExplainDesk, { band }: Figure): string {
  return band ? m.range(level(band.low), level(band.high)) : '';
}

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

function curveTable(desk: ExplainDesk, { curve, asked }: FlowTarget): TableBlock {
  const { table: m } = FLOW_RULES[desk.language].target;
  const { w } = desk;
  const both = [...curve, ...(asked ? [asked] : [])].some(({ external }) => hasValue(external));
  const row = ({ flow, own, external }: Point, label: Inline) => ({
    cells: [
      cell(...label),
      flow === 0 ? cell(w.level(own)) : under([w.level(own)], rangeOf(desk, own)),
      ...(both ? [cell(w.level(external))] : []),
    ],
  });
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
        rows: curve.map((point) => row(point, [money(point.flow, desk.language, true)])),
      },
      ...(asked ? [{ rows: [row(asked, [m.asked(money(asked.flow, desk.language, true))])] }] : []),
    ],
  });
}
