import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * `user_version` tells a later release which schema it finds. Triggers keep the totals, since
 * counting 100,000 rows takes milliseconds, and they work whichever server changes the table.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS links (
    id TEXT PRIMARY KEY,
    used_day INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    snippet TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS links_by_use ON links (used_day, bytes);
  CREATE TABLE IF NOT EXISTS totals (links INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS link_made AFTER INSERT ON links BEGIN
    UPDATE totals SET links = links + 1, bytes = bytes + new.bytes;
  END;
  CREATE TRIGGER IF NOT EXISTS link_dropped AFTER DELETE ON links BEGIN
    UPDATE totals SET links = links - 1, bytes = bytes - old.bytes;
  END;
  INSERT INTO totals SELECT * FROM (SELECT count(*), coalesce(sum(bytes), 0) FROM links)
    WHERE NOT EXISTS (SELECT * FROM totals);
  PRAGMA user_version = 2;
`;

/**
 * Deletes the oldest links that may go, until there is enough room; at most @rowsPerStep. A row
 * goes if the rows before it did not free enough, in number or in bytes.
 */
const dropOldest = `
  DELETE FROM links WHERE rowid IN (
    SELECT rowid FROM (
      SELECT rowid,
        row_number() OVER byAge - 1 AS earlier,
        sum(bytes) OVER byAge - bytes AS earlierBytes
      FROM (
        SELECT rowid, used_day, bytes FROM links
        WHERE used_day < @unusedSince ORDER BY used_day, bytes LIMIT @rowsPerStep
      )
      WINDOW byAge AS (ORDER BY used_day, bytes, rowid ROWS UNBOUNDED PRECEDING)
    )
    WHERE earlier < @tooMany OR earlierBytes < @tooLarge
  )
`;

export interface LinkStatements {
  /** (id) → snippet */
  select: StatementSync;
  /** (day, id) */
  use: StatementSync;
  /** (id, day, bytes, snippet); changes nothing if the id exists */
  insert: StatementSync;
  /** → links, bytes */
  totals: StatementSync;
  /** @unusedSince a day, @rowsPerStep, and the excess, @tooMany links or @tooLarge bytes */
  dropOldest: StatementSync;
}

/** Makes the tables if there are none. */
export function prepareLinks(database: DatabaseSync): LinkStatements {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
  // From here on this thread serves readers, so it never waits for another server's lock.
  database.exec('PRAGMA busy_timeout = 0;');
  return {
    select: database.prepare('SELECT snippet FROM links WHERE id = ?'),
    use: database.prepare('UPDATE links SET used_day = ?1 WHERE id = ?2 AND used_day < ?1'),
    insert: database.prepare('INSERT INTO links VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    totals: database.prepare('SELECT links, bytes FROM totals'),
    dropOldest: database.prepare(dropOldest),
  };
}
