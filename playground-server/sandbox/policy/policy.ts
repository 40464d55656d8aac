import type { ArgumentTest } from '../../linux/seccomp.ts';

/**
 * What the sandbox does with a system call.
 * allow    – the kernel answers at full speed; the tracer does not stop.
 * show     – the tracer stops at both sides and puts the call on the tape.
 * show-own – like show, but on the tape only if one of the snippet's own lines made the call. Calls
 *            that a runtime makes before the snippet begins are allowed.
 * follow   – the tracer stops, because a call that was interrupted in vain goes on; not on the tape.
 *            A runtime's own are allowed, as with show-own.
 * watch    – the tracer stops at both sides, because the call affects its own work; not on the
 *            tape. A runtime's own are allowed, as with show-own.
 * watch-own – like watch, but on the tape if one of the snippet's own lines made the call.
 * refuse   – the tracer answers EPERM and puts the call on the tape. So are calls without any row.
 * unbounded – like refuse; the tape says that this server cannot bound the memory it would take.
 * absent   – ENOSYS, off the tape, for calls whose callers then fall back to an older one.
 */
export type PolicyAction =
  | 'allow'
  | 'show'
  | 'show-own'
  | 'follow'
  | 'watch'
  | 'watch-own'
  | 'refuse'
  | 'unbounded'
  | 'absent';

/** One row of the policy. Calls that share an action for the same reason share a row. */
export interface PolicyRow {
  calls: readonly string[];
  action: PolicyAction;
  reason: string;
  /** the row applies if all of these hold, and always if there are none */
  when?: readonly ArgumentTest[];
  /** what it makes takes memory that belongs to no process, and that only a control group counts */
  needsControlGroup?: true;
}

const rowFor =
  (action: PolicyAction) =>
  (reason: string, ...calls: string[]): PolicyRow => ({ calls, action, reason });

/** Rows for calls that are allowed, or refused, whatever their arguments. */
export const allow = rowFor('allow');
export const refuse = rowFor('refuse');

/** Tests that an int argument equals `value`: the kernel ignores the upper half of its register. */
export const equals = (argument: number, value: number): ArgumentTest => ({
  argument,
  mask: 0xffffffffn,
  value: BigInt(value),
});

/** Tests that an argument equals `value` in the bits of `mask`. */
export const masked = (argument: number, mask: number, value: number): ArgumentTest => ({
  argument,
  mask: BigInt(mask),
  value: BigInt(value),
});

/** Tests that an argument has no bit of `mask` set. */
export const clear = (argument: number, mask: bigint): ArgumentTest => ({
  argument,
  mask,
  value: 0n,
});
