import { useSyncExternalStore } from 'react';

/** Where the reader is: a path, and what was asked. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const MOVED = 'tidemark:moved';
let current = read();

function read(): Address {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

function changed(): void {
  current = read();
}

window.addEventListener('popstate', changed);
window.addEventListener(MOVED, changed);

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => current);
}

/** The address of a page that keeps the instant and what else belongs to every page. */
export function hrefOf(path: string, change: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams();
  for (const name of KEPT) {
    const value = current.query.get(name);
    if (value) query.set(name, value);
  }
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What follows the reader from page to page. */
const KEPT = ['asof', 'lang'];

export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(MOVED));
}

/** The same page with other questions. */
export function ask(change: Readonly<Record<string, string | null>>, how: 'push' | 'replace' = 'push'): void {
  const query = new URLSearchParams(current.query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  go(text === '' ? current.path : `${current.path}?${text}`, how);
}
