import { HeldMemory } from '../../linux/held-memory.ts';
import { possibleCpus } from '../../linux/possible-cpus.ts';
import { readProcessMemory } from '../../linux/process-memory.ts';
import { setFirstArgument } from '../../linux/ptrace.ts';
import { ringPieces } from '../../linux/ring-pieces.ts';
import { errnos } from '../../uapi/errno-table.ts';
import type { PendingCall, Tracee } from '../tracee.ts';
import { AioBudget, type View } from './aio-budget.ts';
import type { Answer, CallHook } from './call-hook.ts';
import { ringBytes } from './ring-bytes.ts';

const overBudget: Answer = { verdict: 'playground-limit', errno: errnos.EAGAIN };

/** Keeps a run within its share of fs.aio-max-nr. */
export function aioHooks(aioShare: number, aioMaxNr: number) {
  const cpus = possibleCpus();
  const budget = new AioBudget(aioShare, (events) => ringBytes(events, cpus));
  const disarmed = new Set<PendingCall>();

  const setup: CallHook = {
    before({ call, tracee }) {
      const events = eventsOf(call);
      // The kernel refuses these by itself; fs/aio.c, io_setup() and ioctx_alloc().
      if (events === 0 || events > aioMaxNr) return null;
      const permission = budget.setUp(tracee.space, call, events, viewOf(tracee));
      if (permission === 'now') return null;
      if (permission === 'later') return 'later';
      if (hasNoHandleYet(call, tracee)) return overBudget;
      // The kernel refuses it for its *ctxp, and must do so even if another thread changes that in
      // the meantime: asked for no events, it answers the same.
      setFirstArgument(tracee.pid, 0n);
      disarmed.add(call);
      return null;
    },
    after({ call, tracee }, result) {
      // Registers that carry arguments keep their values across a system call.
      if (disarmed.delete(call) && result !== null)
        setFirstArgument(tracee.pid, call.args[0] ?? 0n);
      const outcome = result === null ? 'unknown' : result === 0n ? 'made' : 'failed';
      budget.wasSetUp(tracee.space, call, outcome, viewOf(tracee));
    },
  };

  const destroy: CallHook = {
    before({ call, tracee }) {
      return budget.destroy(tracee.space, call, viewOf(tracee)) === 'later' ? 'later' : null;
    },
    after({ call, tracee }, result) {
      budget.wasDestroyed(tracee.space, call, result === 0n, viewOf(tracee));
    },
  };

  return { hooks: { io_setup: setup, io_destroy: destroy }, close: () => budget.close() };
}

const viewOf = ({ pid }: Tracee): View => ({
  look: () => ringPieces(pid),
  hold: () => new HeldMemory(pid),
});

/** SYSCALL_DEFINE2(io_setup, unsigned, …): the kernel ignores the upper half of the register. */
const eventsOf = ({ args }: PendingCall): number => Number(BigInt.asUintN(32, args[0] ?? 0n));

/** Whether *ctxp is 0, as io_setup wants it. */
function hasNoHandleYet({ args }: PendingCall, { pid }: Tracee): boolean {
  const bytes = readProcessMemory(pid, args[1] ?? 0n, 8);
  return bytes?.length === 8 && bytes.every((byte) => byte === 0);
}
