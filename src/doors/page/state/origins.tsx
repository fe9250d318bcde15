import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { SentOrigin } from '../../../report/page/index.ts';

interface Drawers {
  /** The figure whose origin is open. */
  readonly id: string | undefined;
  /** What was opened from it, one from the other, the last in sight. */
  readonly steps: readonly SentOrigin[];
  /** Opens where a figure comes from; the focus returns to what opened it. */
  open(id: string, from?: HTMLElement): void;
  enter(step: SentOrigin): void;
  /** Goes back to a step; 0 is the figure itself. */
  backTo(depth: number): void;
  close(): void;
}

const Context = createContext<Drawers | undefined>(undefined);

export function useDrawer(): Drawers {
  const found = useContext(Context);
  if (!found) throw new Error('used outside the page');
  return found;
}

export function DrawerProvider({ children }: { children: ReactNode }) {
  const [{ id, steps }, set] = useState<{ id?: string; steps: readonly SentOrigin[] }>({ steps: [] });
  const opener = useRef<HTMLElement | undefined>(undefined);
  const value = useMemo(
    (): Drawers => ({
      id,
      steps,
      open(next, from) {
        if (from) opener.current = from;
        set({ id: next, steps: [] });
      },
      enter: (step) => set((old) => ({ ...old, steps: [...old.steps, step] })),
      backTo: (depth) => set((old) => ({ ...old, steps: old.steps.slice(0, depth) })),
      close() {
        set({ steps: [] });
        opener.current?.focus();
        opener.current = undefined;
      },
    }),
    [id, steps],
  );
  return <Context value={value}>{children}</Context>;
}

/** Address of where a figure comes from, in words. */
export function traceHref(id: string, language: string): string {
  return `/pages/trace?id=${encodeURIComponent(id)}&lang=${language}`;
}
