import { closeSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPipe } from '../../../../playground-server/linux/pipe.ts';
import type {
  TimedEvent,
  TraceMessage,
} from '../../../../playground-server/run/tracing/trace-messages.ts';
import type { Execution } from '../../../../playground-server/run/execution/execution.ts';
import {
  TracedExecution,
  type ExecutionParts,
} from '../../../../playground-server/run/execution/traced-execution.ts';
import { runLimits } from '../../../../playground-server/run/limits.ts';

const cancelled = { kind: 'cancelled' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An execution whose sandbox and tracer do nothing by themselves. */
function still() {
  const [stdout, stderr] = [openPipe(), openPipe()];
  const died = Promise.withResolvers<void>();
  const tell = vi.fn<(message: TraceMessage) => void>();
  const takeThread = vi.fn(async () => ({
    trace: (_: unknown, listener: typeof tell) => tell.mockImplementation(listener),
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
  const execution = new TracedExecution({
    held: { sandbox, pid: 0, cgroup: null },
    threads: { take: takeThread, giveBack: async () => undefined },
    handover: { places: {}, prepare: () => undefined, begin: () => undefined },
    rules: { limits: runLimits(1, 65536).c },
  } as unknown as ExecutionParts);
  const free = () => {
    for (const fd of [stdout.readFd, stdout.writeFd, stderr.readFd, stderr.writeFd]) closeSync(fd);
  };
  return { execution, tell, takeThread, free };
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
