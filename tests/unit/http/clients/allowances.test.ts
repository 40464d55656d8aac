import { once } from 'node:events';
import { Redis } from 'ioredis';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi, type TestContext } from 'vitest';
import { freePort } from '../../../free-port.ts';
import { startRedis, type StartedRedis } from '../../../start-redis.ts';
import {
  createAllowances,
  type Allowance,
} from '../../../../playground-server/http/clients/allowances.ts';
import { connectRedis } from '../../../../playground-server/redis/connect-redis.ts';
import { LinkStore } from '../../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import { FakeEngine } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const linkPolicy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 100, maxBytes: 1024 * 1024 };

const freed: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const free of freed.splice(0)) await free();
});

async function allowancesOf(
  runsPerMinute: number,
  redisUrl: string | null,
  troubles: unknown[] = [],
) {
  if (redisUrl === null) return createAllowances(runsPerMinute, null);
  const redis = await connectRedis(redisUrl, (error) => troubles.push(error));
  freed.push(() => redis.disconnect());
  return createAllowances(runsPerMinute, redis);
}
const rateOf = async (...config: Parameters<typeof allowancesOf>) =>
  (await allowancesOf(...config)).runs;

const counts = async (rate: Allowance, client: string, times: number) => {
  const answers = [];
  for (let time = 0; time < times; time++) answers.push(await rate.count(client));
  return answers;
};

describe('in one process', () => {
  it('lets a client start a limited number of runs a minute, and says when the next may start', async () => {
    const rate = await rateOf(2, null);
    expect(await counts(rate, 'a', 3)).toEqual([null, null, expect.any(Number)]);
    expect(await rate.count('b')).toBeNull();
    const wait = (await rate.count('a')) ?? 0;
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('refuses a client later that asks on and on, and nobody else', async () => {
    vi.useFakeTimers();
    const rate = await rateOf(2, null);
    await counts(rate, 'a', 12);
    const answered: string[] = [];
    const ask = async (client: string) => {
      await rate.count(client);
      answered.push(client);
    };
    const asked = [ask('a'), ask('b')];
    await vi.advanceTimersByTimeAsync(100);
    expect(answered).toEqual(['b']);
    await vi.advanceTimersByTimeAsync(900);
    await Promise.all(asked);
    expect(answered).toEqual(['b', 'a']);
  });

  it('keeps no more than a thousand waiting', async () => {
    vi.useFakeTimers();
    const rate = await rateOf(1, null);
    await counts(rate, 'a', 11);
    const asked = Array.from({ length: 1000 }, () => rate.count('a'));
    await vi.advanceTimersByTimeAsync(100);
    expect(await rate.count('a')).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(900);
    await Promise.all(asked);
  });

  it('counts nobody where the limit is 0', async () => {
    expect(await counts(await rateOf(0, null), 'a', 500)).toEqual(Array(500).fill(null));
  });

  it.each([-1, 1])(
    'never makes a client wait longer because the clock jumps %i day',
    async (days) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const rate = await rateOf(1, null);
      await rate.count('a');
      vi.setSystemTime(Date.now() + days * 86_400_000);
      await rate.count('a');
      expect(await rate.count('a')).toBeLessThanOrEqual(60);
    },
  );

  it.each([
    ['/api/v1/runs', 'runs'],
    ['/api/v1/checks', 'checks'],
    ['/api/v1/links', 'links'],
  ] as const)('counts a body that %s refuses as well, before it is read', async (path, kind) => {
    const links = new LinkStore(new SqliteTexts(new DatabaseSync(':memory:'), { ...linkPolicy }));
    const rate = await rateOf(2, null);
    const { app } = testApp(new FakeEngine(), '/nowhere', 0, links, { [kind]: rate });
    const statuses = [];
    for (let time = 0; time < 3; time += 1)
      statuses.push((await app.request(path, postRun('{"language":'))).status);
    expect(statuses).toEqual([400, 400, 429]);
  });

  it('counts checks apart from runs', async () => {
    const { runs, checks } = await allowancesOf(1, null);
    expect([await runs.count('a'), await checks.count('a')]).toEqual([null, null]);
    expect(await checks.count('a')).toEqual(expect.any(Number));
  });

  it('answers one run too many with 429, Retry-After and a problem', async () => {
    const rate = await rateOf(1, null);
    const { app, engine } = testApp(new FakeEngine(), '/nowhere', 1, null, { runs: rate });
    const from = (address: string) =>
      app.request('/api/v1/runs', postRun(snippet, { 'x-forwarded-for': address }));
    expect(await (await from('192.0.2.1')).text()).toContain('finished');
    const refused = await from('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'too-often',
      detail: expect.stringMatching(/in a minute; try again in \d+ s\.$/),
    });
    expect(await (await from('192.0.2.2')).text()).toContain('finished');
    expect(engine.requests).toHaveLength(2);
  });
});

describe('links', () => {
  it('may be made twenty at once by one client, and then one a minute', async () => {
    const { links } = await allowancesOf(1, null);
    expect(await counts(links, 'a', 20)).toEqual(Array(20).fill(null));
    const [wait] = await counts(links, 'a', 1);
    expect(wait).toBeGreaterThan(30);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await links.count('b')).toBeNull();
  });

  it('hold a mebibyte an hour of one client, and two of an IPv6 site', async () => {
    const { linkBytes } = await allowancesOf(1, null);
    const half = 512 * 1024;
    expect(await linkBytes.count('192.0.2.1', 2 * half)).toBeNull();
    const wait = await linkBytes.count('192.0.2.1', 1);
    expect(wait).toBeGreaterThan(60);
    expect(wait).toBeLessThanOrEqual(3600);
    const networks = ['2001:db8:1:1::/64', '2001:db8:1:2::/64', '2001:db8:1:3::/64'];
    for (const network of networks.slice(0, 2))
      expect(await linkBytes.count(network, 2 * half)).toBeNull();
    expect(await linkBytes.count(networks[2] ?? '', half)).toEqual(expect.any(Number));
    expect(await linkBytes.count('2001:db8:2:1::/64', half)).toBeNull();
  });

  it('may be made again once the minute is over, however often one was requested meanwhile', async () => {
    vi.useFakeTimers();
    const { links } = await allowancesOf(1, null);
    await counts(links, 'a', 40);
    vi.advanceTimersByTime(60_000);
    expect(await counts(links, 'a', 2)).toEqual([null, 60]);
  });
});

/** A Redis for one test, which is skipped where there is none. */
async function redisFor({ skip }: TestContext): Promise<StartedRedis> {
  const redis = await startRedis();
  if (redis === null) return skip('there is no Redis: install redis-tools');
  freed.push(() => redis.process.kill('SIGKILL'));
  return redis;
}

describe('in Redis', () => {
  it('counts the runs of a client at all instances together', async (context) => {
    const { url } = await redisFor(context);
    const instances = [await rateOf(3, url), await rateOf(3, url)] as const;
    expect(await counts(instances[0], 'a', 2)).toEqual([null, null]);
    expect(await counts(instances[1], 'a', 2)).toEqual([null, expect.any(Number)]);
    expect(await instances[1].count('b')).toBeNull();
  });

  it('counts the links of a client at all instances together', async (context) => {
    const { url } = await redisFor(context);
    const [one, other] = [await allowancesOf(1, url), await allowancesOf(1, url)];
    expect(await counts(one.links, 'a', 20)).toEqual(Array(20).fill(null));
    expect(await counts(other.links, 'a', 1)).toEqual([expect.any(Number)]);
    expect(await other.links.count('b')).toBeNull();
  });

  it.for(['SIGKILL', 'SIGSTOP'] as const)(
    'goes on with the count of the instance while Redis is gone by %s',
    async (signal, context) => {
      const { url, process: redis } = await redisFor(context);
      const rate = await rateOf(2, url);
      expect(await rate.count('a')).toBeNull();
      redis.kill(signal);
      if (signal === 'SIGKILL') await once(redis, 'exit');
      expect(await counts(rate, 'a', 3)).toEqual([null, null, expect.any(Number)]);
    },
  );

  it('says once that Redis hangs, waits for it once, and uses it again when it answers', async (context) => {
    const { url, port, process: redis } = await redisFor(context);
    const troubles: unknown[] = [];
    const rate = await rateOf(100, url, troubles);
    await rate.count('a');
    redis.kill('SIGSTOP');
    await rate.count('a');
    const startedMs = performance.now();
    await counts(rate, 'a', 10);
    expect(performance.now() - startedMs).toBeLessThan(400);
    expect(troubles).toEqual([expect.objectContaining({ message: 'Command timed out' })]);
    redis.kill('SIGCONT');
    const reader = new Redis(port, '127.0.0.1');
    freed.push(() => reader.disconnect());
    const countedThere = async (client: string) => {
      await rate.count(client);
      return Number(await reader.get(`live-man:runs:${client}`));
    };
    await expect.poll(() => countedThere('b'), { timeout: 20_000 }).toBeGreaterThan(0);
    // The first, the one that had been waited for, and this one; not the ten counted here.
    expect(await countedThere('a')).toBeLessThanOrEqual(3);
  });

  it('counts by itself, and says what is wrong, where there is no Redis', async () => {
    const troubles: unknown[] = [];
    const rate = await rateOf(1, `redis://127.0.0.1:${await freePort()}`, troubles);
    expect(await counts(rate, 'a', 2)).toEqual([null, expect.any(Number)]);
    expect(troubles).toEqual([expect.objectContaining({ code: 'ECONNREFUSED' })]);
  });
});
