import { tmpdir } from 'node:os';
import { createEngine } from '../../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../../playground-server/run/engine.ts';
import type {
  Outcome,
  RunRequest,
  UnstampedEvent,
} from '../../../playground-server/protocol/index.ts';
import { patientTools } from '../../patient-tools.ts';
import type { SeenCall, ThreadCalls } from './thread-calls.ts';
import type { Tracee } from './tracee.ts';

type EventOf<K extends UnstampedEvent['kind']> = Extract<UnstampedEvent, { kind: K }>;

/** A call of the tape: its entry, and its exit if it came back. */
export interface TapeCall {
  entry: EventOf<'syscall-entry'>;
  exit: EventOf<'syscall-exit'> | null;
}

/** What the playground reported about a tracee. */
export interface Tape {
  /** in the order of their entries, refused calls included */
  calls: TapeCall[];
  signals: EventOf<'signal'>[];
  stdout: string;
  outcome: Outcome;
  /** all of it, as it was reported */
  events: readonly UnstampedEvent[];
}

/** An engine like the server's. Its creator must close it. */
export async function testEngine(): Promise<Engine> {
  const config = {
    runsAtOnce: 4,
    runsWaiting: 200,
    runsPerClient: 200,
    workDir: tmpdir(),
    // A busy machine takes longer over a program; those that hang are not tried here.
    limits: { wallTimeMs: 60_000 },
    toolLimits: patientTools,
  };
  return createEngine(config, {
    ...unheard,
    // Uncaught, so that the suite fails: nothing of ours may go wrong here.
    troubled: (error) =>
      queueMicrotask(() => {
        throw error;
      }),
  });
}

/** Runs a tracee as a reader would. Throws when the engine faults: that is never the tracee's doing. */
export async function runOnEngine(
  engine: Engine,
  tracee: Tracee,
  tape: RunRequest['tape'] = 'aio',
  words: readonly string[] = [],
): Promise<Tape> {
  const admission = engine.admit('127.0.0.1');
  if ('rejected' in admission) throw new Error(`no place in the queue: ${admission.rejected}`);
  const request = {
    language: tracee.language,
    source: tracee.source,
    conditions: { scratch: tracee.scratch },
    tape,
    arguments: [...words],
  };
  const events: UnstampedEvent[] = [];
  for await (const { event } of engine.run(request, admission, new AbortController().signal)) {
    events.push(event);
  }
  return tapeOf(events);
}

function tapeOf(events: readonly UnstampedEvent[]): Tape {
  const ofKind = <K extends UnstampedEvent['kind']>(kind: K) =>
    events.filter((event): event is EventOf<K> => event.kind === kind);
  const last = events.at(-1);
  if (last?.kind !== 'finished') throw new Error(`the run did not finish: ${JSON.stringify(last)}`);
  const exits = new Map(ofKind('syscall-exit').map((exit) => [exit.call, exit]));
  return {
    calls: ofKind('syscall-entry').map((entry) => ({ entry, exit: exits.get(entry.call) ?? null })),
    signals: ofKind('signal'),
    stdout: ofKind('output')
      .filter(({ stream }) => stream === 'stdout')
      .map(({ text }) => text)
      .join(''),
    outcome: last.outcome,
    events,
  };
}

/** The tape in strace's terms. */
export const threadsOf = (calls: readonly TapeCall[]): ThreadCalls => byThread(calls, seenCall);

/** The line of each call, in the order of `threadsOf`. */
export const linesOf = (calls: readonly TapeCall[]): (number | null)[][] =>
  byThread(calls, ({ entry }) => entry.line);

/** Threads are numbered in the order of birth. */
function byThread<T>(calls: readonly TapeCall[], told: (call: TapeCall) => T): T[][] {
  const threads = Map.groupBy(calls, ({ entry }) => entry.thread);
  return [...threads].sort(([a], [b]) => a - b).map(([, made]) => made.map(told));
}

function seenCall({ entry: { name }, exit }: TapeCall): SeenCall {
  if (exit === null) return { name, returned: null, errno: null };
  return { name, returned: exit.returned, errno: exit.errno?.name ?? null };
}
