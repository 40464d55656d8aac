import type {
  Conditions,
  Language,
  RunEvent,
  RunRequest,
} from '../../../playground-server/protocol/index.ts';
import type { ErrnoTable } from '../../facts/errno-table.ts';
import type { Strings } from '../../words/words.ts';

/** What the page provides for one playground: the snippet and its recorded run. */
export interface PlaygroundFacts {
  title: string;
  language: Language;
  source: string;
  conditions?: Conditions | undefined;
  /** Id of the kernel that a link names, or that an example needs. */
  kernel?: string | undefined;
  /** What a link asks for beside it. */
  given?: Pick<RunRequest, 'tape' | 'arguments' | 'stdin'> | undefined;
  recorded: RunEvent[];
  /** The conditions that it proves: `io_setup#einval-nr-zero`. */
  proves: readonly string[];
  /** Somebody else wrote it: it came with a link. */
  isForeign?: boolean | undefined;
  /** Id of the example that it is, or began as. */
  example?: string | undefined;
}

/** What the page provides once for all its playgrounds. */
export interface SharedFacts {
  lang: string;
  strings: Strings;
  errnos: ErrnoTable;
}

/** Id of the element that carries SharedFacts. */
export const sharedFactsId = 'live-man-playground-facts';

/** Reads what the page provides for all its playgrounds. */
export const readSharedFacts = (): SharedFacts =>
  JSON.parse(document.getElementById(sharedFactsId)?.textContent ?? '{}') as SharedFacts;
