import { closeSync, fchownSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Pipe } from '../linux/pipe.ts';
import { ProcessHandle } from '../linux/process.ts';
import { setLimit, withRealIds, type Resource } from '../linux/resource-limit.ts';
import { spawnProcess } from '../linux/spawn.ts';
import { reap } from '../linux/wait.ts';
import type { HostIdentity, SandboxPlan } from './plan.ts';
import { readStatus } from './read-status.ts';
import { render } from './render.ts';
import {
  closeOurEnds,
  closeTheirEnds,
  openSandboxPipes,
  theirEnds,
  writeEnds,
  type SandboxPipes,
} from './sandbox-pipes.ts';

/** How bubblewrap itself ended; the program's own status is the tracer's to tell. */
export interface LauncherExit {
  /** null when a signal ended it */
  status: number | null;
}

/** A sandbox that was launched and holds its program before the first instruction. */
export interface Sandbox {
  /** Pid, as the server sees it, of the sandbox's pid 1; known once the namespaces exist. */
  readonly held: Promise<number>;
  /** Read ends of the program's output; they do not block. Open until `close`. */
  readonly stdoutFd: number;
  readonly stderrFd: number;
  /** How bubblewrap ended, which it does with the program. Never rejects. */
  readonly exited: Promise<LauncherExit>;
  /** Fulfilled when no process of the sandbox is left. Never rejects. */
  readonly gone: Promise<void>;
  /** Standard input, where the plan asks for one; else null and the program reads /dev/null. */
  readonly stdin: Writable | null;
  /** Gives the next provided file of the plan its content. */
  provide(content: Uint8Array): void;
  /** Lets the program start. */
  release(): void;
  /** Closes the descriptors; nobody may read from them any more. */
  close(): void;
  /** Ends every process inside; may be called at any time, more than once. */
  kill(): void;
}

/** Launches a plan. Throws, and leaves nothing open, when bubblewrap cannot be started. */
export function launch(plan: SandboxPlan): Sandbox {
  const pipes = openSandboxPipes(plan);
  const pid = startOrClose(plan, pipes);
  const status = readStatus(pipes.status.readFd);
  let handle: ProcessHandle | null = null;
  let isUnwanted = false;

  const held = status.childPid.then((childPid) => {
    handle = openHandle(childPid);
    if (isUnwanted) handle.kill();
    else applyLimits(childPid, plan);
    return childPid;
  });
  const exited = status.closed.then(() => launcherExit(pid));
  const streams = writeEnds(pipes);
  let provided = 0;
  return {
    held,
    stdoutFd: pipes.stdout.readFd,
    stderrFd: pipes.stderr.readFd,
    exited,
    // bubblewrap may be gone before what it said of its pid 1 was read; that one may still live.
    gone: Promise.allSettled([exited, held]).then(() => namespaceEnded(handle)),
    stdin: streams.stdin,
    provide: (content) => void streams.files[provided++]?.end(content),
    release: () => void streams.hold.end('1'),
    close: () => {
      for (const { readFd } of [pipes.stdout, pipes.stderr]) closeSync(readFd);
      for (const stream of [streams.stdin, streams.hold, ...streams.files]) stream?.destroy();
    },
    kill: () => {
      // Not bubblewrap instead: until its pid 1 has asked to die with it, that one would stay for ever.
      isUnwanted = true;
      handle?.kill();
    },
  };
}

function startOrClose(plan: SandboxPlan, pipes: SandboxPipes): number {
  try {
    return start(plan, pipes);
  } catch (error) {
    closeOurEnds(pipes);
    throw error;
  } finally {
    closeTheirEnds(pipes);
  }
}

function start(plan: SandboxPlan, pipes: SandboxPipes): number {
  if (plan.identity) ownOutput(plan.identity, pipes.stdout, pipes.stderr);
  return withFile('/dev/null', (nothing) =>
    withFile(plan.filterFile, (filter) =>
      spawnProcess({
        argv: ['bwrap', ...render(plan)],
        environment: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
        descriptors: theirEnds(pipes, { nothing, filter }),
        identity: plan.identity,
      }),
    ),
  );
}

/** Opens a file to read for as long as `action` takes. */
function withFile<T>(path: string, action: (fd: number) => T): T {
  const fd = openSync(path, 'r');
  try {
    return action(fd);
  } finally {
    closeSync(fd);
  }
}

/** A program may open its output again by name, as /dev/stdout: the pipe must belong to it. */
function ownOutput({ uid, gid }: NonNullable<HostIdentity>, ...pipes: Pipe[]): void {
  for (const { writeFd } of pipes) fchownSync(writeFd, uid, gid);
}

/** It closes its status last; what is left is the kernel's to do. */
async function launcherExit(pid: number): Promise<LauncherExit> {
  for (;;) {
    const ended = reap(pid);
    if (ended) return { status: ended.kind === 'exited' ? ended.status : null };
    await setTimeout(pollMs);
  }
}

const pollMs = 5;

/** bubblewrap ends with the program, before its pid 1 and what that still has to reap. */
async function namespaceEnded(handle: ProcessHandle | null): Promise<void> {
  if (!handle) return;
  // Node can watch pipes and sockets, but no pidfd.
  while (!handle.hasEnded()) await setTimeout(pollMs);
  handle.close();
}

/** Without a handle the sandbox could not be ended later, so it is ended now: its pid is still its own. */
function openHandle(pid: number): ProcessHandle {
  try {
    return new ProcessHandle(pid);
  } catch (error) {
    endUnlessGone(pid);
    throw error;
  }
}

function endUnlessGone(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function applyLimits(pid: number, { identity, limits }: SandboxPlan): void {
  for (const { resource, soft, hard } of limits) {
    setSandboxLimit(pid, identity, resource, soft, hard);
  }
}

/** Sets a limit of a held sandbox; its program inherits it. */
export function setSandboxLimit(
  pid: number,
  identity: HostIdentity,
  resource: Resource,
  soft: number,
  hard = soft,
): void {
  const set = () => setLimit(pid, resource, soft, hard);
  if (identity) withRealIds(identity, set);
  else set();
}
