import type { PolicyRow } from './policy.ts';
import { programPolicy } from './program-policy.ts';
import type { ShownCalls } from './show-calls.ts';

/** Node tries to make a ring once and manages without one (libuv, src/unix/linux.c). */
const askedByNode: PolicyRow = {
  calls: ['io_uring_setup', 'io_uring_enter', 'io_uring_register'],
  action: 'absent',
  reason: 'refused too, but left off the tape: Node asks, not the snippet',
};

/** The policy for a TypeScript snippet: a C program's, less what Node itself would trip over. */
export const nodePolicy = (
  shown: readonly ShownCalls[],
  hasGroups: boolean,
): readonly PolicyRow[] => [
  ...programPolicy(shown, hasGroups).flatMap((row) => {
    const calls = row.calls.filter((name) => !askedByNode.calls.includes(name));
    return calls.length > 0 ? [{ ...row, calls }] : [];
  }),
  askedByNode,
];
