import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type State = 'backwardation' | 'contango' | 'flat';

interface BrentMessages {
  spot(p: {
    day: string;
    spread: Part;
    state: State;
    before: { day: string; spread: Part; state: State } | null;
  }): Inline;
  months(p: { months: number; spread: Part; state: State; roll: Part }): Inline;
  readonly names: Inline;
  missing(months: string): Inline;
  age(p: { name: string; day: string }): Inline;
  dollars(text: string): string;
}

const HANS: Readonly<Record<State, string>> = {
  backwardation: '现货升水（近高远低）',
  contango: '期货升水（近低远高）',
  flat: '持平',
};
const HANT: Readonly<Record<State, string>> = {
  backwardation: '逆價差（近高遠低）',
  contango: '正價差（近低遠高）',
  flat: '持平',
};
const EN: Readonly<Record<State, string>> = {
  backwardation: 'backwardation',
  contango: 'contango',
  flat: 'level',
};

const zhHans: BrentMessages = {
  spot: ({ day, spread, state, before }) =>
    line`${day}，布伦特现货减近月期货为${spread}，即${HANS[state]}${before ? line`；${before.day}为${before.spread}，${HANS[before.state]}` : ''}。`,
  months: ({ months, spread, state, roll }) =>
    line`近月减第${String(months)}月为${spread}，${HANS[state]}，展期收益每年${roll}。`,
  names: ['近月高于远月称现货升水，低于远月称期货升水。'],
  missing: (months) =>
    line`没有第${months}月合约的价格，整条曲线未能测量；现货与近月的价差只是替代，两者的交割期并不相同。`,
  age: ({ name, day }) => line`${name}的最新值停在${day}。`,
  dollars: (text) => `每桶${text}美元`,
};

const zhHant: BrentMessages = {
  spot: ({ day, spread, state, before }) =>
    line`${day}，布蘭特現貨減近月期貨為${spread}，即${HANT[state]}${before ? line`；${before.day}為${before.spread}，${HANT[before.state]}` : ''}。`,
  months: ({ months, spread, state, roll }) =>
    line`近月減第${String(months)}月為${spread}，${HANT[state]}，展期收益每年${roll}。`,
  names: ['近月高於遠月稱逆價差，低於遠月稱正價差。'],
  missing: (months) =>
    line`沒有第${months}月合約的價格，整條曲線未能測量；現貨與近月的價差只是替代，兩者的交割期並不相同。`,
  age: ({ name, day }) => line`${name}的最新值停在${day}。`,
  dollars: (text) => `每桶${text}美元`,
};

const en: BrentMessages = {
  spot: ({ day, spread, state, before }) =>
    line`On ${day} spot Brent less the front future came to ${spread}, ${EN[state]}${before ? line`, after ${before.spread} and ${EN[before.state]} on ${before.day}` : ''}.`,
  months: ({ months, spread, state, roll }) =>
    line`The front month less month ${String(months)} is ${spread}, ${EN[state]}, a roll yield of ${roll} a year.`,
  names: ['Nearer above further is backwardation, nearer below further is contango.'],
  missing: (months) =>
    line`Prices of contract months ${months} are missing, so the curve itself is not measured; spot against the front is a stand-in of two different deliveries.`,
  age: ({ name, day }) => line`The latest value of ${name} is of ${day}.`,
  dollars: (text) => `${text} dollars a barrel`,
};

export const BRENT_CURVE: Readonly<Record<Language, BrentMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const BRENT_CURVE_WHYS: readonly ExplainWhy[] = [
  [/^the two deliveries have no date in common$/, '两个交割期没有共同日期', '兩個交割期沒有共同日期'],
];
