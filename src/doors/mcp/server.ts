import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../../data/errors.ts';
import { LANGUAGES } from '../../data/series/entry.ts';
import { type How, SILENT } from '../how.ts';
import type { Desk } from './desk.ts';
import { progressTo } from './progress.ts';
import { promptOf, promptsIn } from './prompts.ts';
import { protocolError, refusalText } from './refusal.ts';
import { idsFor, readResource, resourcesFrom, TEMPLATES } from './resources.ts';
import type { Tool } from './tool.ts';
import * as tools from './tools/index.ts';

const TOOLS: readonly Tool[] = Object.values(tools);
const MOST_COMPLETIONS = 100;

const INSTRUCTIONS = `Tidemark answers, as of any instant, what fell in the markets and how rare that is. Every tool answers from what was known at asOf. \
Call scan first, explain for the why, cascade for forced selling under a supposed shock. Figures are fractions and base units; \
give the id of a figure to trace to see where it comes from. Where simulated is true the market is generated, and every text must say so.`;

export interface ServerOptions {
  readonly desk: Desk;
  readonly version: string;
  /** Where faults of the program are told. */
  readonly log: (line: string) => void;
}

/** A server of the Model Context Protocol: a tool a verb, series and episodes as resources, a brief as prompt. */
export function createServer({ desk, version, log }: ServerOptions): Server {
  const server = new Server(
    { name: 'tidemark', version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions: INSTRUCTIONS,
    },
  );
  const told = fault(log);
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: await Promise.all(TOOLS.map((one) => described(one, desk))),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { _meta, sendNotification, signal }) => {
    const progressToken = _meta?.progressToken;
    const progress =
      progressToken === undefined
        ? SILENT
        : progressTo(
            (done, total, message) =>
              void sendNotification({
                method: 'notifications/progress',
                params: { progressToken, progress: done, total, message },
              }),
          );
    return called(params.name, params.arguments, desk, { signal, progress }, told);
  });
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) =>
    orProtocolError(() => resourcesFrom(params?.cursor, desk), told),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) =>
    orProtocolError(() => readResource(params.uri, desk), told),
  );
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: promptsIn(desk.language) }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
    orProtocolError(async () => promptOf(params.name, params.arguments ?? {}, desk.language), told),
  );
  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument } }) =>
    orProtocolError(async () => {
      const all =
        ref.type === 'ref/resource' ? await idsFor(ref.uri, argument.value, desk) : languagesFor(argument);
      return { completion: { values: all.slice(0, MOST_COMPLETIONS), total: all.length } };
    }, told),
  );
  return server;
}

async function described(one: Tool, desk: Desk) {
  const { name, description, inputSchema } = one;
  const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
  return {
    name,
    description,
    inputSchema,
    outputSchema: await one.outputSchema(desk),
    annotations: readOnly,
  };
}

/** The result of a tool; what is wrong with a call is a result too, which an assistant can read and put right. */
async function called(
  name: string,
  given: unknown,
  desk: Desk,
  how: How,
  told: (error: unknown) => void,
): Promise<CallToolResult> {
  const found = TOOLS.find((one) => one.name === name);
  if (!found) {
    const names = TOOLS.map((one) => one.name).join(', ');
    throw new McpError(ErrorCode.InvalidParams, `no such tool: "${name}"; allowed: ${names}`);
  }
  try {
    const answer = await found.call(given, desk, how);
    return { content: [{ type: 'text', text: answer.words }], structuredContent: answer };
  } catch (error) {
    told(error);
    return { content: [{ type: 'text', text: refusalText(error) }], isError: true };
  }
}

async function orProtocolError<T>(work: () => Promise<T>, told: (error: unknown) => void): Promise<T> {
  try {
    return await work();
  } catch (error) {
    told(error);
    throw protocolError(error);
  }
}

/** A fault of the program is told with its stack; what a person asked wrongly is not. */
function fault(log: (line: string) => void): (error: unknown) => void {
  return (error) => {
    if (error instanceof UserError) return;
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
}

function languagesFor({ name, value }: { readonly name: string; readonly value: string }): readonly string[] {
  return name === 'lang' ? LANGUAGES.filter((one) => one.startsWith(value)) : [];
}
