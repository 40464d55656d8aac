/** What a snippet becomes before it runs. */
export type Program =
  /** an executable for the kernel */
  | { kind: 'elf'; image: Uint8Array }
  /** text for an interpreter that is in the sandbox already */
  | { kind: 'source'; text: string };

/** Bytes that one holds in memory. */
export const programBytes = (program: Program): number =>
  program.kind === 'elf' ? program.image.byteLength : 2 * program.text.length;
