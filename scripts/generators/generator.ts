import type { Column, Tutorial } from './tutorial.ts';

/** What makes pages of a tutorial, as its users have it from npm. */
export interface Generator {
  name: string;
  /** Exact versions. */
  packages: Readonly<Record<string, string>>;
  /** Columns that it cannot have, and why. */
  without: Partial<Record<Column, string>>;
  /** What its user writes, by path. */
  files: (tutorial: Tutorial) => Readonly<Record<string, string>>;
  /** The program of a package that builds it, with arguments; empty where pages are served as they are written. */
  build: readonly string[];
  /** The folder that it writes, where its one page is `index.html`. */
  output: string;
  /**
   * Where a block is on the page, for one that shows them in turn. Such a page must not be scrolled:
   * reveal.js takes it back within a second.
   */
  placeOf?: (column: Column) => string;
}
