import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** A failure in the words of the server: what came, what is allowed, what to do. */
export interface Failure {
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
  readonly status: number;
}

/** What was asked and how far it is: the old answer stays while a new one is made. */
export interface Asked<T> {
  readonly answer: T | undefined;
  readonly failure: Failure | undefined;
  /** Asked for longer than a reader should see nothing. */
  readonly isSlow: boolean;
  readonly isWaiting: boolean;
  again(): void;
  cancel(): void;
}

const kept = new Map<string, unknown>();
const MOST_KEPT = 60;
const SLOW_MS = 300;

class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** Reads JSON of this server. */
export async function fetchJson<T>(href: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(href, { signal, headers: { Accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  const text = await response.text();
  throw new Refused(failureOf(text, response.status));
}

function failureOf(text: string, status: number): Failure {
  try {
    const { title = '', detail = '', hint = '' } = JSON.parse(text) as Partial<Failure>;
    return { title, detail, hint, status };
  } catch {
    return { title: '', detail: text.slice(0, 200), hint: '', status };
  }
}

function keep(href: string, answer: unknown): void {
  kept.delete(href);
  kept.set(href, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
}

const refreshed = new Set<() => void>();
let epoch = 0;

/** Asks again for all that stands on the latest data: they have changed. What is of a fixed instant stays. */
export function refreshLatest(): void {
  for (const href of kept.keys()) if (!/[?&]asof=(?!latest)/.test(href)) kept.delete(href);
  epoch += 1;
  for (const listener of refreshed) listener();
}

function subscribe(listener: () => void): () => void {
  refreshed.add(listener);
  return () => refreshed.delete(listener);
}

/** Whether the answer is at hand. */
export function isKept(href: string): boolean {
  return kept.has(href);
}

/** Who could not reach the server; as soon as anyone does, all of them ask again. */
const stranded = new Set<() => void>();

function reached(): void {
  const all = [...stranded];
  stranded.clear();
  for (const again of all) again();
}

window.addEventListener('online', reached);

/** Asks the server for JSON; undefined asks nothing. An answer of a fixed question is kept while the page is open. */
export function useAsked<T>(href: string | undefined): Asked<T> {
  const [state, setState] = useState<{ href?: string; answer?: T; failure?: Failure }>({});
  const [isSlow, setSlow] = useState(false);
  const [round, setRound] = useState(0);
  const age = useSyncExternalStore(subscribe, () => epoch);
  const abort = useRef<AbortController | undefined>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round, or new data, ask the same again
  useEffect(() => {
    if (href === undefined) return;
    setSlow(false);
    if (kept.has(href)) {
      setState({ href, answer: kept.get(href) as T });
      return;
    }
    setState(({ answer }) => (answer ? { answer } : {}));
    const controller = new AbortController();
    abort.current = controller;
    const timer = window.setTimeout(() => setSlow(true), SLOW_MS);
    fetchJson<T>(href, controller.signal)
      .then((answer) => {
        keep(href, answer);
        setState({ href, answer });
        reached();
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted && !cancelled.has(controller)) return;
        setState((old) => ({
          ...(old.answer ? { answer: old.answer } : {}),
          href,
          failure: toFailure(error, controller),
        }));
      })
      .finally(() => {
        window.clearTimeout(timer);
        setSlow(false);
      });
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [href, round, age]);

  const again = useCallback(() => {
    if (href !== undefined) kept.delete(href);
    setState((old) => ({ ...(old.answer ? { answer: old.answer } : {}) }));
    setRound((old) => old + 1);
  }, [href]);
  const cancel = useCallback(() => {
    if (abort.current) cancelled.add(abort.current);
    abort.current?.abort();
  }, []);
  const isCurrent = state.href === href;
  const isStranded = isCurrent && state.failure?.title === 'unreachable';
  useEffect(() => {
    if (!isStranded) return;
    stranded.add(again);
    return () => {
      stranded.delete(again);
    };
  }, [isStranded, again]);
  return {
    answer: state.answer,
    failure: isCurrent ? state.failure : undefined,
    isSlow,
    isWaiting: href !== undefined && !isCurrent,
    again,
    cancel,
  };
}

const cancelled = new WeakSet<AbortController>();

function toFailure(error: unknown, controller: AbortController): Failure {
  if (cancelled.has(controller)) return { title: 'cancelled', detail: '', hint: '', status: 0 };
  if (error instanceof Refused) return error.failure;
  return { title: 'unreachable', detail: error instanceof Error ? error.message : '', hint: '', status: 0 };
}
