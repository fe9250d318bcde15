import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { YIELD_SPILLOVER } from '../messages/explain/yield-spillover.ts';
import { basisPoints, decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type YieldSpillover = PartAnswer<'network', 'yieldSpillovers'>;
type Pair = YieldSpillover['pairs'][number];

/** Sessions of the span that the headline tells. */
const TOLD = 250;

export const tellYieldSpillovers: Teller<YieldSpillover> = (desk, part) => {
  const [thirty] = part.pairs;
  if (!thirty?.date) return { headline: floorLines(desk, part), blocks: [] };
  const headline = [...sentLines(desk, thirty), ...passLines(desk, part, thirty)];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, statedLines(desk, part, thirty), floorLines(desk, part), [
        [YIELD_SPILLOVER[desk.language].meaning],
      ]),
      spanTable(desk, part),
    ],
  };
};

function range(desk: ExplainDesk, { band }: Figure, text: (value: number) => string): string {
  return band ? desk.m.range(text(band.low), text(band.high)) : '';
}

const points = (value: number) => basisPoints(value, { decimals: 0, signed: true });
const tens = (value: number) => decimal(10 * value, { decimals: 1 });

function sentLines(desk: ExplainDesk, { date, to, spans }: Pair): readonly Inline[] {
  const { w } = desk;
  const m = YIELD_SPILLOVER[desk.language];
  const told = spans.find(({ sessions }) => sessions === TOLD);
  if (!told || !hasValue(told.sent)) return [];
  return [
    m.sent({
      sessions: TOLD,
      day: w.day(date!),
      years: Number.parseInt(/\d+/.exec(to)![0], 10),
      total: w.change(told.total),
      sent: w.change(told.sent),
      range: range(desk, told.sent, points),
    }),
    m.rest({ own: w.change(told.own), base: w.change(told.base) }),
  ];
}

function passLines(
  desk: ExplainDesk,
  { stated: { perUnitLow, perUnitHigh } }: YieldSpillover,
  { from, passThrough }: Pair,
): readonly Inline[] {
  if (!hasValue(passThrough)) return [];
  const { band } = passThrough;
  return [
    YIELD_SPILLOVER[desk.language].passThrough({
      from: desk.name(from),
      value: desk.w.as(passThrough, tens(passThrough.value)),
      range: range(desk, passThrough, tens),
      low: decimal(10 * perUnitLow, { decimals: 0 }),
      high: decimal(10 * perUnitHigh, { decimals: 0 }),
      within: band !== undefined && band.low <= perUnitHigh && band.high >= perUnitLow,
    }),
  ];
}

function statedLines(desk: ExplainDesk, { stated }: YieldSpillover, { spans }: Pair): readonly Inline[] {
  const sent = spans.find(({ sessions }) => sessions === TOLD)?.sent;
  if (!hasValue(sent)) return [];
  const text = (value: number) => decimal(1e4 * value, { decimals: 0 });
  return [
    YIELD_SPILLOVER[desk.language].stated({
      low: text(stated.low),
      high: text(stated.high),
      reached: (sent.band?.high ?? sent.value) >= stated.low,
    }),
  ];
}

function floorLines(desk: ExplainDesk, { floor }: YieldSpillover): readonly Inline[] {
  const { w } = desk;
  if (!floor.date || !hasValue(floor.level) || !hasValue(floor.yearChange)) return [];
  return [
    YIELD_SPILLOVER[desk.language].floor({
      day: w.day(floor.date),
      level: w.level(floor.level),
      change: w.change(floor.yearChange),
      names: floor.members.map((id) => desk.name(id)),
      whole: !floor.level.flags.includes('proxy'),
    }),
  ];
}

function spanTable(desk: ExplainDesk, { pairs }: YieldSpillover): TableBlock {
  const { w } = desk;
  const m = YIELD_SPILLOVER[desk.language].table;
  const banded = (figure: Figure) =>
    figure.band && hasValue(figure)
      ? under([w.change(figure)], range(desk, figure, points))
      : cell(w.change(figure));
  return table(desk, {
    id: 'yield-spillover-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('span', m.span),
      column('total', m.total, { phone: true }),
      column('sent', m.sent, { phone: true }),
      column('own', m.own),
      column('base', m.base),
    ],
    groups: pairs.map(({ from, to, spans }) => ({
      title: m.group(desk.name(from), desk.name(to)),
      rows: spans.map(({ sessions, total, sent, own, base }) => ({
        cells: [
          cell(m.sessions(sessions)),
          cell(w.change(total)),
          banded(sent),
          banded(own),
          cell(w.change(base)),
        ],
      })),
    })),
  });
}
