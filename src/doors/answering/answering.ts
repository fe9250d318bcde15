import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Cancelled, type How } from '../how.ts';
import type { ApiContext, Computed, Reply, Texts } from '../http/api/operation.ts';
import { OPERATIONS } from '../http/api/operations.ts';
import type { Sent } from '../http/api/sent.ts';
import { PAGE_OPERATIONS } from '../http/pages/operations.ts';
import { type Problem, problemOf } from '../http/problem.ts';

/** Who computes what a server is asked: this thread, or others. */
export interface Answering {
  /**
   * The bytes of an operation's answer.
   * @throws Refused, Cancelled
   */
  readonly answer: (operation: string, asked: Texts, how: How) => Promise<Sent>;
}

/** A question that has no answer, with what the reader is told; a fault of the program keeps its stack. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, stack: string | undefined) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
    if (stack !== undefined) this.stack = stack;
  }
}

/** Answers in this thread. */
export function answeringHere(context: ApiContext): Answering {
  return {
    async answer(id, asked, how) {
      const operation = computation(id);
      try {
        return await sentOf(await operation.answer(asked, context, how));
      } catch (error) {
        throw error instanceof Cancelled ? error : refusal(error as Error, operation, asked);
      }
    },
  };
}

function computation(id: string): Computed {
  const found = [...OPERATIONS, ...PAGE_OPERATIONS].find((one) => one.id === id);
  if (found && 'answer' in found) return found;
  throw new RangeError(`nothing that is computed has the name "${id}"`);
}

function refusal(error: Error, { parameters, otherwise }: Computed, asked: Texts): Refused {
  return new Refused(
    problemOf(error, { names: Object.keys(parameters.shape), texts: asked, otherwise }),
    error.stack,
  );
}

const encoder = new TextEncoder();
const pack = promisify<Uint8Array, Buffer>(gzip);
/** Bytes below which compressing saves no packet worth the work. */
const LEAST_ZIPPED = 4096;
const ZIPPED = /^(text\/|application\/json)/;

async function sentOf(reply: Reply): Promise<Sent> {
  if ('json' in reply) return withZip('application/json', encoder.encode(JSON.stringify(reply.json)));
  const { type, body, filename } = reply;
  const sent = await withZip(type, typeof body === 'string' ? encoder.encode(body) : body);
  return filename === undefined ? sent : { ...sent, filename };
}

async function withZip(type: string, plain: Uint8Array<ArrayBuffer>): Promise<Sent> {
  if (plain.length < LEAST_ZIPPED || !ZIPPED.test(type)) return { type, plain };
  return { type, plain, zipped: Uint8Array.from(await pack(plain)) };
}
