import type { Conditions, Language, Tape } from '../../playground-server/protocol/index.ts';

/** What a permalink carries: everything that a run depends on, and where the snippet came from. */
export interface SharedSnippet {
  language: Language;
  source: string;
  conditions?: Conditions | undefined;
  /** Id of the kernel; that of the machine that serves if there is none. */
  kernel?: string | undefined;
  /** The calls to tell; those of native AIO if there is none. */
  tape?: Tape | undefined;
  /** Of the program, after its name. */
  arguments?: string[] | undefined;
  stdin?: string | undefined;
  /** Id of the example that the reader changed; the playground's Reset leads back to it. */
  example?: string | undefined;
}
