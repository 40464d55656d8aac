import { byPlaceIn } from './by-place-in.ts';
import type { ExampleFacts } from './example-schema.ts';

export interface GalleryEntry {
  id: string;
  facts: ExampleFacts;
}

/** The examples on one page of the manual: lessons first, then those that provoke an error. */
export interface ExampleGroup {
  /** Address of the page without the language: `man2/io_setup`. */
  page: string;
  /** Name of the page, which is also the anchor of its group. */
  name: string;
  entries: GalleryEntry[];
}

/**
 * All examples by the page that shows them, in the order of `pages`. Fails if no page shows an
 * example, because the gallery would then lose it.
 */
export function exampleGroups(
  entries: readonly GalleryEntry[],
  placeOf: (id: string) => string,
  pages: readonly string[],
): ExampleGroup[] {
  const byPage = Map.groupBy(entries, ({ id }) => placeOf(id));
  const compare = byPlaceIn(pages);
  return Array.from(byPage, ([page, found]) => ({
    page,
    name: page.replace(/^.*\//, ''),
    entries: found.toSorted((a, b) => provesError(a) - provesError(b)),
  })).sort((a, b) => compare(a.page, b.page));
}

const provesError = ({ facts }: GalleryEntry): number => Number(facts.proves.length > 0);
