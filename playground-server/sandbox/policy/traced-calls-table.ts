import { aioCalls } from '../../protocol/aio-call.ts';
import type { PolicyRow } from './policy.ts';

/** Calls at which the tracer stops. */
export const tracedCallsTable: readonly PolicyRow[] = [
  { calls: aioCalls, action: 'show', reason: 'the calls this manual is about' },
  {
    calls: ['seccomp', 'prctl'],
    action: 'watch',
    reason:
      "a program's own filter may answer calls before ours is asked, so every call must be stepped from then on",
  },
  {
    calls: ['clone3'],
    action: 'absent',
    reason: 'its flags lie in memory, where a filter cannot judge them; libc falls back to clone',
  },
];
