import { hatchPattern } from './hatch-pattern.ts';
import { element, type Frame, framed, svgText, textWidth } from './svg.ts';
import { brokenPath, endLabels, type LineEnd, type Plot, plotOf, scales } from './time-plot.ts';
import { valueAxis } from './value-axis.ts';

export interface Fan {
  /** From the start, ascending. */
  readonly minutes: readonly number[];
  /** Ascending by level, the median in the middle; values by minute. */
  readonly quantiles: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** A value as a dashed line: of the start, or where it stops. */
  readonly level?: { readonly value: number; readonly name: string };
  readonly format: (value: number) => string;
  /** Label of a time after the start. */
  readonly after: (minutes: number) => string;
  /** What was observed before the start; minutes below 0. */
  readonly past?: { readonly minutes: readonly number[]; readonly values: readonly number[] };
  /** The same without what is asked about, by minute: a dashed line. */
  readonly alone?: { readonly name: string; readonly values: readonly number[] };
  /** Words on both sides of a rule at the start; with them the bands are hatched, and nothing left of the rule is. */
  readonly rule?: { readonly known: string; readonly simulated: string };
}

const FONT = 11;
/** From one row of words to the next, and from a word to a line. */
const ROW = 12;
const GAP = 4;
const TICK_ROOM = 80;
/** Where the times stand on both sides of the start, they are told in hours, which are short. */
const SHORT_TICK_ROOM = 44;
const STEPS = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200];

/** Quantiles of what is to come, as bands around their median, with what was observed before and what would come without. */
export function fan(frame: Frame, p: Fan): string {
  const { minutes, quantiles, level, format, after, past, alone, rule } = p;
  const axis = valueAxis(
    [
      ...(level ? [level.value] : []),
      ...quantiles.flatMap(({ values }) => values),
      ...(past?.values ?? []),
      ...(alone?.values ?? []),
    ],
    false,
  );
  const ends = endsOf(p);
  const plot = plotOf(frame, axis, format, { ends, markRows: rule ? 1 : 0 });
  const first = Math.min(0, past?.minutes[0] ?? 0);
  const last = Math.max(1, minutes.at(-1) ?? 1);
  const x = (minute: number) => plot.left + ((minute - first) / (last - first)) * (plot.right - plot.left);
  const ticks = ticksOf([first, last], (plot.right - plot.left) / (past ? SHORT_TICK_ROOM : TICK_ROOM)).map(
    (minute) => ({
      x: x(minute),
      text: after(minute),
    }),
  );
  const middle = (quantiles.length - 1) / 2;
  const pairs = Array.from({ length: Math.floor(quantiles.length / 2) }, (_, k) => k);
  const bands = pairs.map((k) => {
    const hatched = `${frame.id}-band-${k}`;
    const ends = [quantiles[k]!.values, quantiles[quantiles.length - 1 - k]!.values] as const;
    const looks = rule
      ? [
          { fill: `var(--sev-${Math.min(k + 1, 3)})`, opacity: 0.35 },
          { fill: `url(#${hatched})`, opacity: 1 },
        ]
      : [{ fill: `var(--sev-${Math.min(k + 1, 3)})`, opacity: 0.8 }];
    const bands = looks.map((look) => bandOf(plot, minutes.map(x), ends, look));
    return (rule ? hatchPattern(hatched, k === 0 ? 'thin' : 'thick') : '') + bands.join('');
  });
  const median = quantiles[middle];
  const lineOf = (at: readonly number[], values: readonly number[]) =>
    at.map((minute, t) => ({ x: x(minute), value: values[t] ?? null }));
  return framed(
    frame,
    scales(plot, axis, format, ticks),
    ...bands,
    level ? levelLine(plot, level, rule ? x(0) : plot.left) : '',
    alone
      ? brokenPath(lineOf(minutes, alone.values), plot.y, { paint: 'var(--ink)', width: 1.4, dash: '5 4' })
      : '',
    median ? brokenPath(lineOf(minutes, median.values), plot.y, { paint: 'var(--sev)', width: 1.8 }) : '',
    past ? brokenPath(lineOf(past.minutes, past.values), plot.y, { paint: 'var(--ink)', width: 1.6 }) : '',
    rule ? ruleAt(plot, x(0), rule) : '',
    endLabels(plot, ends),
  );
}

/** Names and last values of the outermost quantiles and the median, and of the line without. */
function endsOf({ quantiles, format, alone }: Fan): readonly LineEnd[] {
  const middle = (quantiles.length - 1) / 2;
  const without = alone?.values.at(-1);
  const others =
    alone && without !== undefined
      ? [{ value: without, name: alone.name, shown: format(without), paint: 'var(--ink)' }]
      : [];
  const told = [0, middle, quantiles.length - 1]
    .filter((k, index, all) => quantiles[k] !== undefined && all.indexOf(k) === index)
    .flatMap((k) => {
      const { name, values } = quantiles[k]!;
      const value = values.at(-1);
      if (value === undefined) return [];
      return [{ value, name, shown: format(value), paint: k === middle ? 'var(--sev)' : 'var(--ink-2)' }];
    });
  return [...told, ...others];
}

/** Round times from the first to the last minute; the start is one of them. */
function ticksOf([first, last]: readonly [number, number], room: number): readonly number[] {
  const most = Math.max(1, Math.floor(room));
  const step = STEPS.find((one) => (last - first) / one <= most) ?? last - first;
  const from = Math.ceil(first / step);
  return Array.from({ length: Math.floor(last / step) - from + 1 }, (_, k) => (from + k) * step + 0);
}

/** The rule at the start, with its words above the plot: what was known to the left, what is simulated to the right. */
function ruleAt(
  { left, top, floor }: Plot,
  x: number,
  { known, simulated }: NonNullable<Fan['rule']>,
): string {
  const at = { y: top - 7, 'font-size': FONT };
  const fits = x - left > textWidth(known, FONT);
  return [
    element('line', { x1: x, x2: x, y1: top - 16, y2: floor, stroke: 'var(--accent)', 'stroke-width': 1.5 }),
    fits ? svgText(known, { x: x - 5, ...at, 'text-anchor': 'end', fill: 'var(--accent)' }) : '',
    svgText(simulated, { x: x + 5, ...at, fill: 'var(--sev)' }),
  ].join('');
}

function bandOf(
  { y }: Plot,
  xs: readonly number[],
  [low, high]: readonly [readonly number[], readonly number[]],
  { fill, opacity }: { fill: string; opacity: number },
): string {
  const point = (x: number, value: number) => `${x.toFixed(1)} ${y(value).toFixed(1)}`;
  const up = xs.map((x, t) => point(x, high[t]!));
  const down = xs.map((x, t) => point(x, low[t]!)).reverse();
  if (up.length < 2) return '';
  return element('path', { d: `M${[...up, ...down].join('L')}Z`, fill, 'fill-opacity': opacity });
}

/** Its words stand at the right, right of where it begins: in as many rows as that takes, below it where they fit. */
function levelLine(
  { left, right, floor, y }: Plot,
  { value, name }: NonNullable<Fan['level']>,
  from: number,
): string {
  const at = y(value);
  const rule = { x1: from, x2: right, y1: at, y2: at, stroke: 'var(--ink)', 'stroke-dasharray': '2 3' };
  const isHatched = from > left;
  const rows = rowsOf(name, right - from - 2 * GAP);
  const isBelow = isHatched && at + rows.length * ROW <= floor;
  const top = isBelow ? at + ROW : at - GAP - (rows.length - 1) * ROW;
  const look = { 'text-anchor': 'end', 'font-size': FONT, fill: 'var(--ink-2)' };
  // Hatched bands lie behind the words.
  const halo = isHatched ? { stroke: 'var(--bg)', 'stroke-width': 3, 'paint-order': 'stroke' } : {};
  const words = rows.map((row, k) => svgText(row, { x: right - GAP, y: top + k * ROW, ...look, ...halo }));
  return element('line', rule) + words.join('');
}

/** A text in rows no wider than that, as far as its words allow; Chinese breaks after any letter that is not of a number. */
function rowsOf(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.match(/（?[\u2e80-\uffff]）?|[^\s\u2e80-\uffff]+\s*/g) ?? []) {
    const longer = (rows.at(-1) ?? '') + word;
    if (rows.length > 0 && textWidth(longer.trimEnd(), FONT) <= width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((row) => row.trimEnd());
}
