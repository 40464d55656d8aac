/** Where a thread stood when it stopped: two registers, unsigned. */
export interface Frame {
  instructionPointer: bigint;
  stackPointer: bigint;
}
