import { matrixChart } from '../../compose/charts.ts';
import { titleOf } from '../../compose/front.ts';
import { tableOne } from '../../compose/table-one.ts';
import { deskFor } from '../../desk.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentBlocks } from '../sending.ts';

const HEAD = {
  id: 'scan',
  question: {
    'zh-Hans': '什么跌了？跌多少？多罕见？是不是一起跌？',
    'zh-Hant': '什麼跌了？跌多少？多罕見？是不是一起跌？',
    en: 'What fell, how much, how rare is that, and was it everything at once?',
  },
};

export const scanPage: Page = {
  ...HEAD,
  path: '/scan',
  key: '1',
  verb: 'scan',
  title: { 'zh-Hans': '扫描', 'zh-Hant': '掃描', en: 'Scan' },
  needs: { scan: true },
  compose({ scan }, language) {
    const desk = deskFor(scan!, language);
    let charts = 0;
    return {
      ...pageHead(desk, HEAD),
      answer: titleOf(desk),
      blocks: sentBlocks(desk, [tableOne(desk), ...matrixChart(desk, () => ++charts)]),
    };
  },
  slots: {},
};
