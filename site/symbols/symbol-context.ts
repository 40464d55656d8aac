import type { Manual } from '../export/page-context.ts';
import type { Lang } from '../facts/localized.ts';
import type { Words } from '../words/words.ts';

/** What every function that makes symbols receives. */
export interface SymbolContext {
  manual: Manual;
  lang: Lang;
  words: Words;
  /** The first words under an anchor of a page such as `man2/io_setup`, or an empty text. */
  prose: (path: string, anchor: string) => string;
}
