import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { SentTrace } from '../../../report/page/index.ts';
import { Failed, Skeleton } from '../blocks/states.tsx';
import { useAsked } from '../state/asking.ts';
import { useSurroundings } from '../state/surroundings.tsx';

interface Drawers {
  /** Ids of figures that were opened one from the other, the last in sight. */
  readonly trail: readonly string[];
  /** Opens where a figure comes from; the focus returns to what opened it. */
  open(id: string, from?: HTMLElement): void;
  back(): void;
  close(): void;
}

const Context = createContext<Drawers | undefined>(undefined);

export function useDrawer(): Drawers {
  const found = useContext(Context);
  if (!found) throw new Error('used outside the page');
  return found;
}

export function DrawerProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const opener = useRef<HTMLElement | undefined>(undefined);
  const value = useMemo(
    () => ({
      trail,
      open(id: string, from?: HTMLElement) {
        if (from) opener.current = from;
        setTrail((old) => (from ? [id] : [...old, id]));
      },
      back: () => setTrail((old) => old.slice(0, -1)),
      close() {
        setTrail([]);
        opener.current?.focus();
      },
    }),
    [trail],
  );
  return <Context value={value}>{children}</Context>;
}

/** Where a number comes from, beside the page; it does not keep the page from being used. */
export function Drawer() {
  const { trail, close, back } = useDrawer();
  const { words, language } = useSurroundings();
  const id = trail.at(-1);
  const { answer, failure, isSlow, again } = useAsked<SentTrace>(
    id === undefined ? undefined : `/pages/trace?id=${encodeURIComponent(id)}&lang=${language}`,
  );
  const head = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves in with each figure
  useEffect(() => head.current?.focus(), [id]);
  if (id === undefined) return null;
  const trace = answer?.id === id ? answer : undefined;
  return (
    <aside
      className="drawer"
      aria-label={words.drawer.label}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <p>{words.drawer.whence}</p>
        {trail.length > 1 && (
          <button type="button" onClick={back}>
            {words.drawer.back}
          </button>
        )}
        <button type="button" ref={head} onClick={close}>
          {words.drawer.close} <kbd>Esc</kbd>
        </button>
      </header>
      {failure && <Failed failure={failure} again={again} />}
      {!trace && !failure && isSlow && <Skeleton title={words.drawer.label} lines={8} />}
      {trace && <pre>{trace.lines.join('\n')}</pre>}
    </aside>
  );
}
