import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { BALANCE_SHEET } from '../messages/explain/balance-sheet.ts';
import { billionsCell, billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type BalanceSheet = PartAnswer<'liquidity', 'balanceSheet'>;

export const tellBalanceSheet: Teller<BalanceSheet> = (desk, part) => {
  const turns = part.curves
    .filter(({ id }) => id === 'fed-assets')
    .flatMap((curve) => turnLines(desk, curve));
  const rest = [...paceLines(desk, part), ...purchaseLines(desk, part), ...enterpriseLines(desk, part)];
  if (turns.length === 0 && rest.length === 0) return { headline: [], blocks: [] };
  const rows = part.curves.flatMap((curve) => turnRows(desk, curve));
  return {
    headline: turns.slice(-1),
    blocks: [...plain(desk, turns, rest), ...(rows.length > 0 ? [turnTable(desk, rows)] : [])],
  };
};

function turnLines(
  desk: ExplainDesk,
  { id, turns, candidate }: BalanceSheet['curves'][number],
): readonly Inline[] {
  const { w } = desk;
  const m = BALANCE_SHEET[desk.language];
  const name = m.names[id];
  const last = turns.at(-1);
  return [
    ...(last
      ? [
          m.turn({
            name,
            kind: last.kind,
            day: w.day(last.date),
            value: billionsSpan(desk, last.value),
            known: w.day(last.known),
          }),
        ]
      : []),
    ...(last && candidate ? candidateLines(desk, m.names[id], last.date, candidate) : []),
  ];
}

function candidateLines(
  desk: ExplainDesk,
  name: string,
  turned: string,
  { kind, date, confirmed, value, since }: NonNullable<BalanceSheet['curves'][number]['candidate']>,
): readonly Inline[] {
  const { w } = desk;
  const m = BALANCE_SHEET[desk.language];
  const from = w.day(turned);
  if (since.window?.n === 0) return [m.falling({ name, kind, from, value: billionsSpan(desk, value) })];
  if (!confirmed || !hasValue(since)) return [];
  return [
    m.candidate({
      name,
      from,
      kind,
      day: w.day(date),
      value: billionsSpan(desk, value),
      above: since.value >= 0,
      since: billionsSpan(desk, since, 'size'),
      confirmed: w.day(confirmed),
    }),
  ];
}

function purchaseLines(desk: ExplainDesk, { purchases }: BalanceSheet): readonly Inline[] {
  const { series, monthly, ofTarget, total } = purchases;
  if (!hasValue(ofTarget) || !hasValue(total)) return [];
  const m = BALANCE_SHEET[desk.language];
  return [
    m.purchases({
      bills: series === 'fed-bills',
      monthly: billionsSpan(desk, monthly, 'signed'),
      share: desk.w.share(ofTarget),
      total: billionsSpan(desk, total, 'signed'),
    }),
    ...(series === 'fed-bills' ? [] : [[m.proxy]]),
  ];
}

function paceLines(desk: ExplainDesk, { paces }: BalanceSheet): readonly Inline[] {
  const of = (id: string) => paces.find((pace) => pace.id === id && pace.weeks === 13)?.monthly;
  const [assets, mortgages] = [of('fed-assets'), of('fed-mbs')];
  if (!hasValue(assets) || !hasValue(mortgages)) return [];
  return [
    BALANCE_SHEET[desk.language].pace({
      weeks: 13,
      grew: assets.value >= 0,
      pace: billionsSpan(desk, assets, 'size'),
      mortgages: billionsSpan(desk, mortgages, 'signed'),
    }),
  ];
}

function enterpriseLines(desk: ExplainDesk, { enterprises }: BalanceSheet): readonly Inline[] {
  const { announced, bought, ofOrder } = enterprises;
  const m = BALANCE_SHEET[desk.language];
  if (hasValue(bought)) {
    return [m.enterprises({ bought: billionsSpan(desk, bought, 'signed'), share: desk.w.share(ofOrder) })];
  }
  return desk.answer.asOf.slice(0, 10) <= announced
    ? []
    : [m.enterprisesUnknown(desk.m.why(bought.why ?? ''))];
}

function turnRows(
  desk: ExplainDesk,
  { id, turns, candidate }: BalanceSheet['curves'][number],
): readonly Row[] {
  const { w } = desk;
  const m = BALANCE_SHEET[desk.language];
  return [
    ...turns.map((turn) => ({
      cells: [
        cell(m.names[id]),
        cell(m.kinds[turn.kind]),
        cell(w.tableDay(turn.date)),
        cell(billionsCell(desk, turn.value)),
        cell(w.tableDay(turn.known)),
      ],
    })),
    ...(candidate
      ? [
          {
            cells: [
              cell(m.names[id]),
              cell(m.kinds[`candidate-${candidate.kind}`]),
              cell(w.tableDay(candidate.date)),
              cell(billionsCell(desk, candidate.value)),
              cell(candidate.confirmed ? w.tableDay(candidate.confirmed) : m.refused),
            ],
          },
        ]
      : []),
  ];
}

function turnTable(desk: ExplainDesk, rows: readonly Row[]): TableBlock {
  const m = BALANCE_SHEET[desk.language].table;
  return table(desk, {
    id: 'balance-turns',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('curve', m.curve),
      head('kind', m.kind),
      column('date', m.date, { phone: true }),
      column('value', m.value, { phone: true }),
      column('known', m.known),
    ],
    groups: [{ rows }],
  });
}
