import { realTime, signals } from '../playground-server/uapi/signal-table.ts';
import type { Outcome } from '../playground-server/protocol/outcome.ts';

/** What the command ends with where it is not the program's status, as shells and timeout(1) have it. */
export const exitStatus = {
  /** A limit of the playground ended the program. */
  limit: 124,
  /** Nothing ran, or how it ended is not known. */
  noRun: 125,
  /** There is no program. */
  notCompiled: 126,
  /** Ctrl-C. */
  interrupted: 128 + signals.SIGINT,
  unread: 128 + signals.SIGPIPE,
} as const;

/** The status for how a run ended: a program's own, and 128 + n where signal n ended it. */
export function statusOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'exited':
      return outcome.status;
    case 'signalled':
      return 128 + signalNumber(outcome.signal);
    case 'limit-exceeded':
      return exitStatus.limit;
    case 'not-compiled':
      return exitStatus.notCompiled;
    default:
      // Not what the program did; or something that only a newer server knows.
      return exitStatus.noRun;
  }
}

/** Real-time signals are told by their distance from the kernel's first: `SIGRT_2`. */
function signalNumber(name: string): number {
  const known: Readonly<Record<string, number>> = signals;
  const [, apart = '0'] = /^SIGRT_(\d+)$/.exec(name) ?? [];
  return known[name] ?? realTime.SIGRTMIN + Number(apart);
}
