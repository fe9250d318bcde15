import { cell, column, head } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { ROUND_NUMBERS } from '../messages/explain/round-numbers.ts';
import { count, percent } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type RoundNumbers = PartAnswer<'flows', 'roundNumbers'>;
type Asset = RoundNumbers['assets'][number];
type Against = Asset['breakRate'];

/** Below it a difference is told as one. */
const SIGNIFICANT = 0.05;

export const tellRoundNumbers: Teller<RoundNumbers> = (desk, { assets }) => {
  const known = assets.filter(({ breakRate }) => hasValue(breakRate.round));
  return {
    headline: known.map((asset) => afterLine(desk, asset)),
    blocks: known.flatMap((asset) => [
      paragraph(desk, afterLine(desk, asset), restLines(desk, asset)),
      againstTable(desk, asset),
    ]),
  };
};

function afterLine(desk: ExplainDesk, { id, step, breaks, after }: Asset): Inline {
  const { w } = desk;
  const { sessions, round, base, p } = after.at(-1)!;
  return ROUND_NUMBERS[desk.language].after({
    name: desk.name(id),
    step: count(step),
    n: breaks,
    sessions,
    round: w.change(round),
    base: w.change(base),
    p: pValue(desk, p),
    apart: (p.value ?? 1) < SIGNIFICANT,
  });
}

function restLines(desk: ExplainDesk, { breakRate, next, below, above }: Asset): readonly Inline[] {
  const m = ROUND_NUMBERS[desk.language];
  const { w } = desk;
  const shares = ({ round, base, p }: Against) => ({
    round: w.share(round),
    base: w.share(base),
    p: pValue(desk, p),
  });
  return [
    m.rate(shares(breakRate)),
    ...(hasValue(next.round) ? [m.next(shares(next))] : []),
    ...(hasValue(below) ? [m.distance({ below: w.size(below), above: w.size(above) })] : []),
    m.caution,
  ];
}

function againstTable(desk: ExplainDesk, { id, breakRate, after, next }: Asset): TableBlock {
  const m = ROUND_NUMBERS[desk.language].table;
  const { w } = desk;
  const row = (name: string, { round, base, p }: Against, signed: boolean): Row => {
    const text = (value: number) => percent(value, { decimals: 1, signed, lines: [0] });
    const worded = signed ? w.change : (figure: Against['round']) => w.share(figure, 1);
    return {
      cells: [
        cell(name),
        cell(worded(round)),
        cell(worded(base)),
        cell(base.band ? desk.m.range(text(base.band.low), text(base.band.high)) : ''),
        cell(hasValue(p) ? pValue(desk, p) : w.ratio(p)),
      ],
    };
  };
  return table(desk, {
    id: `round-${id}`,
    label: '',
    title: `${m.title}${desk.m.colon}${desk.name(id)}`,
    measure: m.measure,
    columns: [
      head('what', m.what),
      column('round', m.round, { phone: true }),
      column('base', m.base, { phone: true }),
      column('band', m.band),
      column('p', m.p, { phone: true }),
    ],
    groups: [
      {
        rows: [
          row(m.rate, breakRate, false),
          ...after.map((one) => row(m.after(one.sessions), one, true)),
          row(m.next, next, false),
        ],
      },
    ],
  });
}
