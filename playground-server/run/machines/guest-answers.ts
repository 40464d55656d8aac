import type { Captured } from '../../decode/capture/captured.ts';
import { putArguments } from '../../linux/registers.ts';
import type { RuledEvent } from '../../tracer/answers/answer-rules.ts';
import { resAddresses, resBytes } from '../../tracer/answers/ruled-events.ts';
import type { RawExit } from '../../tracer/trace-event.ts';
import type { Stopped } from './agent-record.ts';
import { setRegisters } from './guest-call.ts';
import type { Step } from './steps.ts';

/** Has the kernel see these arguments; and the agent, which then leads the thread, ask at the exit. */
export function askFor({ pid, registers }: Stopped, args: readonly bigint[]): Step[] {
  putArguments(registers, args);
  return [setRegisters(pid, registers)];
}

/** The end of a call whose events get another `res`, and what writes it where the program reads it. */
export function withEvents(
  pid: number,
  exit: RawExit,
  events: readonly RuledEvent[],
): { exit: RawExit; steps: Step[] } {
  if (events.length === 0) return { exit, steps: [] };
  const addresses = resAddresses(exit.args, events);
  const bytes = resBytes(events);
  const pieceBytes = bytes.length / events.length;
  const to = addresses.flatMap((address) => [address, pieceBytes]);
  const pieces = [[bytes, bytes.length], 1, to, addresses.length] as const;
  const rules = [...new Set([...exit.rules, ...events.map(({ rule }) => rule)])];
  const captured = overwritten(exit.captured, addresses, bytes);
  return {
    exit: { ...exit, captured, rules, verdict: 'condition' },
    steps: [{ call: 'process_vm_writev', args: [pid, ...pieces, 0], mayFail: true }],
  };
}

/** What would have been captured, had it been taken after the writing. */
function overwritten(
  captured: Captured,
  addresses: readonly bigint[],
  bytes: Uint8Array,
): Captured {
  const pieceBytes = bytes.length / addresses.length;
  const ranges = captured.ranges.map((range) => {
    const copy = Uint8Array.from(range.bytes);
    addresses.forEach((address, index) => {
      const at = Number(address - range.address);
      const isInside = at >= 0 && at + pieceBytes <= copy.length;
      if (isInside) copy.set(bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes), at);
    });
    return { ...range, bytes: copy };
  });
  return { ...captured, ranges };
}
