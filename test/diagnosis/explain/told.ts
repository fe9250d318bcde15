import { expect } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import type { ExplainAnswer, SectionId } from '../../../src/diagnosis/explain/answer.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';

/** Tells a part in every language, expects no hole in the words and a translation of each reason; gives the texts by language. */
export function tellsInEveryLanguage(
  answer: ExplainAnswer,
  section: SectionId,
  id: string,
  part: unknown,
): readonly string[] {
  for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]*)"/g)) {
    for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      expect(
        list.some(([reason]) => reason.test(why!)),
        why,
      ).toBe(true);
    }
  }
  return LANGUAGES.map((language) => {
    const stories = storiesOf(
      explainDesk(answer, language, () => 1),
      section,
    );
    const { headline, blocks } = stories.find(({ part: told }) => told.id === id)!;
    const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    return text;
  });
}
