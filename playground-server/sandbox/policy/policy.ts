import type { ArgumentTest } from '../../linux/seccomp.ts';

/**
 * What the sandbox does with a system call.
 * allow    – the kernel answers at full speed, the tracer does not stop.
 * show     – the tracer stops at both sides and puts the call on the tape.
 * show-own – as show, and on the tape only where a line of the snippet's made it. Calls that a
 *            runtime makes before the snippet begins are allowed.
 * watch    – the tracer stops at both sides because the call changes what it must do; not on the tape.
 * refuse   – the tracer answers EPERM and puts the call on the tape. What no row names is refused too.
 * absent   – ENOSYS without a trace, for calls whose callers fall back to an older one.
 */
export type PolicyAction = 'allow' | 'show' | 'show-own' | 'watch' | 'refuse' | 'absent';

/** One row of the policy. Calls that share an action for the same reason share a row. */
export interface PolicyRow {
  calls: readonly string[];
  action: PolicyAction;
  reason: string;
  /** the row applies when all of these hold; always where there are none */
  when?: readonly ArgumentTest[];
}

/** Holds of an int argument that equals `value`: the kernel drops the upper half of its register. */
export const equals = (argument: number, value: number): ArgumentTest => ({
  argument,
  mask: 0xffffffffn,
  value: BigInt(value),
});

/** Holds of an argument in which no bit of `mask` is set. */
export const clear = (argument: number, mask: bigint): ArgumentTest => ({
  argument,
  mask,
  value: 0n,
});
