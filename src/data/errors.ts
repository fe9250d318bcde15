/** 0 answered, 1 failed, 2 wrong usage, 3 the headline has no value for want of data. */
export type ExitCode = 1 | 2 | 3;

/** An error meant for the person at the door: what happened, what to do, and the exit code of the process. */
export class UserError extends Error {
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor(message: string, hint: string, exitCode: ExitCode = 1) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
