import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { POLICY_STANCE } from '../messages/explain/policy-stance.ts';
import { basisPoints } from '../numbers.ts';
import { billionsInWords, billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type PolicyStance = PartAnswer<'drivers', 'policyStance'>;

export const tellPolicyStance: Teller<PolicyStance> = (desk, part) => {
  const m = POLICY_STANCE[desk.language];
  const headline = [...cutLines(desk, part), ...sheetLines(desk, part), ...netLines(desk, part)];
  if (headline.length === 0) return { headline, blocks: [] };
  const { liquidity } = part.now;
  const rest = [
    ...(hasValue(liquidity) ? [m.liquidity(desk.w.change(liquidity))] : []),
    ...offsetLines(desk, part),
    [m.caution],
    [m.slider],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), stanceTable(desk, part)] };
};

function cutLines(desk: ExplainDesk, { cuts }: PolicyStance): readonly Inline[] {
  const { source, date, change } = cuts;
  if (source === null || !hasValue(change)) return [];
  const day = date === null ? '' : desk.w.day(date);
  return [POLICY_STANCE[desk.language].cuts({ source, day, change: desk.w.change(change) })];
}

function sheetLines(desk: ExplainDesk, { pace, now }: PolicyStance): readonly Inline[] {
  if (!hasValue(now.pace)) return [];
  return [
    POLICY_STANCE[desk.language].sheet({
      assumed: pace.source === 'assumed',
      day: pace.date === null ? '' : desk.w.day(pace.date),
      pace: billionsSpan(desk, now.pace, 'signed'),
      equivalent: desk.w.change(now.equivalent),
      range: rangeOf(desk, now.equivalent),
    }),
  ];
}

function netLines(desk: ExplainDesk, { now: { net } }: PolicyStance): readonly Inline[] {
  if (!hasValue(net)) return [];
  return [
    POLICY_STANCE[desk.language].net({
      net: desk.w.change(net),
      range: rangeOf(desk, net),
      eases: net.value < 0,
    }),
  ];
}

function offsetLines(desk: ExplainDesk, { offset }: PolicyStance): readonly Inline[] {
  const { language } = desk;
  if (!offset.band) return [];
  return [
    POLICY_STANCE[language].offset({
      usd: billionsSpan(desk, offset),
      low: billionsInWords(language, offset.band.low),
      high: billionsInWords(language, offset.band.high),
    }),
  ];
}

function rangeOf({ m }: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => basisPoints(value, { decimals: 0, signed: true, lines: [0] });
  return band ? m.range(text(band.low), text(band.high)) : '';
}

function stanceTable(desk: ExplainDesk, { now, caps }: PolicyStance): TableBlock {
  const { table: m } = POLICY_STANCE[desk.language];
  return table(desk, {
    id: 'policy-stance-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('pace', m.pace),
      column('equivalent', m.equivalent, { phone: true }),
      column('net', m.net, { phone: true }),
      column('liquidity', m.liquidity),
    ],
    groups: [
      { title: m.now, rows: [stanceRow(desk, now)] },
      { title: m.caps, rows: caps.map((one) => stanceRow(desk, one)) },
    ],
  });
}

function stanceRow(desk: ExplainDesk, { pace, equivalent, net, liquidity }: PolicyStance['now']): Row {
  const { w } = desk;
  const banded = (figure: Figure): Cell =>
    hasValue(figure) ? under([w.change(figure)], rangeOf(desk, figure)) : cell(w.change(figure));
  return {
    cells: [
      hasValue(pace) ? cell(billionsSpan(desk, pace, 'signed')) : cell(w.change(pace)),
      banded(equivalent),
      banded(net),
      cell(w.change(liquidity)),
    ],
  };
}
