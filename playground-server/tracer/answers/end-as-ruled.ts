import { scatterIntoProcess } from '../../linux/process-memory.ts';
import { setArguments } from '../../linux/ptrace.ts';
import type { TraceState } from '../trace-state.ts';
import type { CallResult, Tracee } from '../tracee.ts';
import { resAddresses, resBytes } from './ruled-events.ts';

/**
 * Before a call's end is told: gives the thread the arguments back of which the kernel saw others, and
 * replaces the `res` of events that a rule is for. Nothing is replaced where the program may not write.
 */
export function endAsRuled(
  { pid }: Tracee,
  { call, result }: CallResult,
  { answers }: TraceState,
): void {
  if (call.asked !== call.args) setArguments(pid, call.args);
  const events = answers.ofEvents(call.name, result);
  if (events.length === 0) return;
  const bytes = resBytes(events);
  if (!scatterIntoProcess(pid, resAddresses(call.args, events), bytes)) return;
  call.verdict = 'condition';
  call.rules = [...new Set([...call.rules, ...events.map(({ rule }) => rule)])];
}
