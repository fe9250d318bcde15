import { useSyncExternalStore } from 'react';

/** Something said once beside the page, with one thing to do about it. */
export interface Saying {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHORT_MS = 4000;
const listeners = new Set<() => void>();
let current: Saying | undefined;
let timer: number | undefined;

function change(next: Saying | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Says something politely; what asks for nothing goes away on its own. */
export function say(saying: Saying): void {
  window.clearTimeout(timer);
  change(saying);
  if (!saying.action) timer = window.setTimeout(() => change(undefined), SHORT_MS);
}

export function unsay(): void {
  window.clearTimeout(timer);
  change(undefined);
}

export function useSaying(): Saying | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
