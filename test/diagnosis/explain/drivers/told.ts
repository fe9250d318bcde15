import { expect } from 'vitest';
import type { Language } from '../../../../src/data/series/entry.ts';
import type { ExplainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { textsOf } from '../../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../../src/report/explain/index.ts';
import { plainText } from '../../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../../src/report/messages/explain/whys.ts';

/** Every reason of a part has its words in both Chinese scripts. */
export function expectTold(part: unknown): void {
  for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]+)"/g)) {
    for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      expect(
        list.some(([reason]) => reason.test(why!)),
        why,
      ).toBe(true);
    }
  }
}

/** The text of a part of the drivers, which holds no trace of a missing value. */
export function storyOf(answer: ExplainAnswer, id: string, language: Language): string {
  const stories = storiesOf(
    explainDesk(answer, language, () => 1),
    'drivers',
  );
  const { headline, blocks } = stories.find(({ part }) => part.id === id)!;
  const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
  expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  return text;
}
