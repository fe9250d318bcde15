import type { Words } from '../../../data/series/entry.ts';
import type { Reading } from '../reading.ts';
import type { Unknown } from '../unknown.ts';

export type Text = readonly [hans: string, hant: string, en: string];

export function words([hans, hant, en]: Text): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}

/** A prior between two ends. */
export function unknownOf(
  name: string,
  title: Text,
  unit: Unknown['unit'],
  [low, high]: readonly [number, number],
  scale: Unknown['scale'],
  source: string,
): Unknown {
  return { name, title: words(title), unit, low, high, scale, source };
}

/** How a prior is told among what is read: its middle and its source. */
export function priorReading({ name, title, unit, low, high, scale, source }: Unknown): Reading {
  return {
    name,
    title,
    value: scale === 'log' ? Math.sqrt(low * high) : (low + high) / 2,
    unit,
    how: 'prior',
    inputs: [],
    note: {
      'zh-Hans': `数据中没有；先验：${source}`,
      'zh-Hant': `資料中沒有；先驗：${source}`,
      en: `not in the data; prior: ${source}`,
    },
  };
}
