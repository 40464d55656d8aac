import type { Program } from './program.ts';
import type { Build } from './read-build.ts';

/** One language's compiler, ready for use. */
export interface Compiler {
  /** Part of the key of cached programs: what beside the source decides about a program. */
  readonly id: string;
  build(source: string, signal: AbortSignal): Promise<Build>;
  /**
   * The program, where a source runs as it is written, and building only says what is wrong with it;
   * absent where there is no program before one is built.
   */
  asItIs?(source: string): Program;
  close(): void;
}
