import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../playground-server/http/listen.ts';
import { LinkStore } from '../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../playground-server/links/sqlite-texts.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { postRun, snippet, testApp } from '../http/test-app.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 100_000, maxBytes: 1024 ** 3 };
const shared = { language: 'c', source: 'int main(void) {}' } as const;

let directory: string;
const opened: DatabaseSync[] = [];
beforeEach(() => {
  directory = temporaryFolder('links');
});
afterEach(() => {
  for (const database of opened.splice(0)) if (database.isOpen) database.close();
});

function connect(): DatabaseSync {
  const database = new DatabaseSync(join(directory, 'links.db'));
  opened.push(database);
  return database;
}

/** Fills the table with links that nobody has opened since 1970. */
const fill = (database: DatabaseSync, rows: number) =>
  database.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
    INSERT INTO links SELECT 'old' || i, 0, 300, '{"language":"c"}' || char(10) || i, 1 FROM n`);
const count = (database: DatabaseSync) =>
  Number(database.prepare('SELECT count(*) AS rows FROM links').get()?.['rows']);

describe('bounds that were lowered far below what is kept', () => {
  const rows = 20_000;

  it('let the server answer others while the oldest links make way', async () => {
    const database = connect();
    new SqliteTexts(database, policy);
    fill(database, rows);
    const links = new LinkStore(new SqliteTexts(connect(), { ...policy, maxLinks: 10 }));
    const server = await listen(testApp(undefined, undefined, undefined, links).app, {
      host: '127.0.0.1',
      port: 0,
    });
    if (server.kind === 'refused') throw new Error(server.sentence);
    const order: string[] = [];
    const made = fetch(`${server.url}/api/v1/links`, postRun(snippet)).then(({ status }) =>
      order.push(`link ${status}`),
    );
    while (count(database) === rows) await nextTurn();
    const health = await fetch(`${server.url}/healthz`);
    order.push(`health ${health.status}`);
    expect(count(database)).toBeGreaterThan(10);
    await made;
    await server.disconnect();
    expect(order).toEqual(['health 200', 'link 201']);
    expect(count(database)).toBe(10);
  });

  it('drop no more than has to go, in number as in bytes', async () => {
    const database = connect();
    new SqliteTexts(database, policy);
    fill(database, 200);
    const links = new LinkStore(new SqliteTexts(connect(), { ...policy, maxBytes: 100 * 300 }));
    expect(await links.keep(shared)).toMatchObject({ kind: 'kept', isNew: true });
    // The new one takes less than 300 bytes, so 99 old ones have room beside it.
    expect(count(database)).toBe(100);
  });
});

it('the totals of a file that an earlier version made are counted once', async () => {
  const database = connect();
  new SqliteTexts(database, policy);
  database.exec('DROP TABLE totals; DROP TRIGGER link_made; DROP TRIGGER link_dropped;');
  fill(database, 5);
  new SqliteTexts(connect(), policy);
  const links = new LinkStore(new SqliteTexts(connect(), { ...policy, maxLinks: 5 }));
  await links.keep(shared);
  expect(database.prepare('SELECT * FROM totals').all()).toEqual([
    { links: 5, bytes: expect.any(Number) },
  ]);
  expect(count(database)).toBe(5);
});

describe('while another server writes to the same file', () => {
  it('a link is found at once, and made once the other is done', async () => {
    const links = new LinkStore(new SqliteTexts(connect(), policy));
    const kept = await links.keep(shared);
    const other = connect();
    other.exec('BEGIN IMMEDIATE');
    const order: string[] = [];
    const made = links.keep({ ...shared, source: 'another' }).then(() => order.push('made'));
    if (kept.kind === 'kept')
      expect(await links.find(kept.id)).toEqual({ kind: 'found', kept: shared });
    order.push('found');
    await nextTurn();
    order.push('other done');
    other.exec('COMMIT');
    await made;
    expect(order).toEqual(['found', 'other done', 'made']);
  });

  it('the day on which a link was opened is noted once the other is done', async () => {
    let nowMs = 0;
    const links = new LinkStore(new SqliteTexts(connect(), policy, () => nowMs));
    const kept = await links.keep(shared);
    nowMs = 40 * 24 * 60 * 60 * 1000;
    const other = connect();
    other.exec('BEGIN IMMEDIATE');
    if (kept.kind === 'kept') await links.find(kept.id);
    other.exec('COMMIT');
    const day = other.prepare('SELECT used_day FROM links');
    await expect.poll(() => day.get()?.['used_day']).toBe(40);
  });
});
