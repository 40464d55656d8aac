/** So long a reader rests on a link before its page is fetched: most are only passed over. */
const restMs = 80;

const fetched = new Set<string>();
let resting: ReturnType<typeof setTimeout> | undefined;

/**
 * Fetches the page of a link while the reader is about to follow it. The document listens for all
 * of its links: Astro's own way looks through all of them whenever one is added, and a tape of ten
 * thousand calls adds as many.
 */
function look({ target }: Event): void {
  clearTimeout(resting);
  const link = (target as Element).closest<HTMLAnchorElement>('a[href]');
  if (link && leadsElsewhere(link)) resting = setTimeout(() => fetchPage(link), restMs);
}

const leadsElsewhere = ({ origin, pathname, search }: HTMLAnchorElement): boolean =>
  origin === location.origin && pathname + search !== location.pathname + location.search;

function fetchPage({ pathname, search }: HTMLAnchorElement): void {
  const page = pathname + search;
  if (fetched.has(page) || savesData()) return;
  fetched.add(page);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = page;
  document.head.append(hint);
}

/** Not every browser tells: wicg.github.io/netinfo. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData: boolean; effectiveType: string } };
  return !!connection && (connection.saveData || connection.effectiveType.endsWith('2g'));
}

document.addEventListener('mouseover', look, { passive: true });
document.addEventListener('focusin', look);
