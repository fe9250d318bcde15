import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../../data/errors.ts';
import { failureOf } from '../failure.ts';

/** What was wrong and what to do, as an assistant reads it: arguments have no dashes here. */
export function refusalText(error: unknown): string {
  const { message, hint } = failureOf(error);
  return `${message.replace(/^--/, '')}${hint ? `\nhint: ${hint}` : ''}`;
}

/** The error of a request that is not a call of a tool; a wrong input is told apart from a fault of the program. */
export function protocolError(error: unknown): McpError {
  if (error instanceof McpError) return error;
  const code = error instanceof UserError ? ErrorCode.InvalidParams : ErrorCode.InternalError;
  return new McpError(code, refusalText(error));
}
