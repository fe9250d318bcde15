import { useEffect, useState } from 'react';
import type { Failure } from './asking.ts';

/** Work of the server that is not waited for. */
export interface AskedJob {
  readonly verb: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface JobProgress {
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

export interface JobRun {
  readonly state: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress?: JobProgress;
  readonly failure?: Failure;
}

const JOBS = '/api/v1/jobs';
const NONE: JobRun = { state: 'none' };

/** Runs a job as long as it is asked for, and gives it up when another is, or none; `cancel` gives it up by hand. */
export function useJob(asked: string | undefined): JobRun & { cancel(): void } {
  const [run, setRun] = useState<{ asked?: string; run: JobRun }>({ run: NONE });
  const [controller, setController] = useState<AbortController | undefined>(undefined);
  useEffect(() => {
    if (asked === undefined) return;
    const aborted = new AbortController();
    const tell = (told: JobRun) => {
      if (!aborted.signal.aborted) setRun({ asked, run: told });
    };
    setController(aborted);
    setRun({ asked, run: { state: 'running' } });
    follow(JSON.parse(asked) as AskedJob, aborted.signal, tell).catch(() => tell({ state: 'done' }));
    return () => aborted.abort();
  }, [asked]);
  const current: JobRun = asked === undefined ? NONE : run.asked === asked ? run.run : { state: 'running' };
  return {
    ...current,
    cancel() {
      controller?.abort();
      if (asked !== undefined) setRun({ asked, run: { state: 'cancelled' } });
    },
  };
}

/** Starts the job and tells its events. A server that takes no job is asked for the page straight away: that is as good as done. */
async function follow(job: AskedJob, signal: AbortSignal, tell: (run: JobRun) => void): Promise<void> {
  const response = await fetch(JOBS, {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(job),
  });
  if (!response.ok) return tell({ state: 'done' });
  const { id } = (await response.json()) as { id: string };
  const events = new EventSource(`${JOBS}/${id}/events`);
  const giveUp = () => {
    events.close();
    void fetch(`${JOBS}/${id}`, { method: 'DELETE' });
  };
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  const end = (run: JobRun) => {
    signal.removeEventListener('abort', giveUp);
    events.close();
    tell(run);
  };
  const dataOf = (event: Event) =>
    JSON.parse((event as MessageEvent<string>).data) as {
      progress: JobProgress | null;
      problem: Partial<Failure> | null;
    };
  events.addEventListener('progress', (event) => {
    const { progress } = dataOf(event);
    tell({ state: 'running', ...(progress ? { progress } : {}) });
  });
  events.addEventListener('done', () => end({ state: 'done' }));
  events.addEventListener('cancelled', () => end({ state: 'cancelled' }));
  events.addEventListener('failed', (event) => {
    const { title = '', detail = '', hint = '', status = 0 } = dataOf(event).problem ?? {};
    end({ state: 'failed', failure: { title, detail, hint, status } });
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) end({ state: 'done' });
  });
}
