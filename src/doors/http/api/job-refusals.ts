import { UserError } from '../../../data/errors.ts';

/** An id of a job that is not, or not any more. */
export class UnknownJob extends UserError {}

/** More work than is taken on. */
export class TooManyJobs extends UserError {}

/** An answer that is asked for before it is there, or that will not be. */
export class NoAnswerYet extends UserError {}
