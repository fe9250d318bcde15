import type { ComponentType } from 'react';
import type { PageWords } from '../words/index.ts';
import { ReportPage } from './report/report-page.tsx';
import { SettingsPage } from './settings-page.tsx';

/** A page that is not written from an answer. */
export interface OwnPage {
  readonly id: string;
  readonly path: string;
  readonly key?: string;
  readonly title: (words: PageWords) => string;
  readonly View: ComponentType;
}

export const OWN_PAGES: readonly OwnPage[] = [
  { id: 'report', path: '/report', key: '7', title: (words) => words.report, View: ReportPage },
  { id: 'settings', path: '/settings', title: ({ settings }) => settings, View: SettingsPage },
];
