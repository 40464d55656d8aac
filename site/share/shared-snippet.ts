import type { Conditions, Language } from '../../playground-server/protocol/index.ts';

/** What a permalink carries: everything that a run depends on, and where the snippet came from. */
export interface SharedSnippet {
  language: Language;
  source: string;
  conditions?: Conditions | undefined;
  /** Id of the kernel; that of the machine that serves if there is none. */
  kernel?: string | undefined;
  /** Id of the example that the reader changed; the playground's Reset leads back to it. */
  example?: string | undefined;
}
