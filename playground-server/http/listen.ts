import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { processLimit } from '../linux/proc.ts';
import type { App } from './server-parts.ts';

export type ListenAnswer =
  | { kind: 'listening'; url: string; stopAccepting(): void; disconnect(): Promise<void> }
  /** One sentence: where it could not listen, and what to do. */
  | { kind: 'refused'; sentence: string };

export interface ListenTimeouts {
  /** for a whole request to come in */
  requestMs: number;
  /** how often that is looked at */
  checkEveryMs: number;
}

/** A body of 400 KiB comes in within this on any line that is worth waiting for. */
const standardTimeouts: ListenTimeouts = { requestMs: 30_000, checkEveryMs: 5000 };
/** A reader whose machine is gone sends no farewell: the kernel asks after so long, and ten times more. */
const askWhetherThereMs = 10_000;
/** Longer than any place in the queue stays the same: 64 runs of 5 s, 4 at once. */
const idleTimeoutMs = 120_000;
/** What the last answers may take to leave once their runs have ended. */
const flushMs = 500;

/** Listens on `host`:`port`; port 0 takes any free one. */
export function listen(
  app: App,
  { host, port }: { host: string; port: number },
  { requestMs, checkEveryMs } = standardTimeouts,
) {
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: checkEveryMs,
      keepAlive: true,
      keepAliveInitialDelay: askWhetherThereMs,
    },
    getRequestListener(app.fetch, { hostname: host }),
  );
  server.setTimeout(idleTimeoutMs);
  const descriptors = processLimit(process.pid, 'Max open files');
  // The other half is for the runs: connections without end must not take their pipes away.
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
    stopAccepting: () => void server.close(),
    async disconnect() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, flushMs))]);
      server.closeAllConnections();
    },
  };
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return (
      `Port ${port} on ${host} is taken. ` +
      `End what listens there, or choose another port: PORT=${port + 1} npm start`
    );
  }
  if (code === 'EACCES') {
    return `Port ${port} needs more privileges. Choose one above 1023: PORT=4321 npm start`;
  }
  return `Cannot listen on ${host}:${port} (${message}). Set HOST to an address of this machine.`;
}
