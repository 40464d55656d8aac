import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import {
  linkPolicySchema,
  linkSchema,
  problemSchema,
} from '../../../../playground-server/protocol/index.ts';
import {
  createAllowances,
  type Allowances,
} from '../../../../playground-server/http/clients/allowances.ts';
import { LinkStore } from '../../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import { postRun, testApp } from '../test-app.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 100, maxBytes: 1024 * 1024 };
const appWith = (bounds: Partial<typeof policy> = {}, allowances?: Allowances) =>
  testApp(
    undefined,
    undefined,
    undefined,
    new LinkStore(new SqliteTexts(new DatabaseSync(':memory:'), { ...policy, ...bounds })),
    allowances,
  );
type App = ReturnType<typeof appWith>['app'];

const links = '/api/v1/links';
const shared = {
  language: 'c',
  source: '/* A ring */\nint main(void) {}',
  conditions: { scratch: 'disk' },
};
const post = async (app: App, body: unknown = shared) =>
  app.request(links, postRun(typeof body === 'string' ? body : JSON.stringify(body)));
const make = async (app: App, body?: unknown) =>
  (await (await post(app, body)).json()) as { id: string; path: string };
const problemOf = async (response: Response) => problemSchema.parse(await response.json());

describe('a short link', () => {
  it('is made once, and the same from then on', async () => {
    const { app } = appWith();
    const first = await post(app);
    const second = await post(app);
    expect([first.status, second.status]).toEqual([201, 200]);
    const made = (await first.json()) as { id: string; path: string };
    expect(await second.json()).toEqual(made);
    expect(made.path).toBe(`/s/${made.id}`);
    expect(first.headers.get('location')).toBe(made.path);
  });

  it('gives back the snippet, with what it calls itself', async () => {
    const { app } = appWith();
    const { id } = await make(app);
    const headers = { origin: 'https://course.example' };
    const response = await app.request(`${links}/${id}`, { headers });
    expect(linkSchema.parse(await response.json())).toEqual({ id, title: 'A ring', ...shared });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://course.example');
  });

  it('runs nothing', async () => {
    const { app, engine } = appWith();
    await make(app);
    expect(engine.requests).toEqual([]);
  });

  it('leaves nothing in the log', async () => {
    const { app, lines } = appWith();
    await make(app);
    expect(lines).toEqual([]);
  });

  it('is kept for as long as the policy says', async () => {
    const { app } = appWith();
    expect(linkPolicySchema.parse(await (await app.request(links)).json())).toEqual(policy);
  });
});

describe('what cannot become a link is refused as it would be refused as a run', () => {
  it.each([
    ['{', 400, 'malformed-request'],
    [{ ...shared, source: 'x'.repeat(65_537) }, 413, 'source-too-large'],
    [{ ...shared, language: 'basic' }, 422, 'unknown-language'],
    [{ ...shared, conditions: { moon: 'full' } }, 422, 'unknown-condition'],
  ])('%j', async (body, status, code) => {
    const { app, metrics } = appWith();
    const response = await post(app, body);
    expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
    expect(await metrics.text()).toContain(
      `live_man_problems_total{code="${code}",role="runner"} 1`,
    );
  });
});

it('a client that makes many links has to wait, and is told for how long', async () => {
  const allowances = createAllowances(0, null);
  const { app } = appWith({}, allowances);
  const statuses: number[] = [];
  for (let turn = 0; turn < 20; turn++) statuses.push((await post(app)).status);
  expect(new Set(statuses)).toEqual(new Set([200, 201]));
  const refused = await post(app);
  expect((await problemOf(refused)).code).toBe('too-many-links');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
});

it('a full store refuses with a way out', async () => {
  const { app } = appWith({ maxLinks: 1 });
  await make(app);
  const refused = await post(app, { ...shared, source: 'another' });
  expect(refused.status).toBe(507);
  expect(await problemOf(refused)).toMatchObject({ code: 'links-full', detail: /permalink/ });
});

it.each(['nothing', '0000000000000000000'])('an unknown link is no fault: %s', async (id) => {
  const response = await appWith().app.request(`${links}/${id}`);
  expect([response.status, (await problemOf(response)).code]).toEqual([404, 'unknown-link']);
});

it('a server that keeps no links says so at each of their addresses', async () => {
  const { app } = testApp();
  const asked = [await post(app), await app.request(links), await app.request(`${links}/abc`)];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
  const codes = await Promise.all(asked.map(async (response) => (await problemOf(response)).code));
  expect(new Set(codes)).toEqual(new Set(['links-off']));
});

it('a store that cannot be reached is no unknown link, and says when to come back', async () => {
  const unreachable = { kind: 'unreachable' } as const;
  const store = {
    policy,
    keep: async () => unreachable,
    find: async () => unreachable,
    close() {},
  };
  const { app } = testApp(undefined, undefined, undefined, new LinkStore(store));
  const asked = [await post(app), await app.request(`${links}/0000000000000000000`)];
  for (const response of asked) {
    expect(response.headers.get('retry-after')).toBe('10');
    expect(await problemOf(response)).toMatchObject({ code: 'links-unreachable', status: 503 });
  }
});
