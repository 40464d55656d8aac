/** How the value that a register had in the caller is found. */
export type Rule =
  | { kind: 'unknown' }
  | { kind: 'same' }
  /** stored at so many bytes from the CFA */
  | { kind: 'at'; offset: number }
  /** it is the CFA with so many bytes added */
  | { kind: 'value'; offset: number }
  | { kind: 'register'; register: number }
  /** stored where an expression says */
  | { kind: 'at-expression'; expression: Uint8Array }
  | { kind: 'value-expression'; expression: Uint8Array };

/** How the canonical frame address (CFA) is found: what RSP was before the call. */
export type FrameAddress =
  | { kind: 'register'; register: number; offset: number }
  | { kind: 'expression'; expression: Uint8Array };

/** How to get from one instruction of a function to its caller (DWARF 5, 6.4.1). */
export interface FrameRow {
  address: FrameAddress;
  /** by register; one without a rule is the same in the caller */
  rules: ReadonlyMap<number, Rule>;
  isSignalFrame: boolean;
}
