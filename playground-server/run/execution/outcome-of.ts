import { signalName } from '../../decode/signal-name.ts';
import type { Outcome } from '../../protocol/index.ts';
import type { TraceMessage } from '../tracing/trace-messages.ts';

/** Says how a run ended whose program ended by itself or by a limit of the kernel, if it did. */
export function outcomeOf(
  { ending, cause }: Extract<TraceMessage, { kind: 'ended' }>,
  memoryExceeded: () => boolean,
): Outcome | 'sandbox-killed' {
  if (cause?.kind === 'limit') return { kind: 'limit-exceeded', limit: cause.limit };
  if (cause?.kind === 'foreign-abi') return { kind: 'refused', syscall: cause.syscall };
  // The kernel's out-of-memory killer leaves no other trace than the cgroup's own count. It may have
  // taken a child, and the program went on: what it did then is the limit's doing, not its own.
  if (memoryExceeded()) return { kind: 'limit-exceeded', limit: 'memory' };
  if (cause?.kind === 'sandbox-killed') return cause.kind;
  if (ending.kind === 'exited') return { kind: 'exited', status: ending.status };
  return { kind: 'signalled', signal: signalName(ending.signal) };
}
