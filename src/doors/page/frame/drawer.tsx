import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { SentOrigin, SentTrace } from '../../../report/page/index.ts';
import { Failed, Skeleton } from '../blocks/states.tsx';
import { useAsked } from '../state/asking.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Origin } from './origin.tsx';
import { TraceEnd, TraceHead } from './trace-ends.tsx';

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

/** Where a number comes from, beside the page; it does not keep the page from being used. */
export function Drawer() {
  const { id, steps, close, backTo } = useDrawer();
  const { words, language } = useSurroundings();
  const { answer, failure, isSlow, again } = useAsked<SentTrace>(
    id === undefined ? undefined : traceHref(id, language),
  );
  const shut = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves in with each figure and step
  useEffect(() => {
    if (id === undefined) return;
    shut.current?.focus({ preventScroll: true });
    box.current?.scrollTo(0, 0);
  }, [id, steps.length]);
  if (id === undefined) return null;
  const trace = answer && withoutVersion(answer.id) === withoutVersion(id) ? answer : undefined;
  const step = steps.at(-1);
  return (
    <aside
      className="drawer"
      ref={box}
      aria-label={words.drawer.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <p>{words.drawer.whence}</p>
        <button type="button" ref={shut} onClick={close}>
          {words.drawer.close} <kbd>Esc</kbd>
        </button>
      </header>
      {failure && <Failed failure={failure} again={again} />}
      {!trace && !failure && isSlow && <Skeleton title={words.drawer.label} lines={8} />}
      {trace && steps.length > 0 && (
        <nav className="crumbs" aria-label={words.drawer.path}>
          {[trace, ...steps.slice(0, -1)].map(({ name }, depth) => (
            <button key={depth} type="button" onClick={() => backTo(depth)}>
              {name}
            </button>
          ))}
        </nav>
      )}
      {trace && !step && <TraceHead trace={trace} />}
      {trace && <Origin origin={step ?? trace} id={step ? undefined : trace.id} />}
      {trace && !step && <TraceEnd trace={trace} />}
    </aside>
  );
}

/** A figure made again from data that have changed keeps its id up to the version of the data. */
function withoutVersion(id: string): string {
  return id.replace(/#.*$/, '');
}
