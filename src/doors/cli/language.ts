import { UserError } from '../../data/errors.ts';
import { LANGUAGES, type Language } from '../../data/series/entry.ts';

/** Language of a BCP 47 tag or a locale name (`zh_TW.UTF-8`): traditional by script or region; undefined when it is neither. */
export function languageOf(tag: string): Language | undefined {
  const [language, ...rest] = tag.toLowerCase().split('.')[0]!.split(/[-_@]/);
  if (language === 'en') return 'en';
  if (language !== 'zh') return undefined;
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}

/** @throws UserError (2) with the languages there are. */
export function parseLanguage(tag: string, where = '--lang'): Language {
  const language = languageOf(tag);
  if (language) return language;
  throw new UserError(`${where}: no such language: "${tag}"`, `allowed: ${LANGUAGES.join(', ')}`, 2);
}

/** `--lang`, else TIDEMARK_LANG, else the locale of the terminal, else English. */
export function chooseLanguage(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (option) return parseLanguage(option);
  if (env.TIDEMARK_LANG) return parseLanguage(env.TIDEMARK_LANG, 'TIDEMARK_LANG');
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'en';
}
