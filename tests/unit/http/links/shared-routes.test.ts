import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { LinkStore } from '../../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import { wordsOf } from '../../../../site/words/words-of.ts';
import { languages } from '../../../../site/facts/localized.ts';
import { renderSharedPage, sharedPageKinds } from '../../../../site/share/render-shared-page.ts';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

/** What a stranger may write to break out of a page. */
const hostile = `/* </title><script>alert(1)</script> %%id%% */\n"</pre><img src=x onerror=alert(2)>'; io_setup\n`;

let dist: string;
let app: ReturnType<typeof testApp>['app'];
let id: string;

beforeAll(async () => {
  dist = temporaryFolder('shared');
  for (const lang of languages) {
    mkdirSync(join(dist, lang, 'shared'), { recursive: true });
    for (const kind of sharedPageKinds) {
      const page = renderSharedPage(kind, wordsOf(lang), 'https://live-man.example');
      writeFileSync(join(dist, lang, 'shared', `${kind}.html`), page);
    }
  }
  const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 10, maxBytes: 1_000_000 };
  const links = new LinkStore(new SqliteTexts(new DatabaseSync(':memory:'), policy));
  const kept = await links.keep({
    language: 'c',
    source: hostile,
    conditions: { addressSpaceMiB: 64 },
  });
  id = kept.kind === 'kept' ? kept.id : '';
  app = testApp(undefined, dist, 0, links).app;
});

const page = async (path: string, language = 'en') => {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  return { response, text: await response.text() };
};

describe('the page of a short link', () => {
  it.each(languages)(
    'leads on to the playground in the language of the reader: %s',
    async (lang) => {
      const { response, text } = await page(`/s/${id}`, lang);
      expect(response.status).toBe(200);
      expect(text).toContain(`<html lang="${lang}"`);
      expect(text).toContain(`href="/${lang}/playground/#s.${id}"`);
      expect(response.headers.get('vary')).toBe('Accept-Language, Cookie');
    },
  );

  it('tells crawlers what the snippet is called, and what it calls', async () => {
    const { text } = await page(`/s/${id}`);
    expect(text).toContain(`property="og:url" content="https://live-man.example/s/${id}"`);
    expect(text).toMatch(/property="og:title" content="&#60;\/title&#62;&#60;script&#62;/);
    expect(text).toMatch(/property="og:description" content="[^"]+ \(io_setup\)"/);
    expect(text).toContain(`property="og:image" content="https://live-man.example/s/${id}.png"`);
    expect(text).toContain('content="summary_large_image"');
  });

  it('holds nothing of the snippet but its text', async () => {
    const { text } = await page(`/s/${id}`);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text.match(/<\/pre>/g)).toHaveLength(1);
    expect(text).toContain('%%id%%');
    expect(text.replaceAll('%%id%%', '')).not.toContain('%%');
  });

  it('is not for search engines, nor for frames', async () => {
    const { headers } = (await page(`/s/${id}`)).response;
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('that is not kept says so in the language of the reader, with its status', async () => {
    const { response, text } = await page('/s/0000000000000000000', 'fr');
    expect(response.status).toBe(404);
    expect(text).toContain('<html lang="fr"');
    expect(text).toContain('/fr/playground/');
  });
});

describe('the raw text of a short link', () => {
  it('is the snippet, byte by byte', async () => {
    const { response, text } = await page(`/s/${id}/raw`);
    expect(text).toBe(hostile);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8$/i);
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${id}.c"`);
  });

  it('can do nothing in a browser', async () => {
    const { headers } = (await page(`/s/${id}/raw`)).response;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
  });

  it('of a link that is not kept is not found', async () => {
    expect((await page('/s/0000000000000000000/raw')).response.status).toBe(404);
  });
});

it('without a built site, and without links, an address leads as far as it can', async () => {
  const bare = testApp().app;
  expect((await bare.request(`/s/${id}`)).status).toBe(404);
});

it.each(languages)(
  'a link that cannot be looked up now is not called unknown: %s',
  async (lang) => {
    const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 1, maxBytes: 1 };
    const unreachable = async () => ({ kind: 'unreachable' }) as const;
    const store = { policy, keep: unreachable, find: unreachable, close() {} };
    const away = testApp(undefined, dist, 0, new LinkStore(store)).app;
    const headers = { 'accept-language': lang };
    const response = await away.request(`/s/${id}`, { headers });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await response.text()).toContain(wordsOf(lang).say('shared.unreachableTitle'));
    expect((await away.request(`/s/${id}/raw`)).status).toBe(503);
  },
);
