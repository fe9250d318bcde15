import { type ExitCode, UserError } from '../../data/errors.ts';

/** An error as plain data. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Of a UserError. */
  readonly told?: { readonly hint: string; readonly exitCode: ExitCode };
}

export function faultOf(thrown: unknown): Fault {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack = '' } = error;
  const told = error instanceof UserError ? { hint: error.hint, exitCode: error.exitCode } : undefined;
  return { name, message, stack, ...(told ? { told } : {}) };
}

/** The error again, with its class where it is one of arguments or of people, and the stack of where it was thrown. */
export function errorOf({ name, message, stack, told }: Fault): Error {
  const error = told
    ? new UserError(message, told.hint, told.exitCode)
    : name === 'RangeError'
      ? new RangeError(message)
      : name === 'TypeError'
        ? new TypeError(message)
        : new Error(message);
  return Object.assign(error, { name, stack });
}
