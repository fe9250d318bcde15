import { createContext, useContext } from 'react';
import type { PageRun } from './page-run.ts';

/** The page that a block stands on. */
export interface PageAsked {
  readonly page: string;
  /** What was asked, as the address of its parts wants it. */
  readonly query: string;
  readonly asOf: string;
  /** Absent where a page is made at once. */
  readonly run?: PageRun;
}

export const PageContext = createContext<PageAsked | undefined>(undefined);

export function usePage(): PageAsked {
  const found = useContext(PageContext);
  if (!found) throw new Error('used outside a page');
  return found;
}
