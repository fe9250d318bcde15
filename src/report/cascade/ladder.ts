import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import { ENTRY_WIDTH } from '../../simulation/engine/ladder-record.ts';
import { drawnLeverage, type LeverageHistogram, leverageHistogram } from '../charts/leverage-histogram.ts';
import { drawnLadder, type PriceLadder, priceLadder, priceLadderHeight } from '../charts/price-ladder.ts';
import { cell, column, head } from '../compose/cells.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { level, money, percent } from '../numbers.ts';
import { bandCell, banded, changeText, shareText, span, told } from './amounts.ts';
import { type CascadeDesk, leadOf, ofAsset } from './desk.ts';
import { pictured } from './pictured.ts';

type Rung = CascadeAnswer['ladders'][number]['rungs'][number];

/** The rungs down to the last that adds anything. */
export function rungsOf({ answer }: CascadeDesk, asset: string): readonly Rung[] {
  const rungs = ofAsset(answer.ladders, asset)?.rungs ?? [];
  const last = rungs.reduce((at, rung, k) => (addedBy(rung) > 0 ? k : at), -1);
  return rungs.slice(0, last + 1);
}

function addedBy({ bySeller }: Rung): number {
  return Object.values(bySeller).reduce((sum, usd) => sum + usd, 0);
}

/** Changes whose cumulated orders are told. */
const TOLD = [-0.05, -0.1, -0.2];

/** The extra sale a unit of sale, where it feeds itself, and what waits below. */
export function gainLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer } = desk;
  const asset = leadOf(desk);
  const gain = ofAsset(answer.gain, asset);
  const waits = rungsOf(desk, asset).filter(({ distance }) =>
    TOLD.some((wanted) => Math.abs(distance - wanted) < 1e-9),
  );
  return [
    ...(gain && hasValue(gain.here) ? gainSentences(desk, gain) : []),
    ...(waits.length > 0
      ? [
          words.gain.waits(
            waits.map(({ price, sold }) => ({
              below: level(price.value ?? 0),
              usd: banded(desk, sold, 'money'),
            })),
          ),
        ]
      : []),
  ];
}

function gainSentences(
  desk: CascadeDesk,
  { asset, here, threshold }: CascadeAnswer['gain'][number],
): readonly Inline[] {
  const { gain } = desk.words;
  const params = threshold.of.params ?? {};
  const state = (here.value ?? 0) > 1 ? 'feeds' : (here.band?.high ?? 0) > 1 ? 'may-feed' : 'dies';
  return [
    gain.here({ name: desk.name(asset), gain: banded(desk, here, 'ratio'), state }),
    hasValue(threshold)
      ? gain.threshold(banded(desk, threshold, 'change'))
      : gain.noThreshold({ passing: Number(params.draws ?? 0), draws: Number(params.of ?? 0) }),
  ];
}

/** Forced orders by level of the price and by seller. */
export function ladderBlocks(desk: CascadeDesk): readonly Block[] {
  const { words } = desk;
  const asset = leadOf(desk);
  const rungs = rungsOf(desk, asset);
  if (rungs.length === 0) return [];
  const ids = sellersOf(rungs);
  const ladder: PriceLadder = {
    parts: ids.map((id) => sellerName(desk, id)),
    rows: rungs.map((rung) => ({
      label: `${level(rung.price.value ?? 0)} (${changeText(rung.distance)})`,
      parts: ids.map((id) => rung.bySeller[id] ?? 0),
      text: money(addedBy(rung), desk.language),
      marked: (rung.gain.value ?? 0) > 1,
    })),
    mark: words.ladder.mark,
  };
  const last = rungs.at(-1)!;
  return [
    pictured(
      desk,
      {
        id: 'cascade-ladder',
        title: words.ladder.title({
          name: desk.name(asset),
          below: level(last.price.value ?? 0),
          usd: span(desk, last.sold, 'money'),
        }),
        measure: words.ladder.measure,
      },
      (width) => priceLadderHeight(ladder, width),
      (frame) => priceLadder(frame, ladder),
    ),
    ladderTable(desk, asset, rungs),
  ];
}

function sellersOf(rungs: readonly Rung[]): readonly string[] {
  return [...new Set(rungs.flatMap(({ bySeller }) => Object.keys(bySeller)))];
}

function sellerName({ answer, language }: CascadeDesk, id: string): string {
  return answer.sellers.find((one) => one.id === id)?.title[language] ?? id;
}

export function ladderTable(desk: CascadeDesk, asset: string, rungs: readonly Rung[]): TableBlock {
  const { words, language } = desk;
  const { columns: c } = words;
  return table(desk, {
    id: 'cascade-ladder-table',
    label: '',
    title: `${words.ladder.table}${desk.m.colon}${desk.name(asset)}`,
    measure: words.ladder.tableMeasure,
    columns: [
      head('below', c.below),
      column('price', c.price, { phone: true }),
      column('waits', c.waits, { phone: true }),
      column('added', c.added),
      column('from', c.from),
      column('gain', c.gain),
    ],
    groups: [
      {
        rows: rungs.map((rung) => {
          const [most] = Object.entries(rung.bySeller).sort(([, a], [, b]) => b - a);
          return {
            cells: [
              cell(changeText(rung.distance)),
              cell(span(desk, rung.price, 'price')),
              bandCell(desk, rung.sold, 'money'),
              cell(money(addedBy(rung), language)),
              cell(most ? sellerName(desk, most[0]) : ''),
              bandCell(desk, rung.gain, 'ratio'),
            ],
          };
        }),
      },
    ],
  });
}

const AGES = ['day', 'week', 'month'] as const;
const NEAR = 0.05;

/** Longs by price of entry and age. */
export function layersChart(desk: CascadeDesk): readonly ChartBlock[] {
  const { words } = desk;
  const asset = leadOf(desk);
  const rows = ofAsset(desk.answer.layers, asset)?.rows ?? [];
  if (rows.length === 0) return [];
  const entries = [...new Set(rows.map(({ entry }) => entry))].sort((a, b) => b - a);
  const usdOf = (of: typeof rows) => of.reduce((sum, { usd }) => sum + usd, 0);
  const near = rows.filter(({ entry }) => Math.abs(entry + ENTRY_WIDTH / 2 - 1) < NEAR);
  const ladder: PriceLadder = {
    parts: AGES.map((age) => words.ages[age]),
    rows: entries.map((entry) => {
      const own = rows.filter((one) => one.entry === entry);
      const usd = usdOf(own);
      const distance = own.reduce((sum, one) => sum + one.distance * one.usd, 0) / usd;
      return {
        label: words.layers.entry({ from: changeText(entry - 1), to: changeText(entry + ENTRY_WIDTH - 1) }),
        parts: AGES.map((age) => usdOf(own.filter((one) => one.age === age))),
        text: `${money(usd, desk.language)} (${changeText(distance)})`,
      };
    }),
    mark: '',
  };
  return [
    pictured(
      desk,
      {
        id: 'cascade-layers',
        title: words.layers.title({
          name: desk.name(asset),
          share: shareText(usdOf(near) / usdOf(rows)),
          within: told(desk, 'share', NEAR),
        }),
        measure: words.layers.measure,
      },
      (width) => priceLadderHeight(ladder, width),
      (frame) => priceLadder(frame, ladder),
      drawnLadder(ladder, {
        first: words.columns.price,
        sum: desk.m.labels.sum,
        format: (value) => money(value, desk.language),
      }),
    ),
  ];
}

const LEVERAGE_HEIGHT = 210;

/** Longs by leverage with the distance to their liquidation. */
export function leverageChart(desk: CascadeDesk): readonly ChartBlock[] {
  const { words, answer, language } = desk;
  const asset = leadOf(desk);
  const bands = ofAsset(answer.leverage, asset)?.bands ?? [];
  const low = ofAsset(answer.falls, asset)?.low.value ?? 0;
  if (bands.length === 0) return [];
  const reaches = (distance: number) => distance < 0 && distance >= low;
  const usd = (some: typeof bands) => some.reduce((sum, one) => sum + (one.usd.value ?? 0), 0);
  const all = usd(bands);
  const reached = all > 0 ? usd(bands.filter(({ distance }) => reaches(distance))) / all : 0;
  const { leverage: l } = words;
  const banded = bands.find(({ usd: open }) => open.band)?.usd.band;
  const shown: LeverageHistogram = {
    bars: bands.map(({ leverage, usd: open, distance }) => ({
      name: l.upTo(leverage),
      value: open.value ?? 0,
      low: open.band?.low ?? open.value ?? 0,
      high: open.band?.high ?? open.value ?? 0,
      distance: distance < 0 ? changeText(distance) : '–',
      reached: reaches(distance),
    })),
    format: (value) => money(value, language),
    leverage: l.leverage,
    distance: l.distance,
  };
  return [
    pictured(
      desk,
      {
        id: 'cascade-leverage',
        title: l.title({ name: desk.name(asset), reached: shareText(reached) }),
        measure: l.measure,
      },
      LEVERAGE_HEIGHT,
      (frame) => leverageHistogram(frame, shown),
      drawnLeverage(shown, banded ? percent(banded.level, { decimals: 0 }) : ''),
    ),
  ];
}
