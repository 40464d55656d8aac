import { closeSync, fchownSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { pipeWriters } from '../linux/pipe-writers.ts';
import type { Pipe } from '../linux/pipe.ts';
import { ProcessHandle } from '../linux/process.ts';
import { LibcError } from '../linux/libc.ts';
import { reap, type WaitStatus } from '../linux/wait.ts';
import { errnos } from '../uapi/errno-table.ts';
import type { HostIdentity, SandboxPlan } from './plan.ts';
import { readStatus } from './read-status.ts';
import { render } from './render.ts';
import { giveWay, restrain } from './restrain.ts';
import {
  closeTheirEnds,
  openSandboxPipes,
  theirEnds,
  writeEnds,
  type SandboxPipes,
} from './sandbox-pipes.ts';
import { startProcess } from './spawner.ts';

/** How bubblewrap itself ended; the tracer reports the program's own status. */
export interface LauncherExit {
  /** null when a signal ended it */
  status: number | null;
}

/** A launched sandbox, which holds its program before the first instruction. */
export interface Sandbox {
  /**
   * The server's view of the pid of the sandbox's pid 1; known once the namespaces exist. Rejects if
   * bubblewrap could not be started, or could not make them.
   */
  readonly held: Promise<number>;
  /** Read ends of the program's output; they do not block. Open until `close`. */
  readonly stdoutFd: number;
  readonly stderrFd: number;
  /** Settles when bubblewrap has ended, which it does with the program. Never rejects. */
  readonly exited: Promise<LauncherExit>;
  /** Fulfilled when no process of the sandbox is left. Never rejects. */
  readonly gone: Promise<void>;
  /** Standard input, if the plan asks for a pipe; otherwise null. */
  readonly stdin: Writable | null;
  /** The server's end, if the plan asks for a socket as standard input; otherwise null. */
  readonly socketFd: number | null;
  /** Supplies the content of the plan's next provided file. */
  provide(content: Uint8Array): void;
  /** Lets the program start. */
  release(): void;
  /** Puts it behind the other sandboxes at the processor, once it is held. Never throws. */
  giveWay(): void;
  /** Closes the descriptors; nothing may read from them afterwards. */
  close(): void;
  /** Kills every process inside; may be called at any time, more than once. */
  kill(): void;
}

/** Launches a plan. If there is no descriptor left for it, throws and leaves nothing open. */
export function launch(plan: SandboxPlan): Sandbox {
  const pipes = openSandboxPipes(plan);
  const launcher = start(plan, pipes);
  const status = readStatus(pipes.status.readFd);
  let handle: ProcessHandle | null = null;
  let isUnwanted = false;
  const kill = () => {
    // Killing bubblewrap could leave its pid 1 behind for good, if that has not yet asked to die
    // with it.
    isUnwanted = true;
    if (handle) endSurely(handle);
  };

  const held = Promise.all([launcher, status.childPid]).then(([launcherPid, childPid]) => {
    handle = openHandle(childPid);
    if (isUnwanted) kill();
    else restrain({ launcher: launcherPid, child: childPid }, plan);
    return childPid;
  });
  // Without its limits nothing may run in it.
  held.catch(kill);
  // Whoever kills bubblewrap before it has reported its pid 1 leaves that waiting for it for good.
  const orphaned = status.childPid.catch(() => endOrphan(pipes.stdout));
  const exited = status.closed.then(() => launcherExit(launcher));
  const streams = writeEnds(pipes);
  let provided = 0;
  return {
    held,
    stdoutFd: pipes.stdout.readFd,
    stderrFd: pipes.stderr.readFd,
    exited,
    // bubblewrap may be gone before its report of pid 1 was read, and pid 1 may still be alive.
    gone: Promise.allSettled([exited, held, orphaned]).then(() => namespaceEnded(handle)),
    stdin: streams.stdin,
    socketFd: pipes.socket?.writeFd ?? null,
    provide: (content) => void streams.files[provided++]?.end(content),
    release: () => void streams.hold.end('1'),
    // Whoever waits for it to be held is told why it is not.
    giveWay: () => void held.then((childPid) => giveWay(childPid, plan.identity)).catch(() => {}),
    close: () => {
      for (const { readFd } of [pipes.stdout, pipes.stderr]) closeSync(readFd);
      if (pipes.socket) closeSync(pipes.socket.writeFd);
      for (const stream of [streams.stdin, streams.hold, ...streams.files]) stream?.destroy();
    },
    kill,
  };
}

/** Returns bubblewrap's pid. */
async function start(plan: SandboxPlan, pipes: SandboxPipes): Promise<number> {
  try {
    if (plan.identity) ownPipes(plan.identity, pipes);
    return await withFile('/dev/null', (nothing) =>
      withFile(plan.filterFile, (filter) =>
        startProcess({
          argv: command(plan),
          environment: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
          descriptors: theirEnds(pipes, { nothing, filter }),
          identity: plan.identity,
        }),
      ),
    );
  } finally {
    closeTheirEnds(pipes);
  }
}

/** setarch(1) ends by becoming bubblewrap. */
const command = (plan: SandboxPlan): [string, ...string[]] =>
  plan.hasFixedAddresses
    ? ['setarch', '--addr-no-randomize', 'bwrap', ...render(plan)]
    : ['bwrap', ...render(plan)];

/** Opens a file for reading while `action` runs. */
async function withFile<T>(path: string, action: (fd: number) => Promise<T>): Promise<T> {
  const fd = openSync(path, 'r');
  try {
    return await action(fd);
  } finally {
    closeSync(fd);
  }
}

/** The program must own the pipes, because it may open them again by name, as /dev/stdout. */
function ownPipes(
  { uid, gid }: NonNullable<HostIdentity>,
  { stdin, stdout, stderr }: SandboxPipes,
): void {
  for (const { writeFd } of [stdout, stderr]) fchownSync(writeFd, uid, gid);
  if (stdin) fchownSync(stdin.readFd, uid, gid);
}

/** Called when bubblewrap has closed its status pipe, its last act; the kernel does the rest. */
async function launcherExit(launcher: Promise<number>): Promise<LauncherExit> {
  const pid = await launcher.catch(() => null);
  if (pid === null) return { status: null };
  for (;;) {
    const ended = tryToReap(pid);
    if (ended === 'reaped') return { status: null };
    if (ended) return { status: ended.kind === 'exited' ? ended.status : null };
    await setTimeout(pollMs);
  }
}

/** What fails is asked again, unless there is no such child: then somebody else has waited for it. */
function tryToReap(pid: number): WaitStatus | 'reaped' | null {
  try {
    return reap(pid);
  } catch (error) {
    return error instanceof LibcError && error.errno === errnos.ECHILD ? 'reaped' : null;
  }
}

const pollMs = 5;

/** Sends a signal that could not be sent again and again: nobody else would ever end the sandbox. */
function endSurely(handle: ProcessHandle): void {
  try {
    handle.kill();
  } catch {
    globalThis.setTimeout(() => endSurely(handle), pollMs);
  }
}

/** Waits for pid 1: bubblewrap ends with the program, before pid 1 has reaped the rest. */
async function namespaceEnded(handle: ProcessHandle | null): Promise<void> {
  if (!handle) return;
  // Node can watch pipes and sockets, but no pidfd.
  while (!handle.hasEnded()) await setTimeout(pollMs);
  handle.close();
}

/**
 * Without a handle the sandbox could not be killed later, so it is killed now: the pid is still its
 * own.
 */
function openHandle(pid: number): ProcessHandle {
  try {
    return new ProcessHandle(pid);
  } catch (error) {
    endUnlessGone(pid);
    throw error;
  }
}

/** Nothing but its output tells whose it is. */
async function endOrphan({ readFd }: Pipe): Promise<void> {
  for (const pid of await pipeWriters(readFd)) endUnlessGone(pid);
}

function endUnlessGone(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
