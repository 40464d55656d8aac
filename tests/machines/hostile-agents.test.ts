import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { KernelFiles } from '../../playground-server/run/machines/kernel-files.ts';
import { bootPatiently } from '../../playground-server/run/machines/boot-patiently.ts';
import { bootMachine, freeMachine } from '../../playground-server/run/machines/machine.ts';
import { tryBoot } from '../../playground-server/run/machines/try-boot.ts';
import { machineRoot } from '../../playground-server/run/machines/machine-parts.ts';
import { collectRun, prelude } from '../sandbox/collect-run.ts';
import { compileAgent, useMachines } from './use-machines.ts';

/** These claims hold for whoever has taken the agent, and with it the kernel of a machine. */
const { runC, withAgent, parts, troubles, engineWith } = useMachines();

const program = 'int main(void) { puts("the true one"); }';
const tryAgain = /Nothing is wrong with the snippet/;

/** Most of these runs trouble the operator's log, as they should. */
afterEach(() => void troubles.splice(0));

it('finds of this host what is in its sandbox, and can change nothing of it', async () => {
  const { stdout, answers } = await withAgent('escapes', () => runC(program));
  expect(stdout.split('\n')[1]).toBe(
    '/host: dev disk empty etc initrd job lib lib64 linux proc tmp work',
  );
  expect(answers).toMatchObject({
    mount: '0',
    passwd: 'ENOENT',
    initrd: 'EACCES',
    linux: 'EACCES',
    job: 'EACCES',
    root: 'EACCES',
    device: 'EPERM',
    full: 'ENOENT',
    setting: 'EACCES',
    network: 'ENETUNREACH',
  });
});

it('gives up a kernel that hangs at its boot, which the reader is told of meanwhile', async () => {
  const engine = engineWith({ bootTimeoutsMs: [1000, 1000] });
  const run = await withAgent('hangs', () => collectRun(engine, prelude + program));
  expect(run.events).toContainEqual({ kind: 'booting', kernel: '6.1' });
  expect(run.fault).toMatch(tryAgain);
  expect(troubles.map(String)).toEqual([
    expect.stringContaining('the kernel did not start in time'),
  ]);
});

it('gives a kernel up as soon as it panics, and says why', async () => {
  const root = join(parts().folder, 'root-6.1');
  const never = new AbortController().signal;
  const tried = withAgent('ends', () => tryBoot(parts(), root, never));
  await expect(tried).rejects.toMatchObject({
    reason: expect.stringMatching(/^Kernel panic - not syncing: Attempted to kill init!/),
  });
});

it('says what an agent could not do, where it says so itself', async () => {
  const root = join(parts().folder, 'root-6.1');
  const tried = withAgent('gives-up', () => tryBoot(parts(), root, new AbortController().signal));
  await expect(tried).rejects.toMatchObject({ reason: 'fork: errno 12' });
});

it('ends a trial with the server', async () => {
  const root = join(parts().folder, 'root-6.1');
  const tried = withAgent('hangs', () => tryBoot(parts(), root, AbortSignal.timeout(500)));
  // One that is late would be offered.
  await expect(tried).rejects.toThrow();
});

it('gives up a machine that floods its serial line, and one whose agent is of another version', async () => {
  const reasons = {
    floods: 'a length is none',
    'other-version': 'the agent speaks version 99',
  };
  for (const [agent, reason] of Object.entries(reasons)) {
    const { fault, outcome } = await withAgent(agent, () => runC(program));
    expect(outcome).toBeNull();
    expect(fault).toMatch(tryAgain);
    expect(troubles.splice(0).map(String)).toEqual([expect.stringContaining(reason)]);
  }
});

it('believes no length, and shows no call that was not made', async () => {
  const { fault, calls } = await withAgent('lies', () => runC(program));
  expect(fault).toMatch(tryAgain);
  expect(calls).toEqual([]);
});

it('ends output without an end', async () => {
  const { outcome } = await withAgent('endless-output', () => runC(program));
  expect(outcome).toEqual({ kind: 'limit-exceeded', limit: 'output' });
});

it('boots another machine in the place of one that does not begin', async () => {
  const root = join(parts().folder, 'root-6.1');
  const machine = await bootPatiently(parts(), root, [1, 60_000]);
  expect(machine.sandbox).toBeDefined();
  await freeMachine(parts(), machine);
});

it('leaves a kernel that has broken out what the policy of machines allows, and no process to take over', async () => {
  const linux = await compileAgent('broken-out');
  // It is linked statically: what stands for its libraries is never opened.
  const files: KernelFiles = { linux, loader: linux, libraries: [linux], loop: null };
  const root = await machineRoot(parts(), 'broken-out', files);
  const booted = bootMachine(parts(), root, 30_000);
  const said = await booted.then(() => 'booted', String);
  const answers = said.match(/^[\w ]+: \w+$/gm);
  expect(answers).toEqual([
    'others: 0',
    'socket: EPERM',
    'unshare: EPERM',
    'mount: EPERM',
    'io_uring: EPERM',
    'bpf: EPERM',
    'userfaultfd: EPERM',
    'keys: EPERM',
    'perf: EPERM',
  ]);
});
