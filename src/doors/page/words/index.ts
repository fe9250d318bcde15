import type { Language } from '../../../data/series/entry.ts';
import { EN } from './en.ts';
import type { PageWords } from './words.ts';
import { ZH_HANS } from './zh-Hans.ts';
import { ZH_HANT } from './zh-Hant.ts';

export type { PageWords } from './words.ts';

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  'zh-Hans': ZH_HANS,
  'zh-Hant': ZH_HANT,
  en: EN,
};
