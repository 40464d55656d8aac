import type { Manual } from '../export/page-context.ts';
import type { Lang } from '../facts/localized.ts';
import type { Words } from '../words/words.ts';

/** What every maker of symbols is given. */
export interface SymbolContext {
  manual: Manual;
  lang: Lang;
  words: Words;
  /** What a page such as `man2/io_setup` says first under an anchor, or nothing. */
  prose(path: string, anchor: string): string;
}
