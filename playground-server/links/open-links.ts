import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import type { LinkPolicy } from '../protocol/index.ts';
import { RedisTexts } from './redis-texts.ts';
import { SqliteTexts } from './sqlite-texts.ts';
import type { TextStore } from './text-store.ts';

/** Where short links are kept, and how many; `maxBytes` applies to all of them together. */
export type LinksPlace = Pick<LinkPolicy, 'maxLinks' | 'maxBytes'> &
  /** The Redis is the one in which instances count together. */
  ({ kind: 'file'; directory: string } | { kind: 'redis' });

export type OpenLinks =
  | { kind: 'open'; store: TextStore }
  /** One sentence: what could not be opened, and what to do. */
  | { kind: 'closed'; sentence: string };

/**
 * How long opening the file waits for another server that is writing to it: as long as when-free.ts
 * gives a write before that server counts as stuck. Only here does SQLite itself wait, which blocks
 * the thread: nobody is served yet.
 */
const busyTimeoutMs = 2000;

/** Readers may rely on this: a link in a course or an answer lasts at least a month. */
const keptDays = 30;
/** A link that is passed on is opened sooner; one that only takes room is not. */
const keptUnopenedDays = 1;

const promise = { keptDays, keptUnopenedDays };

/** Opens the place that the operator chose. */
export async function openLinks(place: LinksPlace, redis: Redis | null): Promise<OpenLinks> {
  if (place.kind === 'file') return openFile(place);
  if (redis === null) throw new Error('short links are to be in Redis, and there is none');
  return openRedis(place, redis);
}

/** Opens `links.db` in the server's own directory, which is made if necessary. */
async function openFile(place: Extract<LinksPlace, { kind: 'file' }>): Promise<OpenLinks> {
  const { directory, maxLinks, maxBytes } = place;
  try {
    // Other users of this machine need not read what strangers wrote.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(directory, 'links.db'), { timeout: busyTimeoutMs });
    return { kind: 'open', store: new SqliteTexts(database, { ...promise, maxLinks, maxBytes }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence =
      `Short links are off: ${join(directory, 'links.db')} cannot be opened (${why}). ` +
      'Set STATE_DIR to a directory that the server may write to, or LINKS=off.';
    return { kind: 'closed', sentence };
  }
}

/** One that cannot be reached now may be later, so it is no reason to go without links. */
async function openRedis({ maxLinks, maxBytes }: LinksPlace, redis: Redis): Promise<OpenLinks> {
  const memory = await redis.info('memory').catch(() => '');
  const [policy] = /(?<=^maxmemory_policy:)allkeys-\S+/m.exec(memory) ?? [];
  if (policy !== undefined && !/^maxmemory:0\s*$/m.test(memory)) {
    const sentence =
      `Short links are off: Redis may drop them when its memory is full (maxmemory-policy ${policy}). ` +
      'Set the policy to noeviction or one of volatile-*, or LINKS=off.';
    return { kind: 'closed', sentence };
  }
  return { kind: 'open', store: new RedisTexts(redis, { ...promise, maxLinks, maxBytes }) };
}
