/**
 * Reads the tracee's memory. `address` is an unsigned 64-bit number, `length` bytes are asked for.
 * Answers null when not one byte can be read, and fewer bytes than asked when a later page cannot.
 * Never throws.
 */
export type ReadMemory = (address: bigint, length: number) => Uint8Array | null;
