/**
 * Kinds of things that a name may refer to; of equally good matches, the earlier kind comes first.
 */
export const entryKinds = [
  'page',
  'errno',
  'constant',
  'function',
  'field',
  'parameter',
  'condition',
] as const;

/** A name that a reader may look for, and the place that explains it. */
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
  href: string;
}
