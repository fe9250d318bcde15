import { parentPort, workerData } from 'node:worker_threads';
import type { Effects } from '../../data/effects.ts';
import { PAGE_LIMITS } from '../cascade-limits.ts';
import { dataQuestions } from '../data-questions.ts';
import { fingerprint } from '../fingerprint.ts';
import { Cancelled, SILENT } from '../how.ts';
import type { ApiContext } from '../http/api/operation.ts';
import type { Sent } from '../http/api/sent.ts';
import { keptAnswers } from '../kept-answers.ts';
import { pageQuestions } from '../pages.ts';
import { PARTS } from '../parts.ts';
import { questions } from '../questions.ts';
import { withSharedViews } from '../shared-views.ts';
import { jobThreads } from '../simulate/job-threads.ts';
import { answeringHere, Refused } from './answering.ts';
import type { Place, Request, Response } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('a thread that answers has nobody to answer');

const waiting = new Map<number, AbortController>();
const context = contextOf(workerData as Place);

port.on('message', (request: Request) => {
  if ('leave' in request) waiting.get(request.leave)?.abort();
  else void answer(request);
});

async function answer({ ask: id, operation, asked }: Extract<Request, { ask: number }>): Promise<void> {
  const leaver = new AbortController();
  waiting.set(id, leaver);
  try {
    const { answer } = answeringHere(await context);
    const sent = await answer(operation, asked, { signal: leaver.signal, progress: stagesOf(id) });
    tell({ id, sent }, buffersOf(sent));
  } catch (error) {
    tell(refusalOf(id, error as Error));
  } finally {
    waiting.delete(id);
  }
}

function refusalOf(id: number, error: Error): Response {
  if (error instanceof Cancelled) return { id, cancelled: true };
  if (error instanceof Refused) return { id, problem: error.problem, stack: error.stack };
  throw error;
}

function stagesOf(id: number): Effects['progress'] {
  return (title, total) => {
    tell({ id, stage: { title, total } });
    return { update: (done, detail) => tell({ id, done, detail }), end() {} };
  };
}

function tell(response: Response, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(response, [...transfer]);
}

/** The buffers of bytes that have one to themselves. */
function buffersOf({ plain, zipped }: Sent): ArrayBuffer[] {
  const own = [plain, ...(zipped ? [zipped] : [])];
  return own.filter((one) => one.byteLength === one.buffer.byteLength).map(({ buffer }) => buffer);
}

async function contextOf({ home, ...rest }: Place): Promise<ApiContext> {
  const effects: Effects = { now: Date.now, log: (line) => tell({ log: line }), progress: SILENT };
  const store = withSharedViews(await PARTS.openStore(home, effects));
  const ask = questions({
    store,
    parts: PARTS,
    simulate: { apart: true, kept: jobThreads(), effects },
    limits: PAGE_LIMITS,
    kept: keptAnswers(home, { fingerprint }),
  });
  const data = dataQuestions(store, PARTS);
  return {
    questions: ask,
    data,
    parts: PARTS,
    pages: pageQuestions({ questions: ask, data, parts: PARTS }),
    ...rest,
  };
}
