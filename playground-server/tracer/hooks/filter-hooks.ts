import { errnos } from '../../uapi/errno-table.ts';
import { prctlOptions } from '../../uapi/process-table.ts';
import { filterFlags } from '../../uapi/seccomp-table.ts';
import type { TraceState } from '../trace-state.ts';
import type { PendingCall, Tracee } from '../tracee.ts';
import type { Answer, CallHook, MadeCall } from './call-hook.ts';

/** Merging pages with others of the same content reveals what others hold; Linux 6.4. */
const mergeMemory = BigInt(prctlOptions.PR_SET_MEMORY_MERGE);
const setSeccomp = BigInt(prctlOptions.PR_SET_SECCOMP);

/** Puts the filter on every thread of the process; seccomp(2). */
const allThreads = BigInt(filterFlags.SECCOMP_FILTER_FLAG_TSYNC);
/** A listener could let calls through that our filter hands to the tracer; seccomp_unotify(2). */
const newListener = BigInt(filterFlags.SECCOMP_FILTER_FLAG_NEW_LISTENER);

const refused: Answer = { verdict: 'refused', errno: errnos.EPERM };

/**
 * A filter of the program's own may answer a call before ours is asked. From then on its threads
 * are stepped at every call.
 */
export function filterHooks(): Record<string, CallHook> {
  const after = ({ tracee }: MadeCall, result: bigint | null): void => {
    if (result !== null && result >= 0n) tracee.stepping = true;
  };
  return {
    seccomp: {
      before({ call, tracee, state }) {
        const flags = call.args[1] ?? 0n;
        if ((flags & newListener) !== 0n) return refused;
        // Before the filter is installed; afterwards it could answer one of their calls unseen.
        if ((flags & allThreads) !== 0n) stepOtherThreads(tracee, state);
        return null;
      },
      after,
    },
    prctl: {
      before: ({ call }) => (optionOf(call) === mergeMemory ? refused : null),
      after(made, result) {
        if (optionOf(made.call) === setSeccomp) after(made, result);
      },
    },
  };
}

/** The kernel uses only the lower half of prctl's option. */
const optionOf = ({ args }: PendingCall): bigint => BigInt.asUintN(32, args[0] ?? 0n);

function stepOtherThreads(tracee: Tracee, state: TraceState): void {
  for (const other of state.tracees.values()) {
    if (other.process !== tracee.process || other === tracee || other.stepping) continue;
    other.stepping = true;
    // A thread on its way to the exit stop of a call is stepped from there on anyway.
    if (!other.pending) state.interruptTracee(other.pid);
  }
}
