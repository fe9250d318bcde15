import type { Drawn } from '../drawn.ts';
import { decimal } from '../numbers.ts';
import { drawn } from './echarts.ts';
import { type Paint, paint } from './paint.ts';
import { type Frame, fitted, framed } from './svg.ts';

export interface Tile {
  readonly name: string;
  readonly text: string;
  /** Standardised move, which gives the depth of colour; null when not measured. */
  readonly z: number | null;
}

export interface TileGroup {
  readonly name: string;
  readonly tiles: readonly Tile[];
}

const TILE_HEIGHT = 40;
const LABEL_WIDTH = 62;
const STEPS: readonly Paint[] = [
  'down-4',
  'down-3',
  'down-2',
  'down-1',
  'surface',
  'up-1',
  'up-2',
  'up-3',
  'up-4',
];

/** Depth of a move: 0 within a quarter of a standard deviation, then one step at 1, 2 and 3. */
export function depthOf(z: number | null): number {
  if (z === null) return 0;
  const size = Math.abs(z);
  const depth = size < 0.25 ? 0 : size < 1 ? 1 : size < 2 ? 2 : size < 3 ? 3 : 4;
  return z < 0 ? -depth : depth;
}

interface Placed {
  readonly tile: Tile;
  readonly row: number;
  readonly column: number;
}

function placed(groups: readonly TileGroup[], columns: number): { tiles: Placed[]; labels: string[] } {
  const tiles: Placed[] = [];
  const labels: string[] = [];
  for (const group of groups) {
    const start = labels.length;
    group.tiles.forEach((tile, index) => {
      tiles.push({ tile, row: start + Math.floor(index / columns), column: index % columns });
    });
    for (let row = 0; row < Math.ceil(group.tiles.length / columns); row++)
      labels.push(row === 0 ? group.name : '');
  }
  return { tiles, labels };
}

/** Braces and bars are markup to the label's formatter. */
function bare(text: string): string {
  return text.replace(/[{}|]/g, ' ');
}

function dataOf({ tile, row, column }: Placed, tileWidth: number) {
  const depth = depthOf(tile.z);
  const strong = Math.abs(depth) === 4;
  return {
    value: [column, row, depth + 4],
    name: `{name|${bare(fitted(tile.name, 11, tileWidth - 8))}}\n{value|${bare(tile.text)}}`,
    label: {
      rich: {
        name: { fontSize: 11, lineHeight: 15, color: paint(strong ? 'surface' : 'ink') },
        value: { fontSize: 12, lineHeight: 15, fontWeight: 620, color: paint(strong ? 'surface' : 'ink') },
      },
    },
  };
}

export function tilesHeight(groups: readonly TileGroup[], columns: number): number {
  return placed(groups, columns).labels.length * TILE_HEIGHT + 2;
}

/** One tile an instrument, rows by class; colour by standardised move, number inside. */
export function heatTiles(frame: Frame, groups: readonly TileGroup[], columns: number): string {
  const { tiles, labels } = placed(groups, columns);
  const tileWidth = (frame.width - LABEL_WIDTH) / columns;
  const option = {
    grid: { left: LABEL_WIDTH, right: 0, top: 1, height: labels.length * TILE_HEIGHT },
    xAxis: { type: 'category', data: Array.from({ length: columns }, (_, index) => index), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels.map((_, index) => index),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        formatter: (_: string, index: number) => labels[index],
        align: 'left',
        margin: LABEL_WIDTH,
        interval: 0,
        fontSize: 12,
        color: paint('ink'),
      },
    },
    visualMap: {
      show: false,
      type: 'piecewise',
      dimension: 2,
      pieces: STEPS.map((name, index) => ({ value: index, color: paint(name) })),
    },
    series: [
      {
        type: 'heatmap',
        silent: true,
        emphasis: { disabled: true },
        itemStyle: { borderColor: paint('surface'), borderWidth: 2 },
        label: { show: true, formatter: '{b}' },
        data: tiles.map((one) => dataOf(one, tileWidth)),
      },
    ],
  };
  return framed(frame, drawn(option, frame));
}

/** The same as a table: a tile a row. */
export function drawnTiles(
  first: string,
  columns: readonly [string, string],
  groups: readonly TileGroup[],
): Drawn {
  return {
    first,
    columns,
    rows: groups.flatMap(({ tiles }) =>
      tiles.map(({ name, text, z }) => ({
        name,
        texts: [text, z === null ? '' : decimal(z, { decimals: 1, signed: true })],
      })),
    ),
  };
}
