import type { Abi } from '../../../playground-server/decode/abi/abi.ts';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import { captureOf } from '../../../playground-server/decode/capture/capture-of.ts';
import type { CapturePlan } from '../../../playground-server/decode/capture/capture-plan.ts';
import * as decode from '../../../playground-server/decode/decode-arguments.ts';
import type { ReadMemory } from '../../../playground-server/linux/process-memory.ts';
import type { DecodedValue } from '../../../playground-server/protocol/index.ts';
import { Notes } from '../../../playground-server/tracer/capture/notes.ts';
import { takeCaptures } from '../../../playground-server/tracer/capture/take-captures.ts';

export type CallSide = { phase: 'entry' } | { phase: 'exit'; result: bigint };

/**
 * Records a call by its capture plan, as the plan is after it was sent, and decodes the record.
 * @param notes of the calls before it
 */
export function decodeArguments(
  name: string,
  args: readonly bigint[],
  read: ReadMemory,
  side: CallSide,
  notes = new Notes(),
  abi: Abi = x86_64,
): DecodedValue[] {
  const plan = JSON.parse(JSON.stringify(captureOf(name, abi))) as CapturePlan;
  const result = side.phase === 'exit' ? side.result : null;
  const captured = takeCaptures(plan[side.phase], {
    args,
    result,
    stackPointer: 0n,
    notes,
    read: (ranges) =>
      ranges.map(
        ({ address, length }) => read(address, length)?.subarray(0, length) ?? new Uint8Array(),
      ),
  });
  return decode.decodeArguments({ name, args, result, captured }, abi);
}
