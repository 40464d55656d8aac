import { refusableCalls } from '../../playground-server/protocol/refusable-call.ts';
import type { Conditions } from '../../playground-server/protocol/run-request.ts';

type Refusals = NonNullable<Conditions['refuse']>;

/** Reads `io_setup=ENOSYS, io_submit=EPERM`; null if it is not a list of calls and their answers. */
export function parseRefusals(text: string): Refusals | null {
  const refusals: Refusals = {};
  for (const part of text.split(',')) {
    const [, name, errno] = /^\s*(\w+)=(ENOSYS|EPERM)\s*$/.exec(part) ?? [];
    const call = refusableCalls.find((known) => known === name);
    if (!call) return null;
    refusals[call] = errno as 'ENOSYS' | 'EPERM';
  }
  return refusals;
}
