import type { SystemPackage } from '../setup/system-package-table.mjs';
import type { Column, Tutorial } from './tutorial.ts';

/** What makes pages of a tutorial, as its users have it from npm or Debian. */
export interface Generator {
  name: string;
  /** From npm, in exact versions. */
  packages: Readonly<Record<string, string>>;
  /** From Debian, in the version that it has. */
  debian?: readonly SystemPackage[];
  /** Columns that it cannot have, and why. */
  without: Partial<Record<Column, string>>;
  /** What its user writes, by path. */
  files: (tutorial: Tutorial) => Readonly<Record<string, string>>;
  /** The program that builds it, with arguments; empty where pages are served as they are written. */
  build: readonly string[];
  /** The folder that it writes, where its one page is `index.html`. */
  output: string;
  /**
   * Where a block is on the page, for one that shows them in turn. Such a page must not be scrolled:
   * reveal.js takes it back within a second.
   */
  placeOf?: (column: Column) => string;
}

/**
 * A package of Debian’s.
 *
 * @param file of it below /usr/lib, where it has no command of its name
 */
export const debianPackage = (name: string, file?: string): SystemPackage => ({
  name,
  purpose: 'builds a tutorial',
  testsOnly: true,
  proof: file ? { kind: 'library', name: file } : { kind: 'command', name },
});
