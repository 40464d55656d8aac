import { TracerThread } from '../../../../playground-server/run/tracing/tracer-thread.ts';
import type {
  TraceJob,
  TraceMessage,
} from '../../../../playground-server/run/tracing/trace-messages.ts';

/**
 * Started by a test as a process of its own, in which nothing but a tracing thread is awaited: has it
 * trace a process that there is not, and prints what came of it.
 */
const thread = await TracerThread.start();
const last = await new Promise<TraceMessage>((tell) => {
  const job: Partial<TraceJob> = {
    actions: [],
    attachment: { supervisorPid: 2 ** 22 + 1, runningPid: null },
    readingLock: new SharedArrayBuffer(4),
  };
  thread.trace(job as TraceJob, tell);
});
console.log(last.kind);
