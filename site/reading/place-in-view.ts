/**
 * The fragment of what the reader is looking at: that of the address while it is in view, else that of
 * the contents' current entry; empty at the top of a page.
 */
export function placeInView(): string {
  const { hash } = location;
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target && isInView(target)) return hash;
  const entry = document.querySelector<HTMLAnchorElement>(
    ':is(starlight-toc, mobile-starlight-toc) [aria-current]',
  );
  return entry && scrollY > innerHeight / 4 ? entry.hash : '';
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
