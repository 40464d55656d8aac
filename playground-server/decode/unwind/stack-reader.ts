import { rsp, type Frame } from './frame.ts';
import type { ReadWord } from './step-out.ts';

const wordBytes = 8n;

/** Reads words of a recorded stack, whose bytes begin at RSP. */
export function stackReader(frame: Frame, stack: Uint8Array): ReadWord {
  const view = new DataView(stack.buffer, stack.byteOffset, stack.byteLength);
  const start = frame[rsp] ?? 0n;
  const last = BigInt(stack.byteLength) - wordBytes;
  return (address) => {
    const at = address - start;
    return at >= 0n && at <= last ? view.getBigUint64(Number(at), true) : undefined;
  };
}
