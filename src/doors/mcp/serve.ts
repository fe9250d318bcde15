import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createServer, type ServerOptions } from './server.ts';

export interface PipeOptions extends ServerOptions {
  readonly input: Readable;
  readonly output: Writable;
}

/** Speaks the protocol over a pair of pipes until the other side closes the input. */
export async function serveOverPipes({ input, output, ...options }: PipeOptions): Promise<void> {
  const server = createServer(options);
  server.onerror = (error) => options.log(`mcp: ${error.message}`);
  const closed = once(input, 'end');
  await server.connect(new StdioServerTransport(input, output));
  await closed;
  await server.close();
}
