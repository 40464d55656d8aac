import type { Format } from './formats.ts';

/** A page in another format: its type and its address. */
export interface Alternate {
  format: Format;
  /** Media type; for roff, the one that servers commonly send for manual pages. */
  type: string;
  /** `/en/man2/io_setup.md` */
  href: string;
}

const manualPath = /^\/?(?<page>[a-z]{2}\/man(?<volume>\d\w*)\/[\w-]+)\/?$/;

/**
 * The other formats of a manual page; none for other pages.
 *
 * @param path `/en/man2/io_setup/` or `en/man2/io_setup`
 */
export function alternatesOf(path: string): Alternate[] {
  const { page, volume } = manualPath.exec(path)?.groups ?? {};
  if (!page) return [];
  return [
    { format: 'markdown', type: 'text/markdown', href: `/${page}.md` },
    { format: 'text', type: 'text/plain', href: `/${page}.txt` },
    { format: 'json', type: 'application/json', href: `/${page}.json` },
    { format: 'roff', type: 'application/x-troff-man', href: `/${page}.${volume}` },
  ];
}
