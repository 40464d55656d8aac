import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRedis, type StartedRedis } from '../start-redis.ts';
import { startServer, type StartedServer } from './start-server.ts';

let redis: StartedRedis | null;
const instances: StartedServer[] = [];
beforeAll(async () => {
  redis = await startRedis();
  if (redis === null) return;
  // Only runs need a runner that exists.
  const variables = { RUNNERS: 'http://127.0.0.1:1', LINKS: 'redis', REDIS_URL: redis.url };
  instances.push(...(await Promise.all([startServer(variables), startServer(variables)])));
}, 60_000);
afterAll(async () => {
  for (const instance of instances) await instance.kill();
  redis?.process.kill('SIGKILL');
});

it('a short link that one web instance made opens at another', async ({ skip }) => {
  const [one, other] = instances;
  if (!one || !other) return skip('there is no Redis: install redis-tools');
  const made = await fetch(`${one.url}/api/v1/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'c', source: 'int main(void) { return 3; }' }),
  });
  expect(made.status).toBe(201);
  const { path } = (await made.json()) as { path: string };
  const raw = await fetch(`${other.url}${path}/raw`);
  expect(await raw.text()).toBe('int main(void) { return 3; }');
});
