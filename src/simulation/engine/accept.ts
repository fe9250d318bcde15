import type { z } from 'zod';

/**
 * A value as its schema takes it.
 * @throws RangeError with the path of the first field it does not take, after `name`, why, and what came.
 */
export function accept<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const { path, message } = error.issues[0]!;
  const came = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], value);
  throw new RangeError(`${[name, ...path.map(String)].join('.')}: ${message}${told(came)}`);
}

function told(value: unknown): string {
  return typeof value === 'object' && value !== null ? '' : `, came ${String(value)}`;
}
