import { closeSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { keepDescriptors } from '../../../playground-server/linux/descriptors.ts';
import { openBlockingPipe, type Pipe } from '../../../playground-server/linux/pipe.ts';
import { spawnProcess } from '../../../playground-server/linux/spawn.ts';
import { reap, type WaitStatus } from '../../../playground-server/linux/wait.ts';

// Whatever started the tests may have left descriptors open; the server does this at its start, too.
keepDescriptors();

const environment = { PATH: process.env['PATH'] ?? '' };

async function endOf(pid: number): Promise<WaitStatus> {
  for (;;) {
    const ended = reap(pid);
    if (ended) return ended;
    await setTimeout(2);
  }
}

/** Runs a shell whose output is a pipe, and returns what it wrote. */
async function shell(
  script: string,
  identity: { uid: number; gid: number } | null = null,
): Promise<{ output: string; ended: WaitStatus }> {
  const nothing = openSync('/dev/null', 'r');
  const { readFd, writeFd } = openBlockingPipe();
  const argv = ['sh', '-c', script] as const;
  const pid = spawnProcess({
    argv,
    environment,
    descriptors: [nothing, writeFd, writeFd],
    identity,
  });
  closeSync(writeFd);
  closeSync(nothing);
  const ended = await endOf(pid);
  const output = readFileSync(readFd, 'utf8');
  closeSync(readFd);
  return { output, ended };
}

it('starts a process, and tells how it ended', async () => {
  expect(await shell('echo out; echo err >&2; exit 3')).toMatchObject({
    output: 'out\nerr\n',
    ended: { kind: 'exited', status: 3 },
  });
  expect((await shell('kill -9 $$')).ended).toMatchObject({ kind: 'killed', signal: 9 });
  const busy = await shell('ulimit -t 1; while :; do :; done');
  expect(busy.ended).toMatchObject({ kind: 'killed', cpuSeconds: expect.closeTo(1, 0) });
});

it('gives it its descriptors and no others, no variable but its own, and no ignored signal', async () => {
  const { output } = await shell('ls /proc/self/fd; env; grep SigIgn /proc/self/status');
  const [fds, rest] = [output.split('\n').slice(0, 4), output];
  // The fourth is that with which ls reads the directory.
  expect(fds).toEqual(['0', '1', '2', '3']);
  expect(rest).toContain(`PATH=${environment.PATH}`);
  expect(rest).not.toContain('HOME=');
  // Except for glibc's own two, which posix_spawn(3) leaves ignored.
  expect(rest).toMatch(/SigIgn:\t0000000180000000|SigIgn:\t0000000000000000/);
});

it('puts each descriptor in its place, even if they are in each other’s', async () => {
  const pipes: Pipe[] = Array.from({ length: 3 }, openBlockingPipe);
  const ends = pipes.flatMap(({ readFd, writeFd }) => [readFd, writeFd]);
  const lowest = Math.min(...ends);
  const descriptors = Array.from({ length: lowest + 3 }, () => pipes[2]!.writeFd);
  // The first free places are taken by these very pipes, the other way round.
  [descriptors[lowest], descriptors[lowest + 1]] = [pipes[1]!.writeFd, pipes[0]!.writeFd];
  const script = `echo first >&${lowest}; echo second >&${lowest + 1}`;
  const argv = ['bash', '-c', script] as const;
  const pid = spawnProcess({ argv, environment, descriptors, identity: null });
  await endOf(pid);
  for (const { writeFd } of pipes) closeSync(writeFd);
  expect(readFileSync(pipes[1]!.readFd, 'utf8')).toBe('first\n');
  expect(readFileSync(pipes[0]!.readFd, 'utf8')).toBe('second\n');
  for (const { readFd } of pipes) closeSync(readFd);
});

it.runIf(process.geteuid?.() === 0)('gives it ids of its own for good, and no group', async () => {
  const identity = { uid: 930_999, gid: 930_998 };
  const { output } = await shell('grep -E "^(Uid|Gid|Groups|CapPrm)" /proc/self/status', identity);
  expect(
    output
      .replaceAll(/[ \t]+/g, ' ')
      .trim()
      .split('\n'),
  ).toEqual([
    'Uid: 930999 930999 930999 930999',
    'Gid: 930998 930998 930998 930998',
    'Groups: ',
    'CapPrm: 0000000000000000',
  ]);
  expect([process.getuid!(), process.geteuid!(), process.getgid!()]).toEqual([0, 0, 0]);
});

it('says why it could not start one', () => {
  const missing = join(tmpdir(), 'no-such-command');
  const start = () =>
    spawnProcess({ argv: [missing], environment, descriptors: [0, 1, 2], identity: null });
  expect(start).toThrow('posix_spawn failed: ENOENT');
});
