import type { Convention } from '../protocol/index.ts';
import { callConvention, callSite, signalSite, type ProgramText } from './call-site.ts';
import type { Frame } from './frame.ts';

/** Where, and how, a snippet made a call. */
export interface CallSite {
  line: number | null;
  convention?: Convention | undefined;
}

/** What a run's language knows of places in the snippet. `stack` holds the bytes from RSP upward. */
export interface CallSites {
  call(frame: Frame, stack: Uint8Array): CallSite;
  signal(frame: Frame, stack: Uint8Array): number | null;
}

/** Places of a compiled program. Null text, which cannot be read, gives no line at all. */
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
