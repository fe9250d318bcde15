import type { TableRow } from '../../../../data/observation.ts';

/** Table of loans that a user imports: one row a loan, all loans of a snapshot with the same date or time. */
export const LOANS = 'defi_loan_positions';

/** A loan against one collateral. */
export interface Loan {
  readonly collateral: string;
  /** Units of the collateral, above 0. */
  readonly amount: number;
  /** US dollars, above 0. */
  readonly debt: number;
  /** Share of the collateral's value that the debt may reach, in (0, 1]. */
  readonly threshold: number;
}

/** The loans of the latest snapshot, and how many of its rows say no loan. Bad rows are counted, never thrown. */
export function latestLoans(rows: readonly TableRow[]): {
  readonly time: number | undefined;
  readonly date: number | undefined;
  readonly loans: readonly Loan[];
  readonly refused: number;
} {
  const last = rows.at(-1);
  const snapshot = rows.filter(({ time }) => time === last?.time);
  const loans = snapshot.flatMap(({ cells }) => loanOf(cells) ?? []);
  return { time: last?.time, date: last?.date, loans, refused: snapshot.length - loans.length };
}

function loanOf(cells: TableRow['cells']): Loan | undefined {
  const { collateral, collateral_amount: amount, debt_usd: debt, liquidation_threshold: threshold } = cells;
  if (typeof collateral !== 'string' || typeof amount !== 'number') return undefined;
  if (typeof debt !== 'number' || typeof threshold !== 'number') return undefined;
  if (!(amount > 0 && debt > 0 && threshold > 0 && threshold <= 1)) return undefined;
  return { collateral: collateral.toUpperCase(), amount, debt, threshold };
}

export interface Liquidated {
  readonly loans: number;
  /** US dollars of debt of these loans. */
  readonly debt: number;
  /** US dollars of their collateral at the price of the fall. */
  readonly collateral: number;
}

/**
 * Loans that become liquidatable between the price and a fall of it: amount · P (1 + shock) · threshold < debt ≤ amount · P · threshold.
 * Loans that already are at P are not among them. The whole collateral is counted: protocols often sell half of it first, so this is an
 * upper bound.
 */
export function liquidatedBy(loans: readonly Loan[], price: number, shock: number): Liquidated {
  const at = price * (1 + shock);
  const hit = loans.filter(
    ({ amount, debt, threshold }) => amount * price * threshold >= debt && amount * at * threshold < debt,
  );
  return {
    loans: hit.length,
    debt: hit.reduce((sum, { debt }) => sum + debt, 0),
    collateral: hit.reduce((sum, { amount }) => sum + amount * at, 0),
  };
}
