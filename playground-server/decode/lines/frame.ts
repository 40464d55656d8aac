/** Where a thread stopped: two registers, unsigned. */
export interface Frame {
  instructionPointer: bigint;
  stackPointer: bigint;
}
