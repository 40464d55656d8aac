import type { LineRegion } from '../snippet/line-region.ts';

/** What a snippet becomes before it runs. */
export type Program =
  /** an executable for the kernel; its line table calls the snippet's lines as `regions` say */
  | { kind: 'elf'; image: Uint8Array; regions: readonly LineRegion[] }
  /** text for an interpreter that the sandbox already contains */
  | { kind: 'source'; text: string };

/** Bytes of memory that a program occupies. */
export const programBytes = (program: Program): number =>
  program.kind === 'elf' ? program.image.byteLength : 2 * program.text.length;
