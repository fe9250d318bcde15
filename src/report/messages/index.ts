import type { Language } from '../../data/series/entry.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

const ALL: Readonly<Record<Language, Messages>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** Everything the report says, in one language. */
export function messagesOf(language: Language): Messages {
  return ALL[language];
}
