import type { Program } from './program.ts';
import type { Build } from './read-build.ts';

/** Who wants something compiled. */
export interface Asker {
  /** an address; if builds wait for each other, clients take turns */
  client: string;
  /** whether it lets others have the processor */
  isHeavy: boolean;
}

/** One language's compiler, ready for use. */
export interface Compiler {
  /** Part of the key of cached programs: everything but the source that determines a program. */
  readonly id: string;
  build(source: string, signal: AbortSignal, asker: Asker): Promise<Build>;
  /**
   * Returns the program if the source runs as written, and building only finds what is wrong with
   * it; absent if a program has to be built first.
   */
  asItIs?(source: string): Program;
  close(): void;
}
