import type { ReadMemory } from '../decode/read-memory.ts';
import type { AioCall, Verdict } from '../protocol/index.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import { errnos } from '../uapi/errno-table.ts';
import { prctlOptions } from '../uapi/process-table.ts';
import { filterFlags } from '../uapi/seccomp-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import type { TraceState } from './trace-state.ts';
import type { PendingCall } from './tracee.ts';

/** Who answers a call: the kernel, or the playground in its stead with an errno. */
export type Judgement =
  | { kind: 'kernel'; reserved: number }
  | { kind: 'answered'; verdict: Exclude<Verdict, 'kernel'>; errno: number };

/** A listener could let through what our filter hands to the tracer; seccomp_unotify(2). */
const newListener = BigInt(filterFlags.SECCOMP_FILTER_FLAG_NEW_LISTENER);

/** Pages that are merged with others' of the same bytes tell what others hold; prctl(2), Linux 6.4. */
const mergeMemory = BigInt(prctlOptions.PR_SET_MEMORY_MERGE);

const kernel: Judgement = { kind: 'kernel', reserved: 0 };
const refused: Judgement = { kind: 'answered', verdict: 'refused', errno: errnos.EPERM };

/** Decides before the call is made. Judges registers only, never memory that a thread could change. */
export function judge(
  call: PendingCall,
  action: PolicyAction,
  state: TraceState,
  read: ReadMemory,
): Judgement {
  if (action !== 'show') return judgeByPolicy(call, action);
  const errno = state.rules.refusals.get(call.name as AioCall);
  if (errno !== undefined) return { kind: 'answered', verdict: 'condition', errno };
  if (call.name !== 'io_setup') return kernel;
  const reserved = state.budget.reserve(call.args, read);
  if (reserved === 'over')
    return { kind: 'answered', verdict: 'playground-limit', errno: errnos.EAGAIN };
  return { kind: 'kernel', reserved };
}

function judgeByPolicy(call: PendingCall, action: PolicyAction): Judgement {
  return action === 'refuse' || looksBeyond(call) ? refused : kernel;
}

/** Whether a call that is watched asks for what would let the program, or others, see too much. */
function looksBeyond({ nr, args }: PendingCall): boolean {
  const [first = 0n, second = 0n] = args;
  // The kernel looks at the lower half of prctl's option only.
  if (nr === systemCalls.prctl) return BigInt.asUintN(32, first) === mergeMemory;
  return nr === systemCalls.seccomp && (second & newListener) !== 0n;
}
