import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, RowGroup, TableBlock } from '../document.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { DURATION_LADDER } from '../messages/explain/duration-ladder.ts';
import { percent } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'durationLadder'>;
type Ladder = Part['ladders'][number];
type Window = Ladder['windows'][number];

/** The window that is told where the asked one is too short to say anything of duration. */
const TOLD = 20;

export const tellDurationLadder: Teller<Part> = (desk, part) => {
  const m = DURATION_LADDER[desk.language];
  const headline = part.ladders.flatMap((ladder) => slopeLine(desk, ladder, part.asked));
  if (headline.length === 0) return { headline: [], blocks: [] };
  const sideOf = (id: Ladder['ladder']) =>
    part.ladders.find(({ ladder }) => ladder === id)?.windows.find(({ sessions }) => sessions === part.asked)
      ?.side ?? null;
  const sides = { bonds: sideOf('bonds'), equities: sideOf('equities') };
  const both = sides.bonds !== null && sides.equities !== null;
  const rest = [
    ...part.ladders.flatMap((ladder) => recordLine(desk, ladder, part.asked)),
    ...(both ? [[m.meaning(sides)]] : []),
    ...flowLine(desk, part),
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), ladderTable(desk, part)] };
};

function askedOf({ windows }: Ladder, asked: number): Window | undefined {
  return windows.find(({ sessions }) => sessions === asked);
}

/** Slopes are told to a hundredth of a percent: rungs of bonds are near each other. */
function slopeSpan({ w }: ExplainDesk, { slope }: Window): FigureSpan {
  return w.change(slope, 2);
}

function slopeLine(desk: ExplainDesk, ladder: Ladder, asked: number): readonly Inline[] {
  const window = askedOf(ladder, asked);
  if (!window?.side || !window.from || !ladder.date) return [];
  const { w } = desk;
  return [
    DURATION_LADDER[desk.language].slope({
      ladder: ladder.ladder,
      side: window.side,
      from: w.day(window.from),
      to: w.day(ladder.date),
      slope: slopeSpan(desk, window),
      rank: w.ratio(window.rank),
      p: pValue(desk, window.p),
    }),
  ];
}

function recordLine(desk: ExplainDesk, ladder: Ladder, asked: number): readonly Inline[] {
  const window = askedOf(ladder, asked);
  if (!window || !hasValue(window.baseRate)) return [];
  const { w } = desk;
  return [
    DURATION_LADDER[desk.language].record({
      ladder: ladder.ladder,
      sessions: asked,
      base: w.share(window.baseRate, 1),
      band: rangeOf(desk, window),
      same: w.share(window.sameSide),
    }),
  ];
}

function rangeOf({ m }: ExplainDesk, { baseRate: { band } }: Window): string {
  if (!band) return '';
  const text = (value: number) => percent(value, { decimals: 1 });
  return m.range(text(band.low), text(band.high));
}

function flowLine(desk: ExplainDesk, { flows }: Part): readonly Inline[] {
  const m = DURATION_LADDER[desk.language];
  const known = flows.flatMap(({ asset, sums }) => {
    const sum = sums.find(({ sessions }) => sessions === TOLD)!;
    if (!hasValue(sum.flow)) return [];
    return [
      m.fund({
        name: asset.toUpperCase(),
        flow: desk.w.change(sum.flow),
        coverage: desk.w.share(sum.coverage),
      }),
    ];
  });
  return known.length === 0 ? [] : [m.flow({ sessions: TOLD, funds: known })];
}

function ladderTable(desk: ExplainDesk, { ladders, asked }: Part): TableBlock {
  const m = DURATION_LADDER[desk.language].table;
  const windows = ladders[0]!.windows.map(({ sessions }) => sessions);
  return table(desk, {
    id: 'duration-ladder-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('rung', m.rung),
      ...windows.map((n) => column(`sessions-${n}`, m.sessions(n), { phone: n === asked || n === TOLD })),
    ],
    groups: ladders.map((ladder) => groupOf(desk, ladder)),
  });
}

function groupOf(desk: ExplainDesk, { ladder, windows, assets }: Ladder): RowGroup {
  const m = DURATION_LADDER[desk.language];
  const { w } = desk;
  const row = (name: string, cells: Row['cells']): Row => ({ cells: [cell(name), cell(), ...cells] });
  return {
    title: m.ladders[ladder],
    rows: [
      ...assets.map(({ asset, rung, returns }) => ({
        cells: [
          cell(desk.name(asset)),
          cell(String(rung)),
          ...returns.map((figure) => cell(w.change(figure))),
        ],
      })),
      row(
        m.table.slope,
        windows.map((window) => cell(slopeSpan(desk, window))),
      ),
      row(
        m.table.rank,
        windows.map(({ rank }) => cell(w.ratio(rank))),
      ),
      row(
        m.table.base,
        windows.map((window) => under([w.share(window.baseRate, 1)], rangeOf(desk, window))),
      ),
    ],
  };
}
