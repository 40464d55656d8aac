import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { LinkStore } from '../../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import type { TextStore } from '../../../../playground-server/links/text-store.ts';
import { pictureFolder, pictureSize } from '../../../../playground-server/protocol/picture.ts';
import { openResultKey } from '../../../../playground-server/results/result-key.ts';
import { Results } from '../../../../playground-server/results/results.ts';
import { writePictureDrawer } from '../../../../site/card/picture/picture-drawer.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';
import { decode, inkIn } from '../../card/picture/pixels.ts';
import { postRun, testApp } from '../test-app.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 100, maxBytes: 10_000_000 };
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>';
let dist: string;
let texts: TextStore;
let database: DatabaseSync;
let app: ReturnType<typeof testApp>['app'];

beforeAll(async () => {
  dist = temporaryFolder('picture-routes');
  await writePictureDrawer(dist);
  for (const name of ['en/picture', 'fr/embed/io_setup-first']) {
    const file = join(dist, pictureFolder, `${name}.svg`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, svg);
  }
  database = new DatabaseSync(':memory:');
  texts = new SqliteTexts(database, policy);
  app = appOn(texts);
});

function appOn(store: TextStore, folder = dist) {
  const key = openResultKey(temporaryFolder('picture-key'));
  const results = new Results(store, key, 'https://live-man.example');
  return testApp(undefined, folder, 0, new LinkStore(store), {}, undefined, results).app;
}

/** Runs a snippet and shares its result, and the snippet by itself. */
async function kept(source: string): Promise<{ result: string; snippet: string }> {
  const body = JSON.stringify({ language: 'c', source });
  await (await app.request('/api/v1/runs', postRun(body))).text();
  const share = async (path: string, what: string) =>
    ((await (await app.request(path, postRun(what))).json()) as { path: string }).path;
  const runId = 'r1';
  return {
    result: await share('/api/v1/results', JSON.stringify({ runId })),
    snippet: await share('/api/v1/links', body),
  };
}

const pixelsAt = async (path: string) =>
  decode(new Uint8Array(await (await app.request(path)).arrayBuffer()));

describe('a result and a short link', () => {
  it('have pictures for other sites, which can do nothing', async () => {
    const { result, snippet } = await kept('/* Кольцо */\nint main(void) {}');
    for (const path of [`${result}.png`, `${snippet}.png`]) {
      const response = await app.request(path);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=3600',
      });
      const pixels = decode(new Uint8Array(await response.arrayBuffer()));
      expect(pixels).toMatchObject(pictureSize);
      expect(inkIn(pixels)).toBeGreaterThan(1000);
    }
  });

  it('cease to have them when they are not kept any more', async () => {
    const { result, snippet } = await kept('/* soon gone */');
    expect((await app.request(`${result}.png`)).status).toBe(200);
    database.exec('DELETE FROM links');
    for (const path of [`${result}.png`, `${snippet}.png`])
      expect((await app.request(path)).status).toBe(404);
  });

  it('may hold the most that a stranger can write, many at once', async () => {
    const sources = Array.from(
      { length: 8 },
      (_, at) => `/* ${at} \u202e</text><script>👨‍👩‍👧 */\n${'io_setup(\t0);\u0000\n'.repeat(3000)}`,
    );
    const paths: string[] = [];
    for (const source of sources) paths.push((await kept(source)).snippet);
    const pictures = await Promise.all(paths.map(async (path) => pixelsAt(`${path}.png`)));
    expect(new Set(pictures.map(({ grey }) => Buffer.from(grey).toString('base64'))).size).toBe(8);
  });
});

describe('what is built', () => {
  it.each(['/en/picture.png', '/fr/embed/io_setup-first.png'])('is drawn: %s', async (path) => {
    expect(await pixelsAt(path)).toMatchObject({ width: 40, height: 20 });
  });

  it.each([
    '/de/picture.png',
    '/ru/picture.png',
    '/fr/embed/io_submit-first.png',
    '/fr/embed/..%2fpicture.png',
    '/en/embed/../../resvg.png',
  ])('is nothing else: %s', async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });
});

it('while the store is away nobody is told that there is no picture', async () => {
  const unreachable = async () => ({ kind: 'unreachable' }) as const;
  const away = appOn({ policy, keep: unreachable, find: unreachable, close() {} });
  for (const kind of ['r', 's']) {
    const response = await away.request(`/${kind}/0123456789abcdefghi.png`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  }
});

it('a site that is not built has none', async () => {
  const { snippet } = await kept('/* ring */');
  const unbuilt = appOn(texts, temporaryFolder('unbuilt'));
  expect((await unbuilt.request(`${snippet}.png`)).status).toBe(404);
});
