import { signalName } from '../../decode/signal-name.ts';
import type { Outcome } from '../../protocol/index.ts';
import type { TraceMessage } from '../tracing/trace-messages.ts';

/** The outcome of a run that ended by itself or by a limit of the kernel; otherwise null. */
export function outcomeOf(
  { ending, cause }: Extract<TraceMessage, { kind: 'ended' }>,
  memoryExceeded: () => boolean,
): Outcome | 'sandbox-killed' {
  if (cause?.kind === 'limit') return { kind: 'limit-exceeded', limit: cause.limit };
  if (cause?.kind === 'foreign-abi') return { kind: 'refused', syscall: cause.syscall };
  // The cgroup's counter is the only trace of the kernel's out-of-memory killer. It may have killed
  // a child while the program went on: what that did next is due to the limit, not its own doing.
  if (memoryExceeded()) return { kind: 'limit-exceeded', limit: 'memory' };
  if (cause?.kind === 'sandbox-killed') return cause.kind;
  if (ending.kind === 'exited') return { kind: 'exited', status: ending.status };
  return { kind: 'signalled', signal: signalName(ending.signal) };
}
