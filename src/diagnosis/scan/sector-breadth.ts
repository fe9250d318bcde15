import type { FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { mean } from '../../math/moments.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { SECTOR_FUNDS } from './sectors.ts';

/** S1.28: sector funds down, and above their 50- and 200-session averages, of those that closed in the latest New York session. */
export async function sectorBreadth(view: View, figure: FigureMaker): Promise<ScanAnswer['sectorBreadth']> {
  const session = latestSession('new-york', view.instant);
  const series = await view.seriesMany(SECTOR_FUNDS.filter((id) => view.entry(id) !== undefined));
  const members = [...series].filter(([, { dates }]) => dates.length > 1 && dates.at(-1) === session);
  if (members.length === 0) return null;
  const draft = (name: string, formula: string, values: readonly (boolean | undefined)[], why: string) => {
    const known = values.filter((value) => value !== undefined);
    return figure({
      path: `sector-breadth.${name}`,
      value: known.length === 0 ? Number.NaN : known.filter(Boolean).length / known.length,
      unit: 'fraction',
      of: { formula, series: members.map(([id]) => id), params: { date: formatDay(session) } },
      why,
    });
  };
  const above = (rows: number) =>
    members.map(([, { values }]) => {
      const n = values.length;
      return n < rows ? undefined : values[n - 1]! > mean(values, n - rows, n);
    });
  return {
    n: members.length,
    down: draft(
      'down',
      'breadth-down',
      members.map(([, { values }]) => values.at(-1)! < values.at(-2)!),
      'no move is measured',
    ),
    above50: draft('above-50', 'breadth-above-50', above(50), 'fewer than 50 closes'),
    above200: draft('above-200', 'breadth-above-200', above(200), 'fewer than 200 closes'),
  };
}
