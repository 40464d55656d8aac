import type { PolicyRow } from './policy.ts';

/** Calls that would change what the tracer can see. */
export const watchedCallsTable: readonly PolicyRow[] = [
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
