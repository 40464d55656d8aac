import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPipe, readPipe } from '../../../playground-server/linux/pipe.ts';
import { processLimit } from '../../../playground-server/linux/proc.ts';
import { ProcessHandle } from '../../../playground-server/linux/process.ts';
import { readProcessMemory } from '../../../playground-server/linux/process-memory.ts';
import { setLimit, withRealIds } from '../../../playground-server/linux/resource-limit.ts';
import { noUsage, parseStatus } from '../../../playground-server/linux/wait.ts';

it('ends a process through its handle, which stays harmless afterwards', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const handle = new ProcessHandle(child.pid!);
  expect(handle.hasEnded()).toBe(false);
  handle.kill();
  const [, signal] = (await once(child, 'exit')) as [number | null, string];
  expect(signal).toBe('SIGKILL');
  expect(handle.hasEnded()).toBe(true);
  expect(() => handle.kill()).not.toThrow();
  handle.close();
  handle.close();
});

it('sets a limit of another process, and reads it back', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  setLimit(child.pid!, 'openFiles', 17);
  expect(processLimit(child.pid!, 'Max open files')).toBe(17);
  child.kill('SIGKILL');
});

it('restores the real ids of the thread, also after a failure', ({ skip }) => {
  if (process.getuid!() !== 0) skip('only root may take other ids');
  const ids = { uid: 65534, gid: 65534 };
  expect(withRealIds(ids, () => process.getuid!())).toBe(65534);
  expect(() =>
    withRealIds(ids, () => {
      throw new Error('inside');
    }),
  ).toThrow('inside');
  expect(process.getuid!()).toBe(0);
});

it('says null for memory that cannot be read, instead of failing', () => {
  expect(readProcessMemory(process.pid, 1n, 8)).toBeNull();
  expect(readProcessMemory(process.pid, 0xffff_8000_0000_0000n, 8)).toBeNull();
  expect(readProcessMemory(process.pid, 0x1000n, -1)).toBeNull();
});

it('tells an empty pipe from one that has ended', () => {
  const { readFd, writeFd } = openPipe();
  expect(readPipe(readFd)).toBeNull();
  writeSync(writeFd, 'last');
  closeSync(writeFd);
  expect(String(readPipe(readFd))).toBe('last');
  expect(readPipe(readFd)).toHaveLength(0);
  closeSync(readFd);
});

it('reads wait statuses as wait(2) defines them', () => {
  const used = noUsage();
  used.set([1n, 500_000n, 2n, 250_000n]);
  expect(parseStatus(1, 0x0300, used)).toEqual({ kind: 'exited', pid: 1, status: 3 });
  expect(parseStatus(1, 0x008b, used)).toEqual({
    kind: 'killed',
    pid: 1,
    signal: 11,
    cpuSeconds: 3.75,
  });
  expect(parseStatus(1, 0x7057f, used)).toEqual({ kind: 'stopped', pid: 1, signal: 5, event: 7 });
});
