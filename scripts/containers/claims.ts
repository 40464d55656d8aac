import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { begin, port, readers, run, sleeper } from './readers.ts';

/** A sentence about the containers, and what throws where it is not so. */
export type Claim = [sentence: string, prove: (engine: Engine) => Promise<void>];

const address = `http://127.0.0.1:${port}`;
const exited = 'exited 7';
const runners = ['runner-1', 'runner-2'];
const containerOf = (service: string) => `live-man-${service}-1`;

/** Waits until the web instance says that so many runners are up. */
async function untilUp(count: number): Promise<void> {
  const isUp = async () => {
    const status = await (await fetch(`${address}/api/v1/status`)).json();
    const up = /^(\d+) of/.exec(status.preflight.checks[0]?.detail ?? '')?.[1];
    return Number(up) === count;
  };
  const untilMs = performance.now() + 180_000;
  while (!(await isUp().catch(() => false))) {
    assert(performance.now() < untilMs, `there are not ${count} runners up after three minutes`);
    await pause(250);
  }
}

const counted = (endings: readonly string[]) =>
  Object.fromEntries(
    Map.groupBy(endings, (ending) => ending)
      .entries()
      .map(([ending, all]) => [ending, all.length]),
  );

export const claims: readonly Claim[] = [
  ['come up, both runners ready', async () => untilUp(2)],
  [
    'serve the manual, and run C and TypeScript',
    async () => {
      assert.equal((await fetch(`${address}/en/man2/io_setup/`)).status, 200);
      assert.equal(await run(sleeper(1)), exited);
      assert.equal(await run('process.exit(7);', 'typescript'), exited);
    },
  ],
  [
    'hold a program to its limits',
    async () => {
      const waits = '#include <unistd.h>\nint main(void) { pause(); }';
      assert.equal(await run(waits), 'limit-exceeded wall-time');
      const forks = '#include <unistd.h>\nint main(void) { for (;;) fork(); }';
      assert.equal(await run(forks), 'limit-exceeded processes');
    },
  ],
  [
    'are an unprivileged user without capabilities, on a root that nobody writes to',
    async ({ docker }) => {
      for (const service of ['web', ...runners]) {
        const inside = (...args: string[]) => docker('exec', containerOf(service), ...args);
        assert.equal(await inside('id', '-u'), '10001');
        assert.match(await inside('cat', '/proc/1/status'), /^CapEff:\t0+$/m);
        await assert.rejects(inside('touch', '/srv/x'), /Read-only file system/);
      }
    },
  ],
  [
    'tell each reader whose runner was killed so, and go on with the other',
    async ({ docker }) => {
      const runs = await begin(2, 4000);
      await docker('kill', '-s', 'KILL', containerOf('runner-1'));
      assert.deepEqual(counted(await Promise.all(runs)), { [exited]: 1, 'faulted runner-lost': 1 });
      assert.equal(await run(sleeper(1)), exited);
      await docker('start', containerOf('runner-1'));
      await untilUp(2);
    },
  ],
  [
    'lose no run while one runner after the other is restarted',
    async ({ docker }) => {
      const reading = readers(2, 4000);
      for (const service of runners) {
        await docker('restart', '-t', '30', containerOf(service));
        await untilUp(2);
      }
      const endings = await reading.stop();
      assert.deepEqual(counted(endings), { [exited]: endings.length });
    },
  ],
  [
    'end a web instance in peace: its runs to their end, its short links kept',
    async ({ docker }) => {
      const body = JSON.stringify({ language: 'c', source: sleeper(1) });
      const headers = { 'content-type': 'application/json' };
      const made = await fetch(`${address}/api/v1/links`, { method: 'POST', headers, body });
      const { path } = (await made.json()) as { path: string };
      const runs = await begin(2, 3000);
      await docker('stop', '-t', '30', containerOf('web'));
      assert.deepEqual(counted(await Promise.all(runs)), { [exited]: 2 });
      const state = await docker('inspect', '-f', '{{.State.ExitCode}}', containerOf('web'));
      assert.equal(state, '0');
      await docker('start', containerOf('web'));
      await untilUp(2);
      assert.equal(await (await fetch(`${address}${path}/raw`)).text(), sleeper(1));
    },
  ],
];
