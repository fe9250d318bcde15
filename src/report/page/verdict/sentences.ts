import { fellSentence, heldSentence } from '../../compose/front.ts';
import { classesSentence } from '../../compose/score.ts';
import { hedgeSentence } from '../../compose/together.ts';
import { instantInWords } from '../../dates.ts';
import type { Desk } from '../../desk.ts';
import { type Inline, joined, plainText } from '../../inline.ts';
import { VERDICT_WORDS } from './words.ts';

/** What fell and since when so much; what did not; what is to be looked at next. */
export function threeSentences(desk: Desk): readonly Inline[] {
  const told = (...parts: readonly Inline[]) => joined(parts, desk.m.gap);
  return [
    told(classesSentence(desk), fellSentence(desk)),
    told(hedgeSentence(desk), ...heldSentence(desk)),
    ...nextSentence(desk),
  ];
}

/** What is released next of all that the scan waits for. */
function nextSentence(desk: Desk): readonly Inline[] {
  const { asOf, warnings } = desk.answer;
  const due = warnings.flatMap((one) =>
    one.due !== undefined && one.due > asOf ? [{ ...one, due: one.due }] : [],
  );
  const first = due.map((one) => one.due).sort()[0];
  if (first === undefined) return [];
  const titles = due.filter((one) => one.due === first).map(({ title }) => title[desk.language]);
  return [
    VERDICT_WORDS[desk.language].next.due({
      title: plainText(desk.m.list(titles)),
      instant: instantInWords(first),
    }),
  ];
}
