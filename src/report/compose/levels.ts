import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import { type LadderLine, ladderHeight, levelLadder } from '../charts/level-ladder.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { ChartBlock, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type FigureSpan, type Inline, strong } from '../inline.ts';
import { decimal } from '../numbers.ts';
import { cell, column, EMPTY, head, under } from './cells.ts';
import { block, frame, NARROW, WIDE } from './charts.ts';
import { table } from './tables.ts';

type Ladder = ScanAnswer['levels'][number];
type Rung = Ladder['rungs'][number];

/** Levels named in one sentence. */
const NAMED = 4;

function ladderOf(desk: Desk, id: string): Ladder | undefined {
  return desk.answer.levels.find(({ series }) => series === id);
}

/** A round number without the zeros that a price would carry. */
function priceOf({ w }: Desk, kind: Rung['kind'], price: Figure): FigureSpan {
  if (kind !== 'round' || price.value === null) return w.level(price);
  const decimals = String(price.value).split('.')[1]?.length ?? 0;
  return w.as(price, decimal(price.value, { decimals }));
}

function levelWords(desk: Desk, { kind, price, of }: Rung): Inline {
  return desk.m.levels.level({
    kind,
    price: priceOf(desk, kind, price),
    ...(of ? { day: desk.w.day(of) } : {}),
  });
}

/** Round numbers and averages first: they are what is watched; then the others, nearest to the close first. */
function mostWatched(rungs: readonly Rung[]): readonly Rung[] {
  const rank = ({ kind }: Rung) => (kind === 'round' ? 0 : kind.startsWith('average') ? 1 : 2);
  return [...rungs]
    .sort((a, b) => rank(a) - rank(b) || distanceOf(a) - distanceOf(b))
    .slice(0, NAMED)
    .sort((a, b) => (b.price.value ?? 0) - (a.price.value ?? 0));
}

function distanceOf({ distance }: Rung): number {
  return Math.abs(distance.value ?? Number.POSITIVE_INFINITY);
}

/** The lowest level first broken on the day, and when the close was last below it: told when this is the leg's first break of it. */
function lastBelow(desk: Desk, ladder: Ladder, broken: readonly Rung[]) {
  const lowest = broken.filter(({ brokenOn, lastBelow: last }) => brokenOn === ladder.date && last).at(-1);
  return lowest?.lastBelow
    ? {
        before: {
          level: desk.m.levels.level({ kind: 'round', price: priceOf(desk, lowest.kind, lowest.price) }),
          day: desk.w.day(lowest.lastBelow),
        },
      }
    : {};
}

/** Levels broken on the day, levels that held on it, and the next below. */
export function levelSentences(desk: Desk, id: string): readonly Inline[] {
  const ladder = ladderOf(desk, id);
  if (!ladder) return [];
  const { levels: m } = desk.m;
  const name = desk.name(id);
  const fallen = ladder.rungs.filter(({ state }) => state === 'broken-today');
  // The averages have a sentence of their own.
  const broken = mostWatched(fallen.filter(({ kind }) => !kind.startsWith('average')));
  const held = mostWatched(
    ladder.rungs.filter(({ state, testedOn }) => state === 'held' && testedOn === ladder.date),
  );
  const next = ladder.rungs.find((rung) => (rung.distance.value ?? 0) < 0 && !held.includes(rung));
  return [
    ...(broken.length > 0
      ? [
          m.broken({
            name,
            levels: broken.map((rung) => levelWords(desk, rung)),
            ...lastBelow(desk, ladder, broken),
          }),
        ]
      : []),
    ...(held.length > 0 ? [m.held({ name, levels: held.map((rung) => levelWords(desk, rung)) })] : []),
    ...(fallen.length > 0 && next
      ? [m.nextBelow({ level: levelWords(desk, next), distance: desk.w.change(next.distance) })]
      : []),
  ];
}

/** Broken levels of every ladder on one line, for a small screen; nothing when none broke. */
export function brokenLevels(
  desk: Desk,
): readonly { readonly name: string; readonly levels: readonly Inline[] }[] {
  return desk.answer.levels.flatMap((ladder) => {
    const rounds = ladder.rungs.filter(
      ({ state, kind }) => state === 'broken-today' && (kind === 'round' || kind.startsWith('average')),
    );
    return rounds.length === 0
      ? []
      : [
          {
            name: desk.name(ladder.series),
            levels: mostWatched(rounds).map((rung) => levelWords(desk, rung)),
          },
        ];
  });
}

function rungRow(desk: Desk, { date }: Ladder, rung: Rung): Row {
  const { w } = desk;
  const { kinds, states, labels } = desk.m.levels;
  const again = rung.state === 'broken-today' && rung.brokenOn !== date;
  const since = rung.brokenOn ?? rung.testedOn;
  return {
    cells: [
      rung.of ? under([kinds[rung.kind]], w.tableDay(rung.of)) : cell(kinds[rung.kind]),
      cell(priceOf(desk, rung.kind, rung.price)),
      cell(w.change(rung.distance)),
      {
        text: [again ? labels.brokenAgain : states[rung.state]],
        ...(since ? { under: [w.tableDay(since)] } : {}),
        ...(rung.state === 'not-reached' ? { faint: true } : {}),
      },
      rung.lastBelow ? cell(w.tableDay(rung.lastBelow)) : EMPTY,
    ],
  };
}

/** Rungs with the close in its place among them. */
function rowsOf(desk: Desk, ladder: Ladder, rungs: readonly Rung[]): readonly Row[] {
  const own = {
    cells: [cell(strong(desk.m.labels.close)), cell(desk.w.level(ladder.close)), EMPTY, EMPTY, EMPTY],
  };
  const isAbove = ({ distance }: Rung) => (distance.value ?? 0) >= 0;
  const row = (rung: Rung) => rungRow(desk, ladder, rung);
  return [...rungs.filter(isAbove).map(row), own, ...rungs.filter((rung) => !isAbove(rung)).map(row)];
}

function columnsOf({ m }: Desk) {
  const { labels } = m.levels;
  return [
    head('name', labels.level),
    column('price', labels.price, { phone: true }),
    column('distance', labels.againstClose),
    column('state', labels.state, { phone: true }),
    column('last', labels.lastBelow),
  ];
}

const SHOWN_ABOVE = 4;
const SHOWN_BELOW = 3;

/** The rungs nearest to the close on either side, highest first. */
function nearest(rungs: readonly Rung[], above: number, below: number): readonly Rung[] {
  const isAbove = ({ distance }: Rung) => (distance.value ?? 0) >= 0;
  return [...rungs.filter(isAbove).slice(-above), ...rungs.filter((rung) => !isAbove(rung)).slice(0, below)];
}

const CHARTED = 'btc-usd';

/** L-1: levels of the prices that have no picture. */
export function ladderTable(desk: Desk): readonly TableBlock[] {
  const groups = desk.answer.levels
    .filter(({ series }) => series !== CHARTED)
    .map((ladder) => ({
      title: desk.name(ladder.series),
      rows: rowsOf(desk, ladder, nearest(ladder.rungs, SHOWN_ABOVE, SHOWN_BELOW)),
    }));
  if (groups.length === 0) return [];
  const { title, measure } = desk.m.levels.ladderTable;
  return [
    table(desk, {
      id: 'l-1',
      label: desk.m.tableLabel('L-1'),
      title,
      measure,
      columns: columnsOf(desk),
      groups,
    }),
  ];
}

const CHART_ABOVE = 13;
const CHART_BELOW = 4;

/** Levels of bitcoin around its closes of the last 60 sessions. */
export function ladderChart(desk: Desk, next: () => number): readonly ChartBlock[] {
  const ladder = ladderOf(desk, CHARTED);
  if (!ladder || !hasValue(ladder.close)) return [];
  const { m, w } = desk;
  const closes = closesOf(desk, ladder.close.value);
  const shown = {
    id: 'ladder',
    number: next(),
    title: m.levels.ladder.title(
      desk.name(CHARTED),
      ladder.rungs.filter(({ state }) => state === 'broken-today').length,
    ),
    measure: m.levels.ladder.measure(closes.length),
  };
  const highest = Math.max(ladder.close.value, ...closes.map((value) => value ?? 0));
  const within = ladder.rungs.filter(({ price }) => closes.length === 0 || (price.value ?? 0) <= highest);
  const rungs = nearest(within, CHART_ABOVE, CHART_BELOW);
  const lines: readonly LadderLine[] = [
    ...rungs.map((rung) => ({
      price: rung.price.value ?? 0,
      text: priceOf(desk, rung.kind, rung.price).text,
      name: rung.kind === 'round' ? '' : m.levels.kinds[rung.kind],
      day: dayOf(desk, rung),
      mark: rung.state,
    })),
    {
      price: ladder.close.value,
      text: w.level(ladder.close).text,
      name: m.labels.close,
      day: '',
      mark: 'close',
    },
  ];
  const height = ladderHeight(lines.length);
  const picture = (part: 'wide' | 'narrow', width: number, labels: number) => ({
    width: part,
    svg: levelLadder(frame(desk, shown, { width, height, part }), closes, lines, labels),
  });
  return [
    block(desk, shown, {
      layout: 'one',
      draw: () => [picture('wide', WIDE, 260), picture('narrow', NARROW, 180)],
      table: table(desk, {
        id: 'ladder-table',
        label: '',
        title: m.levels.ladderTable.title,
        columns: columnsOf(desk),
        groups: [{ rows: rowsOf(desk, ladder, ladder.rungs) }],
        folded: m.labels.showTable,
      }),
    }),
  ];
}

function dayOf(desk: Desk, { brokenOn, testedOn }: Rung): string {
  const day = brokenOn ?? testedOn;
  return day ? desk.w.tableDay(day) : '';
}

/** Closes of the spark line, in the price's own unit. */
function closesOf(desk: Desk, close: number): readonly (number | null)[] {
  const spark = desk.instrument(CHARTED)?.spark ?? [];
  const end = spark.at(-1);
  return end ? spark.map((value) => (value === null ? null : (value / end) * close)) : [];
}
