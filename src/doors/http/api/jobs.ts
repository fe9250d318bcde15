import { randomUUID } from 'node:crypto';
import type { Effects } from '../../../data/effects.ts';
import { Cancelled, type How } from '../../how.ts';
import type { Problem } from '../problem.ts';
import { eventStream } from './event-stream.ts';
import { NoAnswerYet, TooManyJobs, UnknownJob } from './job-refusals.ts';
import type { Sent } from './sent.ts';

/** Where the work stands: a stage of it, and how much of that is done. */
interface Stage {
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

export interface JobState {
  readonly id: string;
  readonly verb: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: Stage | null;
  readonly problem: Problem | null;
}

/** Work that goes on after its asker was answered. */
export interface Jobs {
  /** @throws TooManyJobs */
  readonly start: (verb: string, work: (how: How) => Promise<Sent>) => JobState;
  /** @throws UnknownJob, as the others do */
  readonly state: (id: string) => JobState;
  readonly answer: (id: string) => Promise<Sent>;
  readonly cancel: (id: string) => JobState;
  readonly events: (id: string, after: number) => ReadableStream<Uint8Array>;
}

interface Job {
  state: JobState;
  /** Counts the events. */
  at: number;
  readonly answer: Promise<Sent>;
  readonly change: (to: Partial<JobState>) => void;
  readonly leaver: AbortController;
  readonly listeners: Set<() => void>;
}

interface JobsOptions {
  readonly problemOf: (error: Error) => Problem;
  /** At once, and all that are remembered. */
  readonly mostRunning?: number;
  readonly mostKnown?: number;
  readonly rememberedMs?: number;
}

/** Jobs of a server, forgotten some minutes after their end. */
export function jobsOf({
  problemOf,
  mostRunning = 8,
  mostKnown = 64,
  rememberedMs = 600_000,
}: JobsOptions): Jobs {
  const jobs = new Map<string, Job>();

  function found(id: string): Job {
    const job = jobs.get(id);
    if (job) return job;
    throw new UnknownJob(
      `no such job: "${id}"`,
      'jobs are forgotten some minutes after their end; start it again',
      2,
    );
  }

  function refuseMore(): void {
    const running = [...jobs.values()].filter(({ state }) => state.state === 'running').length;
    if (running >= mostRunning) {
      throw new TooManyJobs(`${running} jobs are running`, 'wait for one of them, or cancel one', 1);
    }
    for (const [id, { state }] of jobs) {
      if (jobs.size < mostKnown) return;
      if (state.state !== 'running') jobs.delete(id);
    }
  }

  return {
    start(verb, work) {
      refuseMore();
      const id = randomUUID();
      const leaver = new AbortController();
      const change = (to: Partial<JobState>) => {
        if (job.state.state !== 'running') return;
        job.state = { ...job.state, ...to };
        job.at += 1;
        for (const tell of job.listeners) tell();
        if (job.state.state !== 'running') setTimeout(() => jobs.delete(id), rememberedMs).unref();
      };
      const answer = Promise.resolve().then(() =>
        work({ signal: leaver.signal, progress: stagesTo(change) }),
      );
      const job: Job = {
        state: { id, verb, state: 'running', progress: null, problem: null },
        at: 0,
        answer,
        change,
        leaver,
        listeners: new Set(),
      };
      answer.then(
        () => change({ state: 'done' }),
        (error: Error) =>
          change(
            error instanceof Cancelled
              ? { state: 'cancelled' }
              : { state: 'failed', problem: problemOf(error) },
          ),
      );
      jobs.set(id, job);
      return job.state;
    },
    state: (id) => found(id).state,
    async answer(id) {
      const { state, answer } = found(id);
      if (state.state === 'running') {
        throw new NoAnswerYet('the job is still running', `listen to /api/v1/jobs/${id}/events`, 1);
      }
      return answer;
    },
    cancel(id) {
      const job = found(id);
      job.change({ state: 'cancelled' });
      job.leaver.abort();
      return job.state;
    },
    events(id, after) {
      const job = found(id);
      return eventStream((send, close) => {
        let sent = after;
        const tell = () => {
          if (job.at > sent || job.at === 0) send(nameOf(job.state), job.state, job.at);
          sent = job.at;
          if (job.state.state !== 'running') close();
        };
        job.listeners.add(tell);
        tell();
        return () => void job.listeners.delete(tell);
      });
    },
  };
}

function nameOf({ state }: JobState): string {
  return state === 'running' ? 'progress' : state;
}

function stagesTo(change: (to: Partial<JobState>) => void): Effects['progress'] {
  return (title, total) => {
    const tell = (done: number) => change({ progress: { title, done, total } });
    tell(0);
    return { update: tell, end() {} };
  };
}
