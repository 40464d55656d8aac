import { signalSets } from '../../linux/proc.ts';
import { setSignalMask } from '../../linux/ptrace.ts';
import type { PendingCall } from '../tracee.ts';
import { maySleep } from './may-sleep.ts';
import { ignoredBy } from '../woken-in-vain.ts';
import type { CallHook } from './call-hook.ts';

/**
 * Keeps signals that a thread ignores from ending what it reads or writes inside io_submit, such as a
 * pipe: fs/aio.c makes -EINTR of that, and the call cannot be made again, since its other requests may
 * be under way. Blocked for as long as it lasts, they wake nobody, but for SIGCONT (see
 * only-watched.ts); then they are dropped, as without a tracer.
 */
export function quietHooks(): Record<string, CallHook> {
  const masks = new Map<PendingCall, bigint>();
  const io_submit: CallHook = {
    before({ call, tracee: { pid } }) {
      if (!maySleep(pid, call)) return null;
      const sets = signalSets(pid);
      setSignalMask(pid, sets.blocked | ignoredBy(sets));
      masks.set(call, sets.blocked);
      return null;
    },
    after({ call, tracee: { pid } }, result) {
      const mask = masks.get(call);
      masks.delete(call);
      if (mask !== undefined && result !== null) setSignalMask(pid, mask);
    },
  };
  return { io_submit };
}
