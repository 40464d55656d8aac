import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import type { KernelFacts, RunEvent } from '../../playground-server/protocol/index.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { startServer } from './start-server.ts';

/** A server that offers own kernels, and its kernels once it has got what it can get. */
async function serverWith(variables: Record<string, string>) {
  const server = await startServer({ LINKS: 'off', ...variables });
  onTestFinished(() => server.kill());
  const list = async () => {
    const { kernels } = (await (await fetch(`${server.url}/api/v1/kernels`)).json()) as {
      kernels: KernelFacts[];
    };
    return kernels;
  };
  await expect
    .poll(async () => (await list()).every(({ state }) => state !== 'fetching'), {
      timeout: 60_000,
    })
    .toBe(true);
  const run = (kernel: string, source: string) =>
    fetch(`${server.url}/api/v1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'c', source, kernel }),
    });
  return { ...server, kernels: await list(), run };
}

it('starts without the kernels that it cannot get, and says why and what to do', async () => {
  const folder = temporaryFolder('kernels');
  // Of a server that was killed while it fetched: no process has that pid.
  mkdirSync(join(folder, 'live-man-4194305-x'));
  const { kernels, run, url } = await serverWith({
    KERNELS: '6.1,9.9,mine=/no/such/linux.uml',
    KERNELS_DIR: folder,
    KERNELS_MIRROR: 'http://127.0.0.1:1/debian',
  });
  expect(kernels).toMatchObject([
    { id: 'host', state: 'available', isOwn: false },
    {
      id: '6.1',
      state: 'missing',
      reason: expect.stringContaining('Failed to fetch http://127.0.0.1:1/debian'),
      remedy: expect.stringContaining('KERNELS_MIRROR'),
    },
    {
      id: '9.9',
      state: 'missing',
      reason: expect.stringContaining('There is no such file'),
      remedy: expect.stringContaining('name=/path/of/linux.uml'),
    },
    { id: 'mine', state: 'missing', remedy: 'Correct its path in KERNELS.' },
  ]);
  expect(await readdir(folder)).toEqual([]);
  for (const kernel of ['6.1', 'mine', 'nonsense']) {
    const answer = await run(kernel, 'int main(void) {}');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'unknown-kernel',
      detail: expect.stringContaining('host'),
    });
  }
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

it('does not offer a kernel that panics at its boot, and says what it said', async () => {
  const linux = join(temporaryFolder('panics'), 'linux.uml');
  const source = fileURLToPath(new URL('panics.c', import.meta.url));
  await promisify(execFile)('gcc', ['-o', linux, source]);
  const { kernels, run } = await serverWith({ KERNELS: `panics=${linux}`, MACHINES_READY: '1' });
  expect(kernels[1]).toMatchObject({
    id: 'panics',
    state: 'missing',
    reason: 'It does not boot: Kernel panic - not syncing: no [31m root in …',
    remedy: expect.stringContaining('another build'),
  });
  expect((await run('panics', 'int main(void) {}')).status).toBe(422);
});

const fetched = fileURLToPath(new URL('../../.kernels/6.1/linux.uml', import.meta.url));

it('runs a snippet on the linux.uml that an operator names', async ({ skip }) => {
  if (!existsSync(fetched)) skip('no kernel has been fetched into .kernels');
  const { kernels, run } = await serverWith({ KERNELS: `mine=${fetched}`, MACHINES_READY: '0' });
  expect(kernels[1]).toMatchObject({ id: 'mine', state: 'available', isOwn: true });
  const answer = await run('mine', '#include <stdio.h>\nint main(void) { puts("here"); }');
  const lines = (await answer.text()).trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as RunEvent);
  // Whether the kernel or the compiler is ready first is up to the machine.
  const told = events.filter(({ kind }) => kind !== 'booting');
  const [, own] = kernels;
  expect(told).toMatchObject([
    { kind: 'accepted', environment: { kernel: own?.state === 'available' && own.release } },
    { kind: 'compiled' },
    { kind: 'output', text: 'here\n' },
    { kind: 'finished', outcome: { kind: 'exited', status: 0 } },
  ]);
});
