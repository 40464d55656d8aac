/** A piece of a file, or of the kernel's vDSO, that a process has mapped as code. */
export interface Mapping {
  start: bigint;
  /** first address after it */
  end: bigint;
  /** of its first byte in the file */
  offset: number;
  /** as the process sees it; `[vdso]`; empty for memory of its own */
  path: string;
}

/** Where a stopped process has code. Only asked before it goes on. */
export interface MappedCode {
  at(address: bigint): Mapping | null;
}
