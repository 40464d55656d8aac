/** A release of the published pages, man-pages, that ours are held against. */
export interface PublishedRelease {
  release: string;
  /** Year and month in which it came out. */
  date: string;
  /** Where a page of section 2 is, as roff; `{page}` is its name. */
  source: string;
  /** Where it was read. */
  read: string;
}

const plain = 'https://git.kernel.org/pub/scm/docs/man-pages/man-pages.git/plain';

/**
 * Every statement about the published pages was held against these releases, the oldest first: the
 * one that most distributions carry, and the newest that could be had. What a condition's `published`
 * says is true of both; a correction that is true of one of them only says so.
 */
export const publishedReleases = [
  {
    release: '6.03',
    date: '2023-02',
    source: `${plain}/man2/{page}.2?h=man-pages-6.03`,
    read: 'manpages-dev 6.03-2 of Debian 12',
  },
  {
    release: '6.18',
    date: '2026-04',
    source: `${plain}/man/man2/{page}.2?h=man-pages-6.18`,
    read: 'the source tree of man-pages that has io_setup(2) and io_setup(3), on the mirror of kernel.org',
  },
] as const satisfies readonly PublishedRelease[];

export type ReleaseName = (typeof publishedReleases)[number]['release'];

export const releaseNames: readonly ReleaseName[] = publishedReleases.map(({ release }) => release);
