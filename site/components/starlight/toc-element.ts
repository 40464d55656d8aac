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
  #headings: HTMLElement[] = [];
  #frame = 0;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const places = links.map((link) => ({ link, heading: headingOf(link) }));
    const known = places.filter(({ heading }) => heading !== null);
    this.#links = known.map(({ link }) => link);
    this.#headings = known.map(({ heading }) => heading!);
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
   * Bisects instead of asking every heading, since each question may make the browser lay out the
   * page.
   */
  #partBeingRead(): number {
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const line = (Number.parseFloat(scrollPaddingTop) || 0) + slackPx;
    let [from, to] = [0, this.#headings.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (this.#headings[middle]!.getBoundingClientRect().top <= line) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}

const headingOf = ({ hash }: HTMLAnchorElement): HTMLElement | null =>
  document.getElementById(decodeURIComponent(hash.slice(1)));

customElements.define('starlight-toc', StarlightTOC);
