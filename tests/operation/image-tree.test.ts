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

beforeAll(async () => {
  tree = temporaryFolder('image');
  copyImageTree(tree);
  server = await startServer(variables, tree);
});
afterAll(async () => {
  await server?.kill();
});

const sendForm = () =>
  fetch(`${server.url}/en/run/`, {
    method: 'POST',
    body: new URLSearchParams({ language: 'c', source }),
  });

describe('the tree that the Dockerfile copies', () => {
  it('has the server, the built site and its packages, and no sources of the site', () => {
    const names = readdirSync(tree).sort();
    expect(names).toEqual(['dist', 'node_modules', 'package.json', 'playground-server']);
  });

  it('serves pages and runs snippets', async () => {
    const page = await fetch(`${server.url}/en/man2/io_setup/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('io_setup')]);
    const { last } = await readRun(server.url, source);
    expect(last).toMatchObject({ kind: 'finished', outcome: { kind: 'exited', status: 7 } });
  });

  it('answers the form of readers without JavaScript', async () => {
    const answer = await sendForm();
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('ended with status 7'),
    ]);
  });

  it('goes on serving all else when the form has nothing to answer with, and says why', async () => {
    rmSync(join(tree, 'dist', formRendererFile));
    const answer = await sendForm();
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('node scripts/setup.mjs'),
    ]);
    expect((await fetch(`${server.url}/en/run/`)).status).toBe(200);
  });
});
