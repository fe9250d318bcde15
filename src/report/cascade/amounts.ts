import { under } from '../compose/cells.ts';
import { hasValue } from '../desk.ts';
import type { Cell } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { decimal, largestRemainder, level, money, percent, shiftPoint } from '../numbers.ts';
import type { CascadeDesk } from './desk.ts';

const MINUTES_A_DAY = 1440;

/** How a figure of a cascade is told by what it is of. */
export type Kind =
  | 'change'
  | 'points'
  | 'fraction'
  | 'share'
  | 'money'
  | 'price'
  | 'ratio'
  | 'span'
  | 'correlation';

/** A value of a kind in words, without its band. */
export function told({ words, language }: CascadeDesk, kind: Kind, value: number): string {
  switch (kind) {
    case 'change':
      return changeText(value);
    case 'fraction':
      return percent(value, { decimals: 1, lines: [0] });
    case 'points':
      return percent(value, { decimals: 2, signed: true });
    case 'share':
      return shareText(value);
    case 'money':
      return money(value, language);
    case 'price':
      return level(value);
    case 'ratio':
      return decimal(value, { decimals: 2, lines: [1] });
    case 'span':
      return words.span(value * MINUTES_A_DAY);
    case 'correlation':
      return decimal(value, { decimals: 2, signed: true });
  }
}

/** A change of the price, a fraction: "−6.3%". */
export function changeText(fraction: number): string {
  return percent(fraction, { decimals: 1, signed: true, lines: [0] });
}

/** A part of a whole, a fraction: "60%"; a small one with a decimal. */
export function shareText(fraction: number): string {
  return percent(fraction, { decimals: Math.abs(fraction) < 0.1 ? 1 : 0, lines: [0, 1] });
}

/** The figure alone. */
export function span(desk: CascadeDesk, figure: Figure, kind: Kind) {
  return desk.w.as(figure, figure.value === null ? '' : told(desk, kind, figure.value));
}

/** The figure with its band behind it. */
export function banded(desk: CascadeDesk, figure: Figure, kind: Kind): Inline {
  const range = rangeOf(desk, figure, kind);
  if (range === '') return [span(desk, figure, kind)];
  return desk.m.band(span(desk, figure, kind), range, percent(figure.band!.level, { decimals: 0 }));
}

/** The ends of the band; empty when there is none, or when it has no width. */
export function rangeOf(desk: CascadeDesk, figure: Figure, kind: Kind): string {
  const { band } = figure;
  if (!band || !hasValue(figure) || band.low === band.high) return '';
  return desk.m.range(told(desk, kind, band.low), told(desk, kind, band.high));
}

/** A cell with the figure and its band below. */
export function bandCell(desk: CascadeDesk, figure: Figure, kind: Kind): Cell {
  const range = rangeOf(desk, figure, kind);
  const text = [span(desk, figure, kind)];
  return range === '' ? { text } : under(text, range);
}

const POINTS = 2;

/** Parts of a fall as printed, percent of the price, so that they add to the printed whole. */
export function pointsOf(parts: readonly number[], whole: number): readonly string[] {
  const rounded = largestRemainder(
    parts.map((part) => shiftPoint(part, 2)),
    shiftPoint(whole, 2),
    POINTS,
  );
  return rounded.map(pointText);
}

/** Percent of the price, with the decimals of the parts of a fall. */
export function pointText(percentPoints: number): string {
  return `${decimal(percentPoints, { decimals: POINTS })}%`;
}

/** Shares that add to what they share, as printed: all to 100 % when they are whole. */
export function sharesOf(shares: readonly number[]): readonly string[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return largestRemainder(
    shares.map((share) => shiftPoint(share, 2)),
    shiftPoint(whole, 2),
    1,
  ).map((share) => `${decimal(share, { decimals: 1 })}%`);
}

/** What is said of a figure by its own unit, for tables that sellers tell of themselves. */
export function kindOf({ unit, value }: Figure): Kind {
  if (unit === 'fraction') return 'fraction';
  if (unit === 'days') return 'span';
  if (unit === 'usd') return Math.abs(value ?? 0) >= 1e6 ? 'money' : 'price';
  return 'ratio';
}
