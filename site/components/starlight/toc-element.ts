/** How far below the place of a linked heading, in pixels, a heading already counts as reached. */
const slackPx = 24;

/**
 * `<starlight-toc>`: marks the part of the page that is being read. It replaces Starlight's own
 * element, which asks every element of the page for its headings and so freezes a page with dozens
 * of examples for a second.
 */
export class StarlightTOC extends HTMLElement {
  #current: HTMLAnchorElement | undefined;
  #links: HTMLAnchorElement[] = [];
  #frame = 0;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    this.#links = links.filter((link) => placeOf(link) !== null);
    addEventListener('scroll', this.#follow, { passive: true });
    addEventListener('resize', this.#follow, { passive: true });
    this.#follow();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#follow);
    removeEventListener('resize', this.#follow);
  }

  /** Starlight's mobile table of contents overrides this to show the part's name as well. */
  set current(link: HTMLAnchorElement) {
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
    this.#reveal(link);
  }

  /** Only the table scrolls: scrollIntoView would disturb a page that the reader is scrolling. */
  #reveal(link: HTMLElement): void {
    const box = this.closest<HTMLElement>('[data-scrolls]');
    if (!box) return;
    const [at, within] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (at.top >= within.top && at.bottom <= within.bottom) return;
    box.scrollTop += at.top - within.top - within.height / 3;
  }

  readonly #follow = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      // A table that is hidden at this width has nothing to mark.
      const link = this.checkVisibility() && this.#links[this.#partBeingRead()];
      if (link && link !== this.#current) this.current = link;
    });
  };

  /**
   * Bisects instead of asking every place, since each question may make the browser lay out the
   * page.
   */
  #partBeingRead(): number {
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const line = (Number.parseFloat(scrollPaddingTop) || 0) + slackPx;
    let [from, to] = [0, this.#links.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (topOf(placeOf(this.#links[middle]!)) <= line) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}

/** Where a link leads; asked for anew each time, since an example that unfolds is another element. */
function placeOf({ hash }: HTMLAnchorElement): HTMLElement | null {
  const place = document.getElementById(decodeURIComponent(hash.slice(1)));
  return place?.closest<HTMLElement>('live-man-example') ?? place;
}

/** The upper edge of a place, above which the browser keeps some room when it goes there. */
function topOf(place: HTMLElement | null): number {
  if (!place) return Infinity;
  return (
    place.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(place).scrollMarginTop)
  );
}

customElements.define('starlight-toc', StarlightTOC);
