import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { readRun } from './read-run.ts';
import { startServer, type StartedServer } from './start-server.ts';

/** A proxy as deploy/proxy configures it, except for addresses and what makes it a service. */
interface Proxy {
  name: string;
  file: string;
  /** Writes its configuration for these ports into a folder, and gives the command that runs it. */
  prepare(text: string, folder: string): [string, ...string[]];
  listens: [pattern: RegExp, on: (port: number) => string];
}

const proxies: Proxy[] = [
  {
    name: 'nginx',
    file: 'nginx.conf',
    listens: [/listen 80;.*/, (port) => `listen 127.0.0.1:${port};`],
    prepare(text, folder) {
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${join(folder, name)};`)
        .join(' ');
      writeFileSync(
        join(folder, 'all.conf'),
        `daemon off; error_log stderr; pid ${folder}/pid; events {} http { access_log off; ${paths}\n${text}\n}`,
      );
      return ['nginx', '-p', folder, '-c', 'all.conf'];
    },
  },
  {
    name: 'caddy',
    file: 'Caddyfile',
    listens: [/^aio\.example/m, (port) => `http://127.0.0.1:${port}`],
    prepare(text, folder) {
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n}\n${text}`);
      return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
];

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({
    TRUST_PROXY: '1',
    RUNS_PER_CLIENT: '1',
    RUNS_AT_ONCE: '2',
    TYPESCRIPT_READY: '0',
    LINKS: 'off',
  });
}, 120_000);
afterAll(() => server?.kill());

// They come with Debian's packages of these names. The set-up installs neither, because both would
// start a service on port 80 of the machine that runs the tests.
const isThere = ({ name }: Proxy) => spawnSync(name, ['version']).error === undefined;

describe.each(proxies)('$name in front', (proxy) => {
  let running: ChildProcess | undefined;
  let url = '';
  beforeAll(async () => {
    if (!isThere(proxy)) return;
    const port = await freePort();
    const folder = temporaryFolder(proxy.name);
    mkdirSync(folder, { recursive: true });
    const [pattern, on] = proxy.listens;
    const text = readFileSync(`deploy/proxy/${proxy.file}`, 'utf8')
      .replace(pattern, on(port))
      .replace('127.0.0.1:4321', new URL(server.url).host);
    const [command, ...args] = proxy.prepare(text, folder);
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    running = spawn(command, args, { env, stdio: 'ignore' });
    url = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => fetch(`${url}/healthz`), { timeout: 20_000, interval: 50 });
  });
  afterAll(async () => {
    if (!running) return;
    running.kill('SIGTERM');
    await once(running, 'exit');
  });

  it.skipIf(!isThere(proxy))('passes events on while the program still runs', async () => {
    const source = `#include <unistd.h>
      int main(void) { write(1, "now", 3); sleep(2); return 7; }`;
    const heardMs: Record<string, number> = {};
    const { last } = await readRun(url, source, {
      heard: ({ kind }) => void (heardMs[kind] = performance.now()),
    });
    expect(last).toMatchObject({ kind: 'finished', outcome: { kind: 'exited', status: 7 } });
    expect(heardMs['finished']! - heardMs['output']!).toBeGreaterThan(1500);
  });

  it.skipIf(!isThere(proxy))('lets nobody pass for another client', async () => {
    const source = '#include <unistd.h>\nint main(void) { sleep(1); return 7; }';
    const from = (address: string) =>
      readRun(url, source, { headers: { 'x-forwarded-for': address } });
    const both = await Promise.allSettled([from('192.0.2.1'), from('192.0.2.2')]);
    const refused = both.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([expect.objectContaining({ reason: expect.anything() })]);
    expect(String((refused[0] as PromiseRejectedResult).reason)).toContain('too-many-runs');
  });

  it.skipIf(!isThere(proxy))(
    'keeps what is for operators to them, and large bodies out',
    async () => {
      for (const path of ['/metrics', '/readyz'])
        expect((await fetch(url + path)).status).toBe(404);
      const body = 'x'.repeat(500_000);
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST', headers, body };
      // Caddy says 502 if the server has answered before it read the whole body.
      expect([413, 502]).toContain((await fetch(`${url}/api/v1/runs`, request)).status);
    },
  );
});
