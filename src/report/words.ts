import type { Language } from '../data/series/entry.ts';
import { dayInTable, dayInWords } from './dates.ts';
import type { Figure } from './figure.ts';
import type { FigureSpan, Inline, Tone } from './inline.ts';
import type { Direction, Messages } from './messages/messages.ts';
import { basisPoints, count, decimal, level, money, percent, type Shape, sigma } from './numbers.ts';

/** The line between an ordinary and a large move, in standard deviations. */
export const LARGE_MOVE = -1;

/** Falls at which a correction and a bear market begin. */
const DRAWDOWN_LINES = [0, -0.1, -0.2];

/** Puts figures into words: each method takes a Figure and gives a span that remembers it. */
export interface Words {
  readonly language: Language;
  readonly messages: Messages;
  /** A change with its sign: "−14.0%", "+4 bp". */
  change(figure: Figure, decimals?: number): FigureSpan;
  /** The size of a change, where a verb carries the direction. */
  size(figure: Figure, decimals?: number): FigureSpan;
  /** Verb and size: "fell 14.0%". */
  moved(figure: Figure, decimals?: number): Inline;
  /** Distance under a peak, without sign. */
  gap(figure: Figure): FigureSpan;
  drawdown(figure: Figure): FigureSpan;
  /** A price or level as a bare number; a yield as percent. */
  level(figure: Figure): FigureSpan;
  /** A price with its currency or quantity. */
  priced(figure: Figure): FigureSpan;
  z(figure: Figure): FigureSpan;
  sigmas(figure: Figure, flip?: boolean): FigureSpan;
  share(figure: Figure, decimals?: number): FigureSpan;
  /** A standard deviation a year: percent of a price, basis points of a yield. */
  annual(figure: Figure, of: 'price' | 'yield', decimals?: number): FigureSpan;
  percentile(figure: Figure): FigureSpan;
  ratio(figure: Figure): FigureSpan;
  count(figure: Figure): FigureSpan;
  score(figure: Figure): FigureSpan;
  rate(figure: Figure): FigureSpan;
  money(figure: Figure): FigureSpan;
  /** The figure with a text made elsewhere, as for parts rounded together. */
  as(figure: Figure, text: string): FigureSpan;
  /** The ends of a band: "−26.2% to +25.1%"; empty when there is none. */
  range(figure: Figure): string;
  /** Value and, where there is one, its band: "−0.5% [80%: −26.2% to +25.1%]". */
  banded(figure: Figure): Inline;
  day(iso: string): string;
  tableDay(iso: string): string;
}

export function directionOf(figure: Figure): Direction {
  if (figure.value === null || figure.value === 0) return 'none';
  return figure.value < 0 ? 'fall' : 'rise';
}

function toneOf(value: number): Tone {
  if (value === 0) return 'flat';
  return value < 0 ? 'down' : 'up';
}

function isRate(unit: string): boolean {
  return unit === 'fraction-per-year';
}

/** Sums of dollars from which on a number without its scale is not read. */
const SCALED_FROM = 1e6;

function isSum(figure: Figure, value: number): boolean {
  return figure.unit === 'usd' && Math.abs(value) >= SCALED_FROM;
}

export function wordsFor(messages: Messages): Words {
  const { language } = messages;

  function worded(
    figure: Figure,
    text: (value: number) => string,
    tone?: (value: number) => Tone,
  ): FigureSpan {
    if (figure.value === null) return { kind: 'figure', figure, text: messages.noValue, missing: true };
    const span: FigureSpan = { kind: 'figure', figure, text: text(figure.value) };
    return tone ? { ...span, tone: tone(figure.value) } : span;
  }

  function changeText(figure: Figure, value: number, shape: Shape): string {
    if (isRate(figure.unit)) return basisPoints(value, { ...shape, decimals: 0 });
    if (figure.unit === 'fraction') return percent(value, shape);
    if (isSum(figure, value)) return money(value, language, shape.signed);
    return decimal(value, { ...shape, decimals: 2 });
  }

  function levelText(figure: Figure, value: number): string | undefined {
    if (isRate(figure.unit)) return percent(value, { decimals: 2 });
    return isSum(figure, value) ? money(value, language) : undefined;
  }

  const words: Words = {
    language,
    messages,
    change: (figure, decimals = 1) =>
      worded(figure, (value) => changeText(figure, value, { decimals, signed: true, lines: [0] }), toneOf),
    size: (figure, decimals = 1) =>
      worded(figure, (value) => changeText(figure, Math.abs(value), { decimals, lines: [0] })),
    moved: (figure, decimals = 1) => {
      if (figure.value === null) return [words.size(figure)];
      const kind = isRate(figure.unit) ? 'yield' : 'price';
      return messages.moved(directionOf(figure), words.size(figure, decimals), kind);
    },
    gap: (figure) =>
      worded(figure, (value) =>
        percent(Math.abs(value), { decimals: 1, lines: DRAWDOWN_LINES.map(Math.abs) }),
      ),
    drawdown: (figure) =>
      worded(figure, (value) =>
        changeText(figure, value, { decimals: 1, signed: true, lines: DRAWDOWN_LINES }),
      ),
    level: (figure) => worded(figure, (value) => levelText(figure, value) ?? level(value)),
    priced: (figure) =>
      worded(figure, (value) => levelText(figure, value) ?? messages.priced(level(value), figure.unit)),
    z: (figure) =>
      worded(figure, (value) => decimal(value, { decimals: 1, signed: true, lines: [LARGE_MOVE, 0, 1] })),
    sigmas: (figure, flip = false) =>
      worded(figure, (value) => sigma(flip ? -value : value, { signed: true, lines: [LARGE_MOVE, 0, 1] })),
    share: (figure, decimals = 0) => worded(figure, (value) => percent(value, { decimals, lines: [0, 1] })),
    annual: (figure, of, decimals = 0) =>
      worded(figure, (value) =>
        of === 'yield' ? basisPoints(value, { lines: [0] }) : percent(value, { decimals, lines: [0] }),
      ),
    percentile: (figure) =>
      worded(figure, (value) => percent(value, { decimals: 0, lines: [0, 1] }).slice(0, -1)),
    ratio: (figure) => worded(figure, (value) => decimal(value, { decimals: 2 })),
    count: (figure) => worded(figure, count),
    score: (figure) => worded(figure, (value) => decimal(value, { decimals: 0 })),
    rate: (figure) =>
      worded(figure, (value) => decimal(value, { decimals: Math.abs(value) < 10 ? 1 : 0, lines: [0] })),
    money: (figure) => worded(figure, (value) => money(value, language, true)),
    as: (figure, text) => worded(figure, () => text),
    range: (figure) => {
      const { band } = figure;
      if (!band || figure.value === null) return '';
      const shape: Shape = { decimals: 1, signed: true, lines: [0] };
      return messages.range(changeText(figure, band.low, shape), changeText(figure, band.high, shape));
    },
    banded: (figure) => {
      const value = words.change(figure);
      const { band } = figure;
      if (!band || figure.value === null) return [value];
      return messages.band(value, words.range(figure), percent(band.level, { decimals: 0 }));
    },
    day: (iso) => dayInWords(iso, language),
    tableDay: (iso) => dayInTable(iso, language),
  };
  return words;
}
