import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { joined } from '../inline.ts';
import { POLICY_TABLE } from '../messages/explain/policy-table.ts';
import { billionsCell, billionsOfTotal, billionsSpan } from './amounts.ts';
import type { ExplainDesk, Teller } from './story.ts';

type Parts = NonNullable<ExplainAnswer['liquidity']>['parts'];
type PolicyTable = NonNullable<Parts['policyTable']>;

export const tellPolicyTable: Teller<PolicyTable> = (desk, part) => {
  const { w } = desk;
  const [two, ten] = part.quoted;
  const { lower, upper } = part.target;
  if (!hasValue(lower) || !hasValue(upper)) return { headline: [], blocks: [] };
  const headline =
    hasValue(two?.level) && hasValue(ten?.level) && hasValue(ten.change)
      ? [
          POLICY_TABLE[desk.language].summary({
            lower: w.level(lower),
            upper: w.level(upper),
            two: w.level(two.level),
            ten: w.level(ten.level),
            change: w.change(ten.change),
            sessions: part.window,
          }),
        ]
      : [];
  return { headline, blocks: [...plain(desk, headline), policyRows(desk, part)] };
};

/** Rows of the table: what other parts measured stands here with the same figures. */
function policyRows(desk: ExplainDesk, part: PolicyTable): TableBlock {
  const m = POLICY_TABLE[desk.language];
  const parts = desk.answer.liquidity?.parts;
  const rows = parts
    ? [
        targetRow(desk, part, parts),
        ...reserveRows(desk, parts),
        ...quotedRows(desk, part),
        ...balanceRows(desk, parts),
        ...programmeRows(desk, parts),
      ]
    : [];
  return table(desk, {
    id: 't-5',
    label: desk.m.tableLabel('T-5'),
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('item', m.table.item),
      column('state', m.table.state, { phone: true }),
      column('note', m.table.note, { align: 'start' }),
    ],
    groups: [{ rows }],
  });
}

function row(name: string, state: Inline, note: Inline): Row {
  return { cells: [cell(name), cell(...state), cell(...note)] };
}

function targetRow(desk: ExplainDesk, { target }: PolicyTable, { centralBanks }: Parts): Row {
  const { w } = desk;
  const m = POLICY_TABLE[desk.language];
  const move = centralBanks?.banks.find(({ bank }) => bank === 'fed')?.lastMove;
  return row(
    m.rows.target,
    m.range(w.level(target.lower), w.level(target.upper)),
    move ? m.moved(w.change(move.change), w.tableDay(move.decision ?? move.effective)) : [],
  );
}

function reserveRows(desk: ExplainDesk, { reserves }: Parts): readonly Row[] {
  if (!reserves || !hasValue(reserves.level)) return [];
  const { w } = desk;
  const m = POLICY_TABLE[desk.language];
  const told = reserves.gauges.find(({ zone }) => zone !== null);
  const share = told && (told.id === 'gdp' ? m.ofGdp : m.ofBankAssets)(w.share(told.share, 1));
  const { level, ofRecord, exhausted } = reserves.reverseRepo;
  return [
    row(
      m.rows.reserves,
      [billionsCell(desk, reserves.level)],
      share && told.zone ? joined([share, m.zone(told.zone)], desk.m.comma) : [],
    ),
    ...(hasValue(level) && hasValue(ofRecord)
      ? [
          row(
            m.rows['fed-rrp'],
            [billionsCell(desk, level)],
            m.repo({ share: w.share(ofRecord, 1), exhausted: exhausted ?? false }),
          ),
        ]
      : []),
  ];
}

function quotedRows(desk: ExplainDesk, { quoted, window }: PolicyTable): readonly Row[] {
  const { w } = desk;
  const m = POLICY_TABLE[desk.language];
  return quoted.map(({ series, level, change, month }) =>
    row(
      m.rows[series],
      [w.level(level)],
      hasValue(change) && hasValue(month)
        ? m.changes({ change: w.change(change), sessions: window, month: w.change(month) })
        : [],
    ),
  );
}

const QUARTER = 13;

function balanceRows(desk: ExplainDesk, { netLiquidity, balanceSheet }: Parts): readonly Row[] {
  if (!netLiquidity || !hasValue(netLiquidity.level)) return [];
  const m = POLICY_TABLE[desk.language];
  const quarter = netLiquidity.changes.find(({ weeks }) => weeks === QUARTER);
  const part = (id: string) => netLiquidity.parts.find(({ series }) => series === id)!.value;
  const given = (id: string) => quarter?.contributions.find(({ series }) => series === id)?.value;
  const candidate = balanceSheet?.curves.find(({ id }) => id === 'fed-assets')?.candidate;
  const [assets, treasury] = [given('fed-assets'), given('tga')];
  // Rounded together, as where the three are told, so that the table and the text agree.
  const [, shownTreasury] =
    quarter && hasValue(quarter.total)
      ? billionsOfTotal(
          desk,
          quarter.contributions.map(({ value }) => value),
          quarter.total,
          true,
        )
      : [];
  return [
    row(
      m.rows['fed-assets'],
      [billionsCell(desk, part('fed-assets'))],
      candidate && candidate.since.window?.n !== 0
        ? m.low({ day: desk.w.tableDay(candidate.date), trough: candidate.kind === 'trough' })
        : hasValue(assets)
          ? m.quarter(billionsSpan(desk, assets, 'signed'))
          : [],
    ),
    row(
      m.rows.tga,
      [billionsCell(desk, part('tga'))],
      hasValue(treasury) && shownTreasury ? m.contribution(shownTreasury) : [],
    ),
    row(
      m.rows.net,
      [billionsCell(desk, netLiquidity.level)],
      quarter && hasValue(quarter.total) ? m.quarter(billionsSpan(desk, quarter.total, 'signed')) : [],
    ),
  ];
}

function programmeRows(desk: ExplainDesk, { balanceSheet }: Parts): readonly Row[] {
  if (!balanceSheet) return [];
  const { w } = desk;
  const m = POLICY_TABLE[desk.language];
  const { purchases, enterprises } = balanceSheet;
  const announced = (day: string) => desk.answer.asOf.slice(0, 10) > day;
  return [
    announced(purchases.announced)
      ? row(
          m.rows.purchases,
          [
            hasValue(purchases.monthly)
              ? billionsCell(desk, purchases.monthly, true)
              : w.change(purchases.monthly),
          ],
          hasValue(purchases.ofTarget)
            ? m.ofTarget({
                share: w.share(purchases.ofTarget),
                proxy: purchases.ofTarget.flags.includes('proxy'),
              })
            : [],
        )
      : row(m.rows.purchases, [], [m.notAnnounced]),
    announced(enterprises.announced)
      ? row(
          m.rows.enterprises,
          [
            hasValue(enterprises.bought)
              ? billionsCell(desk, enterprises.bought)
              : w.change(enterprises.bought),
          ],
          hasValue(enterprises.ofOrder) ? m.ofOrder(w.share(enterprises.ofOrder)) : [],
        )
      : row(m.rows.enterprises, [], [m.notAnnounced]),
  ];
}
