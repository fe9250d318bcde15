import { type Desk, hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { cell, column, head } from './cells.ts';
import { aside, plain } from './paragraph.ts';
import { table } from './tables.ts';

type Curve = NonNullable<Desk['answer']['curve']>;

function slopesSentence({ m, w }: Desk, { session, previous, slopes }: Curve): Inline {
  return m.curve.slopes({
    session: w.day(session),
    previous: w.day(previous),
    slopes: slopes.map(({ name, level, change }) => ({
      name,
      level: w.change(level),
      change: w.change(change),
    })),
  });
}

function scoresSentence({ m, w }: Desk, { components }: Curve): readonly Inline[] {
  const known = components.filter(({ score }) => hasValue(score));
  if (known.length === 0) return [];
  return [
    m.curve.scores(
      known.map(({ name, score, share }) => ({
        name: m.curve.components[name],
        score: w.sigmas(score),
        share: w.share(share),
      })),
    ),
  ];
}

function marketSentence(desk: Desk, { market }: Curve): readonly Inline[] {
  const known = market.filter(({ change }) => hasValue(change));
  if (!known[0]) return [];
  return [
    desk.m.curve.market({
      day: desk.w.day(known[0].date),
      items: known.map(({ series, change, level }) => ({
        name: desk.name(series),
        change: desk.w.change(change),
        level: desk.w.level(level),
      })),
    }),
  ];
}

/** Yields by maturity before and after. */
export function curveTables(desk: Desk): readonly TableBlock[] {
  const { curve } = desk.answer;
  return curve ? [curveTable(desk, curve)] : [];
}

function curveTable(desk: Desk, { session, previous, tenors }: Curve): TableBlock {
  const { m, w } = desk;
  const { columns } = m.curve;
  return table(desk, {
    id: 'r-1',
    label: m.tableLabel('R-1'),
    title: m.curve.title,
    measure: m.curve.measure(w.tableDay(previous), w.tableDay(session)),
    columns: [
      head('maturity', columns.maturity),
      column('before', columns.before, { phone: true }),
      column('after', columns.after, { phone: true }),
      column('change', columns.change, { phone: true }),
    ],
    groups: [
      {
        rows: tenors.map(({ series, before, after, change }) => ({
          cells: [
            cell(desk.name(series)),
            cell(w.level(before)),
            cell(w.level(after)),
            cell(w.change(change)),
          ],
        })),
      },
    ],
  });
}

/** The move of the curve in its latest known session, what is out of line, and the market yields of a later session. */
export function curveParagraphs(desk: Desk): readonly Block[] {
  const { curve } = desk.answer;
  if (!curve) return plain(desk, [desk.m.noData(desk.m.curve.what)]);
  const odd = curve.odd.length > 0 ? [desk.m.curve.odd(curve.odd.map((id) => desk.name(id)))] : [];
  const rest = odd.length > 0 ? [] : [desk.m.curve.notOdd()];
  return [
    ...plain(desk, [slopesSentence(desk, curve)], odd, marketSentence(desk, curve)),
    ...aside(desk, scoresSentence(desk, curve), rest),
  ];
}
