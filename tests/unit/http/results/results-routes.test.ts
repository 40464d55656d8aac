import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createAllowances } from '../../../../playground-server/http/clients/allowances.ts';
import type { ServerParts } from '../../../../playground-server/http/server-parts.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import type { TextStore } from '../../../../playground-server/links/text-store.ts';
import {
  keySetSchema,
  problemSchema,
  resultRendererFile,
  signedResultSchema,
} from '../../../../playground-server/protocol/index.ts';
import { openResultKey } from '../../../../playground-server/results/result-key.ts';
import { Results } from '../../../../playground-server/results/results.ts';
import { verifyResult } from '../../../../playground-server/results/verify-result.ts';
import { maxBodyBytes } from '../../../../playground-server/snippet/parse-run-request.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';
import { accepted, endless, exited, FakeEngine, output } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 100, maxBytes: 10_000_000 };
const key = openResultKey(temporaryFolder('results'));
const memory = (bounds: Partial<typeof policy> = {}) =>
  new SqliteTexts(new DatabaseSync(':memory:'), { ...policy, ...bounds });

interface Wanted {
  texts?: TextStore;
  dist?: string;
  allowances?: Partial<ServerParts['allowances']>;
  engine?: FakeEngine;
}

function appWith({ texts = memory(), dist, allowances, engine }: Wanted = {}) {
  const results = new Results(texts, key, 'https://live-man.example');
  return testApp(engine, dist, 0, null, allowances, undefined, results).app;
}
type App = ReturnType<typeof appWith>;

const run = async (app: App) => (await app.request('/api/v1/runs', postRun(snippet))).text();
const share = async (app: App, body: object = { runId: 'r1' }) =>
  app.request('/api/v1/results', postRun(JSON.stringify(body)));
const problemOf = async (response: Response) => problemSchema.parse(await response.json());
async function shared(app: App): Promise<string> {
  await run(app);
  return ((await (await share(app)).json()) as { path: string }).path;
}

describe('a run of this server', () => {
  it('is shared once, and the same from then on', async () => {
    const app = appWith();
    await run(app);
    const [first, second] = [await share(app), await share(app)];
    expect([first.status, second.status]).toEqual([201, 200]);
    const made = (await first.json()) as { id: string; path: string };
    expect(await second.json()).toEqual(made);
    expect(made.path).toBe(`/r/${made.id}`);
    expect(first.headers.get('location')).toBe(made.path);
  });

  it('is there as it was streamed, signed by the key that the server tells', async () => {
    const app = appWith();
    const streamed = await run(app);
    const { id } = (await (await share(app)).json()) as { id: string };
    const texts = await Promise.all(
      [`/r/${id}.json`, `/api/v1/results/${id}`].map(async (path) =>
        (await app.request(path)).text(),
      ),
    );
    texts.push(
      await (await app.request(`/r/${id}`, { headers: { accept: 'application/json' } })).text(),
    );
    expect(new Set(texts).size).toBe(1);
    const verdict = verifyResult(texts[0]!);
    const { keys } = keySetSchema.parse(await (await app.request('/api/v1/results/keys')).json());
    expect(verdict).toMatchObject({ kind: 'genuine', key: keys[0] });
    const { result } = signedResultSchema.parse(JSON.parse(texts[0]!));
    expect(result.request).toEqual(JSON.parse(snippet));
    expect(result.events.map((event) => `${JSON.stringify(event)}\n`).join('')).toBe(streamed);
  });

  it('that was cancelled or is under way cannot be shared', async () => {
    const engine = new FakeEngine();
    engine.script = endless;
    const app = appWith({ engine });
    const leaving = new AbortController();
    const answer = await app.request('/api/v1/runs', {
      ...postRun(snippet),
      signal: leaving.signal,
    });
    expect((await problemOf(await share(app))).code).toBe('unknown-run');
    leaving.abort();
    await answer.text().catch(() => undefined);
    expect((await problemOf(await share(app))).code).toBe('unknown-run');
  });

  it('that told more than a result may hold is refused, with what to do', async () => {
    const engine = new FakeEngine();
    engine.script = async function* () {
      yield accepted;
      for (let index = 0; index < 10; index++) yield output('x'.repeat(64 * 1024));
      yield exited;
    };
    const app = appWith({ engine });
    await run(app);
    const refused = await share(app);
    expect(refused.status).toBe(413);
    expect(await problemOf(refused)).toMatchObject({ code: 'result-too-large', detail: /512 KiB/ });
  });
});

describe('what is no run of this server is refused', () => {
  it.each([
    [{ runId: 'guessed' }, 404, 'unknown-run'],
    [{ runId: 'x'.repeat(65) }, 400, 'malformed-request'],
    [{ runId: 'r1', events: [] }, 400, 'malformed-request'],
    [{}, 400, 'malformed-request'],
    [{ runId: 'x'.repeat(maxBodyBytes) }, 413, 'source-too-large'],
  ])('%j', async (body, status, code) => {
    const app = appWith();
    await run(app);
    const response = await share(app, body);
    expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
  });

  it('and asking counts, so that nobody guesses for long', async () => {
    const app = appWith({ allowances: createAllowances(0, null) });
    for (let turn = 0; turn < 20; turn++) await share(app, { runId: `guess ${turn}` });
    await run(app);
    const refused = await share(app);
    expect((await problemOf(refused)).code).toBe('too-many-links');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
  });
});

it('a server that keeps nothing says so at each of their addresses', async () => {
  const { app } = testApp();
  const asked = [
    await share(app),
    await app.request('/api/v1/results/keys'),
    await app.request('/api/v1/results/abc'),
  ];
  for (const response of asked) expect((await problemOf(response)).code).toBe('links-off');
  expect((await app.request('/r/0000000000000000000')).status).toBe(404);
});

it('a store that is full or away is told apart from a result that there is not', async () => {
  const full = appWith({ texts: memory({ maxBytes: 100 }) });
  await run(full);
  expect((await problemOf(await share(full))).code).toBe('links-full');
  const unreachable = async () => ({ kind: 'unreachable' }) as const;
  const away = appWith({ texts: { policy, keep: unreachable, find: unreachable, close() {} } });
  await run(away);
  expect((await problemOf(await share(away))).code).toBe('links-unreachable');
  for (const end of ['', '.json', '.svg', '.png']) {
    const response = await away.request(`/r/0000000000000000000${end}`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect((await full.request(`/r/0000000000000000000${end}`)).status).toBe(404);
  }
});

describe('the address of a result', () => {
  /** A site that was built, as far as a result needs it: its renderer writes what it is given. */
  function builtSite(): string {
    const dist = temporaryFolder('result-pages');
    const files = {
      [resultRendererFile]: `
        export const renderResultPage = async (template, shown) => template + JSON.stringify(shown);
        export const renderComparison = (template, results) =>
          template + results.map(({ id, result }) => id + ' ' + result.format).join();
        export const renderResultCard = (result, title) =>
          '<svg width="400" height="200">' + title + '</svg>';`,
      'en/shared/result/index.html': 'en %%title|untitled%% /fr/shared/result/ ',
      'fr/shared/result/index.html': 'fr %%title|sans titre%% /r/%%pictured%%.png ',
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dist, name)), { recursive: true });
      writeFileSync(join(dist, name), content);
    }
    return dist;
  }

  it('is a page in the language of the reader, or of the address', async () => {
    const app = appWith({ dist: builtSite() });
    const path = await shared(app);
    const page = await app.request(path);
    expect(await page.text()).toMatch(new RegExp(`^en untitled /fr${path} \\{"id":`));
    expect(page.headers.get('vary')).toBe('Accept, Accept-Language, Cookie');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await (await app.request(`/fr${path}`)).text()).toContain(`fr sans titre ${path}.png `);
  });

  it('with a second one leads to a page about both', async () => {
    const app = appWith({ dist: builtSite() });
    const path = await shared(app);
    const asked = await app.request(
      `${path}?with=${encodeURIComponent(`http://x.example${path}`)}`,
    );
    const both = `${path}...${path.replace('/r/', '')}`;
    expect([asked.status, asked.headers.get('location')]).toEqual([302, both]);
    const page = await app.request(both);
    expect(await page.text()).toMatch(
      new RegExp(`^en untitled /fr${both} (\\w{19} live-man-result/1,?){2}$`),
    );
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    // Other sites show the picture of the first one.
    expect(await (await app.request(`/fr${both}`)).text()).toContain(` ${path}.png `);
    expect((await app.request(`${path}...0000000000000000000`)).status).toBe(404);
    expect((await app.request(`${path}?with=nothing`)).status).toBe(200);
  });

  it('has a picture that can do nothing, for the pages of others', async () => {
    const app = appWith({ dist: builtSite() });
    const response = await app.request(`${await shared(app)}.svg`);
    expect(await response.text()).toMatch(/^<svg.*>snippet\.c<\/svg>$/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('is embedded as its picture, no larger than requested', async () => {
    const app = appWith({ dist: builtSite() });
    const path = await shared(app);
    const oembed = async (address: string, query = '') =>
      app.request(`/oembed?url=${encodeURIComponent(`http://localhost${address}`)}${query}`);
    expect(await (await oembed(path, '&maxwidth=100')).json()).toMatchObject({
      type: 'photo',
      url: `http://localhost${path}.svg`,
      title: 'snippet.c',
      width: 100,
      height: 50,
    });
    expect(await (await oembed(path)).json()).toMatchObject({
      url: `http://localhost${path}.svg`,
      thumbnail_url: `http://localhost${path}.png`,
      thumbnail_width: 1200,
    });
    expect((await oembed('/r/0000000000000000000')).status).toBe(404);
  });

  it('of a short link is none of a result, nor the other way round', async () => {
    const texts = memory();
    const app = appWith({ texts });
    const path = await shared(app);
    await texts.keep('0123456789abcdefghi', '{"language":"c"}\nint main(void) {}');
    expect((await app.request('/r/0123456789abcdefghi.json')).status).toBe(404);
    expect(await texts.find(path.replace('/r/', ''))).toEqual({ kind: 'unknown' });
  });
});
