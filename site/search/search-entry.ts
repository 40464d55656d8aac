/**
 * Kinds of things that a name may refer to; of equally good matches, the earlier kind comes first.
 */
export const entryKinds = [
  'page',
  'errno',
  'message',
  'constant',
  'function',
  'field',
  'parameter',
  'condition',
  'topic',
] as const;

/** Something that a reader may look for, and the place that explains it. */
export interface SearchEntry {
  kind: (typeof entryKinds)[number];
  name: string;
  /** Other names for the same thing: the number of an errno or of a call. */
  also?: string[];
  /**
   * The page that explains it, in the manual's notation; the page's own name if the entry is a
   * page.
   */
  page: string;
  /** A few words in the reader's language. */
  about?: string;
  /** Texts that stand for it if they are all that was typed: what strerror(3) says of an errno. */
  phrases?: string[];
  /** Whether readers often come for it. */
  isLikely?: boolean;
  /** Words by which it is found and that are not shown: what a program logs, what the page says. */
  words?: string;
  href: string;
}
