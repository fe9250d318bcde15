import { useRef, useState } from 'react';
import type { SentPage } from '../../../report/page/index.ts';
import { type Asked, isKept, useAsked } from '../state/asking.ts';
import { type JobProgress, useJob } from '../state/job.ts';

/** Where a page stands that is shown in brief while it is made in full. */
export interface PageRun {
  readonly phase: 'brief' | 'computing' | 'whole' | 'cancelled' | 'failed';
  readonly isBrief: boolean;
  readonly progress?: JobProgress;
  readonly problem?: string;
  cancel(): void;
  inFull(): void;
}

/** Verbs whose page is shown in brief first, with what makes it brief. */
const BRIEF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cascade: { paths: '60', draws: '10', step: '10m', causes: 'none' },
};

/** A page, what was asked for it, and where it stands. */
interface RunPage extends Asked<SentPage> {
  /** What the page that is shown was asked with: its parts are asked with the same. */
  readonly query: string;
  readonly run?: PageRun;
}

/** The page of an address; where that takes long, in brief at first and then in full. */
export function usePageRun(page: string, query: string): RunPage {
  const href = `/pages/${page}?${query}`;
  const parameters = new URLSearchParams(query);
  const brief = BRIEF[page];
  const asksForMore = Object.keys(brief ?? {}).some((name) => parameters.has(name));
  const isTwofold = brief !== undefined && !asksForMore;
  const [wanted, setWanted] = useState('');
  const last = useRef<SentPage | undefined>(undefined);

  const briefHref = isTwofold && !isKept(href) ? `/pages/${page}?${briefQuery(query, brief)}` : undefined;
  const first = useAsked<SentPage>(briefHref);
  const hasBrief = briefHref !== undefined && !first.isWaiting && !first.failure;
  const job = useJob(hasBrief && wanted !== href ? jobOf(page, parameters) : undefined);
  const isReady = briefHref === undefined || job.state === 'done' || wanted === href;
  const whole = useAsked<SentPage>(isReady ? href : undefined);
  if (!isTwofold) return { ...whole, query };

  const hasWhole = isReady && !whole.isWaiting && !whole.failure;
  const shown = hasWhole ? whole.answer : hasBrief ? first.answer : last.current;
  last.current = shown;
  const failure = isReady ? whole.failure : first.failure;
  const isCancelled = job.state === 'cancelled' || (isReady && whole.failure?.title === 'cancelled');
  const problem = job.failure ?? failure;
  const phase = hasWhole
    ? 'whole'
    : isCancelled
      ? 'cancelled'
      : problem
        ? 'failed'
        : hasBrief
          ? 'computing'
          : 'brief';
  return {
    answer: shown,
    query: !hasWhole && hasBrief ? briefQuery(query, brief) : query,
    failure: hasBrief ? undefined : failure,
    isSlow: !hasWhole && !hasBrief && (first.isSlow || whole.isSlow),
    isWaiting: !hasWhole && !hasBrief,
    again: isReady ? whole.again : first.again,
    cancel: job.cancel,
    run: {
      phase,
      isBrief: !hasWhole && hasBrief,
      ...(job.progress ? { progress: job.progress } : {}),
      ...(problem && !isCancelled
        ? { problem: [problem.detail, problem.hint].filter(Boolean).join(' ') }
        : {}),
      cancel() {
        if (isReady) whole.cancel();
        else job.cancel();
      },
      inFull() {
        setWanted(href);
        if (wanted === href) whole.again();
      },
    },
  };
}

function briefQuery(query: string, brief: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(brief)) asked.set(name, value);
  asked.sort();
  return asked.toString();
}

function jobOf(verb: string, query: URLSearchParams): string {
  const { lang: _, ...parameters } = Object.fromEntries(query);
  return JSON.stringify({ verb, parameters });
}
