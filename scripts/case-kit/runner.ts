import type { CaseTable } from './table.ts';

/** What a runner may read of a case: everything but the expected numbers. */
export interface CaseInput {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Names of the CSV files of the case. */
  readonly files: readonly string[];
  /** A CSV file of the case; input.csv when no name is given. */
  file(name?: string): CaseTable;
}

/** Computes the results of every case whose method it names; NaN and undefined in the result stand for null. */
export interface CaseRunner {
  readonly methods: readonly string[];
  run(input: CaseInput): unknown;
}
