import { UserError } from '../../data/errors.ts';
import { UnknownSeries } from '../data-questions.ts';
import { failureOf } from '../failure.ts';
import { Cancelled } from '../how.ts';
import { UnknownPage } from '../pages.ts';
import { UnknownFigure } from '../questions.ts';
import { NoAnswerYet, TooManyJobs, UnknownJob } from './api/job-refusals.ts';

/** What a problem is, and the status it is answered with; each has a section on the reference page. */
export const PROBLEMS = {
  'wrong-parameter': { status: 400, title: 'A parameter is wrong' },
  'foreign-host': { status: 403, title: 'Not served under this name' },
  'foreign-origin': { status: 403, title: 'Not asked from here' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'no-data': { status: 404, title: 'Nothing was known that would answer' },
  'method-not-allowed': { status: 405, title: 'Not a method of this address' },
  'not-ready': { status: 409, title: 'There is no answer yet' },
  cancelled: { status: 409, title: 'It was cancelled' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'The body is no JSON' },
  'too-many': { status: 429, title: 'Too much work at once' },
  fault: { status: 500, title: 'It failed' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

export type ProblemKind = keyof typeof PROBLEMS;

/** Problem details (RFC 9457); `field` names the parameter that is wrong, `hint` says what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: (typeof PROBLEMS)[ProblemKind]['status'];
  readonly detail: string;
  readonly field?: string;
  readonly hint: string;
}

interface ProblemWords {
  readonly detail: string;
  readonly hint: string;
  readonly field?: string | undefined;
}

export function problem(kind: ProblemKind, { detail, hint, field }: ProblemWords): Problem {
  const { status, title } = PROBLEMS[kind];
  return {
    type: `/api/v1/#${kind}`,
    title,
    status,
    detail,
    ...(field === undefined ? {} : { field }),
    hint,
  };
}

/** A parameter that the schema of its route refuses. */
export class WrongParameter extends UserError {
  readonly field: string;

  constructor(field: string, message: string, hint: string) {
    super(message, hint, 2);
    this.field = field;
  }
}

/** What a route takes, and what came: with them a problem names the parameter that it is about. */
export interface Asked {
  readonly names: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  /** The parameter that a wrong usage is about when nothing in its message says. */
  readonly otherwise?: string | undefined;
}

export function problemOf(error: Error, asked: Asked): Problem {
  const { message, hint } = failureOf(error);
  const detail = message.replace(/^--(?=[a-z])/, '');
  const kind = kindOf(error);
  if (kind !== 'wrong-parameter') return problem(kind, { detail, hint });
  const field = error instanceof WrongParameter ? error.field : fieldOf(detail, asked);
  return problem(kind, { detail, hint, field });
}

export function problemResponse(found: Problem): Response {
  return new Response(JSON.stringify(found), {
    status: found.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

/** Errors of a kind that their exit code does not say. */
const OWN: readonly (readonly [typeof UserError | typeof Cancelled, ProblemKind])[] = [
  [UnknownFigure, 'not-found'],
  [UnknownSeries, 'not-found'],
  [UnknownPage, 'not-found'],
  [UnknownJob, 'not-found'],
  [TooManyJobs, 'too-many'],
  [NoAnswerYet, 'not-ready'],
  [Cancelled, 'cancelled'],
];

function kindOf(error: Error): ProblemKind {
  const own = OWN.find(([of]) => error instanceof of);
  if (own) return own[1];
  if (!(error instanceof UserError)) return 'fault';
  return ({ 1: 'fault', 2: 'wrong-parameter', 3: 'no-data' } as const)[error.exitCode];
}

/**
 * Readers of arguments begin their message with the name of what they read (`steps` counts those of `step`), or quote what came, or
 * mention the name.
 */
function fieldOf(detail: string, { names, texts, otherwise }: Asked): string | undefined {
  const [first = ''] = detail.split(/[^a-z]/, 1);
  const quoted = /"([^"]+)"/.exec(detail)?.[1];
  return (
    names.find((name) => name === first || `${name}s` === first) ??
    names.find((name) => quoted !== undefined && texts[name]?.includes(quoted)) ??
    names.find((name) => new RegExp(`\\b${name}\\b`).test(detail)) ??
    otherwise
  );
}
