import { signalName } from '../decode/signal-name.ts';
import type { Outcome } from '../protocol/index.ts';
import type { TraceMessage } from './trace-messages.ts';

const SIGKILL = 9;

/** Says how a run ended whose program ended by itself or by a limit of the kernel. */
export function outcomeOf(
  { ending, cause }: Extract<TraceMessage, { kind: 'ended' }>,
  memoryExceeded: () => boolean,
): Outcome {
  if (cause?.kind === 'limit') return { kind: 'limit-exceeded', limit: cause.limit };
  if (cause?.kind === 'foreign-abi') return { kind: 'refused', syscall: cause.syscall };
  if (ending.kind === 'exited') return { kind: 'exited', status: ending.status };
  // The kernel's out-of-memory killer leaves no other trace than the cgroup's own count.
  if (ending.signal === SIGKILL && memoryExceeded()) {
    return { kind: 'limit-exceeded', limit: 'memory' };
  }
  return { kind: 'signalled', signal: signalName(ending.signal) };
}
