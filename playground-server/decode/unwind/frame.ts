/**
 * The registers of a thread that stopped, unsigned: rax, rdx, rcx, rbx, rsi, rdi, rbp, rsp, r8 to
 * r15 and rip, which is the order in which unwind tables number them (System V ABI x86-64, 3.6.2).
 * Undefined is what an unwinder cannot know of a caller.
 */
export type Registers = readonly (bigint | undefined)[];

/** Where a thread stopped; nothing is undefined there. */
export type Frame = readonly bigint[];

export const rsp = 7;
export const rip = 16;
export const registerCount = 17;
