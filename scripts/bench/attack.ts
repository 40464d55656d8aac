import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../playground-server/protocol/index.ts';

/** One step of one connection of an attacker. */
export interface Step {
  url: string;
  /** The address that the request seems to come from. */
  client: string;
  /** Aborted when the attack is over. */
  signal: AbortSignal;
}

/** What one client, or a few, do to all others. */
export interface Attack {
  name: string;
  connections: number;
  /** Addresses that the connections are spread over; 1 unless said. */
  clients?: number;
  step: (step: Step) => Promise<unknown>;
  /** Whose runs are timed beside it. */
  victim?: Language;
}

const pauseMs = 20;

export const post = ({ url, client, signal }: Step, path: string, body: BodyInit, type: string) =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': type, 'x-forwarded-for': client },
    body,
    signal,
  });

/** Keeps all connections of an attack busy; the result ends it. */
export function begin(
  { connections, clients = 1, step }: Attack,
  url: string,
): () => Promise<void> {
  const over = new AbortController();
  const keepOn = async (connection: number) => {
    const client = `198.51.100.${1 + (connection % clients)}`;
    while (!over.signal.aborted) {
      await step({ url, client, signal: over.signal }).catch(() => undefined);
      await pause(pauseMs);
    }
  };
  const all = Array.from({ length: connections }, (_, connection) => keepOn(connection));
  return async () => {
    over.abort();
    await Promise.all(all);
  };
}
