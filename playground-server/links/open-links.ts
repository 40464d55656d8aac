import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkStore } from './link-store.ts';
import { SqliteLinks } from './sqlite-links.ts';

/** Where short links are kept, and how many; `maxBytes` applies to all of them together. */
export interface LinksPlace {
  directory: string;
  maxLinks: number;
  maxBytes: number;
}

export type OpenLinks =
  | { kind: 'open'; store: LinkStore }
  /** One sentence: what could not be opened, and what to do. */
  | { kind: 'closed'; sentence: string };

/** How long opening the file waits for another server that is writing to it. */
const busyTimeoutMs = 2000;

/** Readers may rely on this: a link in a course or an answer lasts at least a month. */
const keptDays = 30;
/** A link that is passed on is opened sooner; one that only takes room is not. */
const keptUnopenedDays = 1;

/** Opens `links.db` in the server's own directory, which is made if necessary. */
export async function openLinks({ directory, ...bounds }: LinksPlace): Promise<OpenLinks> {
  try {
    // Other users of this machine need not read what strangers wrote.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(directory, 'links.db'), { timeout: busyTimeoutMs });
    return {
      kind: 'open',
      store: new SqliteLinks(database, { keptDays, keptUnopenedDays, ...bounds }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence =
      `Short links are off: ${join(directory, 'links.db')} cannot be opened (${why}). ` +
      'Set STATE_DIR to a directory that the server may write to, or LINKS=off.';
    return { kind: 'closed', sentence };
  }
}
