import { ASSET_CLASSES } from '../../data/series/entry.ts';
import { type ClassBar, classStrip } from '../charts/class-strip.ts';
import { correlationMatrix } from '../charts/correlation-matrix.ts';
import { drawdownLine, drawdownPath } from '../charts/drawdown-lines.ts';
import { drawnTiles, heatTiles, type TileGroup, tilesHeight } from '../charts/heat-tiles.ts';
import { scoreHistogram } from '../charts/score-histogram.ts';
import type { Frame } from '../charts/svg.ts';
import { yearOf } from '../dates.ts';
import { type Desk, hasValue, instrumentsOf, type Wording } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import { type Inline, plainText } from '../inline.ts';
import { decimal, percent } from '../numbers.ts';
import { cell, column, head } from './cells.ts';
import { priced } from './movers.ts';
import { countClasses, priceSign, scoreRank, shownPoints } from './score.ts';
import { table } from './tables.ts';

interface Shown {
  readonly id: string;
  readonly number: number;
  readonly title: Inline;
  readonly measure: string;
}

export function frame(
  desk: Wording,
  shown: Shown,
  size: { width: number; height: number; part?: string },
): Frame {
  const { m } = desk;
  return {
    id: size.part ? `${shown.id}-${size.part}` : shown.id,
    width: size.width,
    height: size.height,
    title: plainText(shown.title),
    description: shown.measure,
    ...(desk.simulated ? { simulated: m.simulated.word } : {}),
  };
}

export function block(
  desk: Wording,
  shown: Shown,
  rest: Pick<ChartBlock, 'draw' | 'layout' | 'table' | 'drawn'>,
): ChartBlock {
  return {
    kind: 'chart',
    id: shown.id,
    label: desk.m.chartLabel(shown.number),
    title: shown.title,
    measure: [shown.measure],
    ...rest,
  };
}

export const WIDE = 698;
/** The room of the smallest phone, so that a picture is never scaled down. */
export const NARROW = 288;
const HALF = 337;
const HALF_HEIGHT = 190;

/** Half of the measure on paper and wide screens, and again for a phone. */
function halves(desk: Wording, shown: Shown, svg: (frameOf: Frame) => string): ChartBlock['draw'] {
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: svg(frame(desk, shown, { width, height: HALF_HEIGHT, part })),
  });
  return () => [picture('wide', HALF), picture('narrow', NARROW)];
}

export function stripChart(desk: Desk, next: () => number): ChartBlock {
  const { m, w, answer } = desk;
  const { beyond, known } = countClasses(answer);
  const shown = {
    id: 'strip',
    number: next(),
    title: known === 0 ? [m.strip.unknown] : m.strip.title(beyond, known),
    measure: m.strip.measure,
  };
  const bars: ClassBar[] = answer.joint.classes.map(({ assetClass, move }) => ({
    name: m.classes[assetClass],
    sigma: hasValue(move) ? priceSign(move.value) : null,
    text: w.sigmas(move, true).text,
  }));
  const points = shownPoints(desk);
  const rows = answer.joint.classes.map(({ assetClass, move, contribution }) => ({
    cells: [
      cell(m.classes[assetClass]),
      cell(w.sigmas(move, true)),
      cell(w.as(contribution, points.get(assetClass) ?? '')),
    ],
  }));
  return block(desk, shown, {
    layout: 'half',
    draw: halves(desk, shown, (frameOf) => classStrip(frameOf, bars)),
    table: table(desk, {
      id: 'strip-table',
      label: '',
      title: plainText(shown.title),
      columns: [
        head('class', m.labels.class),
        column('move', m.labels.move, { phone: true }),
        column('points', m.labels.points, { phone: true }),
      ],
      groups: [{ rows }],
      folded: m.labels.showTable,
    }),
  });
}

/** How many sessions had which score. */
export function scoreTable(desk: Desk): TableBlock {
  const { m } = desk;
  const { histogram } = desk.answer.joint;
  const bin = 100 / Math.max(1, histogram.length);
  const rows = histogram.map((count, index) => ({
    cells: [cell(`${bin * index}–${bin * (index + 1)}`), cell(decimal(count, { decimals: 0 }))],
  }));
  return table(desk, {
    id: 'score-table',
    label: '',
    title: m.scoreTable.title,
    columns: [head('bin', m.labels.score), column('days', m.labels.days, { phone: true })],
    groups: [{ rows }],
    folded: m.labels.showTable,
  });
}

export function scoreChart(desk: Desk, next: () => number): ChartBlock {
  const { m, w, answer } = desk;
  const { score, histogram, since } = answer.joint;
  const shown = {
    id: 'score',
    number: next(),
    title: hasValue(score) ? m.scoreChart.title(w.score(score), scoreRank(desk)) : [m.scoreChart.unknown],
    measure: m.scoreChart.measure(yearOf(since)),
  };
  return block(desk, shown, {
    layout: 'half',
    draw: halves(desk, shown, (frameOf) => scoreHistogram(frameOf, histogram, score.value, m.labels.today)),
    table: scoreTable(desk),
  });
}

function tileGroups(desk: Desk): readonly TileGroup[] {
  return ASSET_CLASSES.flatMap((assetClass) => {
    const tiles = desk.ofClass(assetClass).map(({ id, change, z }) => ({
      name: desk.fullName(id),
      text: desk.w.change(change.day).text,
      z: z.value,
    }));
    return tiles.length === 0 ? [] : [{ name: desk.m.classes[assetClass], tiles }];
  });
}

export function heatChart(desk: Desk, next: () => number): ChartBlock {
  const { m } = desk;
  const all = priced(desk);
  const fell = all.filter(({ change }) => (change.day.value ?? 0) < 0).length;
  const shown = {
    id: 'heat',
    number: next(),
    title: all.length === 0 ? [m.heat.unknown] : m.heat.title(fell, all.length),
    measure: m.heat.measure,
  };
  return block(desk, shown, {
    layout: 'one',
    draw: () => {
      const groups = tileGroups(desk);
      const picture = (part: 'wide' | 'narrow', width: number, columns: number) => {
        const height = tilesHeight(groups, columns);
        return { width: part, svg: heatTiles(frame(desk, shown, { width, height, part }), groups, columns) };
      };
      return [picture('wide', WIDE, 6), picture('narrow', NARROW, 3)];
    },
    drawn: drawnTiles(m.labels.instrument, [m.labels.day, m.labels.z], tileGroups(desk)),
  });
}

const LINES = [
  'btc-usd',
  'eth-usd',
  'gold-front',
  'silver-front',
  'sp500',
  'nasdaq-composite',
  'gdx',
  'nikkei-225',
  'mstr',
  'igv',
  'hyg',
  'eem',
];
const MOST_LINES = 8;
const DEEPEST_NAMED = 3;

export function drawdownChart(desk: Desk, next: () => number): readonly ChartBlock[] {
  const { m, w } = desk;
  const lines = instrumentsOf(desk, LINES)
    .map((one) => ({
      one,
      path: hasValue(one.drawdown.fromClose) ? drawdownPath(one.spark, one.drawdown.fromClose.value) : [],
    }))
    .filter(({ path }) => path.length > 1)
    .slice(0, MOST_LINES);
  if (lines.length === 0) return [];
  const lowest = Math.min(...lines.flatMap(({ path }) => path.filter((value) => value !== null)));
  const low = Math.min(-0.1, Math.floor(lowest * 10) / 10);
  const deepest = [...lines].sort(
    (a, b) => (a.one.drawdown.fromClose.value ?? 0) - (b.one.drawdown.fromClose.value ?? 0),
  );
  const shown = {
    id: 'drawdown',
    number: next(),
    title: m.drawdowns.title(
      deepest
        .slice(0, DEEPEST_NAMED)
        .map(({ one }) => ({ name: desk.name(one.id), gap: w.drawdown(one.drawdown.fromClose) })),
    ),
    measure: m.drawdowns.measure(
      Math.max(...lines.map(({ path }) => path.length)),
      percent(low, { decimals: 0 }),
    ),
  };
  const rows = lines.map(({ one }) => ({
    cells: [
      cell(desk.name(one.id)),
      cell(w.drawdown(one.drawdown.fromClose)),
      cell(w.tableDay(one.drawdown.peakCloseDate)),
    ],
  }));
  return [
    block(desk, shown, {
      layout: 'multiples',
      draw: () =>
        lines.map(({ one, path }, index) => ({
          width: 'any',
          svg: drawdownLine(
            {
              ...frame(desk, shown, { width: 165, height: 108, part: String(index + 1) }),
              title: `${desk.name(one.id)}${m.colon}${w.drawdown(one.drawdown.fromClose).text}`,
            },
            { name: desk.name(one.id), path, text: w.drawdown(one.drawdown.fromClose).text },
            low,
          ),
        })),
      table: table(desk, {
        id: 'drawdown-table',
        label: '',
        title: m.drawdownTable.title,
        columns: [
          head('name', m.labels.instrument),
          column('gap', m.labels.fromPeakClose, { phone: true }),
          column('date', m.labels.date, { phone: true }),
        ],
        groups: [{ rows }],
        folded: m.labels.showTable,
      }),
    }),
  ];
}

function matrixTable(desk: Desk, names: readonly string[]): TableBlock {
  const { matrix } = desk.answer.together;
  const rows = names.map((name, row) => ({
    cells: [
      cell(`${row + 1} ${name}`),
      ...names.map((_, index) => {
        const value = row === index ? null : (row > index ? matrix.short : matrix.long)[row]?.[index];
        return value === null || value === undefined ? cell() : cell(decimal(value, { decimals: 2 }));
      }),
    ],
  }));
  return table(desk, {
    id: 'matrix-table',
    label: '',
    title: desk.m.matrixTable.title,
    columns: [
      head('name', desk.m.labels.instrument),
      ...names.map((name, index) => column(`c${index + 1}`, `${index + 1} ${name}`)),
    ],
    groups: [{ rows }],
    folded: desk.m.labels.showTable,
  });
}

export function matrixChart(desk: Desk, next: () => number): readonly ChartBlock[] {
  const { m, w, answer } = desk;
  const { matrix, correlationShort, correlationLong } = answer.together;
  if (matrix.ids.length === 0) return [];
  const names = matrix.ids.map(desk.name);
  const shown = {
    id: 'matrix',
    number: next(),
    title: hasValue(correlationShort)
      ? m.matrix.title(w.ratio(correlationShort), w.ratio(correlationLong))
      : [m.matrixTable.title],
    measure: m.matrix.measure(matrix.shortDays, matrix.longDays),
  };
  const correlations = { names, short: matrix.short, long: matrix.long };
  const picture = (part: 'wide' | 'narrow', width: number, labelWidth: number) => {
    const height = 22 + names.length * 28;
    return {
      width: part,
      svg: correlationMatrix(frame(desk, shown, { width, height, part }), correlations, labelWidth),
    };
  };
  return [
    block(desk, shown, {
      layout: 'one',
      draw: () => [picture('wide', WIDE, 150), picture('narrow', NARROW, 22)],
      table: matrixTable(desk, names),
    }),
  ];
}
