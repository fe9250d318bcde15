import type { Language } from '../../../data/series/entry.ts';
import type { AnswerHead } from '../../../diagnosis/answer.ts';
import { grouped } from '../../compose/cells.ts';
import { shortDay } from '../../dates.ts';
import { hasValue, wordingFor } from '../../desk.ts';
import type { PageAnswers, PageSlot } from '../page.ts';
import { sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { VERDICT_WORDS } from './words.ts';

type Item = Extract<SentBlock, { kind: 'agenda' }>['items'][number];

interface Dated {
  /** Instant or date, ISO: sorts as text. */
  readonly at: string;
  readonly item: Item;
}

const MOST = 5;
const NAMED = 3;

/** What is released next of all that this page stands on, and the next decision on the policy rate. */
export const watchSlot: PageSlot = {
  needs: { scan: true, parts: ['etf-flows', 'net-liquidity', 'funding-spread', 'policy-path'] },
  compose(answers, language) {
    const words = VERDICT_WORDS[language].watch;
    const byDate = (a: Dated, b: Dated) => (a.at < b.at ? -1 : 1);
    const soonest = [...releases(answers, language)].sort(byDate).slice(0, MOST);
    const items = [...soonest, ...meeting(answers, language)].sort(byDate).map(({ item }) => item);
    return {
      blocks: [
        {
          kind: 'panel',
          id: 'watch-next',
          title: [words.title],
          measure: [words.measure],
          blocks:
            items.length > 0
              ? [{ kind: 'agenda', items }]
              : [{ kind: 'paragraph', text: [words.nothing], look: 'small' }],
        },
      ],
    };
  },
};

function releases({ scan, parts }: PageAnswers, language: Language): readonly Dated[] {
  const heads: readonly AnswerHead[] = [scan!, ...Object.values(parts ?? {})];
  const all = heads.flatMap(({ asOf, warnings }) =>
    warnings.flatMap((one) => (one.due !== undefined && one.due > asOf ? [{ ...one, due: one.due }] : [])),
  );
  const once = [...new Map(all.map((one) => [one.series, one])).values()];
  const { watch } = VERDICT_WORDS[language];
  return grouped(once, ({ due }) => due).map((same) => {
    const titles = same.map(({ title }) => title[language]);
    const further = titles.length - NAMED;
    const { due } = same[0]!;
    return {
      at: due,
      item: {
        when: `${shortDay(due.slice(0, 10), language)} ${due.slice(11, 16)}`,
        what: [watch.data(titles.slice(0, NAMED), Math.max(0, further))],
      },
    };
  });
}

function meeting({ parts }: PageAnswers, language: Language): readonly Dated[] {
  const answer = parts?.['policy-path'];
  const next = answer?.drivers?.parts.policyPath?.next;
  if (!answer || !next?.meeting) return [];
  const desk = wordingFor(language, answer.simulated);
  const { watch } = VERDICT_WORDS[language];
  const what = hasValue(next.cut) ? watch.meeting(desk.w.share(next.cut)) : [watch.meetingAlone];
  return [
    { at: next.meeting, item: { when: shortDay(next.meeting, language), what: sentInline(desk, what) } },
  ];
}
