import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptSnippet } from '../../../playground-server/links/link-store.ts';
import { openLinks } from '../../../playground-server/links/open-links.ts';
import { SqliteLinks } from '../../../playground-server/links/sqlite-links.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

const dayMs = 24 * 60 * 60 * 1000;
const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 3, maxBytes: 1024 * 1024 };
const snippet = (source: string): KeptSnippet => ({ language: 'c', source });

let directory: string;
let nowMs: number;

beforeEach(() => {
  directory = temporaryFolder('links');
  nowMs = 20_000 * dayMs;
});

const open = (bounds: Partial<typeof policy> = {}) =>
  new SqliteLinks(
    new DatabaseSync(join(directory, 'links.db')),
    { ...policy, ...bounds },
    () => nowMs,
  );

const keep = async (links: SqliteLinks, source: string): Promise<string> => {
  const kept = await links.keep(snippet(source));
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  return kept.id;
};

describe('a link', () => {
  it('gives back what was kept, over a restart', async () => {
    const shared: KeptSnippet = {
      language: 'c',
      source: '// ядро 🐧\0\n',
      conditions: { refuse: { io_setup: 'EPERM' }, scratch: 'disk' },
    };
    const links = open();
    const kept = await links.keep(shared);
    links.close();
    expect(kept).toMatchObject({ kind: 'kept', isNew: true });
    const reopened = open();
    expect(reopened.find(kept.kind === 'kept' ? kept.id : '')).toEqual(shared);
    reopened.close();
  });

  it('is the same for the same content, however it is written', async () => {
    const links = open();
    const first = await links.keep({
      ...snippet('x'),
      conditions: { scratch: 'disk', addressSpaceMiB: 64 },
    });
    const again = await links.keep({
      ...snippet('x'),
      conditions: { addressSpaceMiB: 64, scratch: 'disk' },
    });
    expect(again).toEqual({ ...first, isNew: false });
    const id = await keep(links, 'x');
    const empty = await links.keep({ ...snippet('x'), conditions: {} });
    expect(empty).toEqual({ kind: 'kept', id, isNew: false });
  });

  it('is another for other content, in letters and digits only', async () => {
    const links = open({ maxLinks: 100 });
    const ids: string[] = [];
    for (let index = 0; index < 50; index++) ids.push(await keep(links, String(index)));
    expect(new Set(ids).size).toBe(50);
    expect(ids.filter((id) => !/^[0-9a-z]{19}$/.test(id))).toEqual([]);
  });

  it('of an earlier release is there still, for the month that was promised', async () => {
    const path = join(directory, 'links.db');
    const earlier = new DatabaseSync(path);
    earlier.exec(`
      CREATE TABLE links (
        id TEXT PRIMARY KEY, used_day INTEGER NOT NULL, bytes INTEGER NOT NULL, snippet TEXT NOT NULL
      ) STRICT;
      CREATE INDEX links_by_use ON links (used_day, bytes);
      INSERT INTO links VALUES ('old', 20000, 300, '{"language":"c","source":"a\\nb"}');
      PRAGMA user_version = 2;
    `);
    earlier.close();
    nowMs += 30 * dayMs;
    const links = open({ maxLinks: 1 });
    expect(await links.keep(snippet('new'))).toEqual({ kind: 'full' });
    expect(links.find('old')).toEqual(snippet('a\nb'));
    links.close();
    expect(open({ maxLinks: 1 }).find('old')).toEqual(snippet('a\nb'));
  });

  it('that was never made leads to nothing', async () => {
    expect(open().find('0000000000000000000')).toBeNull();
  });
});

describe('when there is no room', () => {
  it('a link that was opened within 30 days is kept, and a new one refused', async () => {
    const links = open();
    const ids: string[] = [];
    for (const source of ['a', 'b', 'c']) ids.push(await keep(links, source));
    for (const id of ids) links.find(id);
    nowMs += 30 * dayMs;
    expect(await links.keep(snippet('d'))).toEqual({ kind: 'full' });
    expect(ids.map((id) => links.find(id)?.source)).toEqual(['a', 'b', 'c']);
  });

  it('those that nobody opened for longest make way first', async () => {
    const links = open();
    const a = await keep(links, 'a');
    nowMs += dayMs;
    const b = await keep(links, 'b');
    const c = await keep(links, 'c');
    nowMs += dayMs;
    links.find(a);
    nowMs += 30 * dayMs;
    const d = await keep(links, 'd');
    expect([a, b, c, d].map((id) => links.find(id)?.source)).toEqual(['a', undefined, 'c', 'd']);
  });

  it('a link that nobody has opened makes way after a day, before any that somebody has', async () => {
    const links = open();
    const opened = await keep(links, 'opened');
    links.find(opened);
    const [b, c] = [await keep(links, 'b'), await keep(links, 'c')];
    nowMs += dayMs;
    expect(await links.keep(snippet('too early'))).toEqual({ kind: 'full' });
    nowMs += dayMs;
    for (const source of ['d', 'e']) await keep(links, source);
    expect([opened, b, c].map((id) => links.find(id)?.source)).toEqual([
      'opened',
      undefined,
      undefined,
    ]);
    expect(await links.keep(snippet('f'))).toEqual({ kind: 'full' });
  });

  it('a source takes as many bytes as it has, whatever they are', async () => {
    const source = '\u0001'.repeat(60_000);
    const links = open({ maxBytes: 65_000 });
    expect(links.find(await keep(links, source))?.source).toBe(source);
  });

  it('making a link again counts as opening it', async () => {
    const links = open({ maxLinks: 2 });
    const a = await keep(links, 'a');
    const b = await keep(links, 'b');
    nowMs += 31 * dayMs;
    await keep(links, 'a');
    await keep(links, 'c');
    expect([a, b].map((id) => links.find(id)?.source)).toEqual(['a', undefined]);
  });

  it('bytes count as well as links, and the file stays near their bound', async () => {
    const maxBytes = 512 * 1024;
    const links = open({ maxLinks: 1000, maxBytes });
    for (let index = 0; index < 60; index++) {
      nowMs += 31 * dayMs;
      await keep(links, `${index}`.padEnd(64 * 1024, 'x'));
    }
    links.close();
    expect(statSync(join(directory, 'links.db')).size).toBeLessThan(2 * maxBytes);
  });

  it('a snippet that is larger than all links together may be is refused', async () => {
    const links = open({ maxBytes: 1000 });
    expect(await links.keep(snippet('x'.repeat(1000)))).toEqual({ kind: 'full' });
  });
});

describe('opening the store', () => {
  const bounds = { maxLinks: 1, maxBytes: 1000 };

  it('makes its directory, closed to others', async () => {
    const inner = join(directory, 'state', 'live-man');
    const opened = await openLinks({ directory: inner, ...bounds });
    expect(opened.kind).toBe('open');
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    if (opened.kind === 'open') opened.store.close();
  });

  it.each([
    ['a directory that cannot be made', () => '/dev/null/live-man'],
    [
      'a file that is no database',
      () => {
        writeFileSync(join(directory, 'links.db'), 'no database'.repeat(1000));
        return directory;
      },
    ],
  ])('%s is named, with what to do', async (_, prepare) => {
    const opened = await openLinks({ directory: prepare(), ...bounds });
    expect(opened).toEqual({
      kind: 'closed',
      sentence: expect.stringMatching(
        /^Short links are off: .+links\.db .+ Set STATE_DIR .+LINKS=off\.$/,
      ),
    });
  });
});
