import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import { fan } from '../charts/fan.ts';
import { cell, column, head } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { level, percent } from '../numbers.ts';
import { bandCell, banded, span } from './amounts.ts';
import { type CascadeDesk, leadOf, ofAsset, shocked } from './desk.ts';
import { pictured } from './pictured.ts';

type Fall = CascadeAnswer['falls'][number];

/** How far it goes with sellers and without, where it stops, and when. */
export function fallBlocks(desk: CascadeDesk): readonly Block[] {
  const lead = ofAsset(desk.answer.falls, leadOf(desk));
  if (!lead) return [];
  return [
    paragraph(desk, keyLine(desk, lead), [withoutLine(desk, lead)], timeLines(desk, lead), othersLine(desk), [
      desk.words.fact.meaning,
    ]),
    ...fanCharts(desk),
    fallTable(desk),
  ];
}

function keyLine(desk: CascadeDesk, lead: Fall): Inline {
  const { words, answer } = desk;
  return words.fact.key({
    items: shocked(desk).map((asset) => ({
      name: desk.name(asset),
      value: span(desk, ofAsset(answer.falls, asset)!.shock, 'change'),
    })),
    over: words.span(answer.parameters.over),
    name: desk.name(lead.asset),
    low: banded(desk, lead.low, 'change'),
    stop: priceBand(desk, lead),
  });
}

/** The price with its currency, and its band. */
function priceBand(desk: CascadeDesk, { stop }: Fall): Inline {
  const { band } = stop;
  if (!band || !hasValue(stop)) return [desk.w.priced(stop)];
  const range = desk.m.range(level(band.low), level(band.high));
  return desk.m.band(desk.w.priced(stop), range, percent(band.level, { decimals: 0 }));
}

function withoutLine(desk: CascadeDesk, { lowAlone, amplification }: Fall): Inline {
  const { fact } = desk.words;
  const low = banded(desk, lowAlone, 'change');
  return hasValue(amplification)
    ? fact.without({ low, amplification: banded(desk, amplification, 'ratio') })
    : fact.withoutOnly({ low, why: desk.m.why(amplification.why ?? '') });
}

function timeLines(desk: CascadeDesk, { toLow, final, healed, toHeal }: Fall): readonly Inline[] {
  const { words, answer } = desk;
  const horizon = words.span(answer.parameters.horizonMinutes);
  const time = hasValue(toLow)
    ? [words.fact.time({ toLow: banded(desk, toLow, 'span'), final: banded(desk, final, 'change'), horizon })]
    : [];
  const heal = hasValue(healed)
    ? [
        words.fact.heal({
          healed: span(desk, healed, 'share'),
          ...(hasValue(toHeal) && toHeal.value > 0 ? { toHeal: banded(desk, toHeal, 'span') } : {}),
          horizon,
        }),
      ]
    : [];
  return [...time, ...heal];
}

const OTHERS = 3;
/** A change that is worth naming. */
const LEAST = -0.005;

function othersLine(desk: CascadeDesk): readonly Inline[] {
  const named = shocked(desk);
  const others = desk.answer.falls
    .filter(({ asset, low }) => !named.includes(asset) && hasValue(low) && low.value <= LEAST)
    .sort((a, b) => (a.low.value ?? 0) - (b.low.value ?? 0))
    .slice(0, OTHERS);
  if (others.length === 0) return [];
  return [
    desk.words.fact.others(
      others.map(({ asset, low }) => ({ name: desk.name(asset), value: banded(desk, low, 'change') })),
    ),
  ];
}

const MOST_FANS = 3;
const FAN_HEIGHT = 240;

function fanCharts(desk: CascadeDesk): readonly ChartBlock[] {
  const assets = shocked(desk).slice(0, MOST_FANS);
  return desk.answer.falls
    .filter(({ asset, fan: drawn }) => assets.includes(asset) && drawn.minutes.length > 1)
    .map((one) => fanChart(desk, one));
}

function fanChart(desk: CascadeDesk, { asset, price, low, stop, fan: drawn }: Fall): ChartBlock {
  const { words, answer } = desk;
  const { paths, draws } = answer.parameters;
  const middle = (drawn.quantiles.length - 1) / 2;
  return pictured(
    desk,
    {
      id: `fan-${asset}`,
      title: words.fan.title({
        name: desk.name(asset),
        low: span(desk, low, 'change'),
        stop: desk.w.priced(stop),
      }),
      measure: words.fan.measure({ paths, draws }),
    },
    FAN_HEIGHT,
    (frame) =>
      fan(frame, {
        minutes: drawn.minutes,
        quantiles: drawn.quantiles.map(({ level: at, prices }, k) => ({
          name: k === middle ? words.fan.median : percent(at, { decimals: 0 }),
          values: prices,
        })),
        level: { value: price.value ?? Number.NaN, name: words.fan.start },
        format: level,
        after: words.after,
      }),
  );
}

export function fallTable(desk: CascadeDesk): TableBlock {
  const { words, answer } = desk;
  const { columns: c } = words;
  return table(desk, {
    id: 'cascade-falls',
    label: '',
    title: words.falls.title,
    measure: words.falls.measure,
    columns: [
      head('asset', c.asset),
      column('shock', c.shock),
      column('low', c.low, { phone: true }),
      column('alone', c.lowAlone),
      column('stop', c.stop, { phone: true }),
      column('amplification', c.amplification),
      column('gain', c.gain),
      column('threshold', c.threshold),
    ],
    groups: [
      {
        rows: answer.falls.map((one) => {
          const gain = ofAsset(answer.gain, one.asset);
          return {
            cells: [
              cell(desk.name(one.asset)),
              cell(span(desk, one.shock, 'change')),
              bandCell(desk, one.low, 'change'),
              bandCell(desk, one.lowAlone, 'change'),
              bandCell(desk, one.stop, 'price'),
              bandCell(desk, one.amplification, 'ratio'),
              gain ? bandCell(desk, gain.here, 'ratio') : cell(),
              gain && hasValue(gain.threshold) ? bandCell(desk, gain.threshold, 'change') : cell('–'),
            ],
          };
        }),
      },
    ],
  });
}
