import { cascadeChapter, cascadeTitle } from '../../cascade/chapter.ts';
import { cascadeDesk } from '../../cascade/desk.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentBlocks } from '../sending.ts';

const HEAD = {
  id: 'cascade',
  question: {
    'zh-Hans': '强制卖出能走多远，在哪里停？',
    'zh-Hant': '強制賣出能走多遠，在哪裡停？',
    en: 'How far can forced selling run, and where does it stop?',
  },
};

export const cascadePage: Page = {
  ...HEAD,
  path: '/cascade',
  key: '3',
  verb: 'cascade',
  title: { 'zh-Hans': '连锁', 'zh-Hant': '連鎖', en: 'Cascade' },
  needs: { cascade: 'asked' },
  compose({ cascade }, language) {
    let charts = 0;
    const desk = cascadeDesk(cascade!, language, () => ++charts);
    return {
      ...pageHead(desk, HEAD),
      answer: cascadeTitle(desk),
      blocks: sentBlocks(desk, cascadeChapter(desk)),
    };
  },
  slots: {},
};
