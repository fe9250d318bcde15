import { cascadeDesk } from '../../cascade/desk.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentInline } from '../sending.ts';
import { controlsPanel, runBlock } from './controls.ts';
import { fanPanel } from './fan.ts';
import { ladderPanel } from './ladder.ts';
import { restPanel } from './rests.ts';
import { inputsSlot, salePanel } from './sale.ts';
import { cascadeSentence } from './sentence.ts';
import { CASCADE_PAGE } from './words.ts';

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
      answer: cascadeSentence(desk),
      lead: sentInline(desk, [
        { kind: 'tag', text: desk.words.tag, look: 'simulated' },
        ' ',
        ...CASCADE_PAGE[language].lead,
      ]),
      blocks: [
        runBlock(desk),
        { kind: 'columns', split: '8-4', columns: [fanPanel(desk), [controlsPanel(desk)]] },
        { kind: 'columns', split: '6-6', columns: [[ladderPanel(desk)], [restPanel(desk)]] },
        salePanel(desk),
      ],
    };
  },
  slots: { inputs: inputsSlot },
};
