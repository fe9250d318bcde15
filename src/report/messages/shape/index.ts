import type { Language } from '../../../data/series/entry.ts';
import { en } from './en.ts';
import type { ShapeMessages } from './messages.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

export const SHAPE: Readonly<Record<Language, ShapeMessages>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
