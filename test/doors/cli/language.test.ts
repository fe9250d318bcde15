import { describe, expect, it } from 'vitest';
import { chooseLanguage, languageOf, parseLanguage } from '../../../src/doors/cli/language.ts';

describe('the language of a tag', () => {
  it.each([
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['ZH-hant-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh_TW.UTF-8', 'zh-Hant'],
    ['zh_HK', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['en', 'en'],
    ['en_GB.UTF-8', 'en'],
    ['de_DE', undefined],
    ['C', undefined],
    ['', undefined],
  ])('of %s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('the language of a run', () => {
  it('is the option, then TIDEMARK_LANG, then the locale, then English', () => {
    const env = { TIDEMARK_LANG: 'zh-Hant', LANG: 'zh_CN.UTF-8' };
    expect(chooseLanguage('en', env)).toBe('en');
    expect(chooseLanguage(undefined, env)).toBe('zh-Hant');
    expect(chooseLanguage(undefined, { LANG: 'zh_CN.UTF-8' })).toBe('zh-Hans');
    expect(chooseLanguage(undefined, { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(chooseLanguage(undefined, { LANG: 'C' })).toBe('en');
    expect(chooseLanguage(undefined, {})).toBe('en');
  });

  it('refuses a language that there is not, and names those that there are', () => {
    expect(() => parseLanguage('fr')).toThrow(
      expect.objectContaining({ exitCode: 2, hint: 'allowed: zh-Hans, zh-Hant, en' }),
    );
    expect(() => chooseLanguage(undefined, { TIDEMARK_LANG: 'fr' })).toThrow('TIDEMARK_LANG');
  });
});
