import type { Language } from '../data/series/entry.ts';
import type { CascadeAnswer } from '../simulation/cascade/answer.ts';
import type { TerminalOptions } from './terminal-fold.ts';

export function cascadeText(answer: CascadeAnswer, _language: Language, _options: TerminalOptions): string {
  return `${answer.asOf}\n`;
}
