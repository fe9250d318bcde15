import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { SectionId } from '../../src/diagnosis/explain/answer.ts';
import { EXPLAIN_WINDOW, explain } from '../../src/diagnosis/explain/explain.ts';
import { explainDesk, sectionsIn, storiesOf } from '../../src/report/explain/index.ts';
import { plainText } from '../../src/report/inline.ts';
import type { Finding, Findings } from './page.ts';

/** The nights after four falls of the validation list. */
export const INSTANTS = ['2025-10-11T01:00Z', '2025-11-25T01:00Z', '2026-02-06T01:00Z', '2026-02-13T01:00Z'];

/** The headline of every part at every instant, by section. */
export async function findingsOf(store: Store): Promise<ReadonlyMap<SectionId, Findings>> {
  const found = new Map<SectionId, Map<string, Finding[]>>();
  for (const instant of INSTANTS) {
    const view = await store.asOf(parseInstant(instant));
    const answer = await explain(view, { window: EXPLAIN_WINDOW });
    const desk = explainDesk(answer, 'en', () => 0);
    for (const section of sectionsIn(answer)) {
      const byPart = found.get(section) ?? new Map<string, Finding[]>();
      found.set(section, byPart);
      for (const { part, headline } of storiesOf(desk, section)) {
        const text = headline.map(plainText).join(' ') || 'no value.';
        byPart.set(part.id, [...(byPart.get(part.id) ?? []), { instant, text }]);
      }
    }
  }
  return found;
}
