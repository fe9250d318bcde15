import { useEffect, useRef } from 'react';
import type { SentTrace } from '../../../report/page/index.ts';
import { Failed, Skeleton } from '../blocks/states.tsx';
import { useAsked } from '../state/asking.ts';
import { traceHref, useDrawer } from '../state/origins.tsx';
import { useSurroundings } from '../state/surroundings.tsx';
import { Origin } from './origin.tsx';
import { TraceEnd, TraceHead } from './trace-ends.tsx';

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
