import type { Series, TableRow } from '../../../../data/observation.ts';
import { formatDay } from '../../../../data/time.ts';
import { isUnit } from '../../../../data/unit.ts';
import { SHARES_FILED, shareOf } from './firms.ts';
import { dollarsIn } from './guidance.ts';
import { slug } from './slug.ts';

/**
 * Name of the table that a user supplies: columns `date` (of the filing), `firm`, `period` (`2025`, `2025Q4` …), `unit` (`usd`, `usd-mn`,
 * `usd-bn`), `revenue`, `operating_cash_flow`, `capex`, and where they are known `depreciation` and `series`, the id of the firm’s share.
 */
export const STATEMENTS_TABLE = 'company_statements';

/** What a firm took in and laid out in a period, US dollars; NaN where it is not stated. */
export interface Statement {
  readonly firm: string;
  /** Id of the firm’s share, when it is known. */
  readonly series: string | undefined;
  readonly period: string;
  readonly revenue: number;
  readonly operating: number;
  readonly capex: number;
  readonly depreciation: number;
}

/** Statements of a table, the latest filing of each period, periods in order; and how many rows were none. */
export function statementsIn(rows: readonly TableRow[]): {
  readonly all: readonly Statement[];
  readonly refused: number;
} {
  const found = new Map<string, Statement>();
  let refused = 0;
  for (const row of [...rows].sort((a, b) => a.time - b.time)) {
    const one = statementOf(row);
    if (one) found.set(`${slug(one.firm)}\n${slug(one.period)}`, one);
    else refused++;
  }
  return { all: [...found.values()].sort(inOrder), refused };
}

function inOrder(a: Statement, b: Statement): number {
  const [one, other] = [slug(a.firm), slug(b.firm)];
  return one === other ? (a.period < b.period ? -1 : 1) : one < other ? -1 : 1;
}

function statementOf({ cells }: TableRow): Statement | undefined {
  const { firm, period, unit, series, revenue, operating_cash_flow: operating, capex, depreciation } = cells;
  if (typeof firm !== 'string' || firm.trim() === '' || typeof unit !== 'string' || !isUnit(unit))
    return undefined;
  const factor = dollarsIn(unit);
  if (typeof period !== 'string' && typeof period !== 'number') return undefined;
  if (factor === undefined || typeof revenue !== 'number' || !(revenue > 0)) return undefined;
  if (typeof capex !== 'number' || !(capex >= 0)) return undefined;
  const own = typeof series === 'string' && series !== '' ? { firm, series } : { firm };
  return {
    firm,
    series: shareOf(own),
    period: String(period),
    revenue: revenue * factor,
    operating: typeof operating === 'number' ? operating * factor : Number.NaN,
    capex: capex * factor,
    depreciation: typeof depreciation === 'number' && depreciation > 0 ? depreciation * factor : Number.NaN,
  };
}

const FILED = ['revenue', 'operating-cash-flow', 'capex'] as const;

/** Ids of the filings that the catalogue knows. */
export const FILED_SERIES: readonly string[] = SHARES_FILED.flatMap((firm) =>
  FILED.map((key) => `${firm}-${key}`),
);

/** Statements of four quarters from filings by series, at the latest quarter and at the same one of earlier years. */
export function filedStatements(
  series: ReadonlyMap<string, Series>,
  nameOf: (share: string) => string,
): readonly Statement[] {
  return SHARES_FILED.flatMap((share) => {
    const [revenue, operating, capex] = FILED.map((key) => quartersOf(series.get(`${share}-${key}`)));
    const dates = [...revenue!.keys()].filter((date) => capex!.has(date)).sort((a, b) => a - b);
    return dates
      .flatMap((_, k) => ((dates.length - 1 - k) % 4 === 0 && k >= 3 ? [dates.slice(k - 3, k + 1)] : []))
      .map((year) => ({
        firm: nameOf(share),
        series: share,
        period: formatDay(year.at(-1)!),
        revenue: sumOver(revenue!, year),
        operating: sumOver(operating!, year),
        capex: sumOver(capex!, year),
        depreciation: Number.NaN,
      }))
      .filter((one) => one.revenue > 0 && Number.isFinite(one.capex));
  });
}

function quartersOf(series: Series | undefined): ReadonlyMap<number, number> {
  return new Map(series ? Array.from(series.dates, (date, row) => [date, series.values[row]!]) : []);
}

function sumOver(values: ReadonlyMap<number, number>, dates: readonly number[]): number {
  return dates.reduce((sum, date) => sum + (values.get(date) ?? Number.NaN), 0);
}
