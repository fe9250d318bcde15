import { z } from 'zod';
import type { Language } from '../../data/series/entry.ts';
import type { How } from '../how.ts';
import { stagesIn } from '../stages.ts';
import { argumentsOf } from './arguments.ts';
import type { Desk } from './desk.ts';

/** What a tool gives: words for people, and the same with its figures for programs. */
export interface ToolAnswer {
  readonly words: string;
  readonly [field: string]: unknown;
}

/** A verb as the protocol offers it. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema: (desk: Desk) => Promise<JsonObject>;
  /** @throws UserError for wrong arguments, and where there is no answer. */
  readonly call: (given: unknown, desk: Desk, how: How) => Promise<ToolAnswer>;
}

export interface JsonObject {
  readonly type: 'object';
  readonly [key: string]: unknown;
}

interface ToolDraft<I extends z.ZodObject> {
  readonly name: string;
  readonly description: string;
  readonly input: I;
  readonly output: z.ZodObject | ((desk: Desk) => Promise<JsonObject>);
  readonly call: (given: z.infer<I>, desk: Desk, how: How) => Promise<ToolAnswer>;
}

/** A tool whose arguments are checked before it is called. */
export function tool<I extends z.ZodObject>({ name, description, input, output, call }: ToolDraft<I>): Tool {
  return {
    name,
    description,
    inputSchema: jsonSchema(input, 'input'),
    outputSchema: async (desk) => (output instanceof z.ZodObject ? jsonSchema(output) : output(desk)),
    call: async (given, desk, how) => {
      const asked = argumentsOf(input, given);
      return call(asked, desk, toldIn(languageFor((asked as { lang?: Language }).lang, desk), how));
    },
  };
}

function toldIn(language: Language, { progress, ...how }: How): How {
  return { ...how, ...(progress ? { progress: stagesIn(language, progress) } : {}) };
}

export function jsonSchema(schema: z.ZodObject, io: 'input' | 'output' = 'output'): JsonObject {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io });
  return rest as JsonObject;
}

/** The language of the words: the one asked for, else that of the server. */
export function languageFor(asked: Language | undefined, desk: Desk): Language {
  return asked ?? desk.language;
}
