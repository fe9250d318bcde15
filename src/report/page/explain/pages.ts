import type { Page } from '../page.ts';
import { driversFront } from './drivers.ts';
import { flowsFront } from './flows.ts';
import { havensFront } from './havens.ts';
import { type Section, sectionPage } from './layout.ts';
import { liquidityFront } from './liquidity.ts';
import { networkFront } from './network.ts';

const SECTIONS: readonly Section[] = [
  {
    id: 'liquidity',
    key: 'E L',
    title: { 'zh-Hans': '流动性', 'zh-Hant': '流動性', en: 'Liquidity' },
    question: {
      'zh-Hans': '为什么？美元流动性在增加吗，由哪一项带动？',
      'zh-Hant': '為什麼？美元流動性在增加嗎，由哪一項帶動？',
      en: 'Why? Is dollar liquidity growing, and which part drives it?',
    },
    front: liquidityFront,
  },
  {
    id: 'flows',
    key: 'E F',
    title: { 'zh-Hans': '资金', 'zh-Hant': '資金', en: 'Flows' },
    question: {
      'zh-Hans': '谁带来了钱，谁拿走了钱？',
      'zh-Hant': '誰帶來了錢，誰拿走了錢？',
      en: 'Who brought or took money?',
    },
    front: flowsFront,
  },
  {
    id: 'drivers',
    key: 'E D',
    title: { 'zh-Hans': '来源', 'zh-Hant': '來源', en: 'Drivers' },
    question: {
      'zh-Hans': '变动与哪些因素相联系？',
      'zh-Hant': '變動與哪些因素相聯繫？',
      en: 'Which cause moved it?',
    },
    front: driversFront,
  },
  {
    id: 'havens',
    key: 'E H',
    title: { 'zh-Hans': '避险', 'zh-Hant': '避險', en: 'Havens' },
    question: { 'zh-Hans': '什么起了避险作用？', 'zh-Hant': '什麼起了避險作用？', en: 'What hedged?' },
    front: havensFront,
  },
  {
    id: 'network',
    key: 'E N',
    title: { 'zh-Hans': '网络', 'zh-Hant': '網路', en: 'Network' },
    question: { 'zh-Hans': '冲击由谁传给谁？', 'zh-Hant': '衝擊由誰傳給誰？', en: 'Who sends the shock?' },
    front: networkFront,
  },
];

/** A page a section, in the order of the rail. */
export const explainPages: readonly Page[] = SECTIONS.map(sectionPage);
