import type { Words } from '../../data/series/entry.ts';
import type { RiskClass } from './basket.ts';

/** The risk classes and hedges in the words of the reader. */
export const CLASS_TITLES: Readonly<Record<RiskClass, Words>> = {
  equity: { 'zh-Hans': '股票', 'zh-Hant': '股票', en: 'Equities' },
  credit: { 'zh-Hans': '信用', 'zh-Hant': '信用', en: 'Credit' },
  metals: { 'zh-Hans': '金属', 'zh-Hant': '金屬', en: 'Metals' },
  energy: { 'zh-Hans': '能源', 'zh-Hant': '能源', en: 'Energy' },
  crypto: { 'zh-Hans': '加密货币', 'zh-Hant': '加密貨幣', en: 'Crypto' },
};
