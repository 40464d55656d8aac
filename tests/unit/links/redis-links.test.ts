import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Redis } from 'ioredis';
import { LinkStore } from '../../../playground-server/links/link-store.ts';
import { linkKeys } from '../../../playground-server/links/link-scripts.ts';
import { openLinks } from '../../../playground-server/links/open-links.ts';
import { RedisTexts } from '../../../playground-server/links/redis-texts.ts';
import { connectRedis } from '../../../playground-server/redis/connect-redis.ts';
import { openResultKey } from '../../../playground-server/results/result-key.ts';
import { Results } from '../../../playground-server/results/results.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { startRedis, type StartedRedis } from '../../start-redis.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 10, maxBytes: 1024 * 1024 };
const snippet = (source: string) => ({ language: 'c', source }) as const;
const found = (source: string) => ({ kind: 'found', kept: snippet(source) });

let server: StartedRedis;
const connected: Redis[] = [];
const connect = async () => {
  const redis = await connectRedis(server.url, () => undefined);
  connected.push(redis);
  return redis;
};
/** A web instance, which has a connection of its own. */
const instance = async (bounds: Partial<typeof policy> = {}, nowMs = Date.now) =>
  new LinkStore(new RedisTexts(await connect(), { ...policy, ...bounds }, nowMs));

beforeEach(async ({ skip }) => {
  const started = await startRedis();
  if (started === null) return skip('there is no Redis: install redis-tools');
  server = started;
});
afterEach(() => {
  for (const redis of connected.splice(0)) redis.disconnect();
  server?.process.kill('SIGKILL');
});

const keep = async (links: LinkStore, source: string): Promise<string> => {
  const kept = await links.keep(snippet(source));
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  return kept.id;
};

describe('web instances', () => {
  it('open each other’s links', async () => {
    const [one, other] = [await instance(), await instance()];
    expect(await other.find(await keep(one, 'shared'))).toEqual(found('shared'));
    expect(await other.keep(snippet('shared'))).toMatchObject({ kind: 'kept', isNew: false });
  });

  it('keep within one bound, however many of them keep links at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => instance()));
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => all[index % 4]!.keep(snippet(String(index)))),
    );
    expect(answers.filter(({ kind }) => kind === 'kept')).toHaveLength(10);
    expect(answers.filter(({ kind }) => kind === 'full')).toHaveLength(30);
  });
});

it('web instances serve each other’s results, and tell the keys of all', async () => {
  const texts = new RedisTexts(await connect(), { ...policy });
  const open = async (name: string) =>
    new Results(
      texts,
      openResultKey(temporaryFolder(name)),
      'https://man.example',
      await connect(),
    );
  const [one, other] = [await open('one'), await open('other')];
  const lines = ['{"kind":"finished"}'];
  one.remember({ runId: 'r', client: 'c', ranAtMs: 0, request: snippet('x'), lines });
  const made = one.make('r');
  if (made.kind !== 'made') throw new Error(made.kind);
  await one.keep(made);
  expect(await other.find(made.id)).toEqual({ kind: 'found', kept: made.text });
  expect(await other.keys()).toEqual([...(await other.keys()).slice(0, 1), ...(await one.keys())]);
  expect(await other.keys()).toHaveLength(2);
});

describe('the books', () => {
  const booked = async (redis: Redis) => Number(await redis.get(linkKeys[3]));

  it('drop what has to go in several steps, and are right afterwards', async () => {
    const links = await instance({ maxLinks: 100 });
    for (let index = 0; index < 60; index++) await keep(links, `old ${index}`);
    const redis = await connect();
    const eachBytes = (await booked(redis)) / 60;
    const monthLater = () => Date.now() + 31 * 24 * 60 * 60 * 1000;
    await keep(await instance({ maxLinks: 2 }, monthLater), 'old -1');
    expect(await redis.hlen(linkKeys[0])).toBe(2);
    expect(Math.abs((await booked(redis)) - 2 * eachBytes)).toBeLessThan(4);
  });

  it('stay right when an operator has taken a link down and it is made again', async () => {
    const links = await instance();
    const id = await keep(links, 'taken down');
    const redis = await connect();
    const before = await booked(redis);
    await redis.hdel(linkKeys[0], id);
    expect(await links.find(id)).toEqual({ kind: 'unknown' });
    expect(await links.keep(snippet('taken down'))).toMatchObject({ isNew: true });
    expect(await booked(redis)).toBe(before);
    expect(await redis.zcard(linkKeys[1])).toBe(1);
  });

  it('hold about what Redis takes', async () => {
    const links = await instance({ maxLinks: 10_000 });
    for (let index = 0; index < 600; index++)
      await links.find(await keep(links, `${index}`.padEnd(500)));
    const redis = await connect();
    const all = linkKeys.map((key) => redis.memory('USAGE', key, 'SAMPLES', 0));
    const takes = (await Promise.all(all)).reduce<number>((sum, bytes) => sum + Number(bytes), 0);
    expect(takes / (await booked(redis))).toBeGreaterThan(0.7);
    expect(takes / (await booked(redis))).toBeLessThan(1.2);
  });
});

describe('a Redis', () => {
  it('that is away makes no link unknown, and is used again when it is back', async () => {
    const links = await instance();
    const id = await keep(links, 'shared');
    server.process.kill('SIGSTOP');
    expect(await links.find(id)).toEqual({ kind: 'unreachable' });
    expect(await links.keep(snippet('another'))).toMatchObject({ kind: 'unreachable' });
    server.process.kill('SIGCONT');
    await expect.poll(() => links.find(id), { timeout: 20_000 }).toEqual(found('shared'));
  });

  it('whose memory is full keeps what it has, and no more', async () => {
    const links = await instance();
    const id = await keep(links, 'shared');
    await (await connect()).config('SET', 'maxmemory', '1');
    expect(await links.keep(snippet('another'))).toMatchObject({ kind: 'full' });
    expect(await links.find(id)).toEqual(found('shared'));
  });

  it('that drops what it likes when it is full is refused, with what to do', async () => {
    const redis = await connect();
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const place = { kind: 'redis', maxLinks: 1, maxBytes: 1000 } as const;
    expect(await openLinks(place, redis)).toMatchObject({ kind: 'open' });
    await redis.config('SET', 'maxmemory', '100mb');
    expect(await openLinks(place, redis)).toEqual({
      kind: 'closed',
      sentence: expect.stringMatching(/^Short links are off: .+allkeys-lru.+ or LINKS=off\.$/),
    });
  });

  it('that is away at the start is no reason to go without links', async () => {
    server.process.kill('SIGKILL');
    await once(server.process, 'exit');
    const opened = await openLinks({ kind: 'redis', maxLinks: 1, maxBytes: 1000 }, await connect());
    expect(opened).toMatchObject({ kind: 'open' });
  });
});
