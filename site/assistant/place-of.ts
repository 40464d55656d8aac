import type { ManualPlace } from '../../playground-server/protocol/index.ts';
import type { SearchEntry } from '../search/search-entry.ts';

/** Puts what a search finds into words; a condition is called by its errno. */
export type PlaceOf = (entry: SearchEntry) => ManualPlace;

/** @param origin of the site, for whole addresses */
export const placesAt =
  (origin: string): PlaceOf =>
  ({ kind, name, also = [], page, about = '', href }) => {
    const called = kind === 'condition' ? (also[0] ?? name) : name;
    return {
      name: page.startsWith(called) ? page : `${called} ${page}`,
      about,
      href: new URL(href, origin).href,
    };
  };
