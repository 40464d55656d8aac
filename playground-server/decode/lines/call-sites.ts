import type { Convention } from '../../protocol/index.ts';
import { callConvention, callSite, signalSite, type ProgramText } from './call-site.ts';
import type { Frame } from './frame.ts';

/** Where a snippet made a call, and how. */
export interface CallSite {
  line: number | null;
  convention?: Convention | undefined;
}

/** Finds places in a snippet of one language. `stack` holds the bytes from RSP upward. */
export interface CallSites {
  call(frame: Frame, stack: Uint8Array): CallSite;
  signal(frame: Frame, stack: Uint8Array): number | null;
}

/**
 * Places in a compiled program. Null text, from a program that could not be parsed, gives no lines.
 */
export function programCallSites(text: ProgramText | null): CallSites {
  if (text === null) return { call: () => ({ line: null }), signal: () => null };
  return {
    call: (frame, stack) => ({
      line: callSite(frame, stack, text),
      convention: callConvention(frame, stack, text),
    }),
    signal: (frame, stack) => signalSite(frame, stack, text),
  };
}
