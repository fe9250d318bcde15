import { rangeOf, span, told } from '../../cascade/amounts.ts';
import { type CascadeDesk, leadOf, ofAsset } from '../../cascade/desk.ts';
import { type Fan, fan } from '../../charts/fan.ts';
import { cell, column, head } from '../../compose/cells.ts';
import { frame, NARROW } from '../../compose/charts.ts';
import { table } from '../../compose/tables.ts';
import { hasValue } from '../../desk.ts';
import type { Figure } from '../../figure.ts';
import { baseSeries } from '../../notes.ts';
import { count, level, percent } from '../../numbers.ts';
import { sentInline, sentTable } from '../sending.ts';
import type { SentBlock, SentInline } from '../sent.ts';
import { taggedTitle } from './panels.ts';
import { CASCADE_PAGE } from './words.ts';

type Fall = CascadeDesk['answer']['falls'][number];

const WIDE = 740;
const HEIGHT = 330;
const NARROW_HEIGHT = 280;
/** Hours before the start that have to be known for their line to be drawn. */
const FEWEST_PAST = 3;

/** What was observed, what is simulated, and the four numbers of it. */
export function fanPanel(desk: CascadeDesk): readonly SentBlock[] {
  const lead = ofAsset(desk.answer.falls, leadOf(desk));
  if (!lead) return [];
  const words = CASCADE_PAGE[desk.language].fan;
  const { past } = drawn(desk, lead);
  const title = words.panel({
    name: desk.name(lead.asset),
    past: past && desk.words.span(0 - past.minutes[0]!),
    ahead: desk.words.span(desk.answer.parameters.horizonMinutes),
  });
  const source = words.source({
    price: desk.w.priced(lead.price),
    series: baseSeries(lead.price)[0] ?? lead.asset,
  });
  return [
    {
      kind: 'panel',
      id: 'cascade-fan',
      title: taggedTitle(desk, [title]),
      blocks: lead.fan.minutes.length > 1 ? [fanChart(desk, lead)] : [],
      source: sentInline(desk, source),
    },
    stats(desk, lead),
  ];
}

/** What the picture shows, apart from its words. */
function drawn({ words, language }: CascadeDesk, { fan: all, past, stop }: Fall) {
  const middle = (all.quantiles.length - 1) / 2;
  const page = CASCADE_PAGE[language].fan;
  const shape: Fan = {
    minutes: all.minutes,
    quantiles: all.quantiles.map(({ level: at, prices }, k) => ({
      name: k === middle ? words.fan.median : percent(at, { decimals: 0 }),
      values: prices,
    })),
    format: level,
    after: page.after,
    ...(hasValue(stop) ? { level: { value: stop.value, name: page.stop(level(stop.value)) } } : {}),
    rule: { known: page.known, simulated: page.simulated },
    ...(all.alone ? { alone: { name: page.alone, values: all.alone } } : {}),
    ...(past && past.minutes.length >= FEWEST_PAST
      ? { past: { minutes: past.minutes, values: past.prices } }
      : {}),
  };
  return shape;
}

function fanChart(desk: CascadeDesk, fall: Fall): SentBlock {
  const { answer } = desk;
  const { fan: words } = CASCADE_PAGE[desk.language];
  const { quantiles } = fall.fan;
  const across = (k: number) =>
    percent(quantiles[quantiles.length - 1 - k]!.level - quantiles[k]!.level, { decimals: 0 });
  const measure = words.measure({
    inner: across(1),
    outer: across(0),
    alone: fall.fan.alone !== undefined,
    paths: answer.parameters.paths,
  });
  const title = desk.words.fan.title({
    name: desk.name(fall.asset),
    low: span(desk, fall.low, 'change'),
    stop: desk.w.priced(fall.stop),
  });
  const shape = drawn(desk, fall);
  const shown = { id: 'cascade-fan', number: 1, title, measure };
  const picture = (width: 'wide' | 'narrow', pixels: number, height: number, what: Fan) => ({
    width,
    svg: fan(frame(desk, shown, { width: pixels, height, part: width }), what),
  });
  return {
    kind: 'chart',
    id: 'cascade-fan-chart',
    title: sentInline(desk, title),
    measure: [measure],
    layout: 'one',
    pictures: [
      picture('wide', WIDE, HEIGHT, shape),
      picture('narrow', NARROW, NARROW_HEIGHT, withoutNames(shape)),
    ],
    table: sentTable(desk, fanTable(desk, fall)),
  };
}

/** On a phone the values stand at the ends of the lines, and the words above say which is which. */
function withoutNames(shape: Fan): Fan {
  return {
    ...shape,
    quantiles: shape.quantiles.map((one) => ({ ...one, name: '' })),
    ...(shape.alone ? { alone: { ...shape.alone, name: '' } } : {}),
  };
}

const ROWS = 8;

function fanTable(desk: CascadeDesk, { fan: all }: Fall) {
  const { fan: words } = CASCADE_PAGE[desk.language];
  const every = Math.max(1, Math.round((all.minutes.length - 1) / ROWS));
  const rows = all.minutes.flatMap((minutes, k) => {
    const wanted = k % every === 0 || k === all.minutes.length - 1;
    if (!wanted) return [];
    return [
      {
        cells: [
          cell(words.after(minutes)),
          ...all.quantiles.map(({ prices }) => cell(level(prices[k]!))),
          ...(all.alone ? [cell(level(all.alone[k]!))] : []),
        ],
      },
    ];
  });
  return table(desk, {
    id: 'cascade-fan-table',
    label: '',
    title: words.table,
    columns: [
      head('after', words.time),
      ...all.quantiles.map(({ level: at }, k) =>
        column(`q${k}`, percent(at, { decimals: 0 }), { phone: k % 2 === 0 }),
      ),
      ...(all.alone ? [column('alone', words.alone, { phone: false })] : []),
    ],
    groups: [{ rows }],
  });
}

/** Forced sales, amplification, stop with their bands, and how many paths. */
function stats(desk: CascadeDesk, { amplification, stop }: Fall): SentBlock {
  const { answer, m } = desk;
  const { stats: words } = CASCADE_PAGE[desk.language];
  const { paths, seed, draws } = answer.parameters;
  const note = (figure: Figure, kind: 'money' | 'ratio' | 'price'): SentInline => {
    const range = rangeOf(desk, figure, kind);
    if (range !== '') return [words.band({ level: percent(figure.band!.level, { decimals: 0 }), range })];
    return figure.value === null ? [m.why(figure.why ?? '')] : [];
  };
  const one = (label: string, figure: Figure, kind: 'money' | 'ratio' | 'price') => {
    const text = figure.value === null ? '' : told(desk, kind, figure.value);
    const value = desk.w.as(figure, kind === 'ratio' ? `${text}×` : text);
    return { label, value: sentInline(desk, [value]), note: note(figure, kind) };
  };
  return {
    kind: 'stats',
    cells: [
      one(words.forced, answer.forced.total, 'money'),
      one(words.amplification, amplification, 'ratio'),
      one(words.stop, stop, 'price'),
      { label: words.paths, value: [count(paths)], note: [words.seed({ seed, draws })] },
    ],
  };
}
