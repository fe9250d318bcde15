import type { Language } from '../../../data/series/entry.ts';
import type { ExplainAnswer } from '../../../diagnosis/explain/answer.ts';
import { explainDesk } from '../../explain/index.ts';
import type { ExplainDesk } from '../../explain/story.ts';
import type { PageAnswers } from '../page.ts';

/** Writes about one part of an explanation that was asked for on its own; undefined where it says nothing. */
export function withPart<P, T>(
  { parts }: PageAnswers,
  language: Language,
  id: string,
  pick: (answer: ExplainAnswer) => P | null | undefined,
  write: (desk: ExplainDesk, part: P) => T,
): T | undefined {
  const answer = parts?.[id];
  const part = answer && pick(answer);
  if (!answer || part === null || part === undefined) return undefined;
  return write(
    explainDesk(answer, language, () => 0),
    part,
  );
}
