import { fellSentence, heldSentence, rareSentence, titleOf } from '../../compose/front.ts';
import { deskFor } from '../../desk.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentInline } from '../sending.ts';

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
    const sentences = [fellSentence(desk), ...heldSentence(desk), rareSentence(desk)];
    return {
      ...pageHead(desk, HEAD),
      answer: titleOf(desk),
      blocks: sentences.map((text) => ({ kind: 'paragraph', text: sentInline(desk, text), look: 'words' })),
    };
  },
  slots: {},
};
