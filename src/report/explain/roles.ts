import { ROLES as ALL_ROLES } from '../../diagnosis/explain/havens/role.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { heldName, ROLE_NAMES } from '../messages/explain/haven-names.ts';
import { ROLES } from '../messages/explain/roles.ts';
import { decimal, percent } from '../numbers.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Roles = PartAnswer<'havens', 'roles'>;
type Asset = Roles['assets'][number];

/** Told by their stress beta, in this order; the others stand in the table. */
const TOLD = ['gold-front', 'gdx', 'btc-usd', 'tlt'];

export const tellRoles: Teller<Roles> = (desk, part) => {
  const known = part.assets.filter(({ role }) => role !== null);
  if (!part.date || known.length === 0) return { headline: [], blocks: [] };
  const m = ROLES[desk.language];
  const groups = ALL_ROLES.flatMap((role) => {
    const names = known.filter((one) => one.role === role).map(({ asset }) => heldName(desk, asset));
    return names.length === 0 ? [] : [m.of({ role, names })];
  });
  const headline = [m.told({ day: desk.w.day(part.date), groups })];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, changeLines(desk, known), stressLines(desk, known), shortLines(desk, known), [
        m.meaning(),
      ]),
      rolesTable(desk, part),
      ...plain(desk, [ruleLine(desk, part)]),
    ],
  };
};

function changeLines(desk: ExplainDesk, assets: readonly Asset[]): readonly Inline[] {
  const m = ROLES[desk.language];
  const lines = assets
    .filter(({ since }) => since !== null)
    .toSorted((a, b) => (a.since! < b.since! ? 1 : -1))
    .map(({ asset, role, before, since, between }) =>
      m.changed({
        name: heldName(desk, asset),
        from: before!,
        to: role!,
        day: desk.w.day(since!),
        range: desk.m.range(desk.w.day(between!.from), desk.w.day(between!.to)),
      }),
    );
  return lines.length === 0 ? [] : [...lines, [m.estimated]];
}

function stressLines(desk: ExplainDesk, assets: readonly Asset[]): readonly Inline[] {
  const m = ROLES[desk.language];
  return TOLD.flatMap((id) => assets.filter(({ asset, stress }) => asset === id && hasValue(stress))).map(
    ({ asset, stress, tail }) =>
      m.stress({
        name: heldName(desk, asset),
        beta: desk.w.ratio(stress),
        range: ratioRange(desk, stress),
        tail: percent(tail!, { decimals: 0 }),
      }),
  );
}

function shortLines(desk: ExplainDesk, assets: readonly Asset[]): readonly Inline[] {
  const names = assets.filter(({ tail }) => tail === null).map(({ asset }) => heldName(desk, asset));
  return names.length === 0 ? [] : [ROLES[desk.language].short(names)];
}

function ruleLine(desk: ExplainDesk, { rule }: Roles): Inline {
  return ROLES[desk.language].rule({
    level: percent(rule.level, { decimals: 0 }),
    smallest: decimal(rule.smallest, { decimals: 1 }),
    risk: decimal(rule.risk, { decimals: 1 }),
    stressRows: String(rule.stressRows),
  });
}

function rolesTable(desk: ExplainDesk, { assets }: Roles): TableBlock {
  const m = ROLES[desk.language].table;
  return table(desk, {
    id: 'roles-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      { ...column('role', m.role, { phone: true }), align: 'start' },
      { ...column('since', m.since), align: 'start' },
      column('calm', m.calm),
      column('stress', m.stress, { phone: true }),
      column('correlation', m.correlation),
      column('session', m.session, { phone: true }),
    ],
    groups: [{ rows: assets.map((one) => row(desk, one)) }],
  });
}

function row(desk: ExplainDesk, { asset, role, since, between, searched, ...one }: Asset): Row {
  const m = ROLES[desk.language].table;
  const { w } = desk;
  const banded = (figure: Figure) => {
    const range = ratioRange(desk, figure);
    return range === '' ? cell(w.ratio(figure)) : under([w.ratio(figure)], range);
  };
  return {
    cells: [
      cell(heldName(desk, asset)),
      cell(role ? ROLE_NAMES[desk.language][role] : m.unknown),
      since && between
        ? under([w.tableDay(since)], desk.m.range(w.tableDay(between.from), w.tableDay(between.to)))
        : cell(role && searched ? m.unchanged(w.tableDay(searched.from)) : ''),
      banded(one.calm),
      banded(one.stress),
      cell(w.ratio(one.correlation)),
      cell(w.change(one.session)),
    ],
  };
}
