import { ASSET_CLASSES } from '../../data/series/entry.ts';
import { standardDeviation } from '../../math/moments.ts';
import type { ScanAnswer, ScanInstrument } from './answer.ts';
import type { FigureMaker } from './maker.ts';

/** Line below which a move counts as a clear fall, in σ. */
const CLEAR = -1;

/**
 * Breadth by class over the instruments whose value is of their market's latest session: share down, share below −1σ, and the standard
 * deviation of the standardised moves. Falls of the number itself: a yield or a spread that fell counts as down.
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
    dispersion: draft('dispersion', standardDeviation(z), 'fewer than two standardised moves'),
  };
}

function valuesOf(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values.filter((value) => value !== null));
}

function shareBelow(values: Float64Array, line: number): number {
  return values.length === 0 ? Number.NaN : values.filter((value) => value < line).length / values.length;
}
