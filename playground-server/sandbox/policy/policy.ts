/**
 * What the sandbox does with a system call.
 * allow  – the kernel answers at full speed, the tracer does not stop.
 * show   – the tracer stops at both sides and puts the call on the tape.
 * watch  – the tracer stops at both sides because the call changes what it must do; not on the tape.
 * refuse – the tracer answers EPERM and puts the call on the tape. What no row names is refused too.
 * absent – ENOSYS without a trace, for calls whose callers fall back to an older one.
 */
export type PolicyAction = 'allow' | 'show' | 'watch' | 'refuse' | 'absent';

/** The row applies when `argument & mask` equals `value`. */
export interface ArgumentTest {
  argument: number;
  mask: bigint;
  value: bigint;
}

/** One row of the policy. Calls that share an action for the same reason share a row. */
export interface PolicyRow {
  calls: readonly string[];
  action: PolicyAction;
  reason: string;
  when?: readonly ArgumentTest[];
}

/** The last argument of PolicyRow.when for an int argument that must equal `value`. */
export const equals = (argument: number, value: number): ArgumentTest => ({
  argument,
  mask: 0xffffffffn,
  value: BigInt(value),
});

/** An argument none of whose bits in `mask` may be set. */
export const clear = (argument: number, mask: bigint): ArgumentTest => ({
  argument,
  mask,
  value: 0n,
});
