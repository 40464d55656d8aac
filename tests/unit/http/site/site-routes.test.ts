import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

let dist: string;
let app: ReturnType<typeof testApp>['app'];

beforeAll(() => {
  dist = temporaryFolder('site');
  const files = {
    'index.html': 'home',
    'en/404/index.html': 'no such page',
    'fr/404/index.html': 'rien ici',
    'ru/404/index.html': 'ничего нет',
    'en/io_setup/index.html': 'page',
    'en/man2/io_setup/index.html': 'a manual page',
    'en/man2/io_setup.md': '# A manual page',
    'en/embed/index.html': 'frame',
    'embed@1.js': 'tag',
    '_astro/a.b1c2.js': 'script',
    '_astro/a.b1c2.js.br': 'squeezed',
    '_astro/a.b1c2.js.gz': 'zipped',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  app = testApp(undefined, dist).app;
});

const answer = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the site', () => {
  it('serves a page for its directory', async () => {
    const page = await answer('/en/io_setup/');
    expect([page.status, page.text]).toEqual([200, 'page']);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('sends a page without its slash to the one with it, and keeps the query', async () => {
    const { status, headers } = await answer('/en/io_setup?theme=dark');
    expect(status).toBe(301);
    expect(headers.get('location')).toBe('/en/io_setup/?theme=dark');
  });

  it.each(['//example.org/..', '//en/io_setup', '/en/%2e%2e/%2e%2e/etc', '/..%2f..%2fetc'])(
    'never leads out of itself: %s',
    async (path) => {
      const { status, headers } = await answer(`http://localhost${path}`);
      expect(status).toBe(404);
      expect(headers.get('location')).toBeNull();
    },
  );

  it.each([
    ['text/markdown', 'md'],
    ['text/markdown, text/html;q=0.9, */*;q=0.1', 'md'],
    ['text/html, text/markdown;q=0.5', 'html'],
    ['*/*', 'html'],
  ])('serves the Markdown of a page where that is preferred: %s', async (accept, kind) => {
    const { status, headers, text } = await answer('/en/man2/io_setup/', { accept });
    expect([status, text]).toEqual([200, kind === 'md' ? '# A manual page' : 'a manual page']);
    expect(headers.get('content-type')).toMatch(
      kind === 'md' ? /^text\/markdown; / : /^text\/html; /,
    );
    expect(headers.get('content-location')).toBe(kind === 'md' ? '/en/man2/io_setup.md' : null);
    expect(headers.get('vary')).toBe('Accept');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('serves the Markdown of a page as its index.md, and a page that has none as it is', async () => {
    const named = await answer('/en/man2/io_setup/index.md');
    expect([named.text, named.headers.get('vary')]).toEqual(['# A manual page', null]);
    const other = await answer('/en/io_setup/', { accept: 'text/markdown' });
    expect([other.text, other.headers.get('vary')]).toEqual(['page', null]);
    expect((await answer('/en/io_setup/index.md')).status).toBe(404);
  });

  it('lets pages of any origin, isolated ones too, load what an embed needs', async () => {
    for (const path of ['/embed@1.js', '/_astro/a.b1c2.js']) {
      const { headers } = await answer(path);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('cache-control')).toContain('immutable');
    }
    const { headers } = await answer('/en/embed/');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    // Of a frame in a sandbox, which has no origin, Chromium warned thrice in the author's console.
    expect(headers.get('origin-agent-cluster')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const page = await answer('/en/io_setup/');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(page.headers.get('cross-origin-embedder-policy')).toBeNull();
    expect(page.headers.get('origin-agent-cluster')).toBe('?1');
    const symbols = await answer('/symbols/en.json');
    expect(symbols.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('lets hashed files be kept for ever, and sends them compressed', async () => {
    const { headers, text } = await answer('/_astro/a.b1c2.js', { 'accept-encoding': 'gzip, br' });
    expect(text).toBe('squeezed');
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('sends a file encoded as the browser accepts it, and says that others may get another', async () => {
    const asked = async (encodings: string) => {
      const { headers, text } = await answer('/_astro/a.b1c2.js', { 'accept-encoding': encodings });
      return [text, headers.get('content-encoding'), headers.get('vary')];
    };
    expect(await asked('gzip, deflate')).toEqual(['zipped', 'gzip', 'Accept-Encoding']);
    expect(await asked('deflate')).toEqual(['script', null, null]);
  });

  it('does not send again what the browser has', async () => {
    const first = await answer('/en/io_setup/');
    const again = await answer('/en/io_setup/', {
      'if-modified-since': first.headers.get('last-modified') ?? '',
    });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toBe('no-cache');
  });

  it('says that there is nothing in the language of the address, or in the reader’s', async () => {
    const said = async (path: string, language = 'en') =>
      (await answer(path, { 'accept-language': language })).text;
    expect(await said('/fr/io_nothing/', 'ru')).toBe('rien ici');
    expect(await said('/io_nothing', 'ru')).toBe('ничего нет');
    expect(await said('/de/io_nothing/', 'de')).toBe('no such page');
  });

  it('shows its own page for what does not exist, and lets nobody keep it', async () => {
    const { status, text, headers } = await answer('/en/io_nothing/');
    expect([status, text]).toEqual([404, 'no such page']);
    expect(headers.get('cache-control')).toBeNull();
  });

  it('tells the browser what a page may do', async () => {
    const { headers } = await answer('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toMatch(
      /camera=\(\), microphone=\(\), geolocation=\(\)/,
    );
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('says how to build it when it is not built', async () => {
    const response = await testApp(undefined, '/nowhere').app.request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('node scripts/setup.mjs');
  });
});
