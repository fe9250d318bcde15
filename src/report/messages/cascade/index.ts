import type { Language } from '../../../data/series/entry.ts';
import { en } from './en.ts';
import type { CascadeMessages } from './messages.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** What the report says of a cascade. */
export const CASCADE: Readonly<Record<Language, CascadeMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
