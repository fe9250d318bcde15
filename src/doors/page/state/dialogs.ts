import { useSyncExternalStore } from 'react';

/** What opens over the page: one at a time. */
export type DialogName = 'instant' | 'find' | 'keys';

const listeners = new Set<() => void>();
let open: DialogName | undefined;

function change(next: DialogName | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

export function openDialog(name: DialogName): void {
  change(name);
}

export function closeDialog(): void {
  change(undefined);
}

export function useOpenDialog(): DialogName | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
