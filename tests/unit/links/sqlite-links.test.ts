import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { LinkStore, type KeptSnippet } from '../../../playground-server/links/link-store.ts';
import { openLinks } from '../../../playground-server/links/open-links.ts';
import { SqliteTexts } from '../../../playground-server/links/sqlite-texts.ts';
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

function open(bounds: Partial<typeof policy> = {}) {
  const database = new DatabaseSync(join(directory, 'links.db'));
  const texts = new SqliteTexts(database, { ...policy, ...bounds }, () => nowMs);
  return Object.assign(new LinkStore(texts), { close: () => texts.close() });
}

const keep = async (links: LinkStore, source: string): Promise<string> => {
  const kept = await links.keep(snippet(source));
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  return kept.id;
};

describe('a link', () => {
  it('gives back what was kept, over a restart', async () => {
    const links = open();
    const id = await keep(links, 'kept');
    links.close();
    const reopened = open();
    expect(await reopened.find(id)).toEqual({ kind: 'found', kept: snippet('kept') });
    reopened.close();
  });

  it('of an earlier release is there still, for the month that was promised', async () => {
    const old = { kind: 'found', kept: snippet('a\nb') };
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
    expect(await links.keep(snippet('new'))).toMatchObject({ kind: 'full' });
    expect(await links.find('old')).toEqual(old);
    links.close();
    expect(await open({ maxLinks: 1 }).find('old')).toEqual(old);
  });
});

describe('the file', () => {
  it('stays near the bound of what all links may take', async () => {
    const maxBytes = 512 * 1024;
    const links = open({ maxLinks: 1000, maxBytes });
    for (let index = 0; index < 60; index++) {
      nowMs += 31 * dayMs;
      await keep(links, `${index}`.padEnd(64 * 1024, 'x'));
    }
    links.close();
    expect(statSync(join(directory, 'links.db')).size).toBeLessThan(2 * maxBytes);
  });
});

describe('opening the store', () => {
  const bounds = { maxLinks: 1, maxBytes: 1000 };

  it('makes its directory, closed to others', async () => {
    const inner = join(directory, 'state', 'live-man');
    const opened = await openLinks({ kind: 'file', directory: inner, ...bounds }, null);
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
    const opened = await openLinks({ kind: 'file', directory: prepare(), ...bounds }, null);
    expect(opened).toEqual({
      kind: 'closed',
      sentence: expect.stringMatching(
        /^Short links are off: .+links\.db .+ Set STATE_DIR .+LINKS=off\.$/,
      ),
    });
  });
});
