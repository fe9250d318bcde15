import type { z } from 'zod';
import type { afterSchema } from '../../diagnosis/explain/flows/after.ts';
import { hasValue } from '../desk.ts';
import type { Inline } from '../inline.ts';
import { AFTER } from '../messages/explain/after.ts';
import type { ExplainDesk } from './story.ts';

type After = z.infer<typeof afterSchema>;

/** What came after the cases of a rule at one horizon; nothing when there were too few. */
export function afterLine(desk: ExplainDesk, after: After | undefined): readonly Inline[] {
  if (!after || !hasValue(after.mean)) return [];
  const { w } = desk;
  return [
    AFTER[desk.language].sentence({
      days: after.days,
      cases: after.cases,
      mean: w.banded(after.mean),
      up: w.share(after.up),
      base: w.change(after.baseMean),
      baseUp: w.share(after.baseUp),
    }),
  ];
}
