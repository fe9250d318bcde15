import type { Figure, FigureMaker } from '../../data/figure.ts';
import type { View } from '../../data/view.ts';
import { toGrid } from '../../math/grid.ts';
import { simplexLeastSquares } from '../../math/simplex-least-squares.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { commonRows, type Rows, rowsWindow } from './rows.ts';

const INDEX = 'spy';

export const SECTOR_FUNDS = [
  'xlb',
  'xlc',
  'xle',
  'xlf',
  'xli',
  'xlk',
  'xlp',
  'xlre',
  'xlu',
  'xlv',
  'xly',
] as const;

/** Sessions of the estimate; they end the day before the move that they split. */
const ESTIMATE = 250;
const REACH = 420;

/** Nine sector funds covered the whole index before two were split off. */
const FEWEST = 9;

/**
 * Contributions of the sectors to the index's day: w_i r_i, weights w ≥ 0 with Σ w = 1 estimated by least squares of the index fund on its
 * sector funds over the 250 sessions before (a proxy of the published weights). The residual is what is left; move and parts stand on a
 * grid of 2⁻⁴⁸, so that they add to the last bit. Null when the funds are not known for the latest session.
 */
export async function sectors(view: View, figure: FigureMaker): Promise<ScanAnswer['sectors']> {
  const to = latestSession('new-york', view.instant);
  const rows = await commonRows(view, [INDEX, ...SECTOR_FUNDS], {
    from: to - REACH,
    to,
    least: ESTIMATE + 2,
  });
  const last = rows.dates.length - 1;
  if (rows.ids[0] !== INDEX || rows.ids.length - 1 < FEWEST || last < ESTIMATE || rows.dates[last] !== to) {
    return null;
  }
  const weights = weightsOf(rows, last - ESTIMATE, last);
  const funds = rows.ids.slice(1);
  const parts = funds.map((_, k) => toGrid(weights[k]! * rows.columns[k + 1]![last]!));
  const move = toGrid(rows.columns[0]![last]!);
  const residual = move - parts.reduce((sum, part) => sum + part, 0);
  const draft = (path: string, value: number, formula: string, series: readonly string[]): Figure =>
    figure({
      path: `sectors.${path}`,
      value,
      unit: 'fraction',
      of: { formula, series, params: { window: ESTIMATE } },
      window: path === 'move' ? rowsWindow(rows, last, last + 1) : rowsWindow(rows, last - ESTIMATE, last),
      flags: path === 'move' ? [] : ['proxy'],
      why: 'the weights could not be estimated',
    });
  return {
    index: INDEX,
    move: draft('move', move, 'sector-move', [INDEX]),
    parts: funds.map((id, k) => ({
      series: id,
      title: view.entry(id)!.title,
      weight: draft(`${id}.weight`, weights[k]!, 'sector-weight', [INDEX, ...funds]),
      contribution: draft(`${id}.contribution`, parts[k]!, 'sector-contribution', [INDEX, ...funds]),
    })),
    residual: draft('residual', residual, 'sector-residual', [INDEX, ...funds]),
  };
}

function weightsOf(rows: Rows, from: number, to: number): Float64Array {
  const [index, ...funds] = rows.columns.map((column) => column.subarray(from, to));
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, t) => sum + x * b[t]!, 0);
  const gram = Float64Array.from(funds.flatMap((a) => funds.map((b) => dot(a, b))));
  return simplexLeastSquares(
    gram,
    Float64Array.from(funds, (fund) => dot(fund, index!)),
  );
}
