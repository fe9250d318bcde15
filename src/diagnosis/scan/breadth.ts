import type { FigureMaker } from '../../data/figure.ts';
import { ASSET_CLASSES } from '../../data/series/entry.ts';
import { standardDeviation } from '../../math/moments.ts';
import type { ScanAnswer, ScanInstrument } from './answer.ts';

/** Line below which a move counts as a clear fall, in σ. */
const CLEAR = -1;

/**
 * Breadth by class over the instruments whose value is of their market's latest session: share down, share below −1σ, shares above the
 * 50- and 200-session averages, and the standard deviation of the standardised moves. Falls of the number itself: a yield or a spread that fell counts as down.
 */
export function breadth(instruments: readonly ScanInstrument[], figure: FigureMaker): ScanAnswer['breadth'] {
  return ASSET_CLASSES.flatMap((assetClass) => {
    const members = instruments.filter((one) => one.assetClass === assetClass);
    return members.length === 0 ? [] : [breadthOf(assetClass, members, figure)];
  });
}

function breadthOf(
  assetClass: ScanInstrument['assetClass'],
  members: readonly ScanInstrument[],
  figure: FigureMaker,
): ScanAnswer['breadth'][number] {
  const moves = valuesOf(members.map((one) => one.change.day.value));
  const z = valuesOf(members.map((one) => one.z.value));
  const draft = (name: string, value: number, why: string) =>
    figure({
      path: `breadth.${assetClass}.${name}`,
      value,
      unit: name === 'dispersion' ? 'sigma' : 'fraction',
      of: { formula: `breadth-${name}`, series: members.map((one) => one.id) },
      flags: members.flatMap((one) => one.change.day.flags),
      why,
    });
  return {
    assetClass,
    n: members.length,
    down: draft('down', shareBelow(moves, 0), 'no move is measured'),
    below: draft('below', shareBelow(z, CLEAR), 'no standardised move is measured'),
    above50: draft('above-50', shareAbove(members, 'average50'), 'fewer than 50 closes'),
    above200: draft('above-200', shareAbove(members, 'average200'), 'fewer than 200 closes'),
    dispersion: draft('dispersion', standardDeviation(z), 'fewer than two standardised moves'),
  };
}

function shareAbove(members: readonly ScanInstrument[], average: 'average50' | 'average200'): number {
  const gaps = members.flatMap(({ close, averages }) => {
    const level = averages[average].value;
    return close.value === null || level === null ? [] : [close.value - level];
  });
  return gaps.length === 0 ? Number.NaN : gaps.filter((gap) => gap > 0).length / gaps.length;
}

function valuesOf(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values.filter((value) => value !== null));
}

function shareBelow(values: Float64Array, line: number): number {
  return values.length === 0 ? Number.NaN : values.filter((value) => value < line).length / values.length;
}
