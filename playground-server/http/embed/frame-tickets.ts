import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Redis } from 'ioredis';

/** Long enough for a page that stays open over a working day. */
export const ticketLifetimeMs = 12 * 3_600_000;

/**
 * What a frame in a sandbox shows in place of its origin, which it lacks. Only documents of ours that
 * a client has loaded have one, and only that client's requests may show it.
 */
export interface FrameTickets {
  issue(client: string, nowMs?: number): string;
  isValid(ticket: string, client: string, nowMs?: number): boolean;
}

/** @param key known to the server alone, or to all that serve the same readers */
export function createFrameTickets(key: Buffer = randomBytes(32)): FrameTickets {
  const seal = (client: string, untilMs: string) =>
    createHmac('sha256', key).update(`${untilMs} ${client}`).digest();
  return {
    issue(client, nowMs = Date.now()) {
      const untilMs = String(nowMs + ticketLifetimeMs);
      return `${untilMs}.${seal(client, untilMs).toString('base64url')}`;
    },
    isValid(ticket, client, nowMs = Date.now()) {
      const [, untilMs = '', written = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(ticket) ?? [];
      if (!(Number(untilMs) > nowMs)) return false;
      return timingSafeEqual(Buffer.from(written, 'base64url'), seal(client, untilMs));
    },
  };
}

/** Beside the links, in the same slot of a cluster. */
const keyName = '{live-man:links}:frame-ticket-key';

/** The key that all instances share, where they share a Redis; else this instance's own. */
export async function frameTicketKey(redis: Redis | null): Promise<Buffer> {
  const own = randomBytes(32);
  if (redis === null) return own;
  try {
    await redis.set(keyName, own.toString('base64url'), 'NX');
    return Buffer.from((await redis.get(keyName)) ?? '', 'base64url');
  } catch {
    // Readers then load the frame again where another instance answers them.
    return own;
  }
}
