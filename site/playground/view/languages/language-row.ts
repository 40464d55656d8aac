import type { Formatted } from '../editor/format/formatted.ts';

/** How snippets in one language are begun, shown and edited. */
export interface LanguageRow {
  /** What a reader begins anew with: a context and its end. */
  starter: string;
  /** What a browser colours as keywords where the build has not; see highlight-source.ts. */
  keywords: string;
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
