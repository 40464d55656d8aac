import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expectDescriptors } from '../linux/descriptors.ts';
import type { Pipe } from '../linux/pipe.ts';
import { ProcessHandle } from '../linux/process.ts';
import { setLimit, withRealIds, type Resource } from '../linux/resource-limit.ts';
import { closeOutputPipes, openOutputPipes, type OutputPipes } from './output-pipes.ts';
import type { HostIdentity, SandboxPlan } from './plan.ts';
import { descriptors, render } from './render.ts';

/** How bubblewrap itself ended; the program's own status is the tracer's to tell. */
export interface LauncherExit {
  status: number | null;
  signal: string | null;
}

/** A sandbox could not be made. Our failure, never the reader's. */
export class SandboxFailed extends Error {}

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

/** Launches a plan. Throws, and leaves nothing open, when not even its pipes can be made. */
export function launch(plan: SandboxPlan): Sandbox {
  const output = openOutputPipes();
  const child = startOrClose(plan, output);
  const streams = streamsOf(child);
  let handle: ProcessHandle | null = null;
  let isUnwanted = false;
  let nextFile: number = descriptors.firstFile;

  const exited = exitOf(child);
  const held = childPid(child, streams[descriptors.info]).then((pid) => {
    handle = openHandle(pid);
    if (isUnwanted) handle.kill();
    else applyLimits(pid, plan);
    return pid;
  });
  // bubblewrap may be gone before what it said of its pid 1 was read; that one may still live.
  const gone = Promise.allSettled([exited, held]).then(() => namespaceEnded(handle));
  return {
    held,
    stdoutFd: output.stdout.readFd,
    stderrFd: output.stderr.readFd,
    exited,
    gone,
    stdin: child.stdin ?? null,
    provide: (content) => void streams[nextFile++]?.end(content),
    release: () => void streams[descriptors.hold]?.end('1'),
    close: () => closeOutputPipes(output, 'readFd'),
    kill: () => {
      // Not bubblewrap instead: until its pid 1 has asked to die with it, that one would stay for ever.
      isUnwanted = true;
      handle?.kill();
    },
  };
}

type Stream = (Readable & Writable) | null | undefined;

/** Against its types, Node gives a child no streams when it had no descriptor left to make them. */
const streamsOf = (child: ChildProcess): Stream[] =>
  (child.stdio as unknown as Stream[] | undefined) ?? [];

function exitOf(child: ChildProcess): Promise<LauncherExit> {
  return new Promise((resolve) => {
    child.once('exit', (status, signal) => resolve({ status, signal }));
    child.once('error', () => resolve({ status: null, signal: null }));
  });
}

function startOrClose(plan: SandboxPlan, output: OutputPipes): ChildProcess {
  try {
    return start(plan, output);
  } catch (error) {
    closeOutputPipes(output, 'readFd');
    throw error;
  } finally {
    closeOutputPipes(output, 'writeFd');
  }
}

function start(plan: SandboxPlan, { stdout, stderr }: OutputPipes): ChildProcess {
  const filter = openSync(plan.filterFile, 'r');
  const files = plan.steps
    .filter((step) => step.kind === 'provided-file')
    .map(() => 'pipe' as const);
  try {
    expectDescriptors(descriptorsForStart(files.length));
    if (plan.identity) ownOutput(plan.identity, stdout, stderr);
    const child = spawn('bwrap', render(plan), {
      stdio: [plan.stdin, stdout.writeFd, stderr.writeFd, 'pipe', 'pipe', filter, ...files],
      env: { PATH: process.env['PATH'] },
      ...plan.identity,
    });
    // A sandbox that is killed breaks these pipes; its end is told by `exited`.
    for (const stream of streamsOf(child)) stream?.on('error', () => undefined);
    return child;
  } finally {
    closeSync(filter);
  }
}

/** Both ends of each pipe of the child, the pipe that tells of its exec(3), and as many inside it. */
const descriptorsForStart = (files: number): number => 3 * (descriptors.firstFile + files) + 2;

/** A program may open its output again by name, as /dev/stdout: the pipe must belong to it. */
function ownOutput({ uid, gid }: NonNullable<HostIdentity>, ...pipes: Pipe[]): void {
  for (const { writeFd } of pipes) fchownSync(writeFd, uid, gid);
}

const pollMs = 5;

/** bubblewrap ends with the program, before its pid 1 and what that still has to reap. */
async function namespaceEnded(handle: ProcessHandle | null): Promise<void> {
  if (!handle) return;
  // Node can watch pipes and sockets, but no pidfd.
  while (!handle.hasEnded()) await setTimeout(pollMs);
  handle.close();
}

/** Pid of the sandbox's pid 1. Rejects with why bubblewrap was not started, or made no sandbox. */
async function childPid(child: ChildProcess, info: Stream): Promise<number> {
  if (child.pid !== undefined && info) return readChildPid(info);
  throw await new Promise((resolve) => child.once('error', resolve));
}

/** bubblewrap writes one JSON object when the namespaces exist; bwrap(1), --info-fd. */
async function readChildPid(info: Readable): Promise<number> {
  let text = '';
  for await (const chunk of info.setEncoding('utf8')) text += String(chunk);
  const pid = /"child-pid": (\d+)/.exec(text)?.[1];
  if (!pid) throw new SandboxFailed('bubblewrap ended before it made a sandbox');
  return Number(pid);
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
