import type { Words } from '../../../data/series/entry.ts';
import type { SectionId } from '../../../diagnosis/explain/answer.ts';
import { explainTitle } from '../../compose/report.ts';
import { explainDesk, storiesOf } from '../../explain/index.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentBlocks, sentInline } from '../sending.ts';

function sectionPage(section: SectionId, key: string, title: Words, question: Words): Page {
  const head = { id: section, question };
  return {
    ...head,
    path: `/explain/${section}`,
    key,
    under: 'explain',
    verb: 'explain',
    title,
    needs: { sections: [section] },
    compose({ sections }, language) {
      let charts = 0;
      const desk = explainDesk(sections![section]!, language, () => ++charts);
      return {
        ...pageHead(desk, head),
        answer: explainTitle(desk),
        blocks: storiesOf(desk, section).map(({ part, headline, blocks }) => ({
          kind: 'panel',
          id: part.id,
          title: [part.title[language]],
          blocks: [
            ...headline.map(
              (text) => ({ kind: 'paragraph', text: sentInline(desk, text), look: 'words' }) as const,
            ),
            ...sentBlocks(desk, blocks),
          ],
        })),
      };
    },
    slots: {},
  };
}

/** A page a section, in the order of the sections. */
export const explainPages: readonly Page[] = [
  sectionPage(
    'liquidity',
    'E L',
    { 'zh-Hans': '流动性', 'zh-Hant': '流動性', en: 'Liquidity' },
    {
      'zh-Hans': '为什么？美元流动性在增加吗，由哪一项带动？',
      'zh-Hant': '為什麼？美元流動性在增加嗎，由哪一項帶動？',
      en: 'Why? Is dollar liquidity growing, and which part drives it?',
    },
  ),
  sectionPage(
    'flows',
    'E F',
    { 'zh-Hans': '资金', 'zh-Hant': '資金', en: 'Flows' },
    {
      'zh-Hans': '谁带来了钱，谁拿走了钱？',
      'zh-Hant': '誰帶來了錢，誰拿走了錢？',
      en: 'Who brought or took money?',
    },
  ),
  sectionPage(
    'drivers',
    'E D',
    { 'zh-Hans': '来源', 'zh-Hant': '來源', en: 'Drivers' },
    { 'zh-Hans': '变动与哪些因素相联系？', 'zh-Hant': '變動與哪些因素相聯繫？', en: 'Which cause moved it?' },
  ),
  sectionPage(
    'havens',
    'E H',
    { 'zh-Hans': '避险', 'zh-Hant': '避險', en: 'Havens' },
    { 'zh-Hans': '什么起了避险作用？', 'zh-Hant': '什麼起了避險作用？', en: 'What hedged?' },
  ),
  sectionPage(
    'network',
    'E N',
    { 'zh-Hans': '网络', 'zh-Hant': '網路', en: 'Network' },
    { 'zh-Hans': '冲击由谁传给谁？', 'zh-Hant': '衝擊由誰傳給誰？', en: 'Who sends the shock?' },
  ),
];
