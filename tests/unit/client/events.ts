import { numberValue } from '../../../playground-server/decode/make-value.ts';
import type { RunEvent, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import { requestedRun } from '../../../site/playground/client/run-state.ts';
import type { RunState } from '../../../site/playground/client/run-state.ts';

/** Events as the server would number and time them. */
export const stamped = (events: UnstampedEvent[]): RunEvent[] =>
  events.map((event, seq) => ({ ...event, seq, atNs: String(seq * 1000) }));

/** The state after these events. */
export const after = (...events: UnstampedEvent[]): RunState =>
  stamped(events).reduce(applyEvent, requestedRun);

export const accepted: UnstampedEvent = {
  kind: 'accepted',
  runId: 'r1',
  limits: {
    wallTimeMs: 5000,
    cpuTimeMs: 2000,
    memoryBytes: 268435456,
    processes: 32,
    openFiles: 64,
    outputBytes: 65536,
    tapeCalls: 1000,
    fileBytes: 8388608,
    diskBytes: 16777216,
    aioEvents: 2048,
  },
  environment: {
    kernel: '6.18.44',
    machine: 'x86_64',
    libc: 'glibc 2.36',
    libaio: '0.3.113',
    compiler: 'gcc 12.2.0',
    aioMaxNr: 65536,
    scratch: 'tmpfs',
  },
};

export const compiled: UnstampedEvent = { kind: 'compiled', cached: false, elapsedNs: '40000000' };

export const entry = (
  call: number,
  name = 'io_setup',
  line: number | null = 9,
): UnstampedEvent => ({
  kind: 'syscall-entry',
  call,
  thread: 1,
  name,
  line,
  arguments: [numberValue('nr_events', 128n)],
});

export const exit = (
  call: number,
  returned = '0',
  errno: { name: string; number: number } | null = null,
  name = 'io_setup',
  line: number | null = 9,
): UnstampedEvent => ({
  kind: 'syscall-exit',
  call,
  name,
  line,
  returned,
  raw: errno ? String(-errno.number) : returned,
  errno,
  elapsedNs: '41000',
  verdict: 'kernel',
  arguments: [numberValue('nr_events', 128n)],
});

export const einval = { name: 'EINVAL', number: 22 };

export const finished: UnstampedEvent = {
  kind: 'finished',
  outcome: { kind: 'exited', status: 0 },
};
