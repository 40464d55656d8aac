/** A place in the text of a page; the excerpt is HTML, with matches in <mark>. */
export interface TextHit {
  page: string;
  title: string;
  excerpt: string;
  href: string;
}

interface PagefindPlace {
  title: string;
  url: string;
  excerpt: string;
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  debouncedSearch(
    query: string,
    options: object,
    timeoutMs: number,
  ): Promise<{ results: { data(): Promise<PagefindPage> }[] } | null>;
}

interface PagefindPage extends PagefindPlace {
  meta: { title: string };
  sub_results: PagefindPlace[];
}

const mostPages = 5;
const mostPlaces = 3;
const pauseMs = 150;

let pagefind: Promise<Pagefind> | undefined;

/**
 * Finds places with the words of the query, in the page's language; null if a newer query has taken
 * over. Rejects if there is no index, as in the dev server.
 */
export async function searchText(query: string): Promise<TextHit[] | null> {
  pagefind ??= loadPagefind();
  const found = await (await pagefind).debouncedSearch(query, {}, pauseMs);
  if (!found) return null;
  const pages = await Promise.all(found.results.slice(0, mostPages).map((page) => page.data()));
  return pages.flatMap(placesOn);
}

const placesOn = ({ meta, url, excerpt, sub_results }: PagefindPage): TextHit[] => {
  const whole = { title: meta.title, url, excerpt };
  const places = sub_results.length > 0 ? sub_results.slice(0, mostPlaces) : [whole];
  return places.map((place) => ({
    page: meta.title,
    title: place.title === meta.title ? '' : place.title,
    excerpt: place.excerpt,
    href: place.url,
  }));
};

async function loadPagefind(): Promise<Pagefind> {
  // Pagefind writes it after the build, so the bundler must not look for it.
  const address = `${import.meta.env.BASE_URL}pagefind/pagefind.js`;
  const loaded = (await import(/* @vite-ignore */ address)) as Pagefind;
  await loaded.options({ excerptLength: 18 });
  return loaded;
}
