import type {
  RunRequest,
  Conditions,
  Language,
  Limits,
  Outcome,
  RunEventOf,
  UnstampedEvent,
} from '../../playground-server/protocol/index.ts';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../playground-server/run/engine.ts';

/** Runs that a file may start at once; the engine's slots. */
export const slots = 4;

const kib = 1024;
export const MiB = kib * kib;

type Fields<E> = E extends UnstampedEvent ? Omit<E, 'seq' | 'atNs'> : never;

/** What claims about the sandbox look at in one completed call of the tape. */
export type Call = Fields<RunEventOf<'syscall-exit'>>;

/** What a reader saw of one run. */
export interface Seen {
  events: UnstampedEvent[];
  calls: Call[];
  stdout: string;
  stderr: string;
  /** null when the run ended in a fault of ours */
  outcome: Outcome | null;
  fault: string | null;
  /** what TRY() printed, by its first argument: the result, or the name of the errno */
  answers: Record<string, string>;
  /** messages of the compiler, the errors only */
  errors: string[];
}

export interface RunOptions extends Pick<RunRequest, 'tape' | 'tapeCalls' | 'arguments' | 'stdin'> {
  language?: Language;
  conditions?: Conditions;
  client?: string;
  signal?: AbortSignal;
  /** called for each event, whether the program is stopped or running */
  onEvent?: (event: UnstampedEvent) => void;
}

/**
 * TRY(name, call) prints the call's result, or the errno that it set. No newline precedes the
 * snippet.
 */
export const prelude = [
  '#define _GNU_SOURCE',
  '#include <errno.h>',
  '#include <fcntl.h>',
  '#include <signal.h>',
  '#include <stdio.h>',
  '#include <stdlib.h>',
  '#include <string.h>',
  '#include <sys/mman.h>',
  '#include <sys/resource.h>',
  '#include <sys/stat.h>',
  '#include <sys/syscall.h>',
  '#include <sys/types.h>',
  '#include <sys/wait.h>',
  '#include <time.h>',
  '#include <unistd.h>',
  '#include <linux/aio_abi.h>',
  '#define TRY(name, call) do { errno = 0; long r_ = (long)(call); if (r_ == -1)' +
    ' printf("%s: %s\\n", name, strerrorname_np(errno)); else printf("%s: %ld\\n", name, r_);' +
    ' fflush(stdout); } while (0)',
  '',
].join('\n');

/** What TRY() printed, by name. */
function answersOf(stdout: string): Record<string, string> {
  return Object.fromEntries(
    stdout.split('\n').flatMap((line) => {
      const [, name, answer] = /^([^:]+): (.*)$/.exec(line) ?? [];
      return name === undefined || answer === undefined ? [] : [[name, answer]];
    }),
  );
}

/** Sorts the events of one run by what a reader looks for. */
export function seen(events: UnstampedEvent[]): Seen {
  const ofKind = <K extends UnstampedEvent['kind']>(kind: K) =>
    events.filter((event): event is Extract<UnstampedEvent, { kind: K }> => event.kind === kind);
  const text = (stream: 'stdout' | 'stderr') =>
    ofKind('output')
      .filter((event) => event.stream === stream)
      .map((event) => event.text)
      .join('');
  const stdout = text('stdout');
  return {
    events,
    calls: ofKind('syscall-exit'),
    stdout,
    stderr: text('stderr'),
    outcome: ofKind('finished')[0]?.outcome ?? null,
    fault: ofKind('faulted')[0]?.message ?? null,
    answers: answersOf(stdout),
    errors: ofKind('diagnostic')
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message),
  };
}

/** @param troubles collects failures that no reader is told about @param limits unlike a server's */
export async function startEngine(
  workDir: string,
  troubles: unknown[] = [],
  limits: Partial<Limits> = {},
): Promise<Engine> {
  const bounds = { runsAtOnce: slots, runsWaiting: 64, runsPerClient: 64 };
  return createEngine(
    { ...bounds, workDir, limits, toolLimits: { answerMs: 10_000 } },
    { ...unheard, troubled: (error) => troubles.push(error) },
  );
}

/** Runs one source as it is, and collects what a reader would see. */
export async function collectRun(
  engine: Engine,
  source: string,
  { language = 'c', conditions, client = 'test', signal, onEvent, ...given }: RunOptions = {},
): Promise<Seen> {
  const admission = engine.admit(client);
  if ('rejected' in admission) throw new Error(`not admitted: ${admission.rejected}`);
  const events: UnstampedEvent[] = [];
  const request = { language, source, ...(conditions && { conditions }), ...given };
  const never = new AbortController().signal;
  for await (const { event } of engine.run(request, admission, signal ?? never)) {
    events.push(event);
    onEvent?.(event);
  }
  return seen(events);
}

/** Names of the calls that the playground refused, in the order of the tape. */
export const refusedCalls = (run: Seen): string[] =>
  run.calls.filter(({ verdict }) => verdict === 'refused').map(({ name }) => name);

/**
 * A program that makes each call with arguments that could do no harm: the kernel would answer most
 * of them with EFAULT, EBADF or EINVAL.
 */
export const attempts = (calls: Record<string, string>): string =>
  `int main(void) {
    ${Object.entries(calls)
      .map(([name, args]) => `TRY("${name}", syscall(SYS_${name}${args && `, ${args}`}));`)
      .join('\n')}
  }`;
