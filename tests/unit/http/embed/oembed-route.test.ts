import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { LinkStore } from '../../../../playground-server/links/link-store.ts';
import { SqliteTexts } from '../../../../playground-server/links/sqlite-texts.ts';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

let dist: string;
let app: ReturnType<typeof testApp>['app'];

beforeAll(() => {
  dist = temporaryFolder('oembed');
  mkdirSync(join(dist, 'embed'));
  const title = { en: 'A "first" context', fr: 'Un premier contexte', ru: 'Первый контекст' };
  const picture = { width: 800, height: 400 };
  const example = { title, page: 'man2/io_setup', height: 870, picture };
  const examples = { 'io_setup-einval-zero': example, 'io_setup-first': example };
  writeFileSync(join(dist, 'embed/examples.json'), JSON.stringify(examples));
  app = testApp(undefined, dist).app;
});

const host = 'http://localhost';

async function oembed(query: Record<string, string>) {
  const response = await app.request(`${host}/oembed?${new URLSearchParams(query)}`);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as Record<string, unknown>,
  };
}

describe('oEmbed', () => {
  it('says how to embed an example, as the specification has it', async () => {
    const { status, headers, body } = await oembed({ url: `${host}/en/embed/io_setup-first/` });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'A "first" context',
      provider_url: `${host}/en/`,
      width: 900,
      height: 870,
    });
    expect(body['html']).toContain(`<iframe src="${host}/en/embed/io_setup-first/" `);
    expect(body['html']).toContain('title="A &#34;first&#34; context"');
  });

  it('has no border where a consumer drops the style, and a picture for cards', async () => {
    const url = `${host}/en/embed/io_setup-first/`;
    const { body } = await oembed({ url, maxwidth: '400' });
    expect(body['html']).toContain(' frameborder="0"');
    expect(body).toMatchObject({
      thumbnail_url: `${host}/embed/io_setup-first.svg`,
      thumbnail_width: 400,
      thumbnail_height: 200,
    });
  });

  it('has a PNG for cards where there is room for one, in the language of the page', async () => {
    const { body } = await oembed({ url: `${host}/ru/man2/io_setup/` });
    expect(body).toMatchObject({
      thumbnail_url: `${host}/ru/embed/io_setup-first.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it.each([
    ['/fr/man2/io_setup/', '/fr/embed/io_setup-first/'],
    ['/ru/man2/io_setup/#io_setup-einval-zero', '/ru/embed/io_setup-einval-zero/'],
    [
      '/en/embed/io_setup-first/?theme=dark&tape=closed',
      '/en/embed/io_setup-first/?theme=dark&#38;tape=closed',
    ],
    ['/embed/io_setup-first', '/en/embed/io_setup-first/'],
    ['/fr/playground/#v1.abc-_9', '/fr/embed/#v1.abc-_9'],
  ])('leads from %s to %s', async (page, frame) => {
    const { body } = await oembed({ url: `${host}${page}` });
    expect(body['html']).toContain(`src="${host}${frame}"`);
  });

  it('answers for the public address of the site as well', async () => {
    const { status } = await oembed({ url: 'https://live-man.example/en/embed/io_setup-first/' });
    expect(status).toBe(200);
  });

  it('is never larger than requested', async () => {
    const url = `${host}/en/embed/io_setup-first/`;
    const { body } = await oembed({ url, maxwidth: '320', maxheight: '200' });
    expect(body).toMatchObject({ width: 320, height: 200 });
    expect(body['html']).toContain('width="320" height="200"');
  });

  it.each([
    `${host}/en/embed/nothing/`,
    `${host}/de/embed/io_setup-first/`,
    `${host}/en/man2/nothing/`,
    `${host}/en/embed/__proto__/`,
    `${host}/en/playground/#v1."onload=`,
    'https://elsewhere.example/en/embed/io_setup-first/',
    'ftp://localhost/en/embed/io_setup-first/',
  ])('finds nothing to embed at %s', async (url) => {
    const { status, body } = await oembed({ url });
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });

  it('shows the snippet of a short link in a frame, if it is kept', async () => {
    const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 10, maxBytes: 100_000 };
    const links = new LinkStore(new SqliteTexts(new DatabaseSync(':memory:'), policy));
    const { id } = await links.keep({ language: 'c', source: '/* A <b>ring */' });
    const { app: keeping } = testApp(undefined, dist, 0, links);
    const ask = async (name: string, room = '') =>
      keeping.request(`/oembed?url=${encodeURIComponent(`${host}/s/${name}`)}${room}`);
    const { title, html, thumbnail_url } = (await (await ask(id)).json()) as Record<string, string>;
    expect(thumbnail_url).toBe(`${host}/s/${id}.png`);
    expect(await (await ask(id, '&maxwidth=1199')).json()).not.toHaveProperty('thumbnail_url');
    expect(title).toBe('A <b>ring');
    expect(html).toContain(`src="${host}/en/embed/#s.${id}" title="A &#60;b&#62;ring"`);
    expect((await ask('0000000000000000000')).status).toBe(404);
  });

  it('has no XML', async () => {
    const { status } = await oembed({ url: `${host}/en/embed/io_setup-first/`, format: 'xml' });
    expect(status).toBe(501);
  });

  it.each([
    {},
    { url: 'io_setup' },
    { url: host, maxwidth: '-1' },
    { url: host, maxheight: 'tall' },
  ])('says what is wrong with %j', async (query) => {
    const { status, body } = await oembed(query);
    expect([status, body['code']]).toEqual([400, 'malformed-request']);
  });
});
