import { closeSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPipe } from '../../../../playground-server/linux/pipe.ts';
import { ReadingLock } from '../../../../playground-server/run/tracing/reading-lock.ts';
import type {
  TraceJob,
  TraceMessage,
} from '../../../../playground-server/run/tracing/trace-messages.ts';
import type { Execution } from '../../../../playground-server/run/execution/execution.ts';
import {
  TracedExecution,
  type ExecutionParts,
} from '../../../../playground-server/run/execution/traced-execution.ts';
import { faultMessage } from '../../../../playground-server/run/fault-message.ts';
import { programLimits } from '../../../../playground-server/run/limits.ts';
import type { TimedEvent } from '../../../../playground-server/run/timed-event.ts';

const cancelled = { kind: 'cancelled' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An execution whose sandbox and tracer do nothing by themselves; `troubles` is what the log was told. */
function still() {
  const [stdout, stderr] = [openPipe(), openPipe()];
  const died = Promise.withResolvers<void>();
  const tell = vi.fn<(message: TraceMessage) => void>();
  const lock = { ofTracer: new ReadingLock(new SharedArrayBuffer(4)) };
  const takeThread = vi.fn(async () => ({
    trace({ readingLock }: TraceJob, listener: typeof tell) {
      lock.ofTracer = new ReadingLock(readingLock);
      tell.mockImplementation(listener);
    },
    catchUp: () => undefined,
  }));
  const sandbox = {
    stdoutFd: stdout.readFd,
    stderrFd: stderr.readFd,
    gone: died.promise,
    provide: () => undefined,
    release: () => undefined,
    kill: () => died.resolve(),
  };
  const troubles: unknown[] = [];
  const execution = new TracedExecution({
    held: { sandbox, pid: 0, cgroup: null },
    threads: { take: takeThread, giveBack: async () => undefined },
    handover: { places: {}, prepare: () => undefined, begin: () => undefined },
    troubled: (error: unknown) => troubles.push(error),
    rules: { limits: programLimits({ slots: 1, aioMaxNr: 65536, hasGroups: true }) },
  } as unknown as ExecutionParts);
  const free = () => {
    for (const fd of [stdout.readFd, stdout.writeFd, stderr.readFd, stderr.writeFd]) closeSync(fd);
  };
  const say = (text: string) => writeSync(stderr.writeFd, text);
  return { execution, tell, lock, takeThread, troubles, say, die: sandbox.kill, free };
}

async function events(execution: Execution): Promise<TimedEvent['event'][]> {
  const all: TimedEvent['event'][] = [];
  for await (const { event } of execution.events) all.push(event);
  return all;
}

it('starts nothing, and waits for nothing, when it was cancelled before', async () => {
  const { execution, takeThread, free } = still();
  execution.stop(cancelled);
  await execution.start();
  await execution.gone();
  free();
  expect(takeThread).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  expect(await events(execution)).toEqual([{ kind: 'finished', outcome: cancelled }]);
});

it('takes no notice of a program that starts after its run was cancelled', async () => {
  const { execution, tell, free } = still();
  await execution.start();
  tell({ kind: 'attached' });
  execution.stop(cancelled);
  tell({ kind: 'started' });
  tell({ kind: 'done' });
  await execution.gone();
  free();
  expect(vi.getTimerCount()).toBe(0);
  expect(await events(execution)).toEqual([{ kind: 'finished', outcome: cancelled }]);
});

it('tells what the tracer has recorded before it ends a run, and does not wait for that', async () => {
  const { execution, tell, lock, free } = still();
  await execution.start();
  tell({ kind: 'started' });
  lock.ofTracer.take();
  execution.stop(cancelled);
  const row = { kind: 'signal', json: '{"kind":"signal"}', happenedNs: 1n } as const;
  tell({ kind: 'rows', rows: [row] });
  lock.ofTracer.release();
  expect(await events(execution)).toEqual([
    { kind: 'signal' },
    { kind: 'finished', outcome: cancelled },
  ]);
  tell({ kind: 'done' });
  await execution.gone();
  free();
});

it('tells the log what the tracer threw, and the reader a sentence', async () => {
  const { execution, tell, troubles, free } = still();
  const error = new Error('PTRACE_SEIZE: /srv/live-man');
  await execution.start();
  tell({ kind: 'failed', message: faultMessage(error), error });
  await execution.gone();
  free();
  expect(troubles).toEqual([error]);
  expect(await events(execution)).toEqual([
    { kind: 'faulted', code: 'tracer-failed', message: expect.not.stringContaining('/srv') },
  ]);
});

it('tells the log what bubblewrap said of a program that it could not start', async () => {
  const { execution, troubles, say, die, tell, free } = still();
  await execution.start();
  say("bwrap: Can't find source path /srv/live-man");
  tell({ kind: 'done' });
  die();
  const [last] = await events(execution);
  free();
  expect(last).toMatchObject({ kind: 'faulted', code: 'sandbox-failed' });
  expect(JSON.stringify(last)).not.toContain('/srv');
  expect(String(troubles)).toContain('/srv/live-man');
});
