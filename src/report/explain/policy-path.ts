import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { POLICY_PATH } from '../messages/explain/policy-path.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type PolicyPath = PartAnswer<'drivers', 'policyPath'>;
type Path = PolicyPath['paths'][number];

export const tellPolicyPath: Teller<PolicyPath> = (desk, part) => {
  const headline = [
    ...nextLines(desk, part),
    ...part.paths.slice(0, 1).flatMap((path) => firstLines(desk, path)),
  ];
  if (headline.length === 0) return { headline, blocks: [] };
  const m = POLICY_PATH[desk.language];
  const after = [
    ...part.paths.slice(1).flatMap((path) => firstLines(desk, path)),
    ...part.paths.flatMap((path) => shiftLines(desk, path)),
    ...part.paths.filter(({ monotone }) => !monotone).map(() => [m.notMonotone]),
    ...(part.paths.some(({ source }) => source === 'futures') ? [] : [[m.noFutures]]),
  ];
  return {
    headline,
    blocks: [...plain(desk, headline, after), ...(part.paths.length > 0 ? [oddsTable(desk, part)] : [])],
  };
};

function nextLines(desk: ExplainDesk, { next }: PolicyPath): readonly Inline[] {
  const { w } = desk;
  const m = POLICY_PATH[desk.language];
  const { date, meeting, cut, dayChange } = next;
  if (!date || !meeting || !hasValue(cut)) return [];
  return [
    m.next({
      day: w.day(date),
      meeting: w.day(meeting),
      cut: w.share(cut, 1),
      ...(hasValue(dayChange) ? { change: w.as(dayChange, m.points(dayChange.value)) } : {}),
    }),
  ];
}

function firstLines(desk: ExplainDesk, { source, date, meetings, firstCut }: Path): readonly Inline[] {
  const { w } = desk;
  const m = POLICY_PATH[desk.language];
  const at = meetings.find(({ meeting }) => meeting === firstCut) ?? meetings.at(-1);
  if (!at) return [];
  const told = { source, day: w.day(date), byThen: w.share(at.byThen) };
  if (firstCut === null) return [m.noFirst({ ...told, last: w.day(at.meeting) })];
  return [m.first({ ...told, meeting: w.day(firstCut) })];
}

function shiftLines(desk: ExplainDesk, { shifts }: Path): readonly Inline[] {
  const m = POLICY_PATH[desk.language];
  const name = (meeting: string | null) => (meeting === null ? m.none : desk.w.day(meeting));
  const [before, last] = shifts.slice(-2);
  if (!before || !last) return [];
  return [m.shift({ day: desk.w.day(last.date), from: name(before.firstCut), to: name(last.firstCut) })];
}

function oddsTable(desk: ExplainDesk, { paths }: PolicyPath): TableBlock {
  const { w } = desk;
  const m = POLICY_PATH[desk.language];
  return table(desk, {
    id: 'policy-path-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('meeting', m.table.meeting),
      column('cut', m.table.cut, { phone: true }),
      column('change', m.table.change),
      column('by', m.table.byThen, { phone: true }),
    ],
    groups: paths.map(({ source, meetings }) => ({
      title: m.sources[source],
      rows: meetings.map(({ meeting, cut, change, byThen }) => ({
        cells: [
          cell(w.tableDay(meeting)),
          cell(w.share(cut, 1)),
          cell(hasValue(change) ? w.as(change, m.points(change.value)) : w.share(change)),
          cell(w.share(byThen, 1)),
        ],
      })),
    })),
  });
}
