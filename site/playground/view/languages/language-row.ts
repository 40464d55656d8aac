import type { Formatted } from '../editor/format/formatted.ts';

/** A program to start over with. */
export interface Starter {
  /** In addresses: `#new-libaio`. */
  id: string;
  /** As readers know it; the same name in every language of the site. */
  name: string;
  source: string;
}

/** How snippets in one language are begun, shown and edited. */
export interface LanguageRow {
  /**
   * What a reader may start over with; each makes a context and destroys it. The first is the
   * language's own.
   */
  starters: readonly [Starter, ...Starter[]];
  editor: {
    /** Monaco's name for it; monaco-modules.ts registers it */
    id: string;
    /** Loads what Monaco needs for it beyond what every snippet needs. */
    load?(): Promise<unknown>;
    /** Who completes names: the manual alone, or a worker of the language's own. */
    completion: 'manual' | 'own';
  };
  /** Loads the formatter when the reader first asks for it. */
  formatter(): Promise<(source: string) => Promise<Formatted>>;
}
