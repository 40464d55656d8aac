import { errnos } from '../uapi/errno-table.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import type { Answer, MadeCall } from './hooks/call-hook.ts';

const refused: Answer = { verdict: 'refused', errno: errnos.EPERM };
const unbounded: Answer = { verdict: 'unbounded', errno: errnos.EPERM };

/**
 * Decides before a call is made who answers it; null means the kernel. The policy, the reader's
 * conditions and the hooks judge registers, which cannot change while the thread is stopped; memory
 * can, and decides only in which words a call that may not be made is refused.
 */
export function judge(made: MadeCall, action: PolicyAction): Answer | 'later' | null {
  if (action === 'refuse') return refused;
  if (action === 'unbounded') return unbounded;
  const { call, state } = made;
  const { errno } = call.ruling;
  if (errno !== null) return { verdict: 'condition', errno };
  return state.hooks.of(call.name)?.before?.(made) ?? null;
}
