import type { Language } from '../../../data/series/entry.ts';
import type { DefinitionId } from '../../../diagnosis/explain/liquidity/liquidity-definitions.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface LiquidityVariantsMessages {
  verdict(p: { year: number; fell: number; rose: number }): Inline;
  pair(p: {
    year: number;
    net: Part;
    down: boolean;
    other: DefinitionId;
    change: Part;
    otherDown: boolean;
  }): Inline;
  meaning: string;
  names: Readonly<Record<DefinitionId, string>>;
  table: { title: string; measure: string; definition: string; year(year: number, part: boolean): string };
}

const zhHans: LiquidityVariantsMessages = {
  verdict: ({ year, fell, rose }) =>
    line`${String(year)}年的流动性，按${String(fell + rose)}种定义中的${String(fell)}种下降，${String(rose)}种上升。`,
  pair: ({ net, down, other, change, otherDown }) =>
    line`净流动性${down ? '减少' : '增加'}${net}，而${zhHans.names[other]}${otherDown ? '减少' : '增加'}${change}。`,
  meaning: '“流动性收缩”与“流动性充裕”可以同时成立：先说定义，再说方向。各定义互有重叠，不可相加。',
  names: {
    net: '净流动性',
    'net-average': '净流动性（财政部账户周均）',
    'net-deposits': '净流动性加银行存款',
    'net-credit': '净流动性加银行信贷',
    'net-stablecoins': '净流动性加稳定币',
    reserves: '准备金余额',
    'three-central-banks': '美欧日央行资产（美元）',
  },
  table: {
    title: '流动性的年变化：定义与年份',
    measure: '亿美元；下为变化率',
    definition: '定义',
    year: (year, part) => (part ? `${year}年至今` : `${year}年`),
  },
};

const zhHant: LiquidityVariantsMessages = {
  verdict: ({ year, fell, rose }) =>
    line`${String(year)}年的流動性，按${String(fell + rose)}種定義中的${String(fell)}種下降，${String(rose)}種上升。`,
  pair: ({ net, down, other, change, otherDown }) =>
    line`淨流動性${down ? '減少' : '增加'}${net}，而${zhHant.names[other]}${otherDown ? '減少' : '增加'}${change}。`,
  meaning: '「流動性收縮」與「流動性充裕」可以同時成立：先說定義，再說方向。各定義互有重疊，不可相加。',
  names: {
    net: '淨流動性',
    'net-average': '淨流動性（財政部帳戶週均）',
    'net-deposits': '淨流動性加銀行存款',
    'net-credit': '淨流動性加銀行信貸',
    'net-stablecoins': '淨流動性加穩定幣',
    reserves: '準備金餘額',
    'three-central-banks': '美歐日央行資產（美元）',
  },
  table: {
    title: '流動性的年變化：定義與年份',
    measure: '億美元；下為變化率',
    definition: '定義',
    year: (year, part) => (part ? `${year}年至今` : `${year}年`),
  },
};

const en: LiquidityVariantsMessages = {
  verdict: ({ year, fell, rose }) =>
    line`In ${String(year)} liquidity fell by ${String(fell)} of ${String(fell + rose)} definitions and rose by ${String(rose)}.`,
  pair: ({ net, down, other, change, otherDown }) =>
    line`Net liquidity ${down ? 'fell' : 'rose'} by ${net}, while ${en.names[other].toLowerCase()} ${otherDown ? 'fell' : 'rose'} by ${change}.`,
  meaning:
    'That liquidity shrank and that it was ample can both be true: name the definition before the direction. The definitions overlap and do not add up.',
  names: {
    net: 'Net liquidity',
    'net-average': 'Net liquidity, week average of the Treasury account',
    'net-deposits': 'Net liquidity plus bank deposits',
    'net-credit': 'Net liquidity plus bank credit',
    'net-stablecoins': 'Net liquidity plus stablecoins',
    reserves: 'Reserve balances',
    'three-central-banks': 'Fed, ECB and Bank of Japan assets in dollars',
  },
  table: {
    title: 'Change of liquidity by definition and year',
    measure: 'Billions of US dollars; below, the relative change',
    definition: 'Definition',
    year: (year, part) => (part ? `${year} to date` : String(year)),
  },
};

export const LIQUIDITY_VARIANTS: Readonly<Record<Language, LiquidityVariantsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const LIQUIDITY_VARIANTS_WHYS: readonly ExplainWhy[] = [
  [/^the parts of ([a-z-]+) have no week in common$/, '$1的各部分没有共同的一周', '$1的各部分沒有共同的一週'],
  [/^no ([a-z-]+) at both ends of (\d+)$/, '$2年首尾没有$1', '$2年首尾沒有$1'],
];
