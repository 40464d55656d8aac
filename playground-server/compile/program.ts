/** What a snippet becomes before it runs. */
export type Program =
  /** an executable for the kernel; its line table calls the snippet `sourceFile` */
  | { kind: 'elf'; image: Uint8Array; sourceFile: string }
  /** text for an interpreter that the sandbox already contains */
  | { kind: 'source'; text: string };

/** Bytes of memory that a program occupies. */
export const programBytes = (program: Program): number =>
  program.kind === 'elf' ? program.image.byteLength : 2 * program.text.length;
