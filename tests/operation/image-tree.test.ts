import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formRendererFile } from '../../playground-server/protocol/index.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { copyImageTree } from './copy-image-tree.ts';
import { readRun } from './read-run.ts';
import { startServer, type StartedServer } from './start-server.ts';

const source = '#include <stdlib.h>\nint main(void) { exit(7); }';
const variables = { RUNS_AT_ONCE: '1', TYPESCRIPT_READY: '0', LINKS: 'off' };

let tree: string;
let server: StartedServer;
let webTree: string;
let web: StartedServer;

beforeAll(async () => {
  tree = temporaryFolder('image');
  copyImageTree(tree, 'server');
  server = await startServer(variables, tree);
  webTree = temporaryFolder('web-image');
  for (const stage of ['server', 'web'] as const) copyImageTree(webTree, stage);
  web = await startServer({ RUNNERS: server.url, LINKS: 'off' }, webTree);
});
afterAll(async () => {
  await Promise.all([web, server].map((each) => each?.kill()));
});

const sendForm = () =>
  fetch(`${web.url}/en/run/`, {
    method: 'POST',
    body: new URLSearchParams({ language: 'c', source }),
  });

const exited = { kind: 'finished', outcome: { kind: 'exited', status: 7 } };

describe('the tree that the Dockerfile copies for a runner', () => {
  it('has the server and its packages, and nothing of the site', () => {
    expect(readdirSync(tree).sort()).toEqual(['node_modules', 'package.json', 'playground-server']);
    const packages = readdirSync(join(tree, 'node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['hono', 'ioredis', 'typescript']));
    for (const ofSite of ['astro', 'monaco-editor', 'pagefind', 'vite', 'vitest'])
      expect(packages).not.toContain(ofSite);
  });

  it('runs snippets in C, in C++ and in TypeScript, whose types it checks', async () => {
    expect((await readRun(server.url, source)).last).toMatchObject(exited);
    const thrown =
      '#include <cstdlib>\nint main() { try { throw 7; } catch (int n) { std::exit(n); } }';
    const inCpp = await readRun(server.url, thrown, { language: 'cpp' });
    expect(inCpp.last).toMatchObject(exited);
    const typed = 'const status: string = 7;\nprocess.exit(status);';
    const { events, last } = await readRun(server.url, typed, { language: 'typescript' });
    expect(last).toMatchObject(exited);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'diagnostic', message: expect.stringContaining('number') }),
    );
  });

  it('has what a server loads only where it is configured', async () => {
    const lazy = ['http/operation/otlp-traces.ts', 'redis/connect-redis.ts'];
    const imports = lazy.map((file) => `await import('./playground-server/${file}');`);
    const text = [...imports, `await import('ioredis');`].join('\n');
    const args = ['--input-type=module', '--eval', text];
    expect(() => execFileSync(process.execPath, args, { cwd: tree, stdio: 'pipe' })).not.toThrow();
  });
});

describe('the tree that the Dockerfile copies for a web instance', () => {
  it('has the built site as well, without its sources', async () => {
    expect(readdirSync(webTree)).toContain('dist');
    expect(readdirSync(webTree)).not.toContain('site');
    const page = await fetch(`${web.url}/en/man2/io_setup/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('io_setup')]);
  });

  it('has each page as Markdown, which what makes it is not needed for', async () => {
    const headers = { accept: 'text/markdown' };
    const page = await fetch(`${web.url}/en/errnos/`, { headers });
    expect(page.headers.get('content-type')).toContain('text/markdown');
    expect(readdirSync(join(webTree, 'node_modules'))).not.toContain('hast-util-to-mdast');
    expect(await page.text()).toContain('## EAGAIN');
  });

  it('answers the form of readers without JavaScript', async () => {
    const answer = await sendForm();
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('ended with status 7'),
    ]);
  });

  it('goes on serving all else when the form has nothing to answer with, and says why', async () => {
    rmSync(join(webTree, 'dist', formRendererFile));
    const answer = await sendForm();
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('node scripts/setup.mjs'),
    ]);
    expect((await fetch(`${web.url}/en/run/`)).status).toBe(200);
  });
});
