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
    snippet TEXT NOT NULL,
    opened INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS totals (links INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS link_made AFTER INSERT ON links BEGIN
    UPDATE totals SET links = links + 1, bytes = bytes + new.bytes;
  END;
  CREATE TRIGGER IF NOT EXISTS link_dropped AFTER DELETE ON links BEGIN
    UPDATE totals SET links = links - 1, bytes = bytes - old.bytes;
  END;
  INSERT INTO totals SELECT * FROM (SELECT count(*), coalesce(sum(bytes), 0) FROM links)
    WHERE NOT EXISTS (SELECT * FROM totals);
  DROP INDEX IF EXISTS links_by_use;
  CREATE INDEX IF NOT EXISTS links_by_opening ON links (opened, used_day, bytes);
  PRAGMA user_version = 3;
`;

/** Links of an earlier release were promised a month, whether or not anybody had opened them. */
const addOpened = 'ALTER TABLE links ADD COLUMN opened INTEGER NOT NULL DEFAULT 1;';
const lacksOpened = `
  SELECT count(*) > 0 AND sum(name = 'opened') = 0 AS lacking FROM pragma_table_info('links')
`;

/** The links that may go first, of those that have been opened, or of those that have not. */
const oldest = (opened: 0 | 1, day: string) => `
  SELECT * FROM (
    SELECT rowid, opened, used_day, bytes FROM links
    WHERE opened = ${opened} AND used_day < ${day} ORDER BY used_day, bytes LIMIT @rowsPerStep
  )
`;

/**
 * Deletes the oldest links that may go, until there is enough room; at most @rowsPerStep. Those
 * that nobody has opened go first. A row goes if the rows before it did not free enough, in number
 * or in bytes.
 */
const dropOldest = `
  DELETE FROM links WHERE rowid IN (
    SELECT rowid FROM (
      SELECT rowid,
        row_number() OVER byAge - 1 AS earlier,
        sum(bytes) OVER byAge - bytes AS earlierBytes
      FROM (
        ${oldest(0, '@unopenedSince')} UNION ALL ${oldest(1, '@unusedSince')}
      )
      WINDOW byAge AS (ORDER BY opened, used_day, bytes, rowid ROWS UNBOUNDED PRECEDING)
    )
    WHERE (earlier < @tooMany OR earlierBytes < @tooLarge) AND earlier < @rowsPerStep
  )
`;

export interface LinkStatements {
  /** (id) → snippet */
  select: StatementSync;
  /** (day, id): somebody opened it */
  open: StatementSync;
  /** (id, day, bytes, snippet); changes nothing if the id exists */
  insert: StatementSync;
  /** → links, bytes */
  totals: StatementSync;
  /** @unusedSince and @unopenedSince, days; @rowsPerStep; and the excess, @tooMany links or @tooLarge bytes */
  dropOldest: StatementSync;
}

/** Makes the tables if there are none. */
export function prepareLinks(database: DatabaseSync): LinkStatements {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec('BEGIN IMMEDIATE;');
  const isEarlier = database.prepare(lacksOpened).get()?.['lacking'] === 1;
  database.exec(`${isEarlier ? addOpened : ''} ${schema} COMMIT;`);
  // From here on this thread serves readers, so it never waits for another server's lock.
  database.exec('PRAGMA busy_timeout = 0;');
  return {
    select: database.prepare('SELECT snippet FROM links WHERE id = ?'),
    open: database.prepare(
      'UPDATE links SET used_day = ?1, opened = 1 WHERE id = ?2 AND (used_day < ?1 OR opened = 0)',
    ),
    insert: database.prepare('INSERT INTO links VALUES (?, ?, ?, ?, 0) ON CONFLICT DO NOTHING'),
    totals: database.prepare('SELECT links, bytes FROM totals'),
    dropOldest: database.prepare(dropOldest),
  };
}
