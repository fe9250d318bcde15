import type { View } from '../../data/view.ts';
import { spearman } from '../../measures/rank-correlation.ts';
import type { Calibration } from '../calibrations/calibration.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { Theta } from '../state/unknown.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import type { Gathered } from './gathered.ts';
import type { CascadeOptions } from './options.ts';
import type { Setup } from './setup.ts';

/** Draws from which a sensitivity is told. */
const FEWEST_DRAWS = 8;

export function readingsOf({ readings }: Setup, figures: CascadeFigures): CascadeAnswer['readings'] {
  return readings.map(({ name, title, how, value, unit, inputs, note }) => ({
    name,
    title,
    how,
    value: figures.plain(
      {
        path: `input.${name}`,
        formula: 'cascade-reading',
        unit,
        series: inputs.map(({ series }) => series),
        flags: how === 'measured' ? [] : how === 'proxy' ? ['proxy'] : ['unproven'],
      },
      value,
    ),
    note,
  }));
}

/** Priors, what was drawn of them, and how much the fall of the first named asset hangs on each. */
export function unknownsOf(
  { unknowns }: Setup,
  thetas: readonly Theta[],
  base: Gathered,
  market: MarketSpec,
  { shock }: CascadeOptions,
  calibration: Calibration | undefined,
  figures: CascadeFigures,
): CascadeAnswer['unknowns'] {
  const n = market.assets.length;
  const first = Math.max(
    0,
    market.assets.findIndex(({ id }) => shock[id] !== undefined),
  );
  const depth = base.byDraw(({ low }, path) => -Math.expm1(low[path * n + first]!));
  return unknowns.map(({ name, title, unit, low, high, source }) => {
    const drawn = Float64Array.from(thetas, (theta) => theta[name]!);
    const calibrated = calibration?.names.includes(name) ?? false;
    return {
      name,
      title,
      unit,
      low,
      high,
      source,
      calibrated,
      drawn: figures.spread({ path: `unknown.${name}`, formula: 'cascade-drawn', unit, series: [] }, drawn),
      sensitivity: figures.plain(
        {
          path: `unknown.${name}.sensitivity`,
          formula: 'cascade-sensitivity',
          unit: 'ratio',
          series: [market.assets[first]!.id],
          why: `fewer than ${FEWEST_DRAWS} draws, or all alike`,
        },
        thetas.length >= FEWEST_DRAWS ? spearman(drawn, depth) : Number.NaN,
      ),
    };
  });
}

export function tablesOf({ tables }: Setup, figures: CascadeFigures): CascadeAnswer['tables'] {
  return tables.map(({ seller, table }) => ({
    seller,
    title: table.title,
    columns: [...table.columns],
    rows: table.rows.map(({ label, values }, r) => ({
      label,
      figures: values.map(({ value, unit, why }, c) =>
        figures.plain(
          {
            path: `table.${table.id}.${r}.${c}`,
            formula: table.formula,
            unit,
            series: [],
            ...(why ? { why } : {}),
          },
          value,
        ),
      ),
    })),
  }));
}

export function missingOf({ missing }: Setup, view: View): CascadeAnswer['missing'] {
  return missing.flatMap((series) => {
    const entry = view.entry(series);
    if (!entry) return [];
    return [
      {
        series,
        title: entry.title,
        sources: entry.sources.map(({ provider, symbol }) => `${provider}: ${symbol}`),
      },
    ];
  });
}
