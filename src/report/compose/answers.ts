import { parseInstant } from '../../data/time.ts';
import type { AnswerHead } from '../../diagnosis/answer.ts';
import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';

/** What was answered at an earlier instant, of its own state of the data: what the changes are told against. */
export interface EarlierAnswers {
  readonly scan: ScanAnswer;
  /** Some parts suffice. */
  readonly explain?: ExplainAnswer;
}

/** What a report is made from: a chapter an answer, all of one instant and one state of the data, and what it is compared with. */
export interface ReportAnswers {
  readonly scan?: ScanAnswer;
  readonly explain?: ExplainAnswer;
  readonly cascade?: CascadeAnswer;
  readonly since?: EarlierAnswers;
}

/**
 * The head that the answers of one report share: sessions and warnings of all, each once.
 * @throws RangeError when there is none, when they are not of one instant and one state of the data, or when what they are compared with is not earlier.
 */
export function headOf({ scan, explain, cascade, since }: ReportAnswers): AnswerHead {
  const answers: readonly AnswerHead[] = [scan, explain, cascade].filter((one) => one !== undefined);
  const [first, ...rest] = answers;
  if (!first)
    throw new RangeError('a report of no answer; allowed: a scan, an explanation, a cascade, or several');
  for (const { asOf, dataVersion } of rest) {
    if (asOf === first.asOf && dataVersion === first.dataVersion) continue;
    throw new RangeError(
      `answers of one report differ: ${first.asOf} of data ${first.dataVersion}, ${asOf} of data ${dataVersion}`,
    );
  }
  refuseLater(since, first);
  const { engine, dataVersion, asOf, simulated } = first;
  return {
    engine,
    dataVersion,
    asOf,
    simulated,
    sessions: unique(
      answers.flatMap(({ sessions }) => sessions),
      ({ calendar }) => calendar,
    ),
    warnings: unique(
      answers.flatMap(({ warnings }) => warnings),
      ({ kind, series }) => `${kind} ${series}`,
    ),
  };
}

function refuseLater(since: EarlierAnswers | undefined, { asOf }: AnswerHead): void {
  const later = [since?.scan, since?.explain].find(
    (one) => one && parseInstant(one.asOf) >= parseInstant(asOf),
  );
  if (later)
    throw new RangeError(`a report of ${asOf} compared with ${later.asOf}; allowed: an earlier instant`);
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
