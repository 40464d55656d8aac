import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { processLimit } from '../linux/proc.ts';
import type { App } from './server-parts.ts';

export type ListenAnswer =
  | { kind: 'listening'; url: string; disconnect(): Promise<void> }
  /** One sentence: why the server could not listen, and what to do. */
  | { kind: 'refused'; sentence: string };

export interface ListenTimeouts {
  /** for a whole request to arrive */
  requestMs: number;
  /** how often that is checked */
  checkEveryMs: number;
}

/** A body of 400 KiB arrives within this time on any usable connection. */
const standardTimeouts: ListenTimeouts = { requestMs: 30_000, checkEveryMs: 5000 };
/**
 * A machine that vanishes closes no connection: the kernel probes it after this time, then ten
 * times.
 */
const askWhetherThereMs = 10_000;
/** Longer than a run's place in the queue can stay the same: 64 runs of 5 s, 4 at once. */
const idleTimeoutMs = 120_000;
/** Time for the last answers to be sent once their runs have ended, on a busy machine as well. */
const flushMs = 5000;
/** How often connections are closed whose answer has been sent. */
const closeEveryMs = 20;

/** Listens on `host`:`port`; port 0 takes any free one. */
export function listen(
  app: App,
  { host, port }: { host: string; port: number },
  { requestMs, checkEveryMs } = standardTimeouts,
) {
  const answer = getRequestListener(app.fetch, { hostname: host });
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: checkEveryMs,
      keepAlive: true,
      keepAliveInitialDelay: askWhetherThereMs,
    },
    (request, response) => void answer(request, response),
  );
  server.setTimeout(idleTimeoutMs);
  const descriptors = processLimit(process.pid, 'Max open files');
  // The other half is for the runs, which must keep their pipes however many connections there are.
  if (descriptors !== null) server.maxConnections = Math.floor(descriptors / 2);
  return new Promise<ListenAnswer>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ kind: 'refused', sentence: refusal(error, host, port) });
    });
    server.listen(port, host, () => resolve(listening(server, host)));
  });
}

function listening(server: Server, host: string): ListenAnswer {
  const { port } = server.address() as AddressInfo;
  return {
    kind: 'listening',
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async disconnect() {
      const closed = new Promise((resolve) => server.close(resolve));
      const idle = setInterval(() => server.closeIdleConnections(), closeEveryMs);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, flushMs))]);
      clearInterval(idle);
      server.closeAllConnections();
    },
  };
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return (
      `Port ${port} on ${host} is taken. ` +
      `Stop what listens there, or choose another port: PORT=${port + 1} npm start`
    );
  }
  if (code === 'EACCES') {
    return `Port ${port} needs more privileges. Choose one above 1023: PORT=4321 npm start`;
  }
  return `Cannot listen on ${host}:${port} (${message}). Set HOST to an address of this machine.`;
}
