import { releaseNames, type ReleaseName } from './published-release-table.ts';

/** Since which of the releases a statement is true of the published page, and from which no longer. */
export interface PublishedSpan {
  from?: ReleaseName | undefined;
  until?: ReleaseName | undefined;
}

/** The releases of man-pages, of those that were read, to which a statement applies; oldest first. */
export const releasesOf = ({ from, until }: PublishedSpan): readonly ReleaseName[] =>
  releaseNames.slice(
    from === undefined ? 0 : releaseNames.indexOf(from),
    until === undefined ? releaseNames.length : releaseNames.indexOf(until),
  );

/** The same as readers of a language list them: `6.03 and 6.18`. */
export const publishedIn = (lang: string, span: PublishedSpan = {}): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(releasesOf(span));
