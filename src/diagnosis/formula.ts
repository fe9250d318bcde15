import type { Formula } from '../data/figure.ts';

/** A formula's catalogue entry: its id, its title in zh-Hans, zh-Hant and en, its text, and where it is from. */
export function formula(
  id: string,
  hans: string,
  hant: string,
  en: string,
  text: string,
  source = 'definition',
): Formula {
  return { id, title: { 'zh-Hans': hans, 'zh-Hant': hant, en }, text, source };
}
