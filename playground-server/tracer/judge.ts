import type { ReadMemory } from '../decode/read-memory.ts';
import type { AioCall, Verdict } from '../protocol/index.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import type { TraceState } from './trace-state.ts';
import type { PendingCall } from './tracee.ts';

/** Who answers a call: the kernel, or the playground in its stead with an errno. */
export type Judgement =
  | { kind: 'kernel'; reserved: number }
  | { kind: 'answered'; verdict: Exclude<Verdict, 'kernel'>; errno: number };

const EPERM = 1;
const EAGAIN = 11;
const SYS_prctl = 157;
const SYS_seccomp = 317;
/** A listener could let through what our filter hands to the tracer; seccomp_unotify(2). */
const SECCOMP_FILTER_FLAG_NEW_LISTENER = 8n;

/** Pages that are merged with others' of the same bytes tell what others hold; prctl(2), Linux 6.4. */
const PR_SET_MEMORY_MERGE = 67n;

const kernel: Judgement = { kind: 'kernel', reserved: 0 };
const refused: Judgement = { kind: 'answered', verdict: 'refused', errno: EPERM };

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
  if (reserved === 'over') return { kind: 'answered', verdict: 'playground-limit', errno: EAGAIN };
  return { kind: 'kernel', reserved };
}

function judgeByPolicy(call: PendingCall, action: PolicyAction): Judgement {
  return action === 'refuse' || looksBeyond(call) ? refused : kernel;
}

/** Whether a call that is watched asks for what would let the program, or others, see too much. */
function looksBeyond({ nr, args }: PendingCall): boolean {
  const [first = 0n, second = 0n] = args;
  // The kernel looks at the lower half of prctl's option only.
  if (nr === SYS_prctl) return BigInt.asUintN(32, first) === PR_SET_MEMORY_MERGE;
  return nr === SYS_seccomp && (second & SECCOMP_FILTER_FLAG_NEW_LISTENER) !== 0n;
}
