import type { Format } from './formats.ts';

/** A page in another format: its type and its address. */
export interface Alternate {
  format: Format;
  /** Media type; for roff, the one that servers commonly send for manual pages. */
  type: string;
  /** `/en/man2/io_setup.md` */
  href: string;
}

const manualPath = /^(?<page>[a-z]{2}\/man(?<volume>\d\w*)\/[\w-]+)$/;

/** Not the frames for other people's pages, nor what stands where there is no page. */
const otherPath = /^[a-z]{2}(?!\/(embed|shared|404)(\/|$))(\/[\w-]+)*$/;

/**
 * The other formats of a page: those of the manual have several, all others Markdown.
 *
 * @param path `/en/man2/io_setup/` or `en/man2/io_setup`
 */
export function alternatesOf(path: string): Alternate[] {
  const bare = path.replace(/^\/|\/$/g, '');
  const { page, volume } = manualPath.exec(bare)?.groups ?? {};
  const markdown = { format: 'markdown', type: 'text/markdown', href: `/${bare}.md` } as const;
  if (!page) return otherPath.test(bare) ? [markdown] : [];
  return [
    markdown,
    { format: 'text', type: 'text/plain', href: `/${page}.txt` },
    { format: 'json', type: 'application/json', href: `/${page}.json` },
    { format: 'roff', type: 'application/x-troff-man', href: `/${page}.${volume}` },
  ];
}
