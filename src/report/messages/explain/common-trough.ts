import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type CurveId = 'net-liquidity' | 'fed-assets';

interface CommonTroughMessages {
  readonly curves: Readonly<Record<CurveId, string>>;
  failed(p: { name: string; day: string; value: Part; weeks: number; failed: string }): Inline;
  stands(p: {
    name: string;
    day: string;
    value: Part;
    weeks: number;
    confirmed: boolean;
    knowable: string | null;
  }): Inline;
  none(p: { name: string }): Inline;
  gap(p: {
    curve: string;
    day: string;
    days: number;
    near: boolean;
    confirmed: boolean;
    knowable: string | null;
  }): Inline;
  lowest(p: { day: string; value: Part }): Inline;
  record(p: { share: Part; n: number; byChance: Part }): Inline;
  readonly meaning: string;
}

const zhHans: CommonTroughMessages = {
  curves: { 'net-liquidity': '净流动性', 'fed-assets': '美联储总资产' },
  failed: ({ name, day, value, weeks, failed }) =>
    line`“${name}与流动性同时见底”之说已于${failed}失效：${day}（周三）的低点${value}撑了${String(weeks)}周，其后出现更低的周三收盘。`,
  stands: ({ name, day, value, weeks, confirmed, knowable }) =>
    line`${name}${day}（周三）的低点${value}已撑${String(weeks)}周，尚未被跌破，${knowable === null ? '但规则不予认定' : confirmed ? `并于${knowable}按规则确认` : `最早到${knowable}才能按规则确认，此前未经证明`}。`,
  none: ({ name }) => line`看不到${name}与流动性共同的低点：没有一个低点撑过四周且离流动性的低点在56天之内。`,
  gap: ({ curve, day, days, near, confirmed, knowable }) =>
    line`${curve}的低点在${day}，${days === 0 ? '与它同周' : days > 0 ? `早${days}天` : `晚${-days}天`}（${near ? '算作同时' : '不算同时'}；${knowable === null ? '规则不予认定' : confirmed ? `${knowable}可确认` : `最早${knowable}才能确认`}）。`,
  lowest: ({ day, value }) => line`此后最低的日收盘是${day}的${value}。`,
  record: ({ share, n, byChance }) =>
    line`历史上按规则确认的${String(n)}个低点中，有${share}与净流动性的低点相隔不到56天；凭巧合应为${byChance}。`,
  meaning: '低点要等22周才能按规则认定；在那之前的“见底”只是猜测，更低的收盘即可推翻。',
};

const zhHant: CommonTroughMessages = {
  curves: { 'net-liquidity': '淨流動性', 'fed-assets': '聯準會總資產' },
  failed: ({ name, day, value, weeks, failed }) =>
    line`「${name}與流動性同時觸底」之說已於${failed}失效：${day}（週三）的低點${value}撐了${String(weeks)}週，其後出現更低的週三收盤。`,
  stands: ({ name, day, value, weeks, confirmed, knowable }) =>
    line`${name}${day}（週三）的低點${value}已撐${String(weeks)}週，尚未被跌破，${knowable === null ? '但規則不予認定' : confirmed ? `並於${knowable}按規則確認` : `最早到${knowable}才能按規則確認，此前未經證明`}。`,
  none: ({ name }) => line`看不到${name}與流動性共同的低點：沒有一個低點撐過四週且離流動性的低點在56天之內。`,
  gap: ({ curve, day, days, near, confirmed, knowable }) =>
    line`${curve}的低點在${day}，${days === 0 ? '與它同週' : days > 0 ? `早${days}天` : `晚${-days}天`}（${near ? '算作同時' : '不算同時'}；${knowable === null ? '規則不予認定' : confirmed ? `${knowable}可確認` : `最早${knowable}才能確認`}）。`,
  lowest: ({ day, value }) => line`此後最低的日收盤是${day}的${value}。`,
  record: ({ share, n, byChance }) =>
    line`歷史上按規則確認的${String(n)}個低點中，有${share}與淨流動性的低點相隔不到56天；憑巧合應為${byChance}。`,
  meaning: '低點要等22週才能按規則認定；在那之前的「觸底」只是猜測，更低的收盤即可推翻。',
};

const en: CommonTroughMessages = {
  curves: { 'net-liquidity': 'net liquidity', 'fed-assets': 'the Fed’s assets' },
  failed: ({ name, day, value, weeks, failed }) =>
    line`The claim that ${name} and liquidity found their trough together failed on ${failed}: the low of Wednesday ${day}, ${value}, had stood ${String(weeks)} weeks when a lower Wednesday close came.`,
  stands: ({ name, day, value, weeks, confirmed, knowable }) =>
    line`The low of ${name} on Wednesday ${day}, ${value}, has stood ${String(weeks)} weeks; ${knowable === null ? 'the rule does not take it for a trough' : confirmed ? `the rule confirmed it on ${knowable}` : `the rule can confirm it on ${knowable} at the earliest, until then it is unproven`}.`,
  none: ({ name }) =>
    line`There is no common trough of ${name} and liquidity: no low stood four weeks within 56 days of a trough of liquidity.`,
  gap: ({ curve, day, days, near, confirmed, knowable }) =>
    line`The trough of ${curve} is on ${day}, ${days === 0 ? 'in the same week' : `${Math.abs(days)} days ${days > 0 ? 'earlier' : 'later'}`} (${near ? 'taken as common' : 'not taken as common'}; ${knowable === null ? 'the rule does not take it for a trough' : confirmed ? `confirmed on ${knowable}` : `to be confirmed on ${knowable} at the earliest`}).`,
  lowest: ({ day, value }) => line`The lowest daily close since is ${value}, on ${day}.`,
  record: ({ share, n, byChance }) =>
    line`Of ${String(n)} troughs that the rule has confirmed, ${share} ${n === 1 ? 'lies' : 'lie'} within 56 days of one of net liquidity; by chance it would be ${byChance}.`,
  meaning:
    'The rule needs 22 weeks to call a low a trough; before that a trough is a guess, and one lower close ends it.',
};

export const COMMON_TROUGH: Readonly<Record<Language, CommonTroughMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const COMMON_TROUGH_WHYS: readonly ExplainWhy[] = [
  [/^the price has no trough$/, '价格没有低点', '價格沒有低點'],
  [/^(net-liquidity|fed-assets) has no trough$/, '$1没有低点', '$1沒有低點'],
  [/^no close after a trough$/, '低点之后没有收盘价', '低點之後沒有收盤價'],
  [/^no confirmed trough of both$/, '两者没有都经确认的低点', '兩者沒有都經確認的低點'],
];
