import os from 'node:os';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  statusSchema,
  type RunEvent,
  type Status,
} from '../../playground-server/protocol/index.ts';
import { freePort } from '../free-port.ts';
import { readRun, type ReadRun } from './read-run.ts';
import { startServer, type StartedServer } from './start-server.ts';

const slotsEach = 2;
const slots = 3 * slotsEach;
const bounds = { RUNS_PER_CLIENT: '100', RUNS_PER_MINUTE: '0', LOG_LEVEL: 'info', LINKS: 'off' };

/** A busy machine takes its time. */
const patience = { timeout: 40_000, interval: 20 };

let ports: number[] = [];
let runners: StartedServer[] = [];
let web: StartedServer | undefined;
beforeAll(async () => {
  ports = [await freePort(), await freePort(), await freePort()];
  runners = await Promise.all(ports.map(startRunner));
  // Without a PATH to bwrap, gcc or anything else, because a web instance needs none of them.
  web = await startServer({
    ...bounds,
    PATH: '/nonexistent',
    RUNNERS: runners.map(({ url }) => url).join(','),
  });
  await vi.waitFor(async () => expect((await status()).queue.slots).toBe(slots), patience);
}, 120_000);
afterAll(async () => {
  await Promise.all([web, ...runners].map(async (server) => server?.kill()));
});

const startRunner = (port: number) =>
  startServer({
    ...bounds,
    PORT: String(port),
    RUNS_AT_ONCE: String(slotsEach),
    TRUST_PROXY: '1',
    SHUTDOWN_GRACE_MS: '20000',
  });

function theWeb(): StartedServer {
  if (!web) throw new Error('the web instance did not start');
  return web;
}

const status = async (server = theWeb()): Promise<Status> =>
  statusSchema.parse(await (await fetch(`${server.url}/api/v1/status`)).json());
const get = async (path: string, server = theWeb()): Promise<unknown> =>
  (await fetch(server.url + path)).json();

const sleeper = (ms: number) =>
  `#include <unistd.h>\nint main(void) { usleep(${ms * 1000}); return 7; }\n`;
/** Keeps the compiler busy for a second or so; the number keeps it out of the cache. */
const slowToCompile = (number: number) => `
  #define TEN(x) x x x x x x x x x x
  int f(int a) { TEN(TEN(TEN(a = a * 3 + ${number}; a ^= a >> 3;))) return a; }
  int main(void) { return 7; }`;

const exited = { kind: 'finished', outcome: { kind: 'exited', status: 7 } };
const endings = (runs: ReadRun[]) => runs.map(({ last }) => String(last?.kind));

/** Starts runs at once; `told` resolves when each of them has sent an event of that kind. */
function start(sources: string[], kind: RunEvent['kind']) {
  let left = sources.length;
  const told = Promise.withResolvers<void>();
  const runs = sources.map((source) => {
    let isCounted = false;
    return readRun(theWeb().url, source, {
      heard: (event) => {
        if (event.kind !== kind || isCounted) return;
        isCounted = true;
        if (--left === 0) told.resolve();
      },
    });
  });
  return { told: told.promise, runs: Promise.all(runs) };
}

it('answers as its runners do: the same events, machine and limits', async () => {
  const { events } = await readRun(theWeb().url, sleeper(0));
  expect(events.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['accepted', 0],
    ['compiled', 1],
    ['finished', 2],
  ]);
  expect(events[0]).toMatchObject({ environment: { kernel: os.release() } });
  expect(events[2]).toMatchObject(exited);
  const times = events.map(({ atNs }) => Number(atNs));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  for (const path of ['/api/v1/limits', '/api/v1/environment'])
    expect(await get(path)).toEqual(await get(path, runners[0]));
  expect((await status()).queue.slots).toBe(slots);
});

it('cancels the run on the runner when the reader leaves', async () => {
  const gone = new AbortController();
  const forever = '#include <unistd.h>\nint main(void) { pause(); }\n';
  const leave = ({ kind }: RunEvent) => kind === 'compiled' && gone.abort();
  await expect(
    readRun(theWeb().url, forever, { signal: gone.signal, heard: (event) => void leave(event) }),
  ).rejects.toThrow('aborted');
  const running = async () =>
    (await Promise.all(runners.map(status))).map(({ queue }) => queue.running);
  await expect.poll(running, patience).toEqual([0, 0, 0]);
  expect((await status()).queue.running).toBe(0);
});

it('loses no run when a runner is restarted: it lives on until they have ended, and refuses others', async () => {
  // Longer than a web instance waits before it considers an unresponsive runner dead.
  const { told, runs } = start(Array(slots).fill(sleeper(4500)), 'compiled');
  await told;
  const [runner] = runners as [StartedServer];
  const stopped = runner.stop();
  const readiness = async () => (await fetch(`${runner.url}/readyz`)).status;
  await expect.poll(readiness, patience).toBe(503);
  expect((await fetch(`${runner.url}/healthz`)).status).toBe(200);
  const refused = await fetch(`${runner.url}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'c', source: sleeper(0) }),
  });
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
  expect(await refused.json()).toMatchObject({ code: 'shutting-down' });
  const late = readRun(theWeb().url, sleeper(1));
  for (const { last } of await runs) expect(last).toMatchObject(exited);
  expect(await stopped).toBe(0);
  expect((await late).last).toMatchObject(exited);
  runners[0] = await startRunner(ports[0]!);
  await vi.waitFor(async () => expect((await status()).queue.slots).toBe(slots), patience);
});

it('faults only the runs that a killed runner had begun; those that wait go to the others', async () => {
  const begun = start(Array(slots).fill(sleeper(3000)), 'compiled');
  await begun.told;
  const waiting = start(Array(8).fill(sleeper(1)), 'queued');
  await waiting.told;
  await runners[0]?.kill();
  const runs = await begun.runs;
  expect(endings(runs).toSorted()).toEqual([
    ...Array(slotsEach).fill('faulted'),
    ...Array(slots - slotsEach).fill('finished'),
  ]);
  const fault = runs.find(({ last }) => last?.kind === 'faulted')?.last;
  expect(fault).toMatchObject({
    code: 'runner-lost',
    message: expect.stringMatching(/^The runner that had the run is gone \(.+\)\. Run the snippet/),
  });
  for (const { last } of await waiting.runs) expect(last).toMatchObject(exited);
});

it('hands a run that its reader has heard nothing of yet to another runner', async () => {
  const compiling = start(
    Array.from({ length: 2 * slotsEach }, (_, n) => slowToCompile(n)),
    'accepted',
  );
  const running = async () => (await status(runners[1])).queue.running;
  await expect.poll(running, patience).toBeGreaterThan(0);
  await runners[1]?.kill();
  for (const { last, events } of await compiling.runs) {
    expect(last).toMatchObject(exited);
    expect(events.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  }
});

it('goes on with the runner that is left, and says so', async () => {
  const before = (await status(runners[2])).lastHour.runs;
  const { runs } = start(Array(4).fill(sleeper(1)), 'accepted');
  for (const { last } of await runs) expect(last).toMatchObject(exited);
  expect((await status(runners[2])).lastHour.runs).toBe(before + 4);
  await expect.poll(async () => (await status()).queue.slots, patience).toBe(slotsEach);
  const { ready, preflight } = await status();
  expect(ready).toBe(true);
  expect(preflight.checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['runners', true],
    ['runner 1', false],
    ['runner 2', false],
    ['runner 3', true],
  ]);
  expect(theWeb().log()).toContain('"msg":"runner down"');
});

it('ends cleanly when told to, and so does its runner after it', async () => {
  expect(await theWeb().stop()).toBe(0);
  expect(await runners[2]?.stop()).toBe(0);
});
