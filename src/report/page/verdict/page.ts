import { deskFor } from '../../desk.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentInline } from '../sending.ts';
import { forcedSlot } from './forced.ts';
import { kindOfDay } from './kind-of-day.ts';
import { movesPanel } from './moves.ts';
import { scorePanel } from './score.ts';
import { sellersSlot } from './sellers.ts';
import { threeSentences } from './sentences.ts';
import { stateSlot } from './state.ts';
import { classStrip } from './strip.ts';
import { watchSlot } from './watch.ts';
import { VERDICT_WORDS } from './words.ts';

const HEAD = {
  id: 'verdict',
  question: {
    'zh-Hans': '今天是怎样的一天？',
    'zh-Hant': '今天是怎樣的一天？',
    en: 'What kind of day is it?',
  },
};

export const verdictPage: Page = {
  ...HEAD,
  path: '/',
  key: 'H',
  title: { 'zh-Hans': '结论', 'zh-Hant': '結論', en: 'Verdict' },
  needs: { scan: true },
  compose({ scan }, language) {
    const desk = deskFor(scan!, language);
    const words = VERDICT_WORDS[language];
    const { verdict, scope } = scan!.joint;
    return {
      ...pageHead(desk, HEAD),
      answer: kindOfDay(verdict, scope, language),
      beside: true,
      blocks: [
        {
          kind: 'columns',
          split: '8-4',
          columns: [
            [
              classStrip(desk),
              ...threeSentences(desk).map(
                (text) => ({ kind: 'paragraph', text: sentInline(desk, text), look: 'words' }) as const,
              ),
            ],
            [scorePanel(desk)],
          ],
        },
        { kind: 'slot', id: 'state', title: words.state.title, lines: 3 },
        {
          kind: 'columns',
          split: '8-4',
          columns: [
            [movesPanel(desk)],
            [
              { kind: 'slot', id: 'sellers', title: words.sellers.title, lines: 10 },
              {
                kind: 'fold',
                title: words.sellers.forcedFold,
                blocks: [{ kind: 'slot', id: 'forced', title: words.sellers.forcedTitle, lines: 5 }],
              },
              { kind: 'slot', id: 'watch', title: words.watch.title, lines: 6 },
            ],
          ],
        },
      ],
    };
  },
  slots: { state: stateSlot, sellers: sellersSlot, forced: forcedSlot, watch: watchSlot },
};
