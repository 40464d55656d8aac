/** An error condition in its page's words: what it is, in a sentence or two, and where. */
export interface ToldCondition {
  sentence: string;
  href: string;
}

/** The manual's pages requested so far, by path. */
const pages = new Map<string, Promise<Document>>();

/**
 * The error conditions that an address of the manual leads to: one, or all of an errno, in the words
 * of the page. Rejects when the page cannot be fetched.
 */
export async function conditionsAt(address: URL): Promise<ToldCondition[]> {
  const page = address.pathname === location.pathname ? document : await fetchPage(address);
  const place = page.getElementById(decodeURIComponent(address.hash.slice(1)));
  const conditions = place?.matches('.condition')
    ? [place]
    : [...(place?.closest('.group')?.querySelectorAll('.condition') ?? [])];
  return conditions.flatMap((condition) => {
    const sentence = condition
      .querySelector('.prose p')
      ?.textContent.replace(/[ \n]+/g, ' ')
      .trim();
    return sentence ? [{ sentence, href: `${address.pathname}#${condition.id}` }] : [];
  });
}

function fetchPage({ pathname }: URL): Promise<Document> {
  const known = pages.get(pathname) ?? load(pathname);
  pages.set(pathname, known);
  known.catch(() => pages.delete(pathname));
  return known;
}

async function load(path: string): Promise<Document> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
