import { useSyncExternalStore } from 'react';
import type { Language } from '../../../data/series/entry.ts';

/** What a reader chose; kept in this browser. Nothing chosen: the usual of the language and of the system. */
export interface Settings {
  readonly language?: Language;
  readonly rise?: 'warm' | 'cool';
  readonly theme?: 'light' | 'dark';
  /** Single letters as keys; switched off for those whose voice or hand types them unasked (WCAG 2.1.4). */
  readonly keys?: 'on' | 'off';
  readonly density?: 'close' | 'wide';
  /** A zone shown beside UTC. */
  readonly zone?: string;
}

const PLACE = 'tidemark.settings';
const listeners = new Set<() => void>();
let current: Settings = read();

function read(): Settings {
  try {
    return JSON.parse(window.localStorage.getItem(PLACE) ?? '{}') as Settings;
  } catch {
    return {};
  }
}

/** Changes settings; undefined takes one back. A browser that keeps nothing forgets them with the tab. */
export function choose(change: { readonly [K in keyof Settings]: Settings[K] | undefined }): void {
  const merged = { ...current, ...change };
  current = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  try {
    window.localStorage.setItem(PLACE, JSON.stringify(current));
  } catch {
    // A private window may refuse: the choice holds until it is closed.
  }
  for (const listener of listeners) listener();
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** The colour of a rise: what was chosen, else the usual of the language. */
export function riseOf(language: Language, { rise }: Settings): 'warm' | 'cool' {
  return rise ?? (language === 'zh-Hans' ? 'warm' : 'cool');
}
