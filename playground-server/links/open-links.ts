import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkStore } from './link-store.ts';
import { SqliteLinks } from './sqlite-links.ts';

/** Where short links are kept, and how many; `maxBytes` is for all together. */
export interface LinksPlace {
  directory: string;
  maxLinks: number;
  maxBytes: number;
}

export type OpenLinks =
  | { kind: 'open'; store: LinkStore }
  /** One sentence: what could not be opened, and what to do. */
  | { kind: 'closed'; sentence: string };

/** While the file is opened, another server that writes to it is waited for so long. */
const busyTimeoutMs = 2000;

/** A reader may rely on it: what is passed on in a course or an answer lasts at least a month. */
const keptDays = 30;

/** Opens `links.db` in a directory of the server's own, which is made where there is none. */
export async function openLinks({ directory, ...bounds }: LinksPlace): Promise<OpenLinks> {
  try {
    // Nobody else on this machine has to read what strangers wrote.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(directory, 'links.db'), { timeout: busyTimeoutMs });
    return { kind: 'open', store: new SqliteLinks(database, { keptDays, ...bounds }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence =
      `Short links are off: ${join(directory, 'links.db')} cannot be opened (${why}). ` +
      'Set STATE_DIR to a directory that the server may write to, or LINKS=off.';
    return { kind: 'closed', sentence };
  }
}
