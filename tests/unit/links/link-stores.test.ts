import { DatabaseSync } from 'node:sqlite';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LinkStore, type KeptSnippet } from '../../../playground-server/links/link-store.ts';
import { RedisTexts } from '../../../playground-server/links/redis-texts.ts';
import { SqliteTexts } from '../../../playground-server/links/sqlite-texts.ts';
import { startRedis, type StartedRedis } from '../../start-redis.ts';

const dayMs = 24 * 60 * 60 * 1000;
const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 3, maxBytes: 1024 * 1024 };
const snippet = (source: string): KeptSnippet => ({ language: 'c', source });

let nowMs: number;
let server: StartedRedis | null;
let redis: Redis | null = null;
beforeAll(async () => {
  server = await startRedis();
  if (server) redis = new Redis(server.url);
});
afterAll(() => {
  redis?.disconnect();
  server?.process.kill('SIGKILL');
});
beforeEach(() => {
  nowMs = 20_000 * dayMs;
});

type Bounds = Partial<typeof policy>;
const stores = {
  SQLite: async (bounds: Bounds) =>
    new LinkStore(
      new SqliteTexts(new DatabaseSync(':memory:'), { ...policy, ...bounds }, () => nowMs),
    ),
  Redis: async (bounds: Bounds) => {
    await redis?.flushall();
    return redis && new LinkStore(new RedisTexts(redis, { ...policy, ...bounds }, () => nowMs));
  },
};

const keep = async (links: LinkStore, source: string): Promise<string> => {
  const kept = await links.keep(snippet(source));
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  return kept.id;
};
const find = async (links: LinkStore, id: string): Promise<KeptSnippet | null> => {
  const answer = await links.find(id);
  return answer.kind === 'found' ? answer.kept : null;
};
const sources = async (links: LinkStore, ids: string[]) => {
  const found = [];
  for (const id of ids) found.push((await find(links, id))?.source);
  return found;
};

describe.each(Object.entries(stores))('in %s', (_, openStore) => {
  /** An empty store. */
  const test = (claim: string, bounds: Bounds, prove: (links: LinkStore) => Promise<void>) =>
    it(claim, async ({ skip }) => {
      const links = await openStore(bounds);
      if (links === null) return skip('there is no Redis: install redis-tools');
      await prove(links);
    });

  describe('a link', () => {
    test('gives back what was kept', {}, async (links) => {
      const shared: KeptSnippet = {
        language: 'c',
        source: '// ядро 🐧\0\n',
        conditions: {
          refuse: { io_setup: 'EPERM' },
          answer: [{ call: 'io_submit', errno: 'EAGAIN' }],
          scratch: 'disk',
        },
        kernel: '6.1',
      };
      const kept = await links.keep(shared);
      expect(kept).toMatchObject({ kind: 'kept', isNew: true });
      expect(await find(links, kept.kind === 'kept' ? kept.id : '')).toEqual(shared);
    });

    test('is the same for the same content, however it is written', {}, async (links) => {
      const scratch = 'disk';
      const first = await links.keep({
        ...snippet('x'),
        conditions: { scratch, addressSpaceMiB: 64 },
      });
      const again = await links.keep({
        ...snippet('x'),
        conditions: { addressSpaceMiB: 64, scratch },
      });
      expect(again).toEqual({ ...first, isNew: false });
      const id = await keep(links, 'x');
      const empty = await links.keep({ ...snippet('x'), conditions: {} });
      expect(empty).toEqual({ kind: 'kept', id, isNew: false });
    });

    test('is another for other content', { maxLinks: 100 }, async (links) => {
      const ids: string[] = [];
      for (let index = 0; index < 50; index++) ids.push(await keep(links, String(index)));
      const onAnother = await links.keep({ ...snippet('0'), kernel: '6.1' });
      ids.push(onAnother.kind === 'kept' ? onAnother.id : '');
      expect(new Set(ids).size).toBe(51);
      expect(ids.filter((id) => !/^[0-9a-z]{19}$/.test(id))).toEqual([]);
    });

    test('that was never made leads to nothing', {}, async (links) => {
      expect(await links.find('0000000000000000000')).toEqual({ kind: 'unknown' });
    });
  });

  describe('when there is no room', () => {
    test(
      'a link that was opened within 30 days is kept, and a new one refused',
      {},
      async (links) => {
        const ids: string[] = [];
        for (const source of ['a', 'b', 'c']) ids.push(await keep(links, source));
        await sources(links, ids);
        nowMs += 30 * dayMs;
        expect(await links.keep(snippet('d'))).toMatchObject({ kind: 'full' });
        expect(await sources(links, ids)).toEqual(['a', 'b', 'c']);
      },
    );

    test('those that have not been opened for longest make way first', {}, async (links) => {
      const a = await keep(links, 'a');
      nowMs += dayMs;
      const b = await keep(links, 'b');
      const c = await keep(links, 'c');
      nowMs += dayMs;
      await find(links, a);
      nowMs += 30 * dayMs;
      const d = await keep(links, 'd');
      const left = await sources(links, [a, b, c, d]);
      // Of two that are equally old and large, either may go.
      expect(left.filter((source) => source !== undefined).sort()).toEqual([
        'a',
        expect.stringMatching(/b|c/),
        'd',
      ]);
      expect([left[0], left[3]]).toEqual(['a', 'd']);
    });

    test(
      'a link that nobody has opened makes way after a day, before any that somebody has',
      {},
      async (links) => {
        const opened = await keep(links, 'opened');
        await find(links, opened);
        const [b, c] = [await keep(links, 'b'), await keep(links, 'c')];
        nowMs += dayMs;
        expect(await links.keep(snippet('too early'))).toMatchObject({ kind: 'full' });
        nowMs += dayMs;
        for (const source of ['d', 'e']) await keep(links, source);
        expect(await sources(links, [opened, b, c])).toEqual(['opened', undefined, undefined]);
        expect(await links.keep(snippet('f'))).toMatchObject({ kind: 'full' });
      },
    );

    test(
      'a source takes as many bytes as it has, whatever they are',
      { maxBytes: 65_000 },
      async (links) => {
        const source = '\u0001'.repeat(60_000);
        expect(await sources(links, [await keep(links, source)])).toEqual([source]);
      },
    );

    test('making a link again counts as opening it', { maxLinks: 2 }, async (links) => {
      const a = await keep(links, 'a');
      const b = await keep(links, 'b');
      nowMs += 31 * dayMs;
      await keep(links, 'a');
      await keep(links, 'c');
      expect(await sources(links, [a, b])).toEqual(['a', undefined]);
    });

    test(
      'bytes count as well as links',
      { maxLinks: 1000, maxBytes: 512 * 1024 },
      async (links) => {
        const ids: string[] = [];
        for (let index = 0; index < 20; index++) {
          nowMs += 31 * dayMs;
          ids.push(await keep(links, `${index}`.padEnd(64 * 1024, 'x')));
        }
        expect((await sources(links, ids)).filter(Boolean)).toHaveLength(7);
      },
    );

    test(
      'a snippet larger than all links together may be is refused',
      { maxBytes: 1000 },
      async (links) => {
        expect(await links.keep(snippet('x'.repeat(1000)))).toMatchObject({ kind: 'full' });
      },
    );
  });
});
