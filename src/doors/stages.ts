import type { Effects } from '../data/effects.ts';
import type { Language } from '../data/series/entry.ts';

/** Stages of long work, by the title under which it tells them. */
const STAGES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  explaining: { 'zh-Hans': '正在解释', 'zh-Hant': '正在解釋', en: 'explaining' },
  simulating: { 'zh-Hans': '正在模拟', 'zh-Hant': '正在模擬', en: 'simulating' },
  'setting the pages': { 'zh-Hans': '正在排版', 'zh-Hant': '正在排版', en: 'setting the pages' },
  'setting the document': {
    'zh-Hans': '正在生成文档',
    'zh-Hant': '正在產生文件',
    en: 'setting the document',
  },
};

/** Progress whose stages are named in the reader's language; one that has no words there keeps its title. */
export function stagesIn(language: Language, progress: Effects['progress']): Effects['progress'] {
  return (title, total) => progress(STAGES[title]?.[language] ?? title, total);
}
