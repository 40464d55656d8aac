import { Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { compilerKilled, isKilledStatus } from '../../compile/read-build.ts';
import type { ChildFiles, Stage, ToolOutcome } from '../../compile/tool.ts';
import type { ToolLimits } from '../limits.ts';
import { collect, type Collected } from './collect.ts';
import { takePipe } from './watch-pipe.ts';
import type { ChildPipes } from './zygote-pipes.ts';

/** How long an unwanted child is waited for: a zygote that is stuck itself would never kill it. */
const dyingMs = 2000;

/** A zygote's child that has its descriptors. */
export interface BornChild extends Pick<ChildFiles, 'rest'> {
  pipes: ChildPipes;
  stage: Stage;
}

/**
 * Gives a zygote's child its rest of a snippet and reads it to its end. A child that may not go on is
 * killed by the zygote, as soon as its status pipe is closed, and is then waited for: else whoever
 * cancels without end would have any number of them dying.
 */
export async function readChild(
  { pipes, rest, stage }: BornChild,
  limits: ToolLimits,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const ended = Promise.withResolvers<ToolOutcome>();
  const endFor = (limit: 'output' | 'wall-time') => () =>
    ended.resolve({ kind: 'limit-exceeded', limit });
  const tooMuch = endFor('output');
  const take = (fd: number, mostBytes: number) => collect(fd, mostBytes, tooMuch, takePipe);
  const output = pipes.output === null ? nothing : take(pipes.output, limits.stdoutBytes);
  const messages = take(pipes.messages, limits.stderrBytes);
  const status = take(pipes.status, 1);
  const cancel = () => ended.resolve({ kind: 'cancelled' });
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(endFor('wall-time'), limits.wallTimeMs);
  const writer =
    pipes.rest === null || !(rest instanceof Uint8Array) ? null : writing(pipes.rest, rest);
  void Promise.all([status.bytes, output.bytes, messages.bytes]).then((read) =>
    ended.resolve(outcomeOf(stage, ...read)),
  );
  const outcome = await ended.promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', cancel);
  writer?.destroy();
  if (outcome.kind === 'exited') return outcome;
  status.drop();
  await soon(Promise.all([output.bytes, messages.bytes]));
  for (const pipe of [output, messages]) pipe.drop();
  return outcome;
}

/** What a child writes to a file is whoever's who gave it. */
const nothing: Collected = { bytes: Promise.resolve(Buffer.alloc(0)), drop: () => undefined };

/** Waits for the end of a child that is being killed, but not for ever. */
async function soon(gone: Promise<unknown>): Promise<void> {
  const abort = new AbortController();
  const late = after(dyingMs, undefined, { signal: abort.signal }).catch(() => undefined);
  await Promise.race([gone, late]);
  abort.abort();
}

/** A child that does not read on breaks the pipe; how it ended is told by its status. */
function writing(fd: number, bytes: Uint8Array): Socket {
  const socket = new Socket({ fd, readable: false, writable: true });
  socket.on('error', () => undefined);
  socket.end(bytes);
  return socket;
}

/** Without a status, the zygote was killed with its child, or could not have another. */
function outcomeOf(stage: Stage, [status]: Buffer, output: Buffer, messages: Buffer): ToolOutcome {
  if (status === undefined || isKilledStatus(status)) return compilerKilled;
  if (status === 0) return { kind: 'exited', status, stdout: output, stderr: messages };
  // As build-c.sh names the stage that failed.
  const named = Buffer.concat([messages, Buffer.from(`\n${stage} ${status}\n`)]);
  return { kind: 'exited', status: 1, stdout: new Uint8Array(), stderr: named };
}
