/** What a page contains that may refer to other pages of the manual. */
export interface PageSource {
  /** Its address without the language: `man2/io_setup`. */
  path: string;
  /** Its MDX. */
  body: string;
  /** What its data links to: see-also, conditions, proofs. */
  references: readonly string[];
}

const internalLink = /(?:\]\(|href=")\/\w+\/([\w/-]+?)\/?(?:#[^)"]*)?[)"]/g;

/** The pages that link to each page, in the order in which the pages are given. */
export function pageLinks(pages: readonly PageSource[]): Map<string, string[]> {
  const referrers = new Map(pages.map(({ path }) => [path, [] as string[]]));
  for (const page of pages) {
    for (const target of targetsOf(page)) {
      if (target !== page.path) referrers.get(target)?.push(page.path);
    }
  }
  return referrers;
}

const targetsOf = ({ body, references }: PageSource): Set<string> =>
  new Set([...Array.from(body.matchAll(internalLink), ([, path]) => path ?? ''), ...references]);
