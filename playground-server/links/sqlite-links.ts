import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LinkPolicy } from '../protocol/index.ts';
import { linkId, toJson } from './kept-snippet-json.ts';
import type { KeepAnswer, KeptSnippet, LinkStore } from './link-store.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** What a row costs besides its text: its id twice, numbers, the headers of SQLite's pages. */
const rowBytes = 200;

/** `user_version` tells a later release which shape it finds. */
const schema = `
  CREATE TABLE IF NOT EXISTS links (
    id TEXT PRIMARY KEY,
    used_day INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    snippet TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS links_by_use ON links (used_day, bytes);
  PRAGMA user_version = 1;
`;

/**
 * Links in one SQLite table. Of their use only the day of the last one is noted, in UTC. When there
 * is no room the links unused for longest make way, but none before `keptDays` are over.
 */
export class SqliteLinks implements LinkStore {
  readonly policy: LinkPolicy;
  readonly #database: DatabaseSync;
  readonly #nowMs: () => number;
  readonly #select: StatementSync;
  readonly #use: StatementSync;
  readonly #insert: StatementSync;
  readonly #totals: StatementSync;
  readonly #dropOldest: StatementSync;

  constructor(database: DatabaseSync, policy: LinkPolicy, nowMs: () => number = Date.now) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    this.policy = policy;
    this.#database = database;
    this.#nowMs = nowMs;
    this.#select = database.prepare('SELECT snippet FROM links WHERE id = ?');
    this.#use = database.prepare('UPDATE links SET used_day = ?1 WHERE id = ?2 AND used_day < ?1');
    this.#insert = database.prepare('INSERT INTO links VALUES (?, ?, ?, ?)');
    this.#totals = database.prepare('SELECT count(*) AS links, total(bytes) AS bytes FROM links');
    this.#dropOldest = database.prepare(
      'DELETE FROM links WHERE rowid = (SELECT rowid FROM links WHERE used_day < ? ORDER BY used_day LIMIT 1)',
    );
  }

  keep(snippet: KeptSnippet): KeepAnswer {
    const json = toJson(snippet);
    const id = linkId(json);
    if (this.find(id)) return { kind: 'kept', id, isNew: false };
    const bytes = Buffer.byteLength(json) + rowBytes;
    if (!this.#makeRoom(bytes)) return { kind: 'full' };
    this.#insert.run(id, this.#today(), bytes, json);
    return { kind: 'kept', id, isNew: true };
  }

  find(id: string): KeptSnippet | null {
    const row = this.#select.get(id);
    if (!row) return null;
    this.#use.run(this.#today(), id);
    return JSON.parse(String(row['snippet'])) as KeptSnippet;
  }

  close(): void {
    this.#database.close();
  }

  #today(): number {
    return Math.floor(this.#nowMs() / dayMs);
  }

  #makeRoom(bytes: number): boolean {
    const { maxLinks, maxBytes, keptDays } = this.policy;
    for (;;) {
      const totals = this.#totals.get();
      const fits =
        Number(totals?.['links']) < maxLinks && Number(totals?.['bytes']) + bytes <= maxBytes;
      if (fits) return true;
      if (this.#dropOldest.run(this.#today() - keptDays).changes === 0) return false;
    }
  }
}
