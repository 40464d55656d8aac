import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { uiLanguages } from '../../../../playground-server/protocol/index.ts';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

let dist: string;
let app: ReturnType<typeof testApp>['app'];

beforeAll(() => {
  dist = temporaryFolder('site');
  const pages = ['', 'man2/io_setup/', 'man3/io_setup/', 'man3/libaio/', 'errnos/'];
  const files = [
    'index.html',
    'en/404/index.html',
    'llms.txt',
    'en/man2/io_setup.2',
    'en/man2/io_setup.md',
    'en/feed.xml',
    ...uiLanguages.flatMap((lang) => pages.map((page) => `${lang}/${page}index.html`)),
  ];
  for (const path of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), path);
  }
  app = testApp(undefined, dist).app;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers });

describe('a short address', () => {
  it.each([
    ['/', '/fr/'],
    ['/io_setup', '/fr/man2/io_setup/'],
    ['/io_setup/', '/fr/man2/io_setup/'],
    ['/io_setup.2', '/fr/man2/io_setup/'],
    ['/io_setup(2)', '/fr/man2/io_setup/'],
    ['/io_setup.3', '/fr/man3/io_setup/'],
    ['/man2/io_setup', '/fr/man2/io_setup/'],
    ['/man2/io_setup.2', '/fr/man2/io_setup/'],
    ['/libaio', '/fr/man3/libaio/'],
    ['/errnos', '/fr/errnos/'],
    ['/io_setup?theme=dark', '/fr/man2/io_setup/?theme=dark'],
  ])('leads to the page in the reader’s language: %s', async (path, page) => {
    const { status, headers } = await ask(path, { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' });
    expect([status, headers.get('location')]).toEqual([302, page]);
    expect(headers.get('vary')).toBe('Accept-Language, Cookie');
  });

  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['tlh,ru;q=0.3,fr;q=0.7', 'fr'],
    ['FR', 'fr'],
    ['fr;q=0,ru', 'ru'],
    ['tlh', 'en'],
    ['*', 'en'],
    ['frr', 'en'],
    ['', 'en'],
    [';;;q=x,,', 'en'],
  ])('reads “%s” as a wish for %s', async (wish, lang) => {
    const { headers } = await ask('/io_setup', { 'accept-language': wish });
    expect(headers.get('location')).toBe(`/${lang}/man2/io_setup/`);
  });

  it('prefers the language that the reader chose to the one the browser asks for', async () => {
    const headers = { 'accept-language': 'fr', cookie: 'language=ru' };
    expect((await ask('/io_setup', headers)).headers.get('location')).toBe('/ru/man2/io_setup/');
    const unknown = { 'accept-language': 'fr', cookie: 'language=../..' };
    expect((await ask('/io_setup', unknown)).headers.get('location')).toBe('/fr/man2/io_setup/');
  });

  it.each([
    '/io_nothing',
    '/io_setup.7',
    '/man2',
    '/man9/io_setup',
    '/.../io_setup',
    '//io_setup',
    `/${'x'.repeat(5000)}`,
  ])('that leads nowhere is not found: %s', async (path) => {
    const response = await ask(path);
    expect([response.status, response.headers.get('location')]).toEqual([404, null]);
    expect(await response.text()).toBe('en/404/index.html');
  });

  it('never hides a file of the site', async () => {
    expect(await (await ask('/llms.txt')).text()).toBe('llms.txt');
    expect((await ask('/en/man2/io_setup/')).status).toBe(200);
    expect((await ask('/en')).headers.get('location')).toBe('/en/');
  });
});

test('a page in another format says what it is', async () => {
  const type = async (path: string) => (await ask(path)).headers.get('content-type');
  expect(await type('/en/man2/io_setup.2')).toBe('application/x-troff-man; charset=utf-8');
  expect(await type('/en/man2/io_setup.md')).toBe('text/markdown; charset=utf-8');
  expect(await type('/en/feed.xml')).toBe('application/atom+xml; charset=utf-8');
});
