import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../../data/errors.ts';

export interface Listening {
  readonly port: number;
  /** Ends at once, also connections that are kept open. */
  readonly close: () => void;
}

/**
 * Serves on the loopback interface at the first of the ports that is free.
 * @throws UserError (1) when none is.
 */
export async function listen(app: Hono, ports: readonly number[]): Promise<Listening> {
  for (const port of ports) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    if (await isListening(server, port)) {
      return {
        port: (server.address() as AddressInfo).port,
        close() {
          server.close();
          server.closeAllConnections();
        },
      };
    }
  }
  const range = ports.length > 1 ? `ports ${ports[0]} to ${ports.at(-1)} are` : `port ${ports[0]} is`;
  throw new UserError(`${range} taken on 127.0.0.1`, 'choose another with --port, or --port 0 for any', 1);
}

function isListening(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(new UserError(`port ${port} needs privileges`, 'choose one above 1023 with --port', 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}
