/** What a name stands for; where two are equally good, the earlier kind comes first. */
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
  /** Other names of the same thing: the number of an errno or of a call. */
  also?: string[];
  /** The page that explains it, as manuals name pages; its own name where it is the page. */
  page: string;
  /** A few words in the reader's language. */
  about?: string;
  href: string;
}
