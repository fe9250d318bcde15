import { expect } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { LANGUAGES } from '../../../../src/data/series/entry.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { type ExplainOptions, explain } from '../../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../../src/report/explain/index.ts';
import { plainText } from '../../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../../src/report/messages/explain/whys.ts';
import { later, viewOf } from '../../scan/synthetic.ts';

/** The drivers as answered for one part, whose schema holds. */
export async function driversOf(
  columns: readonly ObservationColumns[],
  instant: number,
  options: Partial<ExplainOptions> & { readonly part: string },
) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', ...options });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, parts: answer.drivers!.parts };
}

/** Nothing known after `early` changes a byte, and neither does the order of the series. */
export async function expectNoLookAhead(
  columns: readonly ObservationColumns[],
  early: number,
  part: string,
): Promise<void> {
  const bytes = async (from: readonly ObservationColumns[]) =>
    JSON.stringify((await driversOf(from, early, { part })).parts).replace(/#[0-9a-f]{6}/g, '');
  const plain = await bytes(columns);
  expect(await bytes(columns.toReversed())).toBe(plain);
  for (const how of ['alter', 'remove', 'withdraw'] as const) {
    expect(await bytes(columns.map((one) => later(one, early, how)))).toBe(plain);
  }
}

/** Told in three languages without a hole; told at all, and every reason translated. */
export async function expectTold(
  columns: readonly ObservationColumns[],
  instant: number,
  part: string,
  told: boolean,
): Promise<void> {
  const { answer, parts } = await driversOf(columns, instant, { part });
  for (const language of LANGUAGES) {
    const stories = storiesOf(
      explainDesk(answer, language, () => 1),
      'drivers',
    );
    const { headline, blocks } = stories.find((one) => one.part.id === part)!;
    const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    expect(headline.length > 0).toBe(told);
    for (const block of blocks) {
      if (block.kind === 'chart') for (const { svg } of block.draw()) expect(svg).toMatch(/^<svg/);
    }
  }
  for (const [, why] of JSON.stringify(parts).matchAll(/"why":"([^"]*)"/g)) {
    for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      expect(
        list.some(([reason]) => reason.test(why!)),
        why,
      ).toBe(true);
    }
  }
}
