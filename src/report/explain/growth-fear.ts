import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { GROWTH_FEAR } from '../messages/explain/growth-fear.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type GrowthFear = PartAnswer<'drivers', 'growthFear'>;
type Stretch = NonNullable<GrowthFear['stretch']>;

export const tellGrowthFear: Teller<GrowthFear> = (desk, part) => {
  const m = GROWTH_FEAR[desk.language];
  const headline = [...windowLine(desk, part), ...dayLine(desk, part)];
  const { stretch } = part;
  if (headline.length === 0 && stretch === null) return { headline, blocks: [] };
  const rest = [...(stretch ? stretchLines(desk, stretch) : []), [m.caution]];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), ...(stretch ? [quadrantTable(desk, stretch)] : [])],
  };
};

function movesOf({ w }: ExplainDesk, state: GrowthFear['day']) {
  return {
    rate: w.change(state.yield),
    equity: w.change(state.equity),
    proxy: state.yield.flags.includes('proxy'),
  };
}

function dayLine(desk: ExplainDesk, { day }: GrowthFear): readonly Inline[] {
  if (day.kind === null || day.to === null) return [];
  return [GROWTH_FEAR[desk.language].day({ ...movesOf(desk, day), kind: day.kind, day: desk.w.day(day.to) })];
}

function windowLine(desk: ExplainDesk, { window }: GrowthFear): readonly Inline[] {
  const { kind, from, to } = window;
  if (kind === null || from === null || to === null) return [];
  return [
    GROWTH_FEAR[desk.language].window({
      ...movesOf(desk, window),
      kind,
      from: desk.w.day(from),
      to: desk.w.day(to),
    }),
  ];
}

function stretchLines(desk: ExplainDesk, { from, to, quadrants, asMany, after }: Stretch): readonly Inline[] {
  const m = GROWTH_FEAR[desk.language];
  const { w } = desk;
  const { share, base } = quadrants.find(({ kind }) => kind === 'growth')!;
  if (!hasValue(base)) return [];
  return [
    m.stretch({ from: w.day(from), to: w.day(to), share: w.share(share), base: w.share(base) }),
    ...(hasValue(asMany) ? [m.asMany(w.share(asMany))] : []),
    ...(hasValue(after.fell)
      ? [m.after({ fell: w.share(after.fell), base: w.share(after.base), proven: after.proven })]
      : []),
  ];
}

function quadrantTable(desk: ExplainDesk, { quadrants }: Stretch): TableBlock {
  const { table: m, kinds } = GROWTH_FEAR[desk.language];
  return table(desk, {
    id: 'growth-fear-quadrants',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('kind', m.kind),
      column('share', m.share, { phone: true }),
      column('base', m.base, { phone: true }),
    ],
    groups: [
      {
        rows: quadrants.map(({ kind, share, base }) => ({
          cells: [cell(kinds[kind]), cell(desk.w.share(share)), cell(desk.w.share(base))],
        })),
      },
    ],
  });
}
