import type { FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import type { View } from '../../../../data/view.ts';
import { drawing } from '../../drawing.ts';
import { FILED_SERIES } from './statements.ts';

export const BOND_ISSUANCE = 'us-ig-issuance';
export const BONDS = 'us-corporate-bonds';
export const BANK_LOANS = 'bank-ci-loans';
export const OUTPUT = 'gdp';
const OPERATING = FILED_SERIES.filter((id) => id.endsWith('-operating-cash-flow'));
export const NEED_SERIES: readonly string[] = [BOND_ISSUANCE, BONDS, BANK_LOANS, OUTPUT, ...OPERATING];

const MONTHS = 12;
const QUARTERS = 4;

const NONE = 'no guidance is supplied';
const NO_BASE = 'the base of the ratio is not measured';

/** A year’s guidance set against what could fund it: flows to flows as shares, flows to stocks as rates a year. */
export async function needFigures(view: View, figure: FigureMaker, total: number) {
  const series = await view.seriesMany(NEED_SERIES.filter((id) => view.entry(id)));
  const latest = (id: string) => series.get(id)?.values.at(-1) ?? Number.NaN;
  const cash = OPERATING.reduce((sum, id) => sum + sumOf(series.get(id), QUARTERS), 0);
  const why = Number.isFinite(total) ? NO_BASE : NONE;
  const made = (path: string, base: number, ids: readonly string[], flow: boolean) =>
    drawing(figure, ids)(
      `need.${path}`,
      total / base,
      flow ? 'fraction' : 'fraction-per-year',
      flow ? 'capex-need-flow' : 'capex-need-stock',
      { why, ...(Number.isFinite(base) ? { params: { base } } : {}) },
    );
  return {
    issuance: made('issuance', sumOf(series.get(BOND_ISSUANCE), MONTHS), [BOND_ISSUANCE], true),
    output: made('output', latest(OUTPUT), [OUTPUT], true),
    operating: made('operating', cash, OPERATING, true),
    bonds: made('bonds', latest(BONDS), [BONDS], false),
    loans: made('loans', latest(BANK_LOANS), [BANK_LOANS], false),
  };
}

/** Sum of the last values; NaN with fewer. */
function sumOf(series: Series | undefined, periods: number): number {
  if (!series || series.values.length < periods) return Number.NaN;
  return series.values.subarray(-periods).reduce((sum, value) => sum + value, 0);
}
