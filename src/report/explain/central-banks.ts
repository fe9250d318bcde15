import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CENTRAL_BANK_WORDS } from '../messages/explain/central-banks.ts';
import { basisPoints } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CentralBanks = PartAnswer<'liquidity', 'centralBanks'>;
type Bank = CentralBanks['banks'][number];

export const tellCentralBanks: Teller<CentralBanks> = (desk, part) => {
  const fed = part.banks.find(({ bank }) => bank === 'fed');
  if (!hasValue(fed?.rate)) return { headline: [], blocks: [] };
  const apart = part.banks.flatMap((bank) => apartLines(desk, bank));
  const headline = [...fedLines(desk, fed), ...apart.slice(0, 1)];
  return {
    headline,
    blocks: [...plain(desk, headline, apart.slice(1), expectedLines(desk, part)), bankTable(desk, part)],
  };
};

function fedLines(desk: ExplainDesk, { rate, lastMove, nextDecision }: Bank): readonly Inline[] {
  const { w } = desk;
  if (!lastMove) return [];
  return [
    CENTRAL_BANK_WORDS[desk.language].fed({
      rate: rateSpan(desk, rate),
      change: w.change(lastMove.change),
      day: w.day(lastMove.decision ?? lastMove.effective),
      next: nextDecision ? w.day(nextDecision) : '',
    }),
  ];
}

/** The middle of a range has three decimals in percent. */
function rateSpan(desk: ExplainDesk, figure: Bank['rate']) {
  return desk.w.share(figure, Number.isInteger(Math.round((figure.value ?? 0) * 1e6) / 100) ? 2 : 3);
}

/** Basis points with the half that the middle of a range may have. */
function pointsSpan(desk: ExplainDesk, figure: Bank['rate'], how: 'signed' | 'size' = 'signed') {
  if (!hasValue(figure)) return desk.w.change(figure);
  const value = how === 'size' ? Math.abs(figure.value) : figure.value;
  const halves = Math.round(value * 2e4) % 2 !== 0;
  return desk.w.as(figure, basisPoints(value, { decimals: halves ? 1 : 0, signed: how === 'signed' }));
}

function movedFrom(now: number, before: number): 'nearer' | 'further' | 'same' {
  if (now === before) return 'same';
  return Math.abs(now) < Math.abs(before) ? 'nearer' : 'further';
}

function apartLines(desk: ExplainDesk, { bank, divergence }: Bank): readonly Inline[] {
  if (!divergence || !hasValue(divergence.now) || !hasValue(divergence.overYear)) return [];
  const { now, overYear } = divergence;
  return [
    CENTRAL_BANK_WORDS[desk.language].apart({
      bank,
      below: now.value < 0,
      gap: pointsSpan(desk, now, 'size'),
      year: pointsSpan(desk, overYear, 'size'),
      moved: movedFrom(now.value, now.value - overYear.value),
    }),
  ];
}

function expectedLines(desk: ExplainDesk, { expected }: CentralBanks): readonly Inline[] {
  const { date, rate, move } = expected;
  if (!date || !hasValue(rate) || !hasValue(move)) return [];
  return [
    CENTRAL_BANK_WORDS[desk.language].expected({
      day: desk.w.day(date),
      rate: desk.w.level(rate),
      move: desk.w.change(move),
    }),
  ];
}

function timeCell(desk: ExplainDesk, { lastMove, nextDecision }: Bank): Cell {
  const m = CENTRAL_BANK_WORDS[desk.language];
  const last = lastMove?.decision
    ? m.decided(desk.w.tableDay(lastMove.decision))
    : lastMove
      ? m.inForce(desk.w.tableDay(lastMove.effective))
      : m.none;
  return nextDecision ? under([last], m.next(desk.w.tableDay(nextDecision))) : cell(last);
}

function bankTable(desk: ExplainDesk, { banks }: CentralBanks): TableBlock {
  const { w } = desk;
  const m = CENTRAL_BANK_WORDS[desk.language];
  return table(desk, {
    id: 't-6',
    label: desk.m.tableLabel(m.table.label),
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('bank', m.table.bank),
      column('action', m.table.action, { phone: true }),
      column('time', m.table.time),
      column('divergence', m.table.divergence, { phone: true }),
    ],
    groups: [
      {
        rows: banks.map((one) => ({
          cells: [
            cell(m.names[one.bank]),
            one.lastMove
              ? under([rateSpan(desk, one.rate)], m.lastMove(w.change(one.lastMove.change)))
              : cell(w.change(one.rate)),
            timeCell(desk, one),
            divergenceCell(desk, one),
          ],
        })),
      },
    ],
  });
}

function divergenceCell(desk: ExplainDesk, { divergence }: Bank): Cell {
  const m = CENTRAL_BANK_WORDS[desk.language];
  if (!divergence) return cell(m.none);
  const { now, overYear } = divergence;
  if (!hasValue(now)) return cell(desk.w.change(now));
  return under([pointsSpan(desk, now)], m.overYear(pointsSpan(desk, overYear)));
}
