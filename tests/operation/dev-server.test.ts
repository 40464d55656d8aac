import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../free-port.ts';

let servers: ChildProcess;
let said = '';
let origin = '';

beforeAll(async () => {
  const [port, apiPort] = [await freePort(), await freePort()];
  origin = `http://127.0.0.1:${port}`;
  servers = spawn(process.execPath, ['scripts/dev.mjs'], {
    // Not NODE_ENV, which is "test" here.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      LIVE_MAN_API_PORT: String(apiPort),
      TYPESCRIPT_READY: '0',
      KERNELS: 'off',
      LINKS: 'off',
    },
  });
  for (const stream of [servers.stdout!, servers.stderr!])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  await saying(`live-man listens on http://127.0.0.1:${apiPort}`);
  // Astro names its address before it knows the content.
  await saying('watching for file changes');
});
afterAll(async () => {
  if (servers.exitCode !== null) return;
  servers.kill('SIGINT');
  await once(servers, 'exit');
});

it('serves pages from the sources, and runs a snippet behind the same address', async () => {
  const page = await fetch(`${origin}/en/run/`);
  expect(page.status).toBe(200);
  const source = '#include <stdlib.h>\nint main(void) { exit(7); }';
  const run = await fetch(`${origin}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'c', source }),
  });
  expect(await run.text()).toContain('"outcome":{"kind":"exited","status":7}');
  const form = new URLSearchParams({ language: 'c', source });
  const answer = await fetch(`${origin}/en/run/`, { method: 'POST', body: form });
  expect(await answer.text()).toContain('ended with status 7');
});

it('does not mistake its own output for a change', () => {
  expect(said).not.toContain('Restarting');
});

/** Waits until the servers have printed a text; fails if they end before that. */
const saying = (text: string) =>
  new Promise<void>((resolve, reject) => {
    const look = () => said.includes(text) && resolve();
    for (const stream of [servers.stdout!, servers.stderr!]) stream.on('data', look);
    servers.on('exit', () => reject(new Error(said)));
    look();
  });
